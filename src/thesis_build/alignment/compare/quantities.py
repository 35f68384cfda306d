"""Where the quantities of two texts differ: by value, unit, currency, date, sign (PAR201 to PAR213)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

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
from thesis_build.languages.quantities.read import Quantity, read
from thesis_build.model import Severity

__all__ = ["Background", "QuantityContext", "background", "compare", "compare_texts"]

_SMALL = 12
_SHARES = frozenset({"percent", "points"})
_SIDES = (0, 1)


def compare_texts(texts: Mapping[str, str]) -> tuple[Difference, ...]:
    """The differences of the quantities of two short texts that say the same."""
    (first, ours), (second, theirs) = texts.items()
    found = {tag: read(text, tag) for tag, text in texts.items()}
    foreign = background(found).foreign
    scene = QuantityContext((first, second), ((0, len(ours)), (0, len(theirs))), Background(foreign=foreign))
    return compare(found[first], found[second], scene)


def compare(ours: Sequence[Quantity], theirs: Sequence[Quantity], scene: QuantityContext) -> tuple[Difference, ...]:
    """The differences of the quantities of two stretches that say the same, each under one code."""
    found = _Comparison(ours, theirs, scene).differences()
    return tuple(sorted(found, key=lambda each: each.places[scene.languages[0]]))


class _Comparison:
    """Says of two stretches what is unlike, missing, or of the same value with another unit or sign."""

    def __init__(self, ours: Sequence[Quantity], theirs: Sequence[Quantity], scene: QuantityContext) -> None:
        self._scene = scene
        self._matching = match(ours, theirs, scene)

    def differences(self) -> Iterator[Difference]:
        for ours, theirs in self._matching.unlike:
            code, severity = self._differs(ours, theirs)
            yield self._said(code, severity, ours, theirs)
        for side in _SIDES:
            for quantity in self._matching.alone[side]:
                severity_alone = self._missing(side, quantity)
                if severity_alone:
                    yield self._alone(side, quantity, severity_alone)
        for ours, theirs in self._matching.equal:
            code = _unlike_unit(ours, theirs) or _unlike_sign(ours, theirs)
            if code:
                lower = "number" in (ours.kind, theirs.kind) and code == "PAR207"
                lower = lower or {ours.kind, theirs.kind} == _SHARES or (code == "PAR213" and ours.sign != theirs.sign)
                yield self._said(code, Severity.WARNING if lower else Severity.ERROR, ours, theirs)
            else:
                yield from self._separators(ours, theirs)

    def _differs(self, ours: Quantity, theirs: Quantity) -> tuple[str, Severity]:
        kinds = {ours.kind, theirs.kind}
        if "date" in kinds:
            return "PAR209", Severity.ERROR
        if "time" in kinds:
            return "PAR211", Severity.ERROR
        if differ_in_scale(ours, theirs):
            return "PAR206", Severity.ERROR
        moved = all(map(self._scene.background.is_balanced, (ours, theirs)))
        return "PAR202", Severity.WARNING if moved or (ours.optional and theirs.optional) else Severity.ERROR

    def _missing(self, side: int, quantity: Quantity) -> Severity | None:
        """How much it matters that one side has a quantity that the other lacks; None where it does not."""
        if quantity.optional or quantity.kind == "code":
            return None
        if _is_small_word(quantity):  # another turn of phrase may say it: berkaki empat, quadruped
            return None if quantity.usual in ("1", "2") or self._repeats(side, quantity) else Severity.INFO
        digit = len(quantity.text) == 1 and not quantity.unit
        said = (quantity.form != "digits" and not quantity.unit) or digit
        weak = (
            said
            or self._scene.background.has(self._scene.languages[1 - side], quantity)
            or self._repeats(side, quantity)
        )
        return Severity.WARNING if weak else Severity.ERROR

    def _repeats(self, side: int, quantity: Quantity) -> bool:
        """Whether a value is said on both sides and once more on one."""
        return any(pair[side].readings & quantity.readings for pair in self._matching.equal)

    def _alone(self, side: int, quantity: Quantity, severity: Severity) -> Difference:
        language, other = self._scene.languages[side], self._scene.languages[1 - side]
        places = {language: (quantity.start, quantity.end), other: self._scene.spans[1 - side]}
        return Difference("PAR201", severity, places, {"language": other, "value": quantity.text})

    def _said(self, code: str, severity: Severity, ours: Quantity, theirs: Quantity) -> Difference:
        first, second = self._scene.languages
        places = {first: (ours.start, ours.end), second: (theirs.start, theirs.end)}
        return Difference(code, severity, places, {first: ours.text, second: theirs.text})

    def _separators(self, ours: Quantity, theirs: Quantity) -> Iterator[Difference]:
        """`1.250` that stands for 1250 on one side and for 1.25 on the other, by the conventions of each."""
        if not (ours.usual and theirs.usual and ours.grouping + theirs.grouping):
            return
        foreign = self._scene.background.foreign
        pairs = tuple(zip((ours, theirs), self._scene.languages, strict=True))
        ours_habit, theirs_habit = (tag in foreign and may_be_decimal(each, tag) for each, tag in pairs)
        ours_meant, theirs_meant = (meant(each, tag) for each, tag in pairs)
        if ours_meant != theirs_meant:
            if not (ours_habit or theirs_habit):
                yield self._said("PAR205", Severity.ERROR, ours, theirs)
        elif ours_habit != theirs_habit:
            measured = ours.kind == theirs.kind == "unit"
            yield self._said("PAR205", Severity.ERROR if measured else Severity.WARNING, ours, theirs)


def _is_small_word(quantity: Quantity) -> bool:
    counted = quantity.form == "words" and quantity.kind in ("number", "ordinal") and is_number(quantity.usual)
    return counted and Fraction(quantity.usual) <= _SMALL


def _unlike_unit(ours: Quantity, theirs: Quantity) -> str:
    """The code for two quantities of one value in unlike units, or an empty one."""
    kinds = {ours.kind, theirs.kind}
    if kinds == {"money"} or ("money" in kinds and "unit" in kinds):
        return "" if same_unit(ours.unit, theirs.unit) else "PAR207"
    if kinds == {"money", "number"} and not (ours.unit and theirs.unit) and ours.form == theirs.form == "digits":
        return "PAR207"
    if kinds & _SHARES:
        unlike = kinds == _SHARES or (kinds & {"unit", "money", "number"} and ours.unit != theirs.unit)
        return "PAR208" if unlike else ""
    return "PAR212" if kinds == {"unit"} and not same_unit(ours.unit, theirs.unit) else ""


_TURNS = {"<": -1, "≤": -1, ">": 1, "≥": 1, "=": 0, "≈": 0, "±": 2}


def _unlike_sign(ours: Quantity, theirs: Quantity) -> str:
    """The code for two quantities of one value after contrary signs, or an empty one."""
    if ours.relation and theirs.relation and _TURNS.get(ours.relation) != _TURNS.get(theirs.relation):
        return "PAR213"
    plain = ours.form == theirs.form == "digits" and {ours.kind, theirs.kind} <= {"number", "percent", "unit", "points"}
    return "PAR213" if plain and ours.sign != theirs.sign else ""
