"""Which numbers are written as another language writes them, and what a number of two readings means."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from thesis_build.alignment.compare.number_notation import forms, is_habit, may_be_decimal, meant, signs
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.evidence import ForeignNotation
from thesis_build.alignment.kinds import Kind
from thesis_build.languages.quantities.read import Quantity, read


def test_the_signs_of_a_language() -> None:
    assert (signs("id"), signs("en")) == ((",", "."), (".", ","))


@pytest.mark.parametrize(
    ("text", "tag", "kind", "value"),
    [
        ("Akurasi 92.5% tercapai.", "id", Kind.DECIMAL_POINT, "92.5%"),
        ("An accuracy of 92,5% was reached.", "en", Kind.DECIMAL_COMMA, "92,5%"),
        ("Sebanyak 1,250,000 orang.", "id", Kind.THOUSANDS_SEPARATOR, "1,250,000"),
        ("Pada 17 August 2023.", "id", Kind.MONTH_NAME, "August"),
    ],
)
def test_the_notation_is_evidence(text: str, tag: str, kind: Kind, value: str) -> None:
    (found,) = forms(text, tag, read(text, tag))
    assert (found.kind, found.language, found.other) == (kind, tag, "")
    assert found.evidence == ForeignNotation(value)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2.5", 0),  # at the beginning of a text or line: the number of a section
        ("Bab\n2.5", 0),
        ("nilai 2.5 tercapai", 1),
        ("Versi 2.5 dipakai", 0),
        ("RMSE 2.51 tercapai", 1),
        ("IEEE 2.5 dipakai", 0),
        ("metode Skor 2.5 dipakai", 0),
        ("metode skor 2.5 dipakai", 1),
        ("metode Skor 0.5 dipakai", 1),
        ("waktu 08.30 tercapai", 0),
        ("waktu 08.60 tercapai", 1),
        ("buka 08.30 pagi", 0),
    ],
)
def test_a_number_that_belongs_to_a_name(text: str, wrong: int) -> None:
    assert len(forms(text, "id", read(text, "id"))) == wrong


@pytest.mark.parametrize(
    ("text", "habit"),
    [
        ("nilai 2.5 dan 3.5", True),
        ("nilai 2.5 saja", False),
        ("nilai 2.5 dan 3,5", False),
        ("nilai 2,5 dan 3,5", False),
    ],
)
def test_a_habit_takes_two_numbers_and_no_right_one(text: str, habit: bool) -> None:
    assert is_habit(read(text, "id"), "id") is habit


@pytest.mark.parametrize(
    ("text", "value", "decimal"),
    [
        ("sebanyak 27.011 orang", "27011", True),
        ("sebanyak 6.000 orang", "6000", False),
        ("sebesar 27.011%", "27.011", True),
    ],
)
def test_three_digits_after_a_point(text: str, value: str, decimal: bool) -> None:
    (found,) = read(text, "id")
    assert (meant(found, "id"), may_be_decimal(found, "id")) == (value, decimal)


def number(text: str, **other: Any) -> Quantity:
    """A number in digits that has a sign in it, which is its decimal sign; its language groups by nothing."""
    start = other.pop("start", 0)
    sign = "." if "." in text else ","
    value = text.replace(",", ".")
    plain = {"kind": "number", "readings": frozenset({value}), "usual": value, "separator": sign, **other}
    return Quantity(start, start + len(text), text, **plain)


def grouped(text: str, **other: Any) -> Quantity:
    """A number with a sign before three digits, which is read as thousands where nothing else is said."""
    sign = "." if "." in text else ","
    thousands, decimal = text.replace(sign, ""), text.replace(sign, ".")
    readings = frozenset({thousands, decimal})
    return number(text, **{"readings": readings, "usual": thousands, "grouping": sign, **other})


@pytest.mark.parametrize(
    ("other", "decimal"),
    [
        ({}, False),
        ({"kind": "percent"}, True),
        ({"kind": "points"}, True),
        ({"kind": "unit"}, False),
        ({"relation": "="}, True),
        ({"relation": "±"}, True),
        ({"relation": "≈"}, True),
        ({"relation": "<"}, False),
        ({"relation": "=", "kind": "money"}, False),
        ({"kind": "percent", "separator": ""}, False),
        ({"kind": "percent", "grouping": ""}, False),
    ],
)
def test_a_share_or_a_result_has_the_decimal_reading(other: dict[str, Any], decimal: bool) -> None:
    for text, tag in (("27.011", "id"), ("27,011", "en")):
        assert meant(grouped(text, **other), tag) == ("27.011" if decimal else "27011")
    # where the sign is the decimal one of the language there is one reading only
    assert meant(grouped("27.011", **other), "en") == "27011"
    assert meant(grouped("27.011", **other, readings=frozenset({"27011"})), "id") == "27011"


@pytest.mark.parametrize(
    ("text", "decimal"),
    [("27.011", True), ("27.010", False), ("27.010%", False), ("27.010 °", False), ("27.011°", True)],
)
def test_a_round_number_is_thousands(text: str, decimal: bool) -> None:
    assert may_be_decimal(grouped(text), "id") is decimal
    assert not may_be_decimal(grouped(text), "en")


@pytest.mark.parametrize(
    ("found", "habit"),
    [
        ([number("2.5"), number("3.5")], True),
        ([number("2.5")], False),
        ([number("2.5"), number("3.5"), number("1,5")], False),
        ([number("2.5"), number("3.5", separator="")], False),
        ([number("2.5"), number("3.5", grouping=".")], False),
        ([number("2.5"), number("3.5", form="words")], False),
        ([number("2.5"), number("3.5", kind="version")], False),
        ([number("2.5"), number("3.5", kind="date")], False),
        ([number("2.5"), number("3.5", kind="percent")], True),
    ],
)
def test_which_numbers_show_a_habit(found: list[Quantity], habit: bool) -> None:
    assert is_habit(found, "id") is habit


@pytest.mark.parametrize(
    ("before", "found", "wrong"),
    [
        ("nilai ", number("2.5"), True),
        ("nilai ", number("2,5"), False),
        ("nilai ", number("2.5", separator=""), False),
        ("nilai ", number("2.5", form="words"), False),
        *(("nilai ", number("2.5", kind=kind), False) for kind in ("reference", "version", "code", "date", "time")),
        ("nilai ", number("2.5", kind="ratio"), False),
        # a name before it, but something says that it was measured
        ("Versi ", number("2.5"), False),
        ("Versi ", number("2.5", kind="percent"), True),
        ("Versi ", number("2.5", relation="="), True),
        ("Versi ", number("2.5", unit="kg"), True),
        ("Versi ", number("2.5", scale=6), True),
        ("Versi ", number("2.5", grouping=","), True),
        ("Versi ", number("0.5"), True),
        ("Versi ", number("10.5"), False),
        # coordinates
        ("nilai ", number("6.914744"), False),
        ("nilai ", number("6.91474"), False),
        ("nilai ", number("6.9147"), True),
        ("nilai ", number("107.609810°"), False),
        ("nilai ", number("1107.609810"), True),
        ("", number("2.5"), False),
        ("  ", number("2.5"), False),
        ("nilai\n", number("2.5"), False),
        ("2 ", number("2.5"), True),
        ("nilai-", number("2.5"), True),
        ("IEEE ", number("2.5"), False),
        ("IEEE ", number("2.51"), True),
        ("Ieee ", number("2.51"), False),
        ("T-Rex ", number("2.5"), False),
        ("A" + "a" * 38 + " ", number("2.5"), False),
        ("A" + "a" * 39 + " ", number("2.5"), True),
    ],
)
def test_a_decimal_point_in_indonesian(before: str, found: Quantity, wrong: bool) -> None:
    placed = replace(found, start=len(before), end=len(before) + len(found.text))
    text = f"{before}{found.text} tercapai"
    expected = (Difference(Kind.DECIMAL_POINT, {"id": (placed.start, placed.end)}, ForeignNotation(found.text), "id"),)
    assert forms(text, "id", [placed]) == (expected if wrong else ())


@pytest.mark.parametrize(
    ("before", "found", "wrong"),
    [
        ("value ", number("2,5"), True),
        ("value ", number("2,55"), True),
        ("value ", number("2,5555"), False),
        ("Value ", number("2,5"), True),
        ("", number("2,5"), True),
        ("value ", number("2.5"), False),
        # a list
        ("value (", number("2,5"), False),
        ("value [ ", number("2,5"), False),
        ("value 1, ", number("2,5"), False),
        ("value (", number("0,5"), True),
        ("value (", number("2,5", unit="kg"), True),
    ],
)
def test_a_decimal_comma_in_english(before: str, found: Quantity, wrong: bool) -> None:
    placed = replace(found, start=len(before), end=len(before) + len(found.text))
    reported = forms(f"{before}{found.text} reached", "en", [placed])
    assert [each.kind for each in reported] == ([Kind.DECIMAL_COMMA] if wrong else [])


@pytest.mark.parametrize(
    ("found", "habit", "wrong"),
    [
        (grouped("27.011"), False, False),
        (grouped("27.011"), True, True),
        (grouped("27.010"), True, False),
        (grouped("27.011", kind="percent"), False, True),
        (grouped("27.010", kind="percent"), False, True),
    ],
)
def test_a_number_of_two_readings_is_wrong_by_habit_or_by_what_it_is(found: Quantity, habit: bool, wrong: bool) -> None:
    assert [each.kind for each in forms(found.text, "id", [found], habit)] == ([Kind.DECIMAL_POINT] if wrong else [])
    assert bool(forms(found.text, "id", [found])) is (wrong and not habit)


@pytest.mark.parametrize(
    ("found", "tag", "kind"),
    [
        (number("1,250,000", separator="", grouping=","), "id", Kind.THOUSANDS_SEPARATOR),
        (number("1.250.000", separator="", grouping="."), "id", None),
        (number("1.250.000", separator="", grouping="."), "en", Kind.THOUSANDS_SEPARATOR),
        (number("1,250,000", separator="", grouping=","), "en", None),
        (number("1 250 000", separator="", grouping=" "), "en", None),
        (number("1,250,000", separator=",", grouping=","), "id", None),
        (number("1,250,000", separator="", grouping=",", form="words"), "id", None),
        (number("1,250,000", separator="", grouping=",", kind="code"), "id", None),
    ],
)
def test_thousands_grouped_as_in_another_language(found: Quantity, tag: str, kind: Kind | None) -> None:
    expected = [(kind, {tag: (0, len(found.text))}, ForeignNotation(found.text), tag)] if kind else []
    reported = forms(found.text, tag, [found])
    assert [(each.kind, each.extents, each.evidence, each.language) for each in reported] == expected


@pytest.mark.parametrize(
    ("month", "parts", "tag", "foreign"),
    [
        ("August", ("8", "2023"), "id", True),
        ("Agustus", ("8", "2023"), "id", False),
        ("Agustus", ("8", "2023"), "en", True),
        ("August", ("8", "2023"), "en", False),
        ("August", ("8",), "id", False),
        ("August", (), "id", False),
        ("", ("8", "2023"), "id", False),
        ("Thermidor", ("8", "2023"), "id", False),
    ],
)
def test_months_of_another_language(month: str, parts: tuple[str, ...], tag: str, foreign: bool) -> None:
    text = f"{month} 2023"
    found = Quantity(0, len(text), text, "date", frozenset({"D"}), month=month, parts=parts)
    assert [(each.kind, each.evidence) for each in forms(text, tag, [found])] == (
        [(Kind.MONTH_NAME, ForeignNotation(month))] if foreign else []
    )


def test_a_language_without_words_has_the_signs_of_the_fallback() -> None:
    assert signs("xx") == signs("en")
