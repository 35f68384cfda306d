"""What two quantities differ in, and what speaks for or against the difference: kind, position and evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from thesis_build.alignment.compare.quantities import Background, QuantityContext, compare, compare_texts
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.evidence import (
    AmbiguousSeparators,
    Evidence,
    QuantityPair,
    UnlikeCurrencies,
    UnlikePercentages,
    UnlikeRelations,
    UnlikeValues,
)
from thesis_build.alignment.kinds import Kind
from thesis_build.languages.quantities.read import Quantity

STATED = {"id": "ours", "en": "theirs"}
SPANS = (0, 100), (200, 300)
NOTHING = Background()


def quantity(text: str, value: str = "5", **other: Any) -> Quantity:
    """A number that says where it stands: ours at the beginning of the one part, theirs at that of the other."""
    start = other.pop("at", 200 if text == "theirs" else 0)
    readings = other.pop("readings", frozenset({value}))
    return Quantity(start, start + 4, text, other.pop("kind", "number"), readings, **{"usual": value, **other})


def compared(ours: dict[str, Any], theirs: dict[str, Any], background: Background = NOTHING) -> list[Difference]:
    context = QuantityContext(("id", "en"), SPANS, background)
    return list(compare([quantity("ours", **ours)], [quantity("theirs", **theirs)], context))


DIFFERENT: list[tuple[dict[str, Any], dict[str, Any], Kind, Evidence]] = [
    # another value
    ({}, {"value": "6"}, Kind.QUANTITY_VALUE, UnlikeValues(STATED, balanced=False, optional=False)),
    (
        {"optional": True},
        {"value": "6", "optional": True},
        Kind.QUANTITY_VALUE,
        UnlikeValues(STATED, balanced=False, optional=True),
    ),
    (
        {"kind": "version", "optional": True},
        {"value": "6", "kind": "version"},
        Kind.QUANTITY_VALUE,
        UnlikeValues(STATED, balanced=False, optional=False),
    ),
    ({"kind": "date"}, {"value": "6", "kind": "date"}, Kind.DATE, QuantityPair(STATED)),
    ({"kind": "time"}, {"value": "6", "kind": "time"}, Kind.TIME, QuantityPair(STATED)),
    ({"scale": 3}, {"value": "5000"}, Kind.ORDER_OF_MAGNITUDE, QuantityPair(STATED)),
    # another unit
    ({"kind": "unit", "unit": "kg"}, {"kind": "unit", "unit": "g"}, Kind.UNIT, QuantityPair(STATED)),
    # another currency, or one beside a bare number
    (
        {"kind": "money", "unit": "IDR"},
        {"kind": "money", "unit": "USD"},
        Kind.CURRENCY,
        UnlikeCurrencies(STATED, unit_stated_by_both=True),
    ),
    (
        {"kind": "money", "unit": "IDR"},
        {"kind": "unit", "unit": "kg"},
        Kind.CURRENCY,
        UnlikeCurrencies(STATED, unit_stated_by_both=True),
    ),
    (
        {"kind": "money", "unit": "IDR"},
        {"kind": "number"},
        Kind.CURRENCY,
        UnlikeCurrencies(STATED, unit_stated_by_both=False),
    ),
    # shares
    ({"kind": "percent"}, {"kind": "points"}, Kind.PERCENTAGE, UnlikePercentages(STATED, both_shares=True)),
    (
        {"kind": "percent", "unit": "%"},
        {"kind": "number"},
        Kind.PERCENTAGE,
        UnlikePercentages(STATED, both_shares=False),
    ),
    (
        {"kind": "points", "unit": "pp"},
        {"kind": "unit", "unit": "kg"},
        Kind.PERCENTAGE,
        UnlikePercentages(STATED, both_shares=False),
    ),
    (
        {"kind": "percent", "unit": "%"},
        {"kind": "money", "unit": "IDR"},
        Kind.PERCENTAGE,
        UnlikePercentages(STATED, both_shares=False),
    ),
    # contrary relations, and signs
    ({"relation": "<"}, {"relation": ">"}, Kind.RELATION, UnlikeRelations(STATED, sign=False)),
    ({"relation": "≤"}, {"relation": "="}, Kind.RELATION, UnlikeRelations(STATED, sign=False)),
    ({"relation": "≈"}, {"relation": "≥"}, Kind.RELATION, UnlikeRelations(STATED, sign=False)),
    ({"relation": "±"}, {"relation": ">"}, Kind.RELATION, UnlikeRelations(STATED, sign=False)),
    ({"relation": "±"}, {"relation": "="}, Kind.RELATION, UnlikeRelations(STATED, sign=False)),
    ({"sign": "-"}, {}, Kind.RELATION, UnlikeRelations(STATED, sign=True)),
    ({"sign": "-", "kind": "unit"}, {"kind": "percent", "unit": ""}, Kind.RELATION, UnlikeRelations(STATED, sign=True)),
    ({"sign": "-", "kind": "points"}, {"kind": "points"}, Kind.RELATION, UnlikeRelations(STATED, sign=True)),
]


@pytest.mark.parametrize(("ours", "theirs", "kind", "evidence"), DIFFERENT)
def test_what_differs(ours: dict[str, Any], theirs: dict[str, Any], kind: Kind, evidence: Evidence) -> None:
    assert compared(ours, theirs) == [Difference(kind, {"id": (0, 4), "en": (200, 204)}, evidence)]
    (turned,) = compared(theirs, ours)
    assert turned.kind is kind


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({}, {}),
        ({"kind": "unit", "unit": "kg"}, {"kind": "unit", "unit": "kg"}),
        ({"kind": "unit", "unit": "kg"}, {"kind": "number"}),
        ({"kind": "unit", "unit": "kg"}, {"kind": "ordinal", "unit": "g"}),
        ({"kind": "money", "unit": "IDR"}, {"kind": "money", "unit": "IDR"}),
        ({"kind": "money", "unit": "dollar"}, {"kind": "unit", "unit": "USD"}),
        ({"kind": "money", "unit": "IDR"}, {"kind": "number", "form": "words"}),
        ({"kind": "money", "unit": "IDR", "form": "words"}, {"kind": "number"}),
        ({"kind": "percent", "unit": "%"}, {"kind": "percent", "unit": "%"}),
        ({"kind": "percent", "unit": "%"}, {"kind": "ordinal"}),
        ({"kind": "percent", "unit": ""}, {"kind": "number"}),
        # relations that turn the same way, or only one
        ({"relation": "<"}, {"relation": "≤"}),
        ({"relation": ">"}, {"relation": "≥"}),
        ({"relation": "="}, {"relation": "≈"}),
        ({"relation": "<"}, {}),
        # a sign in words, or of what can have none
        ({"sign": "-", "form": "words"}, {}),
        ({"sign": "-"}, {"form": "words"}),
        ({"sign": "-", "kind": "ordinal"}, {}),
    ],
)
def test_what_may_be_the_same(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert compared(ours, theirs) == []
    assert compared(theirs, ours) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "balanced"),
    [((1, 1), (1, 1), True), ((1, 1), (1, 2), False), ((2, 1), (1, 1), False), ((0, 0), (1, 1), False)],
)
def test_values_that_stand_as_often_in_both_texts(
    ours: tuple[int, int], theirs: tuple[int, int], balanced: bool
) -> None:
    readings = {tag: {"5": ours[side], "6": theirs[side]} for side, tag in enumerate(("id", "en"))}
    (found,) = compared({}, {"value": "6"}, Background(readings))
    assert found.evidence == UnlikeValues(STATED, balanced, optional=False)


def test_differences_stand_in_the_order_of_the_first_text() -> None:
    ours = [quantity("a", at=50, kind="unit", unit="kg"), quantity("b", "77", at=0)]
    theirs = [quantity("c", at=250, kind="unit", unit="g")]
    found = compare(ours, theirs, QuantityContext(("id", "en"), SPANS))
    assert [each.kind for each in found] == [Kind.QUANTITY_MISSING, Kind.UNIT]


TWO = {"readings": frozenset({"1250", "1.25"}), "grouping": ".", "separator": "."}
OTHER = {"readings": frozenset({"1250", "1.25"}), "grouping": ",", "separator": ","}


@pytest.mark.parametrize(
    ("ours", "theirs", "foreign", "expected"),
    [
        # each by the conventions of its language: the same
        ({"value": "1250", **TWO}, {"value": "1250", **OTHER}, (), None),
        ({"value": "1250", **TWO}, {"value": "1250"}, (), None),
        # one of them means something else
        ({"value": "1250", **TWO}, {"value": "1.25", **TWO}, (), (True, False)),
        (
            {"value": "1250", "kind": "unit", **TWO},
            {"value": "1.25", "kind": "unit", **TWO},
            (),
            (True, True),
        ),
        ({"value": "1250", "kind": "unit", **TWO}, {"value": "1.25", **TWO}, (), (True, False)),
        # … unless one of the writers uses the signs of the other language
        ({"text": "1.251", "value": "1250", **TWO}, {"value": "1.25", **TWO}, ("id",), None),
        ({"text": "1.251", "value": "1250", **TWO}, {"value": "1.25", **TWO}, ("en",), (True, False)),
        ({"text": "1.251", "value": "1250", **TWO}, {"value": "1250", **OTHER}, ("id",), (False, False)),
        ({"text": "1.250", "value": "1250", **TWO}, {"value": "1250", **OTHER}, ("id",), None),
        ({"text": "1.251", "value": "1250", **TWO}, {"value": "1250", "text": "1,251", **OTHER}, ("id", "en"), None),
        ({"value": "1250", **TWO}, {"value": "1250", "text": "1,251", **OTHER}, ("en",), (False, False)),
        # what has no value of its own, or no grouping sign on either side
        ({"value": "", **TWO}, {"value": "1.25", **TWO}, (), None),
        ({"value": "1250", **TWO}, {"value": "", **TWO}, (), None),
        ({"value": "1250", **TWO, "grouping": ""}, {"value": "1.25", **TWO, "grouping": ""}, (), None),
        ({"value": "1250", **TWO, "grouping": ""}, {"value": "1.25", **TWO}, (), (True, False)),
    ],
)
def test_a_separator_of_two_readings(
    ours: dict[str, Any], theirs: dict[str, Any], foreign: tuple[str, ...], expected: tuple[bool, bool] | None
) -> None:
    context = QuantityContext(("id", "en"), SPANS, Background(foreign=frozenset(foreign)))
    one = quantity(**{"text": "1.250", "at": 0, **ours})
    other = quantity(**{"text": "1,250", "at": 200, **theirs})
    found = compare([one], [other], context)
    assert [(each.kind, each.evidence) for each in found] == (
        [(Kind.AMBIGUOUS_SEPARATOR, AmbiguousSeparators({"id": one.text, "en": other.text}, *expected))]
        if expected
        else []
    )


def test_two_couples_stand_in_the_order_of_the_first_text() -> None:
    ours = [quantity("a", at=50, kind="unit", unit="kg"), quantity("b", "77", at=0, kind="unit", unit="kg")]
    theirs = [quantity("c", at=200, kind="unit", unit="g"), quantity("d", "77", at=250, kind="unit", unit="g")]
    found = compare(ours, theirs, QuantityContext(("id", "en"), SPANS))
    assert [each.extents["id"] for each in found] == [(0, 4), (50, 54)]


def test_a_share_has_the_decimal_reading_of_its_language() -> None:
    one, other = (
        quantity("1.251", "1251", at=0, kind="percent", grouping=".", separator="."),
        quantity("1.251", "1251", at=200, kind="percent"),
    )
    readings = frozenset({"1251", "1.251"})
    found = compare(
        [replace(one, readings=readings)],
        [replace(other, readings=readings, separator=".")],
        QuantityContext(("id", "en"), SPANS),
    )
    assert [each.evidence for each in found] == [
        AmbiguousSeparators({"id": "1.251", "en": "1.251"}, misread=True, measured=False)
    ]


def test_texts_are_compared_from_beginning_to_end() -> None:
    """The extent of what has nothing on the other side is all of it; a couple may stand some way apart."""
    texts = {"id": "Ada 40 siswa di sini.", "en": "Nobody."}
    (found,) = compare_texts(texts)
    assert found.extents == {"id": (4, 6), "en": (0, 7)}
    (found,) = compare_texts(dict(reversed(texts.items())))
    assert found.extents == {"id": (4, 6), "en": (0, 7)}


def test_scales_are_compared_by_exact_values() -> None:
    (found,) = compared({"value": "0.3", "scale": 6}, {"value": "300", "scale": 3})
    assert found.kind is Kind.ORDER_OF_MAGNITUDE
    (found,) = compared({"value": "0", "scale": 6}, {"value": "300", "scale": 3})
    assert found.kind is Kind.QUANTITY_VALUE
