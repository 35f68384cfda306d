"""The library's reader: every fault is a value, and the next good entry is always read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thesis_build.model import Library, LibraryFault, Source, Span
from thesis_build.readers.bibtex import read_library

GOOD = "@book{good2020, title = {Good}, year = 2020}\n"
FAULTS = {
    "never closed": ("@book{bad, title = {x\n", LibraryFault.UNPARSEABLE),
    "no comma": ("@book{bad title = {x}}\n", LibraryFault.UNPARSEABLE),
    "empty key": ("@book{, title = {x}}\n", LibraryFault.EMPTY_KEY),
    "field twice": ("@book{bad, year = 1, year = 2}\n", LibraryFault.DUPLICATE_FIELD),
    "undefined string": ("@book{bad, title = nowhere}\n", LibraryFault.UNDEFINED_STRING),
    "lost brace": ("@book{bad, title = {x}}\n}\n", LibraryFault.TEXT_BETWEEN),
    "dangling": ("@book{bad, crossref = {nowhere}}\n", LibraryFault.DANGLING),
    "circular": ("@book{bad, crossref = {bad}}\n", LibraryFault.CIRCULAR),
}


def read(*texts: str) -> Library:
    return read_library([Source(f"{index}.bib", text) for index, text in enumerate(texts)])


@pytest.mark.parametrize("before", ["", GOOD.replace("good2020", "before2020"), "% a comment\n\n"])
@pytest.mark.parametrize("fault", FAULTS)
def test_the_next_good_entry_is_read(fault: str, before: str) -> None:
    text, kind = FAULTS[fault]
    library = read(before + text + GOOD)
    assert kind in {broken.fault for broken in library.broken}
    assert library.entry("good2020") is not None
    line = before.count("\n") + 1
    assert min(b.span.line for b in library.broken) in (line, line + 1)


def test_a_right_library_has_no_fault() -> None:
    library = read("@comment{x}\n@string{jn = {Journal}}\n" + GOOD + "@article{b, journal = jn # { B}, month = may}\n")
    assert library.broken == ()
    entry = library.entry("b")
    assert entry is not None
    assert entry.value("journal") == "Journal B"
    assert entry.span == Span("0.bib", 4, 10, 4, 11)
    assert entry.fields["month"].span.column == 34


def test_keys_clash_across_files_and_in_case() -> None:
    library = read(GOOD, "\n" + GOOD + GOOD.replace("good", "Good"))
    assert [(b.fault, b.span.path, b.span.line) for b in library.broken] == [
        (LibraryFault.DUPLICATE_KEY, "1.bib", 2),
        (LibraryFault.CASE_VARIANT_KEY, "1.bib", 3),
    ]
    assert library.broken[0].other == Span("0.bib", 1, 7, 1, 15)


def test_fields_are_inherited_through_crossref_and_xdata() -> None:
    library = read(
        "@inbook{a, crossref = {b}, title = {A}}\n@book{b, title = {B}, publisher = {P}, xdata = {c}}\n"
        "@xdata{c, location = {Bandung}}\n"
    )
    entry = library.entry("a")
    assert entry is not None
    assert (entry.value("title"), entry.value("publisher"), entry.value("location")) == ("A", "P", "Bandung")
    assert library.broken == ()


def test_a_longer_circle_is_found_once() -> None:
    library = read("@book{a, crossref={b}}\n@book{b, crossref={c}}\n@book{c, crossref={a}}\n@book{d, crossref={a}}\n")
    assert [b.name for b in library.broken if b.fault is LibraryFault.CIRCULAR] == ["a"]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list('@{}(),="#%\n')))))
@settings(deadline=1000, max_examples=300)
def test_any_text_is_read_without_an_error(text: str) -> None:
    read(text + "\n" + GOOD)


def test_a_library_cut_at_every_character_is_read() -> None:
    text = "@string{a = {b}}\n" + GOOD + '@article{x, author = "A and B", title = a # {c}}\n'
    for end in range(len(text)):
        read(text[:end])
