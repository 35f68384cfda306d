"""Where the quantities of two texts differ: by value, unit, currency, date, sign (PAR201 to PAR213)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thesis_build.alignment.differences import Difference
from thesis_build.alignment.number_forms import meant
from thesis_build.languages.quantities import Quantity, read
from thesis_build.model import Severity

_COMPOSITE = frozenset({"date", "time", "ratio"})
_COUNTED = frozenset({"number", "percent", "points", "money", "unit", "ordinal", "reference", "decade"})
_NEAR = 0.34
_SMALL = 12


@dataclass(frozen=True, slots=True)
class Scene:
    """The two stretches of text whose quantities are compared, and the values that occur anywhere in both texts.

    `languages` are those of ours and theirs, `spans` where the stretches stand in their texts, and
    `elsewhere[language]` the readings of all quantities of that language's whole text.
    """

    languages: tuple[str, str]
    spans: tuple[tuple[int, int], tuple[int, int]]
    elsewhere: Mapping[str, frozenset[str]]

    def share(self, side: int, quantity: Quantity) -> float:
        """How far into its stretch a quantity stands, from 0 to 1."""
        start, end = self.spans[side]
        return (quantity.start - start) / max(1, end - start)


def scene(languages: tuple[str, str], texts: tuple[str, str]) -> Scene:
    """The scene of two texts that are compared whole."""
    spans = (0, len(texts[0])), (0, len(texts[1]))
    return Scene(languages, spans, {languages[0]: frozenset(), languages[1]: frozenset()})


def compare_texts(texts: Mapping[str, str]) -> tuple[Difference, ...]:
    """The differences of the quantities of two short texts that say the same."""
    (first, ours), (second, theirs) = texts.items()
    return compare(read(ours, first), read(theirs, second), scene((first, second), (ours, theirs)))


def compare(ours: Sequence[Quantity], theirs: Sequence[Quantity], within: Scene) -> tuple[Difference, ...]:
    """The differences of the quantities of two stretches that say the same, each under one code."""
    matching = _Matching(ours, theirs, within)
    return tuple(sorted(matching.differences(), key=lambda each: each.places[within.languages[0]]))


class _Matching:
    """Matches the quantities of two stretches; what is left over differs or is missing."""

    def __init__(self, ours: Sequence[Quantity], theirs: Sequence[Quantity], within: Scene) -> None:
        self._sides = (list(ours), list(theirs))
        self._all = (ours, theirs)
        self._within = within
        self._pairs: list[tuple[Quantity, Quantity]] = []

    def differences(self) -> Iterable[Difference]:
        self._match()
        left, right = self._sides
        self._take_apart()
        self._drop_repeated()
        for ours, theirs in self._nearest():
            left.remove(ours)
            right.remove(theirs)
            yield self._differs(ours, theirs)
        for side in (0, 1):
            for quantity in self._sides[side]:
                if not _silent(quantity):
                    yield self._missing(side, quantity)
        for pair in self._pairs:
            yield from self._attributes(*pair)

    # ── matching ────────────────────────────────────────────────────────────────────────────────

    def _match(self) -> None:
        """Takes out the pairs that have a reading in common, those that agree in most first."""
        left, right = self._sides
        options = [
            (self._distance(ours, theirs), i, j)
            for i, ours in enumerate(left)
            for j, theirs in enumerate(right)
            if _agree(ours, theirs) or _same_clock(ours, theirs) or _same_clock(theirs, ours)
        ]
        used: tuple[set[int], set[int]] = (set(), set())
        for _, i, j in sorted(options):
            if i not in used[0] and j not in used[1]:
                used[0].add(i)
                used[1].add(j)
                self._pairs.append((left[i], right[j]))
        self._sides = tuple([q for n, q in enumerate(side) if n not in used[k]] for k, side in enumerate(self._sides))  # type: ignore[assignment]

    def _distance(self, ours: Quantity, theirs: Quantity) -> float:
        """How little two quantities of one value agree: place, unit, kind."""
        apart = abs(self._within.share(0, ours) - self._within.share(1, theirs))
        unlike = (
            (not _same_unit(ours.unit, theirs.unit)) + 0.5 * (ours.kind != theirs.kind) + (ours.sign != theirs.sign)
        )
        return apart + 0.3 * unlike + 0.2 * (ours.optional != theirs.optional)

    def _take_apart(self) -> None:
        """Matches composites with the numbers they are made of: 1:2 and one to two, 17 Agustus and August … 17th."""
        for side in (0, 1):
            for composite in [each for each in self._sides[side] if len(each.parts) > 1]:
                others = self._sides[1 - side]
                found = [_with_part(part, others) for part in composite.parts]
                if all(found) and len({id(each) for each in found}) == len(found):
                    self._sides[side].remove(composite)
                    for each in found:
                        if each in others:
                            others.remove(each)

    def _drop_repeated(self) -> None:
        """Forgets what is left on one side alone and said once more there than on the other."""
        for side in (0, 1):
            if self._sides[1 - side]:
                continue
            said = {reading for pair in self._pairs for reading in pair[side].readings}
            self._sides[side][:] = [each for each in self._sides[side] if not each.readings & said]

    def _nearest(self) -> list[tuple[Quantity, Quantity]]:
        """Pairs of what is left on both sides and stands in the same place, likest first."""
        left, right = self._sides
        options = sorted(
            (self._apart(ours, theirs), i, j)
            for i, ours in enumerate(left)
            for j, theirs in enumerate(right)
            if _comparable(ours, theirs)
        )
        used: tuple[set[int], set[int]] = (set(), set())
        found = []
        for apart, i, j in options:
            if apart <= 1 and i not in used[0] and j not in used[1]:
                used[0].add(i)
                used[1].add(j)
                found.append((left[i], right[j]))
        return found

    def _apart(self, ours: Quantity, theirs: Quantity) -> float:
        """How far apart two unlike quantities stand; more than 1 is too far."""
        lengths = max(end - start for start, end in self._within.spans)
        near = max(_NEAR, 60 / max(1, lengths))
        apart = abs(self._within.share(0, ours) - self._within.share(1, theirs)) / near
        return apart * (0.7 if ours.kind == theirs.kind else 1) * (0.7 if _scaled_alike(ours, theirs) else 1)

    # ── what to say ─────────────────────────────────────────────────────────────────────────────

    def _differs(self, ours: Quantity, theirs: Quantity) -> Difference:
        kinds = {ours.kind, theirs.kind}
        if "date" in kinds:
            return self._said("PAR209", Severity.ERROR, ours, theirs)
        if "time" in kinds:
            return self._said("PAR211", Severity.ERROR, ours, theirs)
        if _scaled_alike(ours, theirs):
            return self._said("PAR206", Severity.ERROR, ours, theirs)
        words = ours.form == theirs.form == "words" or "roman" in (ours.form, theirs.form)
        return self._said("PAR202", Severity.WARNING if words and ours.optional else Severity.ERROR, ours, theirs)

    def _missing(self, side: int, quantity: Quantity) -> Difference:
        """One side has a quantity that the other lacks; its place there is the whole stretch."""
        language, other = self._within.languages[side], self._within.languages[1 - side]
        weak = quantity.form != "digits" or (len(quantity.text) == 1 and not quantity.unit)
        if _is_small_word(quantity):
            severity = Severity.INFO
        elif weak or quantity.readings & self._within.elsewhere.get(other, frozenset()):
            severity = Severity.WARNING
        else:
            severity = Severity.ERROR
        places = {language: (quantity.start, quantity.end), other: self._within.spans[1 - side]}
        return Difference("PAR201", severity, places, {"language": other, "value": quantity.text})

    def _said(self, code: str, severity: Severity, ours: Quantity, theirs: Quantity) -> Difference:
        first, second = self._within.languages
        places = {first: (ours.start, ours.end), second: (theirs.start, theirs.end)}
        return Difference(code, severity, places, {first: ours.text, second: theirs.text})

    def _attributes(self, ours: Quantity, theirs: Quantity) -> Iterable[Difference]:
        """What differs in two quantities of the same value: the first of currency, percent, unit, sign, separator."""
        kinds = {ours.kind, theirs.kind}
        code, severity = "", Severity.ERROR
        if kinds == {"money"} and not _same_unit(ours.unit, theirs.unit):
            code = "PAR207"
        elif kinds == {"percent", "points"}:
            code, severity = "PAR208", Severity.WARNING
        elif kinds & {"percent", "points"} and kinds & {"unit", "money", "number"} and ours.unit != theirs.unit:
            code = "PAR208"
        elif kinds == {"unit"} and not _same_unit(ours.unit, theirs.unit):
            code = "PAR212"
        elif "money" in kinds and kinds & {"unit"}:
            code = "PAR207"
        elif _contrary(ours.relation, theirs.relation):
            code = "PAR213"
        elif ours.sign != theirs.sign and ours.form == theirs.form == "digits" and kinds <= _COUNTED:
            code, severity = "PAR213", Severity.WARNING
        elif self._separators_contradict(ours, theirs):
            code = "PAR205"
        if code:
            yield self._said(code, severity, ours, theirs)

    def _separators_contradict(self, ours: Quantity, theirs: Quantity) -> bool:
        """Whether `1.250` stands for 1250 on one side and for 1.25 on the other by their languages' conventions."""
        if not (ours.usual and theirs.usual and ours.grouping + theirs.grouping):
            return False
        first, second = (
            meant(each, tag, others)
            for each, tag, others in zip((ours, theirs), self._within.languages, self._all, strict=True)
        )
        return first != second


def _with_part(part: str, others: Sequence[Quantity]) -> Quantity | None:
    return next((each for each in others if part in each.readings or each.parts == (part,)), None)


def _agree(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two quantities may have the same value; two codes must be the same in letters too."""
    common = ours.readings & theirs.readings
    if ours.kind == theirs.kind == "code":
        return any(not reading.isdecimal() for reading in common)
    return bool(common)


def _same_clock(time: Quantity, number: Quantity) -> bool:
    """Whether a number is the time of day that the other text shows to be one: 23.45 beside pukul 23.45."""
    if time.kind != "time" or number.kind not in ("number", "unit"):
        return False
    hour, minute = time.parts
    return f"{int(hour)}.{int(minute):02}".rstrip("0").rstrip(".") in number.readings


def _silent(quantity: Quantity) -> bool:
    """Whether a quantity on one side alone says nothing: codes (compared as names), and what comes and goes."""
    return quantity.optional or quantity.kind == "code" or (_is_small_word(quantity) and quantity.usual in ("1", "2"))


def _is_small_word(quantity: Quantity) -> bool:
    """Whether a number in words may be said by another turn of phrase (berkaki empat, quadruped)."""
    counted = quantity.form == "words" and quantity.kind in ("number", "ordinal") and _is_number(quantity.usual)
    return counted and Fraction(quantity.usual) <= _SMALL


def _comparable(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two quantities of different value may be the same one."""
    if ours.optional != theirs.optional and "date" not in (ours.kind, theirs.kind):
        return False
    kinds = {ours.kind, theirs.kind}
    if kinds & _COMPOSITE or "version" in kinds or "code" in kinds:
        return (len(kinds) == 1 and "code" not in kinds) or kinds == {"ratio", "time"}
    return True


def _same_unit(ours: str, theirs: str) -> bool:
    """Whether two units are or may be the same; what has none may have any."""
    if not ours or not theirs or ours == theirs:
        return True
    dollars = {"dollar", "USD", "SGD", "AUD"}
    if "dollar" in (ours, theirs) and {ours, theirs} <= dollars:
        return True
    return {ours, theirs} in _ALIKE or (ours.split("/")[0] == theirs.split("/")[0] and ("/" in ours) != ("/" in theirs))


_ALIKE = ({"celsius", "degree"}, {"fahrenheit", "degree"})


def _scaled_alike(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two amounts differ by their scale words only: 2 miliar, 2 million."""
    if not (ours.scale or theirs.scale):
        return False
    values = [Fraction(each.usual) for each in (ours, theirs) if _is_number(each.usual)]
    if len(values) < 2 or not all(values):
        return False
    ratio = max(values) / min(values)
    return ratio in (10**3, 10**6, 10**9, 10**12)


def _is_number(text: str) -> bool:
    return bool(text) and text.replace(".", "", 1).replace("/", "", 1).isdecimal()


def _contrary(ours: str, theirs: str) -> bool:
    """Whether the signs before a value say the opposite."""
    if not ours or not theirs or ours == theirs:
        return False
    turns = {"<": -1, "≤": -1, ">": 1, "≥": 1}
    return turns.get(ours, 0) != turns.get(theirs, 0) or "±" in (ours, theirs)
