"""Words that some title writes without a capital."""

from __future__ import annotations

from tests.bibliography.entries import library
from thesis_build.bibliography.title_case import small_words


def test_words_in_lower_case_are_gathered_from_all_titles() -> None:
    read = library("@book{a, title = {The role of Bandung}}\n@inbook{b, booktitle = {{trade} a YOLOv8}, note = {desa}}")
    assert small_words(read) == {"role", "of", "trade"}
