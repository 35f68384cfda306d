"""Opposites: one side says that something rises, is high or accepted, where the other says the contrary."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.difference import Difference, Extents
from thesis_build.alignment.evidence import Antonyms
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token
from thesis_build.languages.word_lists import Poles, words


def opposites(texts: Bitext, explained: Extents) -> Iterator[Difference]:
    """Of two poles one side names only the one, the other side only the other, and neither denies anything."""
    poles = [words(texts.language(side)).poles for side in (0, 1)]
    for bead in texts.unexplained(explained):
        if _denies(texts, bead):
            continue
        tokens = [texts.tokens(side, bead.sentences[side]) for side in (0, 1)]
        for name in poles[0].keys() & poles[1].keys():
            found = [_named(tokens[side], poles[side][name]) for side in (0, 1)]
            for pole in (0, 1):
                here, there = found[0][pole], found[1][1 - pole]
                if len(here) == len(there) == 1 and not found[0][1 - pole] and not found[1][pole]:
                    extents = (here[0].start, here[0].end), (there[0].start, there[0].end)
                    yield texts.difference(Kind.ANTONYM, 0, *extents, Antonyms(here[0].text, there[0].text))


def _named(tokens: list[Token], poles: Poles) -> tuple[list[Token], list[Token]]:
    one, other = ([token for token in tokens if token.text.lower() in pole] for pole in poles)
    return one, other


def _denies(texts: Bitext, bead: Bead) -> bool:
    """Whether either side holds a negation, or a word that is negative by itself."""
    for side in (0, 1):
        lists = words(texts.language(side)).negation
        said = {token.text.lower() for token in texts.tokens(side, bead.sentences[side])}
        if said & (lists.words | lists.inherent):
            return True
    return False
