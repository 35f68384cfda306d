"""What rules about the values of fields share, for values of every kind."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thesis_build.bibliography.dates import DateState, read_date
from thesis_build.bibliography.identifiers import doi_of, is_isbn, is_issn, numbers
from thesis_build.bibliography.page_ranges import ranges
from thesis_build.bibliography.person_names import names, outside
from thesis_build.linter.registry import rules
from thesis_build.model import Data, Glossary, Project, Settings, Severity, Source
from thesis_build.readers.bibtex.library import read_library

LISTS = st.lists(
    st.sampled_from(
        ["and", "And", "Budi", "Sutanto,", "{Badan, and X}", "{", "}", "\\{", "{\\'E}", "\n", " ", ",", "a"]
    )
).map(" ".join)


@given(LISTS)
def test_names_are_where_they_say_and_nothing_but_and_is_between_them(value: str) -> None:
    listed = names(value)
    cursor = 0
    for number, name in enumerate(listed):
        assert value[name.start : name.end] == name.text == name.text.strip()
        between = value[cursor : name.start].split()
        assert between == (["and"] if number else [])
        assert not re.search(r"(?<!\S)and(?!\S)", outside(name.text, "x")) or outside(value) != value
        cursor = name.end
    assert not value[cursor:].strip()


@given(LISTS)
def test_what_stands_outside_braces_keeps_its_place(value: str) -> None:
    visible = outside(value)
    assert len(visible) == len(value)
    assert all(one in (" ", other) for one, other in zip(visible, value, strict=True))
    assert "{" not in visible


@pytest.mark.parametrize(
    ("written", "parts", "family", "given_names"),
    [
        ("Sutanto, Budi", ("Sutanto", "Budi"), "Sutanto", "Budi"),
        ("Budi Ana Sutanto", ("Budi Ana Sutanto",), "Sutanto", "Budi Ana"),
        ("Ludwig van der Berg", ("Ludwig van der Berg",), "van der Berg", "Ludwig"),
        ("Sutanto, Jr., Budi", ("Sutanto", "Jr.", "Budi"), "Sutanto", "Budi"),
        ("Anna {Badan, and Kota}", ("Anna {Badan, and Kota}",), "{Badan, and Kota}", "Anna"),
        ("{Badan Pusat Statistik, Kota}", ("{Badan Pusat Statistik, Kota}",), "{Badan Pusat Statistik, Kota}", ""),
        ("Sukarno", ("Sukarno",), "Sukarno", ""),
    ],
)
def test_a_name_has_its_parts(written: str, parts: tuple[str, ...], family: str, given_names: str) -> None:
    (name,) = names(written)
    assert (name.parts, name.family, name.given) == (parts, family, given_names)


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_no_isbn(digits: list[int], place: int, step: int) -> None:
    check = -sum((10 - number) * digit for number, digit in enumerate(digits)) % 11
    written = "".join(map(str, digits)) + ("X" if check == 10 else str(check))
    assert is_isbn(written)
    if written[place] != "X":
        wrong = written[:place] + str((int(written[place]) + step) % 10) + written[place + 1 :]
        assert not is_isbn(wrong)


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9), st.integers(0, 12), st.integers(1, 9))
def test_one_wrong_digit_is_no_isbn_of_thirteen(digits: list[int], place: int, step: int) -> None:
    body = [9, 7, 8, *digits]
    check = -sum(digit * (3 if number % 2 else 1) for number, digit in enumerate(body)) % 10
    right = [*body, check]
    wrong = [*right[:place], (right[place] + step) % 10, *right[place + 1 :]]
    assert is_isbn("".join(map(str, right)))
    assert not is_isbn("".join(map(str, wrong)))


def test_an_issn_may_end_in_ten() -> None:
    assert is_issn("1050124X")
    assert not is_issn("10501240")
    assert not is_issn("1050X124")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("ISBN-13: 978-0-306-40615-7 (cet. 2)", ["978-0-306-40615-7"]),
        ("9780306406157 0306406152", ["9780306406157", "0306406152"]),
        ("978 0 306 40615 7; 2049-3630 (Print)", ["978 0 306 40615 7", "2049-3630"]),
        ("jilid 2", []),
    ],
)
def test_numbers_are_found_where_they_stand(written: str, found: list[str]) -> None:
    listed = list(numbers(written))
    assert [number.text for number in listed] == found
    assert all(written[number.start :].startswith(number.text) for number in listed)


@given(st.text(alphabet="10./:doikta()<>;_\\{}$% hps", max_size=40))
def test_a_doi_that_was_taken_out_is_one(value: str) -> None:
    doi = doi_of(value)
    assert not doi or doi_of(doi) == doi


@given(st.dates())
def test_days_are_read_and_written_better(day: object) -> None:
    assert read_date(f"{day}").state is DateState.GOOD
    year, month, number = str(day).split("-")
    assert read_date(f"{year}/{int(month)}/{int(number)}").better == str(day)


@given(st.text(alphabet="0123456789-/.XuT?~{} Meicd", max_size=20))
def test_what_is_better_is_good(value: str) -> None:
    better = read_date(value).better
    assert not better or read_date(better).state is DateState.GOOD


@given(st.integers(1, 3999), st.integers(1, 3999))
def test_pages_that_rise_are_not_reversed(one: int, other: int) -> None:
    (found,) = ranges(f"{one:04}--{other:04}")
    assert found.is_reversed is (other < one)


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("doi = {-}", {"BIB202": ERROR}),
        ("doi = {10.1234/kota.}", {"BIB202": WARNING}),
        ("isbn = {0-306-40615-3}", {"BIB204": WARNING}),
        ("isbn = {2049-3630}", {"BIB204": INFO}),
        ("year = {20XX}", {"BIB206": WARNING}),
        ("year = {akan terbit}", {"BIB206": INFO}),
        ("pages = {120-110}", {"BIB207": ERROR}),
        ("pages = {45-12}", {"BIB207": WARNING}),
        ("date = {17 Mei 2020}", {"BIB209": ERROR}),
        ("date = {17 Mei 2020}, year = 2020", {"BIB209": WARNING}),
        ("date = {199X}", {"BIB209": WARNING}),
        ("date = {t.t.}", {"BIB209": INFO}),
        ("date = {2020}, urldate = {kemarin}", {"BIB209": WARNING}),
        ("author = {Sutanto, Budi and}", {"BIB210": ERROR}),
        ("author = {Sutanto,, Budi}", {"BIB210": WARNING}),
        ("author = {Sutanto, Budi, Wijaya, Ana}", {"BIB210": ERROR}),
        ("author = {Sutanto, Wijaya, Pratama}", {"BIB212": WARNING}),
        ("month = {Mei}", {"BIB215": WARNING}),
        ("month = {17 Mei}", {"BIB215": INFO}),
    ],
)
def test_a_fault_has_one_finding_and_its_grade(written: str, expected: dict[str, Severity]) -> None:
    source = Source("a.bib", f"@book{{a, {written}}}")
    project = Project(
        Path(),
        Settings({}, (), date(2026, 11, 24), (), {}),
        {},
        read_library([source]),
        Glossary(),
        Data(),
        {},
        Source("", ""),
        sources={source.path: source.text},
    )
    chosen = [rule for rule in rules() if "BIB201" <= rule.code <= "BIB217"]
    found = [(finding.code, finding.severity) for rule in chosen for finding in rule.check(project)]
    assert found == list(expected.items())
