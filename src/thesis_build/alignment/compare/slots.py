"""Names in the same slot: between the same words one side has one name, the other another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.align.word_alignment import type_of
from thesis_build.alignment.compare.models import SlotModel
from thesis_build.alignment.compare.names import form, is_meant
from thesis_build.alignment.compare.neighbours import Counts
from thesis_build.alignment.text.segmentation import Token
from thesis_build.languages.word_lists import words

_MODEL = SlotModel()

Sides = tuple[Sequence[Token], Sequence[Token]]
"""The tokens of both sides of a bead."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A word of each side that stand in the same place.

    `closed` says that the words on both sides of it, or those of the name it is part of, are written alike; `familiar`
    that one of the two occurs in both texts.
    """

    tokens: tuple[Token, Token]
    closed: bool
    familiar: bool


def slots(texts: Bitext, bead: Bead, counts: Counts) -> list[Slot]:
    """The places in which each side has a name, once more than the other side has it or a translation of it."""
    sides = texts.tokens(0, bead.sentences[0]), texts.tokens(1, bead.sentences[1])
    named = [[at for at in range(len(sides[side])) if _may_be_name(texts, side, sides[side], at)] for side in (0, 1)]
    found: list[Slot] = []
    taken: set[int] = set()
    for i in named[0]:
        options = ((j, _slot(texts, sides, (i, j), counts)) for j in named[1] if j not in taken)
        j, slot = next(((j, slot) for j, slot in options if slot), (-1, None))
        if slot:
            taken.add(j)
            found.append(slot)
    return found


def _may_be_name(texts: Bitext, side: int, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word has a capital, and not only because it begins a sentence."""
    token = tokens[at]
    if token.kind == "code":
        return True
    if token.kind != "word" or not token.content or not token.text[:1].isupper():
        return False
    if token.text in words(texts.language(side)).abbreviations:
        return False
    compound = texts.sides[side].text[token.end : token.end + 1] == "-"
    return not token.opens or compound or not is_meant(texts, side, token)


def _slot(texts: Bitext, sides: Sides, at: tuple[int, int], counts: Counts) -> Slot | None:
    """The slot in which two words stand, if they do and each is one too many."""
    one, other = sides[0][at[0]], sides[1][at[1]]
    familiar = any(all(form(token) in count for count in counts) for token in (one, other))
    beside = [_likeness(texts, sides, at, step) for step in (-1, 1)]
    rest = _rest_of_name(sides, at)
    closed = min(beside) >= _MODEL.alike or rest >= _MODEL.rest
    if not closed and not (rest and familiar) and (max(beside) < _MODEL.alike or min(beside) < _MODEL.linked):
        return None
    if not familiar and any(_is_acronym(token) or (token.opens and not closed) for token in (one, other)):
        return None
    if _are_one(texts, one, other) or not all(_is_spare(texts, side, sides, at[side], closed) for side in (0, 1)):
        return None
    return Slot((one, other), closed, familiar)


def _is_spare(texts: Bitext, side: int, sides: Sides, at: int, closed: bool) -> bool:
    """Whether a side has a word more often than the other has it or something linked to it.

    Where it is clear which two words stand in one place, those with a capital count only.
    """
    token = sides[side][at]
    own, partners = form(token), texts.links.partners(side, token)
    counted = [[each for each in tokens if not closed or not each.text[:1].islower()] for tokens in sides]
    here = sum(form(each) == own for each in counted[side])
    there = sum(form(e) == own or partners.get(type_of(e), 0.0) >= _MODEL.linked for e in counted[1 - side])
    return here > there


def _likeness(texts: Bitext, sides: Sides, at: tuple[int, int], step: int) -> float:
    """How far the words before (-1) or after (1) two words are the same: alike, linked, or both at the end."""
    a, b = at[0] + step, at[1] + step
    inside = 0 <= a < len(sides[0]), 0 <= b < len(sides[1])
    if not all(inside):
        return 0.0 if any(inside) else _MODEL.linked
    one, other = sides[0][a], sides[1][b]
    if form(one) == form(other):
        return _MODEL.alike
    return texts.links.partners(0, one).get(type_of(other), 0.0)


def _rest_of_name(sides: Sides, at: tuple[int, int]) -> int:
    """How many words the names of which two words are part have beside them, if all of these are alike."""
    names = [_name(sides[side], at[side]) for side in (0, 1)]
    if len(names[0]) != len(names[1]) or at[0] - names[0].start != at[1] - names[1].start:
        return 0
    rest = [(i, j) for i, j in zip(*names, strict=True) if (i, j) != at]
    return len(rest) if all(form(sides[0][i]) == form(sides[1][j]) for i, j in rest) else 0


def _name(tokens: Sequence[Token], at: int) -> range:
    """The words with a capital in a row, by number, among which one stands."""
    first = last = at
    while first > 0 and tokens[first - 1].text[0].isupper() and not tokens[first].opens:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].text[0].isupper() and not tokens[last + 1].opens:
        last += 1
    return range(first, last + 1)


def _are_one(texts: Bitext, one: Token, other: Token) -> bool:
    """Whether two words may be one: linked, or acronyms of the same letters."""
    return type_of(other) in texts.links.partners(0, one) or sorted(form(one)) == sorted(form(other))


def _is_acronym(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > 1
