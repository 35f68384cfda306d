"""Entries beside what registries say of their works."""

from __future__ import annotations

import pytest

from tests.bibliography.entries import entry
from thesis_build.bibliography import registry_comparison
from thesis_build.bibliography.latex_text import folded


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ("doi = {10.1234/a}, url = {https://doi.org/10.1234/b}", "doi"),
        ("url = {https://doi.org/10.1234/b}", "url"),
        ("doi = {-}, url = {https://doi.org/10.1234/b}", "url"),
        ("url = {https://example.org/10.1234/b}", None),
        ("doi = {10/abc1}", None),
    ],
)
def test_the_field_with_the_doi(fields: str, name: str | None) -> None:
    field = registry_comparison.doi_field(entry(f"@misc{{a, {fields}}}"))
    assert (field.name if field else None) == name


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (r"https://example.org/a\_b\%20c", "https://example.org/a_b%20c"),
        ("https://doi.org/10.1234/a", ""),
        ("www.example.org", ""),
        ("https://example.org/a b", ""),
    ],
)
def test_the_address_that_is_asked_for(url: str, expected: str) -> None:
    assert registry_comparison.address(entry(f"@misc{{a, url = {{{url}}}}}")) == expected


def test_the_forms_of_a_title() -> None:
    found = entry("@book{a, title = {Kota {B}andung}, subtitle = {Sebuah Kajian}, shorttitle = {Bandung}}")
    assert registry_comparison.titles(found) == ["kota bandung", "kota bandung sebuah kajian", "bandung"]


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Children's cities", "Children’s Cities", 100, 100),
        ("Sister cities and services", "Sister cities and services: a study of Bandung", 100, 100),
        ("Deep learning for crops", "Kota bersaudara di Indonesia", 0, 50),
    ],
)
def test_similar_titles(one: str, other: str, least: float, most: float) -> None:
    similarity = registry_comparison.similarity([folded(one)], [folded(other)])
    assert similarity is not None
    assert least <= similarity <= most


def test_titles_in_other_scripts_cannot_be_compared() -> None:
    assert registry_comparison.similarity(["kota bandung"], [folded("서울시와 반둥시")]) is None


def test_the_people_of_a_field() -> None:
    people = registry_comparison.people(r"Wati, A. B. and {\'E}cole, Ren{\'e} and others")
    assert people == (frozenset({"wati"}), frozenset({"ecole", "rene"}))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Rahayu, Siti", "Siti Rahajoe", True),
        ("Rahayu, Siti", "Wijaya, Budi", False),
        ("Rahayu, Siti", "김, 민수", True),
    ],
)
def test_a_person_is_the_same_by_one_word(one: str, other: str, expected: bool) -> None:
    names = [registry_comparison.name_words(name) for name in (one, other)]
    assert registry_comparison.is_same_person(*names) is expected
