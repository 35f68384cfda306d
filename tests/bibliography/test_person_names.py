"""Lists of names, taken apart as BibTeX, biber and Pandoc do it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thesis_build.bibliography.person_names import names, outside, persons

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


def test_persons_are_divided_at_and_outside_braces() -> None:
    value = "Wati, Ana and {Badan Riset and Inovasi} and Budi Sutanto and van der Berg, Jan and others"
    found = persons(value)
    assert [(person.family, person.given) for person in found] == [
        ("Wati", "Ana"),
        ("Badan Riset and Inovasi", ""),
        ("Sutanto", "Budi"),
        ("van der Berg", "Jan"),
    ]
    assert [person.whole for person in found] == [False, True, False, False]
    assert all(value[person.start :].startswith(person.written) for person in found)


def test_names_in_biblatex_parts_are_read() -> None:
    (person,) = persons("useprefix=true and family=Sutanto, given=Budi, prefix=van")
    assert (person.family, person.given) == ("Sutanto", "Budi")
