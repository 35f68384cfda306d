"""Where the quantities of two texts differ: by value, unit, currency, date, sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from thesis_build.alignment.compare.models import QuantityModel
from thesis_build.alignment.compare.number_notation import may_be_decimal, meant
from thesis_build.alignment.compare.quantity_pairs import (
    Background,
    QuantityContext,
    background,
    differ_in_scale,
    is_number,
    match,
    same_unit,
)
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.evidence import (
    AmbiguousSeparators,
    MissingQuantity,
    QuantityPair,
    UnlikeCurrencies,
    UnlikePercentages,
    UnlikeRelations,
    UnlikeValues,
)
from thesis_build.alignment.kinds import Kind
from thesis_build.languages.quantities.read import Quantity, read

__all__ = ["Background", "QuantityContext", "background", "compare", "compare_texts"]

_MODEL = QuantityModel()
_SHARES = frozenset({"percent", "points"})
_SIDES = (0, 1)


def compare_texts(texts: Mapping[str, str]) -> tuple[Difference, ...]:
    """The differences of the quantities of two short texts that say the same."""
    (first, ours), (second, theirs) = texts.items()
    found = {tag: read(text, tag) for tag, text in texts.items()}
    foreign = background(found).foreign
    context = QuantityContext((first, second), ((0, len(ours)), (0, len(theirs))), Background(foreign=foreign))
    return compare(found[first], found[second], context)


def compare(ours: Sequence[Quantity], theirs: Sequence[Quantity], context: QuantityContext) -> tuple[Difference, ...]:
    """The differences of the quantities of two parts that say the same, each of one kind."""
    found = _Comparison(ours, theirs, context).differences()
    return tuple(sorted(found, key=lambda each: each.extents[context.languages[0]]))


class _Comparison:
    """Says of two parts what is unlike, missing, or of the same value with another unit or sign."""

    def __init__(self, ours: Sequence[Quantity], theirs: Sequence[Quantity], context: QuantityContext) -> None:
        self._context = context
        self._matching = match(ours, theirs, context)

    def differences(self) -> Iterator[Difference]:
        for ours, theirs in self._matching.unlike:
            yield self._unlike(ours, theirs)
        for side in _SIDES:
            for quantity in self._matching.alone[side]:
                evidence = self._missing(side, quantity)
                if evidence:
                    yield self._alone(side, quantity, evidence)
        for ours, theirs in self._matching.equal:
            kind = _unlike_unit(ours, theirs) or _unlike_sign(ours, theirs)
            if kind:
                yield self._pair(kind, ours, theirs, _evidence(kind, ours, theirs, self._stated(ours, theirs)))
            else:
                yield from self._separators(ours, theirs)

    def _unlike(self, ours: Quantity, theirs: Quantity) -> Difference:
        kinds, stated = {ours.kind, theirs.kind}, self._stated(ours, theirs)
        if "date" in kinds:
            return self._pair(Kind.DATE, ours, theirs, QuantityPair(stated))
        if "time" in kinds:
            return self._pair(Kind.TIME, ours, theirs, QuantityPair(stated))
        if differ_in_scale(ours, theirs):
            return self._pair(Kind.ORDER_OF_MAGNITUDE, ours, theirs, QuantityPair(stated))
        balanced = all(map(self._context.background.is_balanced, (ours, theirs)))
        evidence = UnlikeValues(stated, balanced, ours.optional and theirs.optional)
        return self._pair(Kind.QUANTITY_VALUE, ours, theirs, evidence)

    def _missing(self, side: int, quantity: Quantity) -> MissingQuantity | None:
        """What says how much it matters that only one side has a quantity; None where it does not."""
        if quantity.optional or quantity.kind == "code":
            return None
        repeated = self._is_repeated(side, quantity)
        if _is_small_word(quantity):  # another turn of phrase may say it: berkaki empat, quadruped
            unsaid = quantity.usual in ("1", "2") or repeated
            return None if unsaid else MissingQuantity(quantity.text, small_word=True)
        digit = len(quantity.text) == 1
        return MissingQuantity(
            quantity.text,
            bare=(quantity.form != "digits" or digit) and not quantity.unit,
            in_other_text=self._context.background.has(self._context.languages[1 - side], quantity),
            repeated=repeated,
        )

    def _is_repeated(self, side: int, quantity: Quantity) -> bool:
        """Whether a value is said on both sides and once more on one."""
        return any(pair[side].readings & quantity.readings for pair in self._matching.equal)

    def _alone(self, side: int, quantity: Quantity, evidence: MissingQuantity) -> Difference:
        language, other = self._context.languages[side], self._context.languages[1 - side]
        extents = {language: (quantity.start, quantity.end), other: self._context.spans[1 - side]}
        return Difference(Kind.QUANTITY_MISSING, extents, evidence, other)

    def _stated(self, ours: Quantity, theirs: Quantity) -> dict[str, str]:
        return dict(zip(self._context.languages, (ours.text, theirs.text), strict=True))

    def _pair(self, kind: Kind, ours: Quantity, theirs: Quantity, evidence: QuantityPair) -> Difference:
        first, second = self._context.languages
        return Difference(kind, {first: (ours.start, ours.end), second: (theirs.start, theirs.end)}, evidence)

    def _separators(self, ours: Quantity, theirs: Quantity) -> Iterator[Difference]:
        """`1.250` that stands for 1250 on one side and for 1.25 on the other, by the conventions of each."""
        if not (ours.usual and theirs.usual and ours.grouping + theirs.grouping):
            return
        foreign = self._context.background.foreign
        pairs = tuple(zip((ours, theirs), self._context.languages, strict=True))
        ours_habit, theirs_habit = (tag in foreign and may_be_decimal(each, tag) for each, tag in pairs)
        ours_meant, theirs_meant = (meant(each, tag) for each, tag in pairs)
        misread = ours_meant != theirs_meant
        if (not misread and ours_habit != theirs_habit) or (misread and not (ours_habit or theirs_habit)):
            measured = ours.kind == theirs.kind == "unit"
            evidence = AmbiguousSeparators(self._stated(ours, theirs), misread, measured)
            yield self._pair(Kind.AMBIGUOUS_SEPARATOR, ours, theirs, evidence)


def _evidence(kind: Kind, ours: Quantity, theirs: Quantity, stated: dict[str, str]) -> QuantityPair:
    """The evidence for two quantities of one value in unlike units or after unlike signs."""
    kinds = {ours.kind, theirs.kind}
    if kind is Kind.CURRENCY:
        return UnlikeCurrencies(stated, unit_stated_by_both="number" not in kinds)
    if kind is Kind.PERCENTAGE:
        return UnlikePercentages(stated, both_shares=kinds == _SHARES)
    if kind is Kind.RELATION:
        return UnlikeRelations(stated, sign=ours.sign != theirs.sign)
    return QuantityPair(stated)


def _is_small_word(quantity: Quantity) -> bool:
    counted = quantity.form == "words" and quantity.kind in ("number", "ordinal") and is_number(quantity.usual)
    return counted and Fraction(quantity.usual) <= _MODEL.small


def _unlike_unit(ours: Quantity, theirs: Quantity) -> Kind | None:
    """What differs where two quantities of one value have unlike units."""
    kinds = {ours.kind, theirs.kind}
    if kinds == {"money"} or ("money" in kinds and "unit" in kinds):
        return None if same_unit(ours.unit, theirs.unit) else Kind.CURRENCY
    if kinds == {"money", "number"} and not (ours.unit and theirs.unit) and ours.form == theirs.form == "digits":
        return Kind.CURRENCY
    if kinds & _SHARES:
        unlike = kinds == _SHARES or (kinds & {"unit", "money", "number"} and ours.unit != theirs.unit)
        return Kind.PERCENTAGE if unlike else None
    return Kind.UNIT if kinds == {"unit"} and not same_unit(ours.unit, theirs.unit) else None


_TURNS = {"<": -1, "≤": -1, ">": 1, "≥": 1, "=": 0, "≈": 0, "±": 2}


def _unlike_sign(ours: Quantity, theirs: Quantity) -> Kind | None:
    """What differs where two quantities of one value stand after contrary relations or signs."""
    if ours.relation and theirs.relation and _TURNS.get(ours.relation) != _TURNS.get(theirs.relation):
        return Kind.RELATION
    plain = ours.form == theirs.form == "digits" and {ours.kind, theirs.kind} <= {"number", "percent", "unit", "points"}
    return Kind.RELATION if plain and ours.sign != theirs.sign else None
