"""Which word of one sentence stands for which of the other: each word has one partner at most.

A word that stands twice here and once there is matched once only, so that what one text has more is left over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.align.word_alignment import type_of
from thesis_build.alignment.models import OneToOneModel
from thesis_build.alignment.text.segmentation import Token
from thesis_build.languages import data_files
from thesis_build.languages.lexicon import Lexicon
from thesis_build.languages.word_lists import words

_MODEL = OneToOneModel()


@dataclass(frozen=True, slots=True)
class Matched:
    """The content words of a side of a bead in order, and the number of the partner of each, or None."""

    tokens: tuple[Token, ...]
    partners: tuple[int | None, ...]
    linked: tuple[bool, ...]
    """Whether the other side has a word that may stand for each, though another one may have taken it."""

    def is_free(self, at: int) -> bool:
        """Whether a word has no partner."""
        return self.partners[at] is None


def one_to_one(texts: Bitext, bead: Bead) -> tuple[Matched, Matched]:
    """The words of both sides of a bead, each with its partner."""
    return _one_to_one(texts, bead)


@lru_cache(maxsize=64)
def _one_to_one(texts: Bitext, bead: Bead) -> tuple[Matched, Matched]:
    sides = [
        [token for index in bead.sentences[side] for token in texts.sentence(side, index).content] for side in (0, 1)
    ]
    in_phrase = [_in_phrases(texts, bead, side) for side in (0, 1)]
    options = sorted(_options(texts, sides))
    partners: list[dict[int, int]] = [{}, {}]
    for _, i, j in options:
        if i not in partners[0] and j not in partners[1]:
            partners[0][i], partners[1][j] = j, i
    linked = [{pair[side] for _, *pair in options} for side in (0, 1)]
    one, other = (
        Matched(
            tuple(tokens),
            tuple(partners[side].get(at, -1 if token in in_phrase[side] else None) for at, token in enumerate(tokens)),
            tuple(at in linked[side] or token in in_phrase[side] for at, token in enumerate(tokens)),
        )
        for side, tokens in enumerate(sides)
    )
    return one, other


def _options(texts: Bitext, sides: Sequence[Sequence[Token]]) -> list[tuple[float, int, int]]:
    """The pairs of words that may stand for each other, with what speaks against each."""
    there: dict[tuple[str, str], list[int]] = {}
    for j, token in enumerate(sides[1]):
        there.setdefault(type_of(token), []).append(j)
    sizes = [max(1, len(side)) for side in sides]
    return [
        (1 - strength + _MODEL.far * abs(i / sizes[0] - j / sizes[1]), i, j)
        for i, token in enumerate(sides[0])
        for kind, strength in texts.links.partners(0, token).items()
        if strength >= _MODEL.linked
        for j in there.get(kind, ())
    ]


def _in_phrases(texts: Bitext, bead: Bead, side: int) -> set[Token]:
    """The words that belong to a phrase whose translation the other side has."""
    found: set[Token] = set()
    for index in bead.sentences[side]:
        content = texts.sentence(side, index).content
        for other in bead.sentences[1 - side]:
            found.update(content[at] for at in texts.links.in_phrases(side, index, other))
    return found


def is_telling(table: Lexicon, side: int, token: Token) -> bool:
    """Whether a word says something that its translation must say too.

    It is a number, a code, a name, or a word of the tables of which no translation is a word without content.
    """
    if token.kind != "word":
        return token.kind in ("number", "code")
    if token.text.lower() in words(table.languages[side]).light:
        return False
    return _is_telling(table, side, token.key)


@data_files.remembered(50_000)
def _is_telling(table: Lexicon, side: int, key: str) -> bool:
    if not table.knows(side, key):
        return False
    if side == 0:
        stop = words(table.languages[1]).stop
        return not any(partner in stop for partner in table.partners(key))
    return True
