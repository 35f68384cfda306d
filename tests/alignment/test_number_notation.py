"""Which numbers are written as another language writes them, and what a number of two readings means."""

from __future__ import annotations

import pytest

from thesis_build.alignment.compare.number_notation import forms, is_habit, may_be_decimal, meant, signs
from thesis_build.alignment.evidence import ForeignNotation
from thesis_build.alignment.kinds import Kind
from thesis_build.languages.quantities.read import read


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
