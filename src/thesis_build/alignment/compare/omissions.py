"""Differences in terms and names of which one side has nothing: omitted, misspelt, or said in other words."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.align.word_alignment import type_of
from thesis_build.alignment.compare.models import TermModel
from thesis_build.alignment.compare.names import form, is_name
from thesis_build.alignment.compare.neighbours import (
    Counts,
    apart,
    is_even,
    is_pointed_to,
    is_replaced,
    is_shared,
    span,
)
from thesis_build.alignment.compare.terms import AgreedTerm, TermOccurrences, strengths
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.evidence import MissingName, MissingTerm, Misspelling
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token

_MODEL = TermModel()


def omitted(texts: Bitext, bead: Bead, units: list[TermOccurrences], counts: Counts) -> Iterator[Difference]:
    """A name that one side has and the other lacks, with evidence in the other side.

    Either it is nowhere in the other text, and listed here beside one that the other side has (A and B, for B); or both
    texts have it, equally often but for here, and the other side has a word without partner where it should stand.
    """
    for side in (0, 1):
        for unit in (unit for unit in units if unit.surplus(side) > 0):
            again = bool(unit.places[1 - side]) and _is_untranslatable(texts, unit)
            again = again or is_pointed_to(texts, bead, side)
            if again and unit.term is None:  # said once more, where the other side has a pronoun
                continue
            place = apart(texts, bead, unit, side)
            fixed = _is_untranslatable(texts, unit) if unit.places[1 - side] else unit.term is None
            moved = fixed and is_shared(unit, counts) and is_even(unit, counts)
            if (moved and is_replaced(texts, bead, 1 - side, place)) or _is_left_out(
                texts, bead, side, unit, units, counts
            ):
                here, there = span(place), texts.extent(1 - side, bead.sentences[1 - side])
                name = texts.quote(side, here)
                if unit.term:
                    evidence = MissingTerm(name, unit.term.texts[1 - side], even=True, replaced=not again)
                    yield texts.difference(Kind.TERM_MISSING, 1 - side, there, here, evidence)
                else:
                    yield texts.difference(Kind.NAME_MISSING, 1 - side, there, here, MissingName(name))


def _is_untranslatable(texts: Bitext, unit: TermOccurrences) -> bool:
    """Whether both languages have a unit alike, and it is no word of theirs."""
    if unit.term:
        return unit.term.texts[0].lower() == unit.term.texts[1].lower()
    token = next(place[0] for side in unit.places for place in side)
    return len(unit.forms) == 1 and not any(texts.links.lexicon.knows(side, token.key) for side in (0, 1))


def _is_left_out(
    texts: Bitext, bead: Bead, side: int, unit: TermOccurrences, units: list[TermOccurrences], counts: Counts
) -> bool:
    """Whether a name that the other text has nowhere is listed beside one that it has, and nothing is in its place."""
    if unit.term or unit.counted(counts[1 - side]) or any(other.surplus(1 - side) > 0 for other in units):
        return False
    token = unit.places[side][0][0]
    return token.text[1:] != token.text[1:].lower() and _is_listed(texts, bead, side, token)


def _is_listed(texts: Bitext, bead: Bead, side: int, token: Token) -> bool:
    """Whether a token stands beside another name, with at most one function word between, that the other side has."""
    tokens = texts.tokens(side, bead.sentences[side])
    there = {form(other) for other in texts.tokens(1 - side, bead.sentences[1 - side])}
    at = tokens.index(token)
    before, after = tokens[max(0, at - 2) : at], tokens[at + 1 : at + 3]
    for near in (before[::-1], after):
        if len(near) == 2 and not near[0].content and is_name(near[1]) and form(near[1]) in there:
            return True
    return False


def misspelt(texts: Bitext, bead: Bead, counts: Counts) -> Iterator[Difference]:
    """A name that the two sides spell with one letter another, and that is no word of either language."""
    sides = [[t for t in texts.tokens(s, bead.sentences[s]) if t.kind == "word" and is_name(t)] for s in (0, 1)]
    forms = [{form(token) for token in side} for side in sides]
    for one in sides[0]:
        for other in sides[1]:
            a, b = form(one), form(other)
            if a in forms[1] or b in forms[0] or not _is_slip(a, b) or counts[1].get(a, 0) or counts[0].get(b, 0):
                continue
            known = texts.links.lexicon.knows(0, one.key) or texts.links.lexicon.knows(1, other.key)
            if not known and one.text[0].isupper() and other.text[0].isupper():
                here, there = (one.start, one.end), (other.start, other.end)
                yield texts.difference(Kind.NAME_MISSPELT, 0, here, there, Misspelling(one.text, other.text))


def _is_slip(one: str, other: str) -> bool:
    """Whether two words of five letters or more differ in one letter, inside the word."""
    return (
        len(one) == len(other) >= _MODEL.slip
        and one[0] == other[0]
        and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    )


def unused(texts: Bitext, bead: Bead, units: list[TermOccurrences], counts: Counts) -> Iterator[Difference]:
    """Terms that one side has and of which the other has not even the words.

    It matters where another word stands in their place, or where both texts have the term as often but for here, and it
    is a keyword or alike in both.
    """
    for unit in units:
        for side in (0, 1):
            if unit.term is None or unit.places[side] or not unit.places[1 - side]:
                continue
            place = unit.places[1 - side][-1]
            found = strengths(texts, bead, 1 - side, place)
            partly = unit.term.keyword and is_even(unit, counts) and _is_half_replaced(texts, bead, side, place)
            if (sum(found) / len(found) < _MODEL.hardly or partly) and not _is_shortened(texts, bead, side, unit.term):
                same = unit.term.keyword or unit.term.texts[0].lower() == unit.term.texts[1].lower()
                here, there = texts.extent(side, bead.sentences[side]), span(place)
                evidence = MissingTerm(
                    texts.quote(1 - side, there),
                    unit.term.texts[side],
                    even=same and is_even(unit, counts),
                    replaced=is_replaced(texts, bead, side, place, known=unit.term.keyword),
                )
                kind = Kind.TERM_MISSING if unit.term.keyword else Kind.GLOSSARY_TERM_MISSING
                yield texts.difference(kind, side, here, there, evidence)


def _is_half_replaced(texts: Bitext, bead: Bead, side: int, place: list[Token]) -> bool:
    """Whether a word of a term is missing on this side, and one without counterpart stands beside the rest of it."""
    found = dict(zip(place, (strengths(texts, bead, 1 - side, [token])[0] for token in place), strict=True))
    rest = [token for token in place if token.content and found[token] >= _MODEL.partly]
    if not rest or min(found.values()) >= _MODEL.hardly:
        return False
    kinds = {kind for token in rest for kind, s in texts.links.partners(1 - side, token).items() if s >= _MODEL.partly}
    for index in bead.sentences[side]:
        content = texts.sentence(side, index).content
        best = texts.links.best(side, index, bead.sentences[1 - side])
        for at in range(len(content)):
            near = content[max(0, at - 1) : at] + content[at + 1 : at + 2]
            if best[at] < _MODEL.hardly and any(type_of(other) in kinds for other in near):
                return True
    return False


def _is_shortened(texts: Bitext, bead: Bead, side: int, term: AgreedTerm) -> bool:
    """Whether this side has, without counterpart, a word of a term, or one made from it."""
    own = {key for wording in term.stems[side] for key in wording}
    made = tuple(wording[0] for wording in term.wordings[side] if len(wording) == 1 and len(wording[0]) >= _MODEL.short)
    for index in bead.sentences[side]:
        content = texts.sentence(side, index).content
        for token, strength in zip(content, texts.links.best(side, index, bead.sentences[1 - side]), strict=True):
            named = token.key in own or token.text.lower().startswith(made)
            if strength < _MODEL.partly and named:
                return True
    return False
