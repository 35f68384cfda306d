"""What a printed reference needs, and how much it loses without it."""

from __future__ import annotations

import pytest

from tests.bibliography.entries import entry, library
from thesis_build.bibliography.required_fields import Importance, missing

REQUIRED, RECOMMENDED, OPTIONAL = Importance


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@article{a, author = {B}, title = {C}, journal = {D}, year = 2020}", []),
        ("@article{a, author = {B}, title = {C}, year = 2020}", [("journal", REQUIRED)]),
        ("@article{a, author = {B}, title = {C}, year = 2020, doi = {10.1/x}}", [("journal", RECOMMENDED)]),
        ("@article{a, author = {B}, title = {}, journal = {D}, year = 2020}", [("title", REQUIRED)]),
        (
            "@book{a, title = {C}}",
            [("author editor", RECOMMENDED), ("date year", RECOMMENDED), ("publisher", OPTIONAL)],
        ),
        ("@book{a, editor = {B}, title = {C}, date = 2020}", [("publisher", OPTIONAL)]),
        ("@book{a, editor = {B}, title = {C}, date = 2020, publisher = {D}}", []),
        ("@incollection{a, author = {B}, title = {C}, year = 2020}", [("booktitle", RECOMMENDED)]),
        ("@phdthesis{a, author = {B}, title = {C}, year = 2020}", [("institution", RECOMMENDED)]),
        ("@online{a, author = {B}, title = {C}, year = 2020}", [("url", RECOMMENDED)]),
        ("@legislation{a, title = {C}}", [("date year", OPTIONAL)]),
        ("@misc{a, title = {C}, url = {x}}", [("author organization", OPTIONAL), ("date year", OPTIONAL)]),
        ("@xdata{a, publisher = {D}}", []),
    ],
)
def test_what_an_entry_lacks(text: str, expected: list[tuple[str, Importance]]) -> None:
    assert [(" ".join(need.asked_for), importance) for need, importance in missing(entry(text))] == expected


def test_a_misspelt_field_is_not_missing() -> None:
    assert not list(missing(entry("@article{a, author = {B}, title = {C}, jurnal = {D}, year = 2020}")))


def test_a_field_that_pandoc_drops_is_not_missing() -> None:
    assert not list(missing(entry("@article{a, author = {B}, title = {C}, booktitle = {D}, year = 2020}")))


def test_what_is_inherited_is_not_missing() -> None:
    child, _ = library(
        "@inproceedings{a, author = {B}, title = {C}, crossref = {p}}\n@proceedings{p, title = {D}, year = 2020}"
    ).entries
    assert not list(missing(child))
