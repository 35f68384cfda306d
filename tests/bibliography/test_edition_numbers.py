"""The number of an edition, however it is written."""

from __future__ import annotations

import pytest

from thesis_build.bibliography.edition_numbers import edition_number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2", 2),
        ("2nd ed.", 2),
        ("Second", 2),
        ("third edition", 3),
        ("Edisi Kedua", 2),
        ("Edisi ke-2", 2),
        ("Ke-12", 12),
        ("Cetakan 3", None),
        ("Revisi", None),
        ("Second, revised", None),
        ("", None),
    ],
)
def test_the_number_of_an_edition(written: str, number: int | None) -> None:
    assert edition_number(written) == number
