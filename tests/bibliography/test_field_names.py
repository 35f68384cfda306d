"""Names of fields, and what a misspelt one means."""

from __future__ import annotations

import pytest

from tests.bibliography.entries import entry
from thesis_build.bibliography.field_names import KNOWN, PRINTED, misspelt


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("tittle", "title"),
        ("yaer", "year"),
        ("bootitle", "booktitle"),
        ("journa", "journal"),
        ("organisaton", "organization"),
        ("penerbit", "publisher"),
        ("tahun", "year"),
    ],
)
def test_a_misspelt_name_means_the_nearest_known_one(written: str, meant: str) -> None:
    assert [(field.name, name) for field, name in misspelt(entry(f"@book{{a, {written} = {{x}}}}"))] == [
        (written, meant)
    ]


@pytest.mark.parametrize("written", ["title", "xyz", "zotero", "mendeley-tags", "numpages", "bil"])
def test_known_and_unlike_names_are_left_alone(written: str) -> None:
    assert not list(misspelt(entry(f"@book{{a, {written} = {{x}}}}")))


def test_a_name_is_left_alone_where_the_correct_one_is_there_too() -> None:
    assert not list(misspelt(entry("@book{a, tittle = {x}, title = {y}}")))


def test_what_is_printed_is_known() -> None:
    assert PRINTED < KNOWN
