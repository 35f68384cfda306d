"""Names of journals and publishers, in full and abbreviated."""

from __future__ import annotations

import pytest

from thesis_build.bibliography.abbreviated_names import abbreviated, abbreviates, are_one_name, words


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("J. Teknol.", "Jurnal Teknologi", True),
        ("J. Occup. Environ. Med.", "Journal of Occupational and Environmental Medicine", True),
        ("J Clin Oncol", "Journal of Clinical Oncology", True),
        ("J. Tek.", "Jurnal Pertanian", False),
        ("Computer Network", "Computer Networks", False),
        ("J. Teknol.", "Jurnal Teknologi Informasi", False),
        ("Jurnal Teknologi", "Jurnal Teknologi", False),
    ],
)
def test_an_abbreviation_begins_every_word(short: str, full: str, expected: bool) -> None:
    assert abbreviates(words(short), words(full)) is expected


def test_an_abbreviation_that_fits_two_names_means_neither() -> None:
    listed = [words(name) for name in ("J. Teknol.", "Jurnal Teknologi", "J. Kota", "Jurnal Kota", "Journal Kota")]
    assert list(abbreviated(listed)) == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Jurnal Kota", "{JURNAL} Kota", True),
        ("Prosiding Seminar Nasional", "Seminar Nasional", True),
        ("J. Teknol.", "Jurnal Teknologi", True),
        ("Jurnal Kota", "Jurnal Desa", False),
    ],
)
def test_two_names_may_be_one(one: str, other: str, expected: bool) -> None:
    assert are_one_name(one, other) is expected
