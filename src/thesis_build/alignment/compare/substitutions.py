"""Differences in terms and names: one side has a term, a name or a code where the other has another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.align.word_alignment import type_of
from thesis_build.alignment.compare.models import TermModel
from thesis_build.alignment.compare.names import differing_names, is_meant
from thesis_build.alignment.compare.neighbours import (
    Counts,
    apart,
    around,
    is_even,
    is_replaced,
    is_shared,
    run,
    shared_neighbours,
    span,
)
from thesis_build.alignment.compare.omissions import misspelt, omitted, unused
from thesis_build.alignment.compare.slots import Slot, slots
from thesis_build.alignment.compare.terms import AgreedTerm, TermOccurrences, strengths, uses
from thesis_build.alignment.difference import Difference, Extents
from thesis_build.alignment.evidence import Substitution
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token

_MODEL = TermModel()


def substituted(texts: Bitext, terms: Sequence[AgreedTerm], counts: Counts, explained: Extents) -> Iterator[Difference]:
    """A term, code, acronym or name for another, and a term or name that one side lacks."""
    for bead in texts.unexplained(explained):
        used = uses(texts, bead, terms)
        differing = [unit for unit in used if unit.surplus(0) and not _is_rendered(texts, bead, unit, used)]
        known = frozenset(t for unit in differing for side in unit.places for place in side for t in place)
        units = [*differing, *differing_names(texts, bead, known)]
        slips = list(misspelt(texts, bead, counts))
        yield from slips
        pairs = _pairs(texts, bead, units, counts)
        reported = [_difference(texts, bead, pair) for pair in pairs]
        taken = {t for pair in pairs for unit in pair.units for side in unit.places for place in side for t in place}
        others = [slot for slot in slots(texts, bead, counts) if taken.isdisjoint(slot.tokens)]
        reported += [_in_slot(texts, slot) for slot in others]
        yield from (each for each in reported if not any(_are_alike(each, slip) for slip in slips))
        if not pairs and not others:
            yield from omitted(texts, bead, units, counts)
        paired = [unit for pair in pairs for unit in pair.units]
        yield from unused(texts, bead, [unit for unit in used if not any(unit is other for other in paired)], counts)


def _are_alike(one: Difference, other: Difference) -> bool:
    """Whether two differences are about the same words of both texts."""
    return dict(one.extents) == dict(other.extents)


def _is_rendered(texts: Bitext, bead: Bead, unit: TermOccurrences, used: Sequence[TermOccurrences]) -> bool:
    """Whether the side that lacks a term altogether says it in other words than those of a term both have."""
    side = 0 if unit.surplus(0) > 0 else 1
    if unit.places[1 - side]:
        return False
    place = unit.places[side][-1]
    even = [other for other in used if not other.surplus(0)]
    others = {token for other in even for found in other.places[1 - side] for token in found}
    return min(strengths(texts, bead, side, place)) >= _MODEL.partly and not _is_lent(texts, bead, side, place, others)


def _is_lent(texts: Bitext, bead: Bead, side: int, place: Sequence[Token], others: set[Token]) -> bool:
    """Whether all that stands for a word of a term on the other side belongs to terms that both sides have."""
    there = texts.tokens(1 - side, bead.sentences[1 - side])
    for token in place:
        partners = texts.links.partners(side, token)
        found = [other for other in there if partners.get(type_of(other), 0) >= _MODEL.partly]
        if found and others.issuperset(found):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Indications:
    """What says that two units, one too many on each side, stand for each other.

    Each is absent from the other side; that many neighbours are the same; both texts have them equally often elsewhere;
    both are agreed terms. Against it: one is a word with a meaning of its own (`word`), has a word in common with what
    the other side says (`akin`), the other side says it in words of its own (`paraphrased`), the
    capitalised words around are not as many (`rebuilt`), or a name beside a term is a word that the other side has,
    perhaps as a part of what the term is called there (`rendered`).
    """

    absent: bool
    beside: int
    elsewhere: bool
    agreed: bool
    word: bool
    akin: bool
    paraphrased: bool
    rebuilt: bool
    rendered: bool

    @property
    def weight(self) -> int:
        """How many things speak for it."""
        return self.absent + (self.beside > 0) + self.elsewhere - self.word

    @property
    def possible(self) -> bool:
        """Whether anything speaks for it, and neither is said in other words, alone or as part of a phrase."""
        paraphrased = (self.akin and self.paraphrased and not self.agreed) or self.rendered
        role = self.beside > 0 or (self.elsewhere and (self.absent or not self.akin))
        return self.weight > 0 and role and not paraphrased and not (self.word and self.rebuilt)

    @property
    def clear(self) -> bool:
        """Whether it is more than one weak indication."""
        firm = self.beside or (self.elsewhere and not self.akin)
        firm = firm and (self.absent or not self.agreed)
        return bool(firm) and self.weight + self.agreed >= _MODEL.enough and (not self.paraphrased or self.beside > 1)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two units, one of each side, that stand for each other; see `Substitution`."""

    units: tuple[TermOccurrences, TermOccurrences]
    clear: bool
    familiar: bool
    unequal: bool


def _pairs(texts: Bitext, bead: Bead, units: list[TermOccurrences], counts: Counts) -> list[_Pair]:
    """Units of which each side has too many, in pairs."""
    extra = [[unit for unit in units if unit.surplus(side) > 0] for side in (0, 1)]
    if max(len([unit for unit in side if unit.term is None]) for side in extra) > _MODEL.many:
        extra = [[unit for unit in side if unit.term] for side in extra]
    scored = [
        (evidence, i, j)
        for i, one in enumerate(extra[0])
        for j, other in enumerate(extra[1])
        if (_are_in_names(texts, bead, one, other) or not _are_words(texts, one, other, counts))
        and (is_shared(one, counts) or is_shared(other, counts) or _may_be_substituted(texts, bead, one, other))
        and (evidence := _evidence(texts, bead, (one, other), counts)).possible
    ]
    out = []
    left = [set(range(len(side))) for side in extra]
    for evidence, i, j in sorted(scored, key=lambda item: (-item[0].weight, *item[1:])):
        if i in left[0] and j in left[1]:
            left[0].remove(i)
            left[1].remove(j)
            one, other = extra[0][i], extra[1][j]
            familiar = is_shared(one, counts) or is_shared(other, counts) or _are_codes(one, other)
            names = [unit for unit in (one, other) if unit.term is None]
            if all(unit.term is None or _is_name(texts, unit.term) for unit in (one, other)):
                names = []
            unequal = len(names) == 1 and is_shared(names[0], counts) and not evidence.clear
            meant = any(_is_common(texts, side, unit) for side, unit in enumerate((one, other)))
            out.append(_Pair((one, other), evidence.clear and not meant, familiar, unequal))
    return out


def _are_in_names(texts: Bitext, bead: Bead, one: TermOccurrences, other: TermOccurrences) -> bool:
    """Whether both units stand in names of as many words: Support Vector Machine."""
    lengths = [
        run(texts.tokens(side, bead.sentences[side]), unit.places[side][0][0]) for side, unit in enumerate((one, other))
    ]
    return lengths[0] == lengths[1] > 1


def _is_name(texts: Bitext, term: AgreedTerm) -> bool:
    """Whether a term is a name: the same in both languages, and no word of theirs."""
    lexicon = texts.links.lexicon
    return term.texts[0].lower() == term.texts[1].lower() and not any(
        lexicon.knows(side, key) for side in (0, 1) for wording in term.stems[side] for key in wording
    )


def _are_words(texts: Bitext, one: TermOccurrences, other: TermOccurrences, counts: Counts) -> bool:
    """Whether one of two units is a word with a meaning, capitalised for its place, that the other text has not."""
    return any(_is_common(texts, side, unit) and not is_shared(unit, counts) for side, unit in enumerate((one, other)))


def _is_common(texts: Bitext, side: int, unit: TermOccurrences) -> bool:
    """Whether a unit is no agreed term, but a word with a meaning."""
    return unit.term is None and is_meant(texts, side, unit.places[side][0][0])


def _evidence(texts: Bitext, bead: Bead, pair: tuple[TermOccurrences, TermOccurrences], counts: Counts) -> _Indications:
    one, other = pair
    here, there = (texts.tokens(side, bead.sentences[side]) for side in (0, 1))
    places = apart(texts, bead, one, 0), apart(texts, bead, other, 1)
    beside = around(here, places[0]), around(there, places[1])
    return _Indications(
        absent=not one.places[1] and not other.places[0],
        beside=shared_neighbours(texts, 0, *beside),
        elsewhere=all(is_even(unit, counts) for unit in pair),
        agreed=all(unit.term is not None for unit in pair),
        word=any(_is_word(texts, side, unit, counts) for side, unit in enumerate(pair)),
        akin=not all(_is_foreign(texts, bead, side, unit) for side, unit in enumerate(pair)),
        paraphrased=_is_paraphrased(texts, bead, 0, one, other) or _is_paraphrased(texts, bead, 1, other, one),
        rebuilt=run(here, places[0][0]) != run(there, places[1][0]),
        rendered=any(_is_rendered_name(texts, bead, side, pair, places[side]) for side in (0, 1)),
    )


def _is_rendered_name(
    texts: Bitext, bead: Bead, side: int, pair: tuple[TermOccurrences, TermOccurrences], place: Sequence[Token]
) -> bool:
    """Whether one of a term and a name is a name that has a meaning, which the other side or the term has too."""
    term = pair[1 - side].term
    if pair[side].term or term is None or not texts.links.lexicon.knows(side, place[0].key):
        return False
    own = {key for wording in term.stems[side] for key in wording}
    return place[0].key in own or max(strengths(texts, bead, side, place)) >= _MODEL.partly


def _is_foreign(texts: Bitext, bead: Bead, side: int, unit: TermOccurrences) -> bool:
    """Whether the other side has the unit as such, or not a word of it."""
    return bool(unit.places[1 - side]) or max(strengths(texts, bead, side, unit.places[side][-1])) < _MODEL.partly


def _is_paraphrased(texts: Bitext, bead: Bead, side: int, unit: TermOccurrences, other: TermOccurrences) -> bool:
    """Whether the other side seems to say a term in words of its own, which are not the other term."""
    if unit.term is None or unit.places[1 - side] or _is_name(texts, unit.term):
        return False
    but = [token for place in other.places[1 - side] for token in place]
    return is_replaced(texts, bead, 1 - side, unit.places[side][-1], but)


def _is_word(texts: Bitext, side: int, unit: TermOccurrences, counts: Counts) -> bool:
    """Whether a unit that only one text has is a word with a meaning, which the other may have put otherwise."""
    return not is_shared(unit, counts) and is_meant(texts, side, unit.places[side][0][0])


def _may_be_substituted(texts: Bitext, bead: Bead, one: TermOccurrences, other: TermOccurrences) -> bool:
    """Whether two units of which neither is in both texts may stand for each other: codes of one make, or strangers."""
    return _are_codes(one, other) or _are_strangers(texts, bead, one, other)


def _are_strangers(texts: Bitext, bead: Bead, one: TermOccurrences, other: TermOccurrences) -> bool:
    """Whether both are names that no word table knows, once on their side and between the same neighbours."""
    if one.term or other.term or len(one.places[0]) != 1 or len(other.places[1]) != 1:
        return False
    tokens = one.places[0][0][0], other.places[1][0][0]
    here, there = (texts.tokens(side, bead.sentences[side]) for side in (0, 1))
    beside = shared_neighbours(texts, 0, around(here, one.places[0][0]), around(there, other.places[1][0]))
    return beside > 0 and not any(
        len(token.text) <= _MODEL.enough + 1 or token.text.isupper() or is_meant(texts, side, token)
        for side, token in enumerate(tokens)
    )


def _are_codes(one: TermOccurrences, other: TermOccurrences) -> bool:
    """Whether both units are codes of one make, which no language translates: TPS3R, TPS4R."""
    codes = one.places[0][0][0], other.places[1][0][0]
    letters = ["".join(filter(str.isalpha, code.key)) for code in codes]
    return all(code.kind == "code" for code in codes) and letters[0] == letters[1]


def _in_slot(texts: Bitext, slot: Slot) -> Difference:
    one, other = slot.tokens
    here, there = (one.start, one.end), (other.start, other.end)
    evidence = Substitution(texts.quote(0, here), texts.quote(1, there), slot.closed, slot.familiar)
    return texts.difference(_kind(one, other), 0, here, there, evidence)


def _kind(one: Token, other: Token) -> Kind:
    """What a substitution of two names is called."""
    if one.kind == other.kind == "code":
        return Kind.ALPHANUMERIC_SUBSTITUTED
    if one.text.isupper() and other.text.isupper() and len(one.text) > 1:
        return Kind.ACRONYM_SUBSTITUTED
    return Kind.NAME_SUBSTITUTED


def _difference(texts: Bitext, bead: Bead, pair: _Pair) -> Difference:
    one, other = pair.units
    a, b = apart(texts, bead, one, 0), apart(texts, bead, other, 1)
    kind = Kind.TERM_SUBSTITUTED if one.term or other.term else _kind(a[0], b[0])
    here, there = span(a), span(b)
    agreed = (one.term is None) == (other.term is None)
    evidence = Substitution(
        texts.quote(0, here), texts.quote(1, there), pair.clear, pair.familiar, pair.unequal, agreed
    )
    return texts.difference(kind, 0, here, there, evidence)
