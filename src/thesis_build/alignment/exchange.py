"""Differences in terms and names: one side has a term, a name or a code where the other has another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thesis_build.alignment.beads import Bead
from thesis_build.alignment.differences import Difference
from thesis_build.alignment.links import type_of
from thesis_build.alignment.names import differing_names, form, is_name
from thesis_build.alignment.sentences import Token
from thesis_build.alignment.terms import AgreedTerm, Unit, strengths, uses
from thesis_build.alignment.texts import Span, Texts, Where
from thesis_build.model import Severity

Counts = tuple[Mapping[str, int], Mapping[str, int]]
"""How often each form of a word and each term, by its label, occurs in the whole text of each side."""

_HARDLY = 0.3
_PARTLY = 0.4
_NEIGHBOUR = 0.75
_NEAR = 2
_ENOUGH = 2
_LONG = 5
_MANY = 3
"""More names too many or too few on a side are another way of telling, not a slip."""


def exchanged(
    texts: Texts, terms: Sequence[AgreedTerm], counts: Counts, taken: frozenset[Where]
) -> Iterator[Difference]:
    """PAR310, PAR307, PAR304, PAR306: a term, code, acronym or name for another; PAR301, PAR310: a term not used."""
    for bead in texts.pairs():
        if any((side, index) in taken for side in (0, 1) for index in bead.sentences[side]):
            continue
        used = uses(texts, bead, terms)
        differing = [unit for unit in used if unit.surplus(0) and not _is_rendered(texts, bead, unit)]
        told = frozenset(t for unit in differing for side in unit.places for place in side for t in place)
        units = [*differing, *differing_names(texts, bead, told)]
        yield from _misspelt(texts, bead, counts)
        pairs = _pairs(texts, bead, units, counts)
        yield from (_difference(texts, bead, one, other, sure) for one, other, sure in pairs)
        if not pairs:
            yield from _dropped(texts, bead, units, counts)
        paired = [unit for one, other, _ in pairs for unit in (one, other)]
        yield from _unused(texts, bead, [unit for unit in used if not any(unit is other for other in paired)], counts)


def _is_rendered(texts: Texts, bead: Bead, unit: Unit) -> bool:
    """Whether the side that lacks a term altogether tells it in other words."""
    side = 0 if unit.surplus(0) > 0 else 1
    return not unit.places[1 - side] and min(strengths(texts, bead, side, unit.places[side][-1])) >= _PARTLY


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What says that two units, one too many on each side, stand for each other.

    Each is absent from the other side; so many neighbours are the same; both texts have them equally often elsewhere;
    both are agreed terms. Against it: one is a word with a meaning of its own (`word`), has a word in common with what
    the other side says (`akin`), the other side tells it in words of its own (`told`), or
    the capitalised words around are not as many (`rebuilt`).
    """

    absent: bool
    beside: int
    elsewhere: bool
    agreed: bool
    word: bool
    akin: bool
    told: bool
    rebuilt: bool

    @property
    def weight(self) -> int:
        """How many things speak for it."""
        return self.absent + (self.beside > 0) + self.elsewhere - self.word

    @property
    def possible(self) -> bool:
        """Whether anything speaks for it, and it is neither a term told in other words nor a phrase built otherwise."""
        return (
            self.weight > 0 and not (self.akin and self.told and not self.agreed) and not (self.word and self.rebuilt)
        )

    @property
    def sure(self) -> bool:
        """Whether it is enough for an error."""
        firm = self.beside or (self.elsewhere and not self.akin)
        return bool(firm) and self.weight + self.agreed >= _ENOUGH and (not self.told or self.beside > 1)


def _pairs(texts: Texts, bead: Bead, units: list[Unit], counts: Counts) -> list[tuple[Unit, Unit, bool]]:
    """Units of which each side has too many, in pairs, and whether it is sure that one stands for the other."""
    extra = [[unit for unit in units if unit.surplus(side) > 0] for side in (0, 1)]
    if max(len([unit for unit in side if unit.term is None]) for side in extra) > _MANY:
        extra = [[unit for unit in side if unit.term] for side in extra]
    scored = [
        (evidence, i, j)
        for i, one in enumerate(extra[0])
        for j, other in enumerate(extra[1])
        if (_is_shared(one, counts) or _is_shared(other, counts) or _are_codes(one, other))
        and (evidence := _evidence(texts, bead, (one, other), counts)).possible
    ]
    out = []
    left = [set(range(len(side))) for side in extra]
    for evidence, i, j in sorted(scored, key=lambda item: (-item[0].weight, *item[1:])):
        if i in left[0] and j in left[1]:
            left[0].remove(i)
            left[1].remove(j)
            out.append((extra[0][i], extra[1][j], evidence.sure))
    return out


def _evidence(texts: Texts, bead: Bead, pair: tuple[Unit, Unit], counts: Counts) -> _Evidence:
    one, other = pair
    here, there = (texts.tokens(side, bead.sentences[side]) for side in (0, 1))
    places = _apart(texts, bead, one, 0), _apart(texts, bead, other, 1)
    around = _around(here, places[0]), _around(there, places[1])
    return _Evidence(
        absent=not one.places[1] and not other.places[0],
        beside=_likeness(texts, 0, *around),
        elsewhere=all(_is_even(unit, counts) for unit in pair),
        agreed=all(unit.term is not None for unit in pair),
        word=any(_is_word(texts, side, unit, counts) for side, unit in enumerate(pair)),
        akin=not all(_is_foreign(texts, bead, side, unit) for side, unit in enumerate(pair)),
        told=_is_told_apart(texts, bead, 0, one, other) or _is_told_apart(texts, bead, 1, other, one),
        rebuilt=_run(here, places[0][0]) != _run(there, places[1][0]),
    )


def _run(tokens: Sequence[Token], token: Token) -> int:
    """How many words with a capital stand in a row where a token stands."""
    at = first = last = tokens.index(token)
    while first > 0 and tokens[first - 1].text[0].isupper():
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].text[0].isupper():
        last += 1
    return last - first + 1 if tokens[at].text[0].isupper() else 1


def _is_foreign(texts: Texts, bead: Bead, side: int, unit: Unit) -> bool:
    """Whether the other side has the unit as such, or not a word of it."""
    return bool(unit.places[1 - side]) or max(strengths(texts, bead, side, unit.places[side][-1])) < _PARTLY


def _is_told_apart(texts: Texts, bead: Bead, side: int, unit: Unit, other: Unit) -> bool:
    """Whether the other side seems to tell a term in words of its own, which are not the other term."""
    if unit.term is None or unit.places[1 - side]:
        return False
    but = [token for place in other.places[1 - side] for token in place]
    return _is_replaced(texts, bead, 1 - side, unit.places[side][-1], but)


def _is_even(unit: Unit, counts: Counts) -> bool:
    """Whether both texts have a unit equally often but for this pair of sentences."""
    return unit.counted(counts[0]) - unit.counted(counts[1]) == unit.surplus(0)


def _is_word(texts: Texts, side: int, unit: Unit, counts: Counts) -> bool:
    """Whether a unit that only one text has is a word with a meaning, which the other may have told otherwise."""
    token = unit.places[side][0][0]
    plain = token.text[1:] == token.text[1:].lower()
    return plain and not _is_shared(unit, counts) and texts.links.lexicon.knows(side, token.key)


def _are_codes(one: Unit, other: Unit) -> bool:
    """Whether both units are codes of one make, which no language translates: TPS3R, TPS4R."""
    codes = one.places[0][0][0], other.places[1][0][0]
    letters = ["".join(filter(str.isalpha, code.key)) for code in codes]
    return all(code.kind == "code" for code in codes) and letters[0] == letters[1]


def _is_shared(unit: Unit, counts: Counts) -> bool:
    """Whether both texts have a unit somewhere: what only one has may be a translation of what the other has."""
    return unit.term is not None or all(unit.counted(count) for count in counts)


def _difference(texts: Texts, bead: Bead, one: Unit, other: Unit, sure: bool) -> Difference:
    """The finding for a unit of the first side and another of the second."""
    a, b = _apart(texts, bead, one, 0), _apart(texts, bead, other, 1)
    code = "PAR306"
    if one.term or other.term:
        code = "PAR310"
    elif a[0].kind == b[0].kind == "code":
        code = "PAR307"
    elif a[0].text.isupper() and b[0].text.isupper() and len(a[0].text) > 1:
        code = "PAR304"
    severity = Severity.ERROR if sure else Severity.WARNING
    here, there = _span(a), _span(b)
    return texts.difference(code, severity, 0, here, there, here=texts.quote(0, here), there=texts.quote(1, there))


def _dropped(texts: Texts, bead: Bead, units: list[Unit], counts: Counts) -> Iterator[Difference]:
    """A name that one side has and the other lacks, with evidence in the other side.

    Either it is nowhere in the other text, and listed here beside one that the other side has (A and B, for B); or both
    texts have it, equally often but for here, and the other side has a word without partner where it should stand.
    """
    for side in (0, 1):
        for unit in units:
            if unit.term or unit.surplus(side) <= 0 or unit.places[1 - side]:
                continue
            token = unit.places[side][0][0]
            plain = token.text[1:] == token.text[1:].lower()
            alone = not any(other.surplus(1 - side) > 0 for other in units) and not unit.counted(counts[1 - side])
            listed = alone and not plain and _is_listed(texts, bead, side, token)
            moved = _is_shared(unit, counts) and _is_even(unit, counts) and _is_replaced(texts, bead, 1 - side, [token])
            if listed or moved:
                here, there = (token.start, token.end), texts.extent(1 - side, bead.sentences[1 - side])
                yield texts.difference("PAR306", Severity.WARNING, 1 - side, there, here, name=token.text)


def _misspelt(texts: Texts, bead: Bead, counts: Counts) -> Iterator[Difference]:
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
                yield texts.difference("PAR306", Severity.WARNING, 0, here, there, here=one.text, there=other.text)


def _is_slip(one: str, other: str) -> bool:
    """Whether two words of five letters or more differ in one letter, inside the word."""
    return (
        len(one) == len(other) >= _LONG
        and one[0] == other[0]
        and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    )


def _is_listed(texts: Texts, bead: Bead, side: int, token: Token) -> bool:
    """Whether a token stands beside another name, with at most one function word between, that the other side has."""
    tokens = texts.tokens(side, bead.sentences[side])
    there = {form(other) for other in texts.tokens(1 - side, bead.sentences[1 - side])}
    at = tokens.index(token)
    before, behind = tokens[max(0, at - 2) : at], tokens[at + 1 : at + 3]
    for near in (before[::-1], behind):
        if len(near) == 2 and not near[0].content and is_name(near[1]) and form(near[1]) in there:
            return True
    return False


def _unused(texts: Texts, bead: Bead, units: list[Unit], counts: Counts) -> Iterator[Difference]:
    """Terms that one side has and of which the other has not even the words.

    It matters where another word stands in their place, or where both languages have the term alike and as often.
    """
    for unit in units:
        for side in (0, 1):
            if unit.term is None or unit.places[side] or not unit.places[1 - side]:
                continue
            place = unit.places[1 - side][-1]
            found = strengths(texts, bead, 1 - side, place)
            if sum(found) / len(found) < _HARDLY:
                same = unit.term.texts[0].lower() == unit.term.texts[1].lower() and _is_even(unit, counts)
                grade = Severity.WARNING if same or _is_replaced(texts, bead, side, place) else Severity.INFO
                here, there = texts.extent(side, bead.sentences[side]), _span(place)
                expected, counterpart = unit.term.texts[side], texts.quote(1 - side, there)
                yield texts.difference(
                    "PAR310" if unit.term.keyword else "PAR301",
                    grade,
                    side,
                    here,
                    there,
                    expected=expected,
                    counterpart=counterpart,
                )


def _is_replaced(texts: Texts, bead: Bead, side: int, place: list[Token], but: Sequence[Token] = ()) -> bool:
    """Whether a word without partner, none of `but`, stands on this side where the other has a term, by its company."""
    here, there = (texts.tokens(s, bead.sentences[s]) for s in (side, 1 - side))
    around = _around(there, place)
    for index in bead.sentences[side]:
        content = texts.sentence(side, index).content
        for token, strength in zip(content, texts.links.best(side, index, bead.sentences[1 - side]), strict=True):
            if strength < _PARTLY and token not in but and _likeness(texts, side, _around(here, [token]), around):
                return True
    return False


# ── where it stands ─────────────────────────────────────────────────────────────────────────────


def _apart(texts: Texts, bead: Bead, unit: Unit, side: int) -> list[Token]:
    """The place of a unit that the other side lacks: the one whose neighbours are least like those of the others."""
    found, others = unit.places[side], unit.places[1 - side]
    if len(found) == 1 or not others:
        return found[-1]
    here, there = (texts.tokens(s, bead.sentences[s]) for s in (side, 1 - side))

    def company(place: list[Token]) -> float:
        around = _around(here, place)
        return max(_likeness(texts, side, around, _around(there, other)) for other in others)

    return min(found, key=company)


def _around(tokens: Sequence[Token], place: list[Token]) -> list[Token]:
    """The content words nearest to a place, before and behind."""
    content = [token for token in tokens if token.content or token in place]
    first, last = content.index(place[0]), content.index(place[-1])
    return content[max(0, first - _NEAR) : first] + content[last + 1 : last + 1 + _NEAR]


def _likeness(texts: Texts, side: int, ones: list[Token], others: list[Token]) -> int:
    """How many words of a list have a partner in another."""
    kinds = {type_of(token) for token in others}
    return sum(
        max((s for kind, s in texts.links.partners(side, token).items() if kind in kinds), default=0.0) >= _NEIGHBOUR
        for token in ones
    )


def _span(tokens: list[Token]) -> Span:
    return tokens[0].start, tokens[-1].end
