"""Texts as they come from elsewhere: broken words, ligatures, both languages in one file."""

from __future__ import annotations

import pytest

from thesis_build.readers.pasted_text import as_utf8, divided, unbroken


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("hasil pene-\nlitian ini", "hasil penelitian\nini"),
        ("a cross-sectional survey, cross-\nsectional data", "a cross-sectional survey, cross-sectional\ndata"),
        ("the ﬁrst ﬂood", "the first flood"),
        ("the child`s name and the system`s use", "the child’s name and the system’s use"),
        ("run `make` in the child`s folder", "run `make` in the child`s folder"),
        ("2010-\n2020", "2010-\n2020"),
        ("- kota\n- desa", "- kota\n- desa"),
    ],
)
def test_what_a_copy_broke_is_made_whole(pasted: str, expected: str) -> None:
    assert unbroken(pasted) == expected


def test_lines_keep_their_numbers() -> None:
    text = "Satu pene-\nlitian tentang\nkota-\nkota besar.\n"
    assert unbroken(text).count("\n") == text.count("\n")


INDONESIAN = "Penelitian ini membahas kerja sama antara dua kota dari negara yang berbeda dengan metode yang sama.\n"
ENGLISH = "This study is about the cooperation of two cities from different countries and of the same method.\n"


def test_the_second_text_begins_at_its_heading_or_its_first_paragraph() -> None:
    for first, second in (("", ""), ("ABSTRAK\n\n", "ABSTRACT\n\n"), ("## Intisari\n\n", "**Abstract**\n\n")):
        whole = f"{first}{INDONESIAN}\n{second}{ENGLISH}"
        parts = divided(whole)
        assert parts is not None
        assert parts[0].strip() == f"{first}{INDONESIAN}".strip()
        assert parts[1].endswith(ENGLISH)
        assert parts[1].count("\n") == whole.count("\n")


@pytest.mark.parametrize("text", ["", INDONESIAN, INDONESIAN + "\n" + INDONESIAN, "Kota.\n\nThe city.\n"])
def test_a_text_of_one_language_is_not_divided(text: str) -> None:
    assert divided(text) is None


def test_utf_16_of_either_order_is_known_by_its_mark() -> None:
    for order in ("utf-16-le", "utf-16-be"):
        assert as_utf8("\ufeffkota".encode(order)) == b"kota"
    assert as_utf8(b"kota") == b"kota"
