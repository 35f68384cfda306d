"""Which quantities of two texts are the same, which differ, and which stand alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from thesis_build.alignment.compare.models import QuantityModel
from thesis_build.alignment.compare.number_notation import is_habit
from thesis_build.languages.quantities.read import Quantity

_COMPOSITE = frozenset({"date", "time", "ratio", "version", "code"})
_MODEL = QuantityModel()

Couple = tuple[Quantity, Quantity]


@dataclass(frozen=True, slots=True)
class Background:
    """What the whole texts show: how often each reading occurs in `readings[language]`, who writes foreign decimals."""

    readings: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    foreign: frozenset[str] = frozenset()

    def has(self, language: str, quantity: Quantity) -> bool:
        """Whether the value occurs anywhere in the text of a language."""
        return not quantity.readings.isdisjoint(self.readings.get(language, {}))

    def is_balanced(self, quantity: Quantity) -> bool:
        """Whether the value occurs equally often in all texts, so that it can only have moved."""
        counts = [[text.get(reading, 0) for text in self.readings.values()] for reading in quantity.readings]
        return any(len(each) > 1 and each[0] and len(set(each)) == 1 for each in counts)


def background(whole: Mapping[str, Sequence[Quantity]]) -> Background:
    """The background from the quantities of the whole text of each language."""
    readings = {tag: Counter(each for one in found for each in one.readings) for tag, found in whole.items()}
    return Background(readings, frozenset(tag for tag, found in whole.items() if is_habit(found, tag)))


@dataclass(frozen=True, slots=True)
class QuantityContext:
    """The two parts of the texts whose quantities are compared: languages of ours and theirs, places, background.

    `spans` is where they stand in the texts in which the quantities were read.
    """

    languages: tuple[str, str]
    spans: tuple[tuple[int, int], tuple[int, int]]
    background: Background = Background()

    def share(self, side: int, quantity: Quantity) -> float:
        """How far into its part a quantity stands, from 0 to 1."""
        start, end = self.spans[side]
        return (quantity.start - start) / max(1, end - start)

    def apart(self, ours: Quantity, theirs: Quantity) -> float:
        """How far apart two quantities stand, in shares of their parts."""
        return abs(self.share(0, ours) - self.share(1, theirs))


@dataclass(frozen=True, slots=True)
class QuantityMatching:
    """Couples of equal value, couples that differ, and what stands alone on each side."""

    equal: tuple[Couple, ...]
    unlike: tuple[Couple, ...]
    alone: tuple[tuple[Quantity, ...], tuple[Quantity, ...]]


def match(ours: Sequence[Quantity], theirs: Sequence[Quantity], context: QuantityContext) -> QuantityMatching:
    """The matching of the quantities of two parts that say the same."""
    left, right = list(ours), list(theirs)
    equal = _couple(left, right, lambda a, b: _distance(a, b, context) if _agree(a, b, strictly=True) else None)
    _drop_same_parts(left, right)
    unlike = _couple(left, right, lambda a, b: _nearness(a, b, context) if _is_composite(a, b) else None)
    unlike += [(composite, other) for composite, other in _take_apart(left, right)]
    unlike += [(other, composite) for composite, other in _take_apart(right, left)]
    unlike += _couple(left, right, lambda a, b: _nearness(a, b, context) if _comparable(a, b) else None)
    equal += _couple(left, right, lambda a, b: _distance(a, b, context) if _agree(a, b) else None)
    return QuantityMatching(tuple(equal), tuple(unlike), (tuple(left), tuple(right)))


def _couple(
    left: list[Quantity], right: list[Quantity], cost: Callable[[Quantity, Quantity], float | None]
) -> list[Couple]:
    """Takes couples out of both sides, cheapest first; `cost` is None where two cannot be one."""
    costs = ((cost(ours, theirs), i, j) for i, ours in enumerate(left) for j, theirs in enumerate(right))
    options = sorted((each, i, j) for each, i, j in costs if each is not None)
    used: tuple[dict[int, int], set[int]] = ({}, set())
    for _, i, j in options:
        if i not in used[0] and j not in used[1]:
            used[0][i] = j
            used[1].add(j)
    couples = [(left[i], right[j]) for i, j in sorted(used[0].items())]
    left[:] = [each for i, each in enumerate(left) if i not in used[0]]
    right[:] = [each for j, each in enumerate(right) if j not in used[1]]
    return couples


# ── of equal value ──────────────────────────────────────────────────────────────────────────────


def _agree(ours: Quantity, theirs: Quantity, *, strictly: bool = False) -> bool:
    """Whether two quantities may have the same value; two codes must be the same in letters too.

    Strictly, `one` is not the 1 of a label (series 1), which may have become another.
    """
    if strictly and ours.optional != theirs.optional and ours.kind != "date":
        return False
    common = ours.readings & theirs.readings
    if ours.kind == theirs.kind == "code":
        return any(not reading.isdecimal() for reading in common)
    if ours.kind == theirs.kind == "ratio" and ours.parts == theirs.parts:
        return True
    return bool(common) or _same_clock(ours, theirs) or _same_clock(theirs, ours)


def _same_clock(time: Quantity, number: Quantity) -> bool:
    """Whether a number is the time of day that the other text shows to be one: 23.45 beside pukul 23.45."""
    if not _is_clock(time) or number.kind not in ("number", "unit"):
        return False
    hour, minute = map(int, time.parts)
    return (f"{hour}.{minute:02}".rstrip("0") if minute else str(hour)) in number.readings


def _distance(ours: Quantity, theirs: Quantity, context: QuantityContext) -> float:
    """How far apart two quantities of one value are: position, unit, kind, sign."""
    unlike = (
        (not same_unit(ours.unit, theirs.unit))
        + _MODEL.other_kind * (ours.kind != theirs.kind)
        + (ours.sign != theirs.sign)
    )
    return context.apart(ours, theirs) + _MODEL.other * unlike + _MODEL.optional * (ours.optional != theirs.optional)


def same_unit(ours: str, theirs: str) -> bool:
    """Whether two units are or may be the same; what has none may have any."""
    if not ours or not theirs or ours == theirs:
        return True
    if "dollar" in (ours, theirs):
        return {ours, theirs} <= {"dollar", "USD", "SGD", "AUD"}
    if "degree" in (ours, theirs):
        return {ours, theirs} <= {"degree", "celsius", "fahrenheit"}
    return ("/" in ours) != ("/" in theirs) and ours.split("/")[0] == theirs.split("/")[0]


# ── of unlike value ─────────────────────────────────────────────────────────────────────────────


def _is_composite(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two dates, times, ratios or versions may be the same one."""
    alike = ours.kind == theirs.kind and ours.kind in _COMPOSITE - {"code"}
    alike = alike or (_is_clock(ours) and _is_clock(theirs))
    return alike and not _is_month(ours) and not _is_month(theirs)


def _is_clock(quantity: Quantity) -> bool:
    """Whether it is or may be a time of day: pukul 14.45, 14:45."""
    return quantity.kind in ("time", "ratio") and any(each.startswith("T") for each in quantity.readings)


def _is_month(quantity: Quantity) -> bool:
    return quantity.kind == "date" and len(quantity.parts) == 1


def _comparable(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two quantities of different value may be the same one."""
    if ours.kind == theirs.kind == "date":
        return True
    return ours.optional == theirs.optional and not {ours.kind, theirs.kind} & _COMPOSITE


def _nearness(ours: Quantity, theirs: Quantity, context: QuantityContext) -> float | None:
    """How far apart two unlike quantities stand, less for what is alike in kind; None where it is too far."""
    longest = max(end - start for start, end in context.spans)
    apart = context.apart(ours, theirs) / max(_MODEL.near, _MODEL.near_characters / max(1, longest))
    apart *= _MODEL.same_kind if ours.kind == theirs.kind else 1
    apart *= _MODEL.same_kind if differ_in_scale(ours, theirs) else 1
    return apart if apart <= 1 else None


def differ_in_scale(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two amounts differ by their scale words only: 2 miliar, 2 million."""
    if not (ours.scale or theirs.scale):
        return False
    values = [Fraction(each.usual) for each in (ours, theirs) if is_number(each.usual)]
    return len(values) == 2 and all(values) and max(values) / min(values) in (10**3, 10**6, 10**9, 10**12)


def is_number(text: str) -> bool:
    """Whether a reading is a plain number, not a ratio, date or version."""
    return bool(text) and text.count(".") < 2 and text.count("/") < 2 and text.translate(_SIGNS).isdecimal()


_SIGNS = str.maketrans("", "", "./")


# ── composites beside their parts ───────────────────────────────────────────────────────────────


def _drop_same_parts(left: list[Quantity], right: list[Quantity]) -> None:
    """Drops what is left where it has the same parts on both sides, in another order: 3 dan 7 Mei, May 3 and 7."""
    if left and _parts(left) == _parts(right):
        left.clear()
        right.clear()


def _parts(quantities: Sequence[Quantity]) -> Counter[str]:
    return Counter(part for each in quantities for part in each.parts or ("|".join(sorted(each.readings)),))


def _take_apart(composites: list[Quantity], others: list[Quantity]) -> list[Couple]:
    """Takes composites and the numbers that say the same out of both sides: 1:2 and one to two.

    Where a part alone is missing or unlike, returns the composite and the number that it stands beside.
    """
    unlike = []
    for composite in [each for each in composites if len(each.parts) > 1]:
        found = {part: each for part in composite.parts if (each := _with_part(part, others))}
        if not found:
            continue
        composites.remove(composite)
        for each in found.values():
            others[:] = [other for other in others if other is not each]
        if len(found) < len(composite.parts):
            beside = min(found.values(), key=lambda each: each.start)
            stray = _nearest(beside, others)
            others[:] = [other for other in others if other is not stray]
            unlike.append((composite, stray or beside))
    return unlike


def _with_part(part: str, others: Sequence[Quantity]) -> Quantity | None:
    return next((each for each in others if part in each.readings or each.parts == (part,)), None)


def _nearest(beside: Quantity, others: Sequence[Quantity]) -> Quantity | None:
    plain = [each for each in others if each.kind not in _COMPOSITE and not each.optional]
    near = [each for each in plain if abs(each.start - beside.start) < _MODEL.near_characters / 2]
    return min(near, key=lambda each: abs(each.start - beside.start), default=None)
