"""How far apart two quantities may stand to be the same one, and what else counts as distance."""

from __future__ import annotations

from typing import Any

import pytest

from thesis_build.alignment.compare.quantity_pairs import QuantityContext, QuantityMatching, match
from thesis_build.languages.quantities.read import Quantity

LONG, SHORT = ((0, 1000), (0, 1000)), ((0, 100), (0, 100))
KILO = {"usual": "2000", "scale": 3}


def quantity(at: int, value: str = "5", **other: Any) -> Quantity:
    """A number at a position; it is named by its value and position."""
    readings = other.pop("readings", frozenset({value}))
    return Quantity(at, at + 1, f"{value}@{at}", other.pop("kind", "number"), readings, **{"usual": value, **other})


def matched(
    ours: list[Quantity], theirs: list[Quantity], spans: tuple[tuple[int, int], tuple[int, int]] = LONG
) -> QuantityMatching:
    return match(ours, theirs, QuantityContext(("id", "en"), spans))


def named(matching: QuantityMatching) -> tuple[list[str], list[str], list[str], list[str]]:
    """The couples of equal and of unlike value, and what stands alone on each side."""
    equal, unlike = ([f"{a.text} {b.text}" for a, b in side] for side in (matching.equal, matching.unlike))
    ours, theirs = ([each.text for each in side] for side in matching.alone)
    return equal, unlike, ours, theirs


@pytest.mark.parametrize(
    ("spans", "other", "farthest"),
    [
        (LONG, {}, 485),
        (LONG, {"kind": "percent"}, 340),
        (SHORT, {}, 85),
        (SHORT, {"kind": "percent"}, 60),
        (((0, 100), (0, 1000)), {"kind": "percent"}, 340),
        (((900, 1000), (900, 1000)), {"kind": "percent"}, 960),
        (LONG, {"kind": "money", **KILO}, 485),
        (LONG, KILO, 693),
        (LONG, {"usual": "2000000000", "scale": 9}, 693),
        (LONG, {"usual": "2000000000000", "scale": 12}, 693),
        (LONG, {"usual": "2" + "0" * 13, "scale": 12}, 485),
    ],
)
def test_unlike_quantities_are_a_couple_up_to_a_distance(
    spans: tuple[tuple[int, int], tuple[int, int]], other: dict[str, Any], farthest: int
) -> None:
    ours = quantity(spans[0][0], "2" if other.get("scale") else "6")
    for at, couple in ((farthest, True), (farthest + 1, False)):
        found = matched([ours], [quantity(at, "7", **other)], spans)
        assert bool(found.unlike) is couple, at
        assert (len(found.alone[0]), len(found.alone[1])) == ((0, 0) if couple else (1, 1))


def test_a_position_is_counted_from_the_beginning_of_its_part() -> None:
    context = QuantityContext(("id", "en"), ((10, 30), (200, 300)))
    ours, theirs = quantity(25), quantity(225)
    assert (context.share(0, ours), context.share(1, theirs), context.apart(ours, theirs)) == (0.75, 0.25, 0.5)
    assert QuantityContext(("id", "en"), ((10, 10), (0, 1))).share(0, quantity(10)) == 0.0
    assert QuantityContext(("id", "en"), ((10, 10), (0, 1))).share(0, quantity(13)) == 3.0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # what stands nearer, and what is less alike: either costs, and the cheaper one is taken
        ({"at": 290, "unit": "kg"}, {"at": 0, "unit": "g"}),
        ({"at": 140, "unit": "kg"}, {"at": 0, "unit": "kg", "kind": "number"}),
        ({"at": 290, "unit": "kg", "sign": ""}, {"at": 0, "unit": "kg", "sign": "-"}),
    ],
)
def test_of_equal_values_the_one_that_is_more_alike_is_taken(first: dict[str, Any], second: dict[str, Any]) -> None:
    ours = quantity(0, kind="unit", unit="kg")
    one = quantity(**{"kind": "unit", **first})
    other = quantity(**{"kind": "unit", **second})
    assert matched([ours], [other, one]).equal == ((ours, one),)
    farther = quantity(**{"kind": "unit", **first, "at": first["at"] + 20})
    assert matched([ours], [other, farther]).equal == ((ours, other),)


def test_of_equal_values_an_optional_one_is_farther_away() -> None:
    ours = quantity(0, kind="date", optional=True)
    other = quantity(0, kind="date")
    for at, taken in ((190, True), (210, False)):
        one = quantity(at, kind="date", optional=True)
        assert (matched([ours], [other, one]).equal == ((ours, one),)) is taken, at


def test_couples_are_made_cheapest_first_and_each_quantity_is_in_one() -> None:
    ours = [quantity(0, "5"), quantity(500, "5")]
    theirs = [quantity(510, "5"), quantity(100, "5"), quantity(900, "5")]
    assert named(matched(ours, theirs)) == (["5@0 5@100", "5@500 5@510"], [], [], ["5@900"])
    assert named(matched(theirs, ours)) == (["5@510 5@500", "5@100 5@0"], [], ["5@900"], [])


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        # two that are optional, or neither, may be compared
        ({"optional": True}, {"optional": True}, "unlike"),
        ({"optional": True}, {}, "alone"),
        # a composite and a plain number may not
        ({"kind": "date"}, {}, "alone"),
        ({"kind": "date"}, {"kind": "date"}, "unlike"),
        ({"kind": "date"}, {"kind": "time"}, "alone"),
        ({"kind": "code"}, {"kind": "code"}, "alone"),
        ({"kind": "version"}, {"kind": "version"}, "unlike"),
        ({"kind": "ratio", "parts": ("6",)}, {"kind": "ratio", "parts": ("7",)}, "unlike"),
        ({"kind": "time"}, {"kind": "time"}, "unlike"),
        ({"kind": "percent"}, {"kind": "unit"}, "unlike"),
        # a ratio that may be a time
        ({"kind": "time", "readings": frozenset({"T6"})}, {"kind": "ratio", "readings": frozenset({"T7"})}, "unlike"),
        ({"kind": "time", "readings": frozenset({"T6"})}, {"kind": "ratio"}, "alone"),
        ({"kind": "ratio"}, {"kind": "time", "readings": frozenset({"T7"})}, "alone"),
        ({"kind": "version", "readings": frozenset({"T6"})}, {"kind": "time", "readings": frozenset({"T7"})}, "alone"),
    ],
)
def test_unlike_quantities_that_may_be_the_same(ours: dict[str, Any], theirs: dict[str, Any], expected: str) -> None:
    found = matched([quantity(0, "6", **ours)], [quantity(0, "7", **theirs)])
    assert not found.equal
    assert ("unlike" if found.unlike else "alone") == expected


def test_dates_are_compared_before_months_and_months_only_with_what_is_left() -> None:
    month, day = quantity(0, "5", kind="date", parts=("5",)), quantity(300, "6-7", kind="date", parts=("6", "7"))
    other = quantity(10, "8-9", kind="date", parts=("8", "9"))
    assert named(matched([month, day], [other])) == ([], ["6-7@300 8-9@10"], ["5@0"], [])
    assert named(matched([other], [month, day])) == ([], ["8-9@10 6-7@300"], [], ["5@0"])
    assert named(matched([month], [other])) == ([], ["5@0 8-9@10"], [], [])


@pytest.mark.parametrize(
    ("ours", "theirs", "equal"),
    [
        ({}, {}, True),
        ({"optional": True}, {"optional": True}, True),
        # codes must have more in common than digits
        ({"kind": "code"}, {"kind": "code"}, False),
        ({"kind": "code", "readings": frozenset({"5", "b5"})}, {"kind": "code", "readings": frozenset({"b5"})}, True),
        ({"kind": "code", "readings": frozenset({"5", "b5"})}, {"kind": "code", "readings": frozenset({"5"})}, False),
        ({"kind": "code"}, {"kind": "number"}, True),
    ],
)
def test_equal_values(ours: dict[str, Any], theirs: dict[str, Any], equal: bool) -> None:
    assert bool(matched([quantity(0, **ours)], [quantity(0, **theirs)]).equal) is equal


def test_a_label_is_compared_with_what_became_of_it_before_it_is_an_article() -> None:
    one, label, other = quantity(0, "1", optional=True), quantity(0, "1"), quantity(50, "2")
    assert named(matched([one, other], [label])) == ([], ["2@50 1@0"], ["1@0"], [])
    version = quantity(0, "8.9", kind="version")
    assert named(matched([one, version], [label])) == (["1@0 1@0"], [], ["8.9@0"], [])
    assert named(matched([one], [label])) == ([], [], [], [])  # all that is left is the same
    date = quantity(0, "1", kind="date", optional=True)
    assert named(matched([date, other], [label])) == (["1@0 1@0"], [], ["2@50"], [])


def test_two_ratios_of_the_same_parts_are_equal_however_they_are_read() -> None:
    one = quantity(0, "0.5", kind="ratio", parts=("1", "2"))
    assert matched([one], [quantity(0, "1:2", kind="ratio", parts=("1", "2"))]).equal
    assert not matched([one], [quantity(0, "2:1", kind="ratio", parts=("2", "1"))]).equal


@pytest.mark.parametrize(
    ("time", "number", "kind", "equal"),
    [
        (("23", "45"), "23.45", "number", True),
        (("23", "45"), "23.45", "unit", True),
        (("23", "45"), "23.45", "percent", False),
        (("7", "30"), "7.3", "number", True),
        (("7", "05"), "7.05", "number", True),
        (("7", "5"), "7.05", "number", True),
        (("20", "00"), "20", "number", True),
        (("20", "00"), "2", "number", False),
        (("23", "45"), "23.46", "number", False),
    ],
)
def test_a_number_that_is_a_time_of_day(time: tuple[str, str], number: str, kind: str, equal: bool) -> None:
    clock = quantity(0, ":".join(time), kind="time", readings=frozenset({"T" + ":".join(time)}), parts=time)
    plain = quantity(0, number, kind=kind)
    assert bool(matched([clock], [plain]).equal) is equal
    assert bool(matched([plain], [clock]).equal) is equal


def test_what_is_no_time_of_day_is_not_read_as_one() -> None:
    ratio = quantity(0, "23:45", kind="ratio", parts=("23", "45"))
    assert not matched([ratio], [quantity(0, "23.45")]).equal


def test_the_same_parts_in_another_order_are_dropped() -> None:
    day, whole = quantity(0, "3"), quantity(9, "7-5", kind="date", parts=("7", "5"))
    other_day, other = quantity(5, "7"), quantity(0, "3-5", kind="date", parts=("3", "5"))
    assert named(matched([day, whole], [other_day, other])) == ([], [], [], [])
    assert matched([day, whole], [quantity(5, "8"), other]).unlike


def test_numbers_beside_their_ratio_are_said_once() -> None:
    ratio = quantity(0, "1:2", kind="ratio", parts=("1", "2"))
    assert named(matched([ratio], [quantity(0, "1"), quantity(9, "2"), quantity(400, "40")])) == (
        [],
        [],
        [],
        ["40@400"],
    )
    assert named(matched([quantity(0, "2"), quantity(9, "1")], [ratio])) == ([], [], [], [])
    # a part that the other side lacks: the number beside which the ratio stands is marked, a stray one before the rest
    assert named(matched([ratio], [quantity(0, "1"), quantity(9, "8")])) == ([], ["1:2@0 8@9"], [], [])
    assert named(matched([quantity(0, "1"), quantity(9, "8")], [ratio])) == ([], ["8@9 1:2@0"], [], [])
    assert named(matched([ratio], [quantity(0, "1")])) == ([], ["1:2@0 1@0"], [], [])


@pytest.mark.parametrize(("at", "near"), [(129, True), (130, False), (71, True), (70, False)])
def test_a_stray_number_stands_near_the_part_that_was_found(at: int, near: bool) -> None:
    ratio = quantity(100, "1:2", kind="ratio", parts=("1", "2"))
    marked = "8" if near else "1"
    rest = [] if near else [f"8@{at}"]
    found = matched([ratio], [quantity(100, "1"), quantity(at, "8")])
    assert named(found) == ([], [f"1:2@100 {marked}@{at if near else 100}"], [], rest)


@pytest.mark.parametrize("stray", [{"kind": "version"}, {"optional": True}])
def test_a_stray_composite_or_optional_quantity_is_no_part(stray: dict[str, Any]) -> None:
    ratio = quantity(0, "1:2", kind="ratio", parts=("1", "2"))
    found = matched([ratio], [quantity(0, "1"), quantity(5, "8", **stray)])
    assert named(found) == ([], ["1:2@0 1@0"], [], ["8@5"])


def test_the_nearest_stray_number_is_marked() -> None:
    ratio = quantity(0, "1:2", kind="ratio", parts=("1", "2"))
    theirs = [quantity(20, "9"), quantity(30, "1"), quantity(35, "8"), quantity(50, "6")]
    assert named(matched([ratio], theirs)) == ([], ["1:2@0 8@35"], [], ["9@20", "6@50"])


def test_the_first_of_the_parts_that_were_found_is_marked() -> None:
    ratio = quantity(0, "1:2:3", kind="ratio", parts=("1", "2", "3"))
    for theirs in ([quantity(300, "1"), quantity(40, "2")], [quantity(40, "1"), quantity(300, "2")]):
        first = min(theirs, key=lambda each: each.start)
        assert named(matched([ratio], theirs)) == ([], [f"1:2:3@0 {first.text}"], [], [])


def test_a_month_is_a_part_of_a_date() -> None:
    date = quantity(0, "3-5", kind="date", parts=("3", "5"))
    month = quantity(5, "May", kind="date", parts=("5",))
    assert named(matched([date], [quantity(0, "3"), month])) == ([], [], [], [])


def test_a_composite_without_any_of_its_parts_stays() -> None:
    ratio, second = (quantity(at, "1:2", kind="ratio", parts=("1", "2")) for at in (0, 900))
    version = quantity(0, "8.9", kind="version", parts=("8", "9"))
    assert named(matched([version, ratio], [quantity(0, "1"), quantity(9, "2")])) == ([], [], ["8.9@0"], [])
    assert named(matched([ratio, second], [quantity(0, "1"), quantity(9, "2")])) == ([], [], ["1:2@900"], [])
    month = quantity(0, "May", kind="date", parts=("5",))
    assert named(matched([month], [quantity(0, "5"), quantity(5, "6")])) == ([], [], ["May@0"], ["5@0", "6@5"])
