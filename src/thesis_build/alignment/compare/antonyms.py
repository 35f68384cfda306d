"""Opposites: one side says that something rises, is high or accepted, where the other says the contrary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.compare.models import PoleModel
from thesis_build.alignment.difference import Difference, Extents
from thesis_build.alignment.evidence import Antonyms
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token
from thesis_build.languages.word_lists import Poles, words

_MODEL = PoleModel()


def opposites(texts: Bitext, explained: Extents) -> Iterator[Difference]:
    """Of two poles one side names the one once more, the other side the other, and nothing denies them."""
    poles = [words(texts.language(side)).poles for side in (0, 1)]
    for bead in texts.unexplained(explained):
        tokens = [texts.tokens(side, bead.sentences[side]) for side in (0, 1)]
        lower = [[token.text.lower() for token in each] for each in tokens]
        for name in poles[0].keys() & poles[1].keys():
            found = [_named(lower[side], poles[side][name]) for side in (0, 1)]
            for pole in (0, 1):
                pair = _exchanged(found[0][pole], found[0][1 - pole], found[1][pole], found[1][1 - pole])
                if pair and not any(_is_turned(texts, tokens[s], pair[s], s, poles[s][name]) for s in (0, 1)):
                    one, other = tokens[0][pair[0]], tokens[1][pair[1]]
                    if abs(pair[0] / len(tokens[0]) - pair[1] / len(tokens[1])) <= _MODEL.far:
                        extents = (one.start, one.end), (other.start, other.end)
                        yield texts.difference(Kind.ANTONYM, 0, *extents, Antonyms(one.text, other.text))


def _named(lower: Sequence[str], poles: Poles) -> tuple[list[int], list[int]]:
    one, other = ([at for at, word in enumerate(lower) if word in pole] for pole in poles)
    return one, other


def _exchanged(ours: list[int], contrary: list[int], theirs: list[int], other: list[int]) -> tuple[int, int] | None:
    """The word of a pole that our side has once more, and the one of its contrary that theirs has once more."""
    if len(ours) - len(theirs) == len(other) - len(contrary) == 1:
        return ours[-1], other[-1]
    return None


def _is_turned(texts: Bitext, tokens: Sequence[Token], at: int, side: int, poles: Poles) -> bool:
    """Whether a negation, or a word that is negative by itself, stands near a word; the poles' own do not count."""
    lists = words(texts.language(side)).negation
    lower = [token.text.lower() for token in tokens]
    own = poles[0] | poles[1]
    denied = not lists.words.isdisjoint(lower[max(0, at - _MODEL.before) : at + 1 + _MODEL.behind])
    return denied or any(word in lists.inherent and word not in own for word in lower[max(0, at - 1) : at + 2])
