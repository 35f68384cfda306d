"""Entries that are the same work."""

from __future__ import annotations

import pytest

from tests.bibliography.entries import entry, library
from thesis_build.bibliography import same_work


def work(text: str) -> same_work.IdentifiedEntry:
    (only,) = same_work.works(library(text))
    return only


def test_a_work_is_identified_by_title_author_year_and_doi() -> None:
    found = work(
        "@book{a, author = {van der Berg, Jan and Budi, A.}, title = {The {K}ota}, subtitle = {Sebuah Kajian},"
        " date = {2020-03}, doi = {https://doi.org/10.1234/AbC}}"
    )
    assert (found.title, found.author, found.year, found.doi) == ("kota sebuah kajian", "berg", 2020, "10.1234/abc")


def test_an_entry_without_a_title_is_no_work() -> None:
    assert not same_work.works(library("@xdata{a, publisher = {Kota}}"))
    assert work("@book{a, title = {xdata=kota}}").title == ""


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("eprint = {2101.00001}, eprinttype = {arXiv}", True),
        ("journal = {arXiv preprint arXiv:2101.00001}", True),
        ("doi = {10.48550/arXiv.2101.00001}", True),
        ("journal = {Jurnal Kota}, eprint = {2101.00001}, eprinttype = {arXiv}", False),
        ("journal = {Jurnal Kota}", False),
    ],
)
def test_a_preprint_is_known_by_its_server(fields: str, expected: bool) -> None:
    assert work(f"@article{{a, title = {{Kota}}, {fields}}}").is_preprint is expected


def test_namesakes_have_one_title_and_one_first_author() -> None:
    groups = same_work.namesakes(
        library(
            "@book{a, author = {Wati, Ana}, title = {Kota}}\n@book{b, author = {Ana Wati}, title = {{KOTA}}}\n"
            "@book{c, author = {Budi, Eko}, title = {Kota}}\n@book{d, title = {Kota}}"
        )
    )
    assert [[found.entry.key for found in group] for group in groups] == [["a", "b"]]


def test_pairs_of_a_large_group_are_those_of_neighbours() -> None:
    text = "".join(f"@book{{k{n}, author = {{Wati, Ana}}, title = {{Kota}}}}\n" for n in range(20))
    (group,) = same_work.namesakes(library(text))
    pairs = [(a.entry.key, b.entry.key) for a, b in same_work.pairs(group)]
    assert pairs[:3] == [("k0", "k1"), ("k0", "k2"), ("k1", "k2")]
    assert ("k0", "k8") in pairs and ("k0", "k9") not in pairs


def test_entries_with_one_doi_are_found_however_it_is_written() -> None:
    found = same_work.same_doi(
        library(
            "@book{a, doi = {10.1234/ABC}}\n@book{b, doi = {https://doi.org/10.1234/abc}}\n@book{c, doi = {10.1234/d}}"
        )
    )
    assert {key: earlier.key for key, earlier in found.items()} == {"b": "a"}


def test_parts_of_a_book_share_its_doi() -> None:
    parts = "@inbook{a, title = {Satu}, doi = {10.1234/b}}\n@inbook{b, title = {Dua}, doi = {10.1234/b}}"
    assert not same_work.same_doi(library(parts))
    assert same_work.same_doi(library(parts.replace("Dua", "Satu")))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("@book{a, crossref = {b}}", "@book{b, title = {B}}", True),
        ("@book{a, title = {A}}", "@book{b, related = {x, a}}", True),
        ("@book{a, title = {A}}", "@book{A, title = {A}}", True),
        ("@book{a, title = {A}}", "@book{b, title = {A}}", False),
    ],
)
def test_entries_that_refer_to_each_other_are_apart(one: str, other: str, expected: bool) -> None:
    assert same_work.are_known_apart(entry(one), entry(other)) is expected


def test_an_entry_that_had_to_be_guessed_has_faults() -> None:
    read = library("@book{a, title = {A}}\n@book{b, title = {B} year = 2020}\n")
    faults = {found.key: same_work.has_faults(found, read) for found in read.entries}
    assert faults == {"a": False, "b": True}
