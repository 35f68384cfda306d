"""Names of journals and publishers, in full and abbreviated."""

from __future__ import annotations

import pytest

from thesis_build.bibliography.abbreviated_names import abbreviates, words


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
