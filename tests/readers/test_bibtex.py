"""The library's reader: every fault is a value with its place, the next good entry is read, and Pandoc agrees."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thesis_build import pandoc_ast
from thesis_build.model import BrokenEntry, Entry, Library, LibraryFault, Source, Span
from thesis_build.readers.bibtex.library import IDENTICAL, read_library
from thesis_build.readers.source import decode
from thesis_build.tools.pandoc import Pandoc, Request

GOOD = "@book{good2020, title = {Good}, year = 2020}\n"

REFUSED = [
    # what is wrong, the text, where it shows (line:column), the reason
    ("brace never closed", "@book{bad,\n title = {x\n", "1:7", "unclosed"),
    ("brace swallows a field", "@book{bad,\n title = {x,\n year = {2020}}\n", "1:7", "unclosed"),
    ("entry never closed", "@book{bad,\n title = {x}\n", "1:7", "unclosed"),
    ("quotation mark never closed", '@book{bad, title = "x}\n', "1:7", "unclosed"),
    ("open brace in quotation marks", '@book{bad, title = "x { y"}\n', "1:7", "unclosed"),
    ("nothing behind the key", "@book{bad\n", "1:7", "unclosed"),
    ("nothing behind the type", "@book{\n", "1:1", "unclosed"),
    ("% in the key", "@book{bad%key, title = {x}}\n", "1:7", "percent"),
    ("brace behind %", "@book{bad, title = {x} % done }\n", "1:7", "percent"),
    ("comment never closed", "@comment{ x { y }\n", "1:1", "unclosed"),
    ("no comma behind the key", "@book{bad title = {x}}\n", "1:11", "key-comma"),
    ("key alone", "@book{bad}\n", "1:10", "key-comma"),
    ("no comma between fields", "@book{bad, title = {x}\n year = 2000}\n", "2:2", "field-comma"),
    ("two words without braces", "@book{bad, title = x y}\n", "1:22", "field-comma"),
    ("date without braces", "@book{bad, date = 2000/2001}\n", "1:23", "field-comma"),
    ("closed by a parenthesis", "@book{bad, title = {x})\n", "1:23", "field-comma"),
    ("comma twice", "@book{bad, title = {x},, year = 2000}\n", "1:24", "field-name"),
    ("space in a field's name", "@book{bad, my title = {x}}\n", "1:15", "field-name"),
    ("star in a field's name", "@book{bad, title* = {x}}\n", "1:17", "field-name"),
    ("no equals sign", "@book{bad, title {x}}\n", "1:18", "equals"),
    ("field without a value", "@book{bad, title}\n", "1:17", "equals"),
    ("nothing behind #", "@book{bad, title = {x} # }\n", "1:26", "value"),
    ("nothing before #", "@book{bad, title = # {x}}\n", "1:20", "value"),
    ("space in the key", "@book{bad key, title = {x}}\n", "1:11", "key-space"),
    ("tilde in the key", "@book{bad~key, title = {x}}\n", "1:10", "key-character"),
    ("dash in the key", "@book{bad–key, title = {x}}\n", "1:10", "key-character"),
    ("parentheses", "@book(bad, title = {x})\n", "1:6", "parentheses"),
    ("string in parentheses", "@string(bad = {x})\n", "1:8", "parentheses"),
    ("underscore in the type", "@book_section{bad, title = {x}}\n", "1:6", "type"),
    ("space behind @", "@ book{bad, title = {x}}\n", "1:2", "type"),
    ("e-mail address", "budi@example.org\n", "1:5", "stray-at"),
    ("@ alone", "@\n", "1:1", "stray-at"),
    ("comment without braces", "@comment a remark = 5\n", "1:1", "comment"),
    ("two names in a string", "@string{bad = {x}, b = {y}}\n", "1:18", "string-end"),
]
NO_KEY = [("no key", "@book{, title = {x}}\n", "1:7"), ("no key nor comma", "@book{title = {x}}\n", "1:7")]
READ = [
    ("nothing", ""),
    ("only a comment", "% nothing here"),
    ("comment lines with @", "% see @book or budi@example.org\n"),
    ("entry commented out", "% @book{good2020, title = {Old}}\n%  @book{b,\n% title = {x}}\n"),
    (
        "comments inside an entry",
        "@book{a, % one\n title % two\n = {x} % three\n # % four\n {y},\n % }\n year = 1 % five\n}\n",
    ),
    ("nested comment", "@comment{ @book{b, title = {x}}\n@book{c, d} }\n"),
    ("comment around entries", "@comment{\n@book{b, title = {x}}\n}\n"),
    ("preamble", '@preamble{"\\newcommand{\\x}{y}" # {z}}\n'),
    ("prose", "This file was made by hand.\n\n---- Bab II ----\n"),
    ("@ in a value", "@book{a, title = {x @ y}, note = {budi@example.org\n@handle (x) @tag}}\n"),
    ("braces behind backslashes", "@book{a, title = {x \\{ y}, note = {x \\} y}, isbn = {\\\\}}\n"),
    ("quotation marks", '@book{a, title = "x {"}y{"} \\"u {\\"u} } z", note = {5" x}}\n'),
    ("odd but right keys", "@book{a.:;?!`'()$/*@_+=-[]*&, title = {x}}\n@book{Bäck汉, title = {x}}\n@book{1,}\n"),
    ("space in odd places", "@BOOK\n {\n a ,\n Title\t=\n{x} , }@book{b,title={x}}\n"),
    ("empty value", "@book{a, title = , note = {}, year = }\n"),
    ("number ranges", "@book{a, pages = 12--34, volume = -5, edition = 2nd}\n"),
]


def read(*texts: str) -> Library:
    return read_library([Source(f"{index}.bib", text) for index, text in enumerate(texts)])


def get(library: Library, key: str) -> Entry:
    entry = library.entry(key)
    assert entry is not None
    return entry


def told(library: Library) -> list[tuple[str, str, str]]:
    return [(b.fault.value, b.name, f"{b.span.line}:{b.span.column}") for b in library.broken]


def only(library: Library) -> BrokenEntry:
    (fault,) = library.broken
    return fault


# ── what cannot be read ──


@pytest.mark.parametrize("before", ["", GOOD.replace("good", "before"), "% a comment\n\n", "Prose.\n"])
@pytest.mark.parametrize(("text", "place", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_fault_has_its_place_and_the_next_entry_is_read(text: str, place: str, reason: str, before: str) -> None:
    library = read(before + text + GOOD)
    line, column = map(int, place.split(":"))
    fault = only(library)
    assert (fault.fault, fault.detail) == (LibraryFault.UNPARSEABLE, reason)
    assert (fault.span.line, fault.span.column) == (line + before.count("\n"), column)
    assert get(library, "good2020").value("title") == "Good"
    assert (library.entry("before2020") is not None) == ("before" in before)


@pytest.mark.parametrize(("text", "place"), [row[1:] for row in NO_KEY], ids=[row[0] for row in NO_KEY])
def test_an_entry_without_a_key_is_no_entry(text: str, place: str) -> None:
    library = read(text + GOOD)
    assert told(library) == [("empty-key", "", place)]
    assert [entry.key for entry in library.entries] == ["good2020"]


@pytest.mark.parametrize("text", [row[1] for row in READ], ids=[row[0] for row in READ])
def test_what_is_right_has_no_fault(text: str) -> None:
    library = read(text + "\n" + GOOD)
    assert library.broken == ()
    assert get(library, "good2020").value("title") == "Good"


def test_only_a_value_in_braces_or_quotes_can_be_edited_in_a_broken_entry_too() -> None:
    fields = get(read('@book{b, title = &{Kota}, year = 2020, volume = {1}, note = "x"}'), "b").fields
    assert {name: field.literal for name, field in fields.items()} == {
        "title": False,
        "year": False,
        "volume": True,
        "note": True,
    }


def test_two_entries_on_one_line_are_told_apart() -> None:
    library = read("@book{bad title={x}} @book{b, title={B}}")
    assert told(library) == [("unparseable", "bad", "1:11")]
    assert get(library, "b").value("title") == "B"


def test_an_entry_inside_a_value_is_not_lost() -> None:
    """Pandoc reads this without a word, the second entry as part of the first one's title."""
    library = read("@book{a,\n title = {x,\n\n@book{b,\n title = {B}\n}\n}\n}\n")
    first = library.broken[0]
    assert (first.fault, first.name) == (LibraryFault.UNPARSEABLE, "a")
    assert get(library, "b").value("title") == "B"


def test_the_value_that_was_not_closed_is_named() -> None:
    fault = only(read("@book{a,\n title = {x,\n year = {2020},\n}\n" + GOOD))
    assert fault.other is not None
    assert (fault.other.line, fault.other.column) == (2, 2)


@pytest.mark.parametrize(
    "text",
    ["@book(bad, title = {x}, date = 2000)\n", "@book_x{bad, Title = {x}}\n", "@book{bad, title = {x}, d = 1/2}\n"],
)
def test_what_only_pandoc_refuses_is_an_entry_all_the_same(text: str) -> None:
    entry = get(read(text), "bad")
    assert entry.value("title") == "x"
    assert entry.fields["title"].span.column == text.lower().index("title") + 1


def test_bytes_that_are_not_utf8_are_one_fault() -> None:
    library = read_library([decode("@book{a\xe9, title = {x}}\n".encode("latin-1"), "a.bib")])
    assert told(library) == [("not-utf8", "", "1:8")]


def test_text_between_entries_that_looks_like_a_lost_entry() -> None:
    library = read(GOOD + "}\n" + "Bab II\n" + "book{a,\n title = {x}}\n" + GOOD.replace("good", "b"))
    assert told(library) == [("text-between", "}", "2:1")]
    assert told(read("% a = b\nBab II % {x}\n")) == []
    assert told(read(GOOD.strip() + ", year = {2020}\n")) == [("text-between", ", year = {2020}", "1:45")]


# ── values, fields, strings ──


def test_places_and_values_of_an_entry() -> None:
    library = read("@comment{x}\n@string{jn = {Journal}}\n" + GOOD + "@article{b, journal = jn # { B}, month = may}\n")
    assert library.broken == ()
    entry = get(library, "b")
    assert (entry.type, entry.value("journal"), entry.value("month")) == ("article", "Journal B", "may")
    assert entry.span == Span("0.bib", 4, 10, 4, 11)
    assert entry.fields["month"].span == Span("0.bib", 4, 34, 4, 39)


def test_values_are_left_as_written() -> None:
    entry = get(read('@book{a, title = { 50\\% {N}ama_x%20c }, url = "https://x.org/a_b%20c#d"}'), "a")
    assert entry.value("title") == "50\\% {N}ama_x%20c"
    assert entry.value("url") == "https://x.org/a_b%20c#d"


def test_a_field_twice_whatever_its_case() -> None:
    library = read("@book{a,\n title = {x},\n TITLE = {y}}\n")
    fault = only(library)
    assert told(library) == [("duplicate-field", "title", "3:2")]
    assert fault.detail == "a"
    assert fault.other is not None and fault.other.line == 2
    assert get(library, "a").value("title") == "y"


def test_a_string_is_known_behind_its_definition_and_in_its_file_only() -> None:
    library = read(
        "@book{a, title = x}\n@string{X = {One}}\n@book{b, title = x # y}\n", "@book{c, title = x}\n@string{z = w}\n"
    )
    assert [(b.fault, b.name, b.span.path, b.span.line, b.other and b.other.line) for b in library.broken] == [
        (LibraryFault.UNDEFINED_STRING, "x", "0.bib", 1, 2),
        (LibraryFault.UNDEFINED_STRING, "y", "0.bib", 3, None),
        (LibraryFault.UNDEFINED_STRING, "x", "1.bib", 1, 2),
        (LibraryFault.UNDEFINED_STRING, "w", "1.bib", 2, None),
    ]
    assert get(library, "b").value("title") == "Oney"


def test_strings_made_of_each_other_do_not_fill_the_memory() -> None:
    doubling = "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(99))
    library = read("@string{a0 = {xxxxxxxx}}\n" + doubling + "@book{a, title = a99}\n")
    assert len(get(library, "a").value("title")) < 50_000_000


# ── keys ──


def test_keys_clash_across_files_and_in_case() -> None:
    library = read(GOOD, "\n" + GOOD + GOOD.replace("good", "Good") + GOOD.replace("Good", "Other"))
    assert [(b.fault, b.span.path, b.span.line, b.detail) for b in library.broken] == [
        (LibraryFault.DUPLICATE_KEY, "1.bib", 2, IDENTICAL),
        (LibraryFault.CASE_VARIANT_KEY, "1.bib", 3, "good2020"),
        (LibraryFault.DUPLICATE_KEY, "1.bib", 4, ""),
    ]
    assert {b.other for b in library.broken} == {Span("0.bib", 1, 7, 1, 15)}
    assert [entry.key for entry in library.entries] == ["good2020", "Good2020"]
    assert get(library, "good2020").value("title") == "Other"


# ── inheritance ──


def test_fields_are_inherited_through_crossref_and_xdata() -> None:
    library = read(
        "@inbook{a, crossref = {b}, title = {A}}\n@book{b, title = {B}, publisher = {P}, xdata = {c}}\n"
        "@xdata{c, location = {Bandung}, publisher = {Q}, ids = {d}}\n"
    )
    entry = get(library, "a")
    assert library.broken == ()
    assert {name: field.value for name, field in entry.inherited.items()} == {
        "booktitle": "B",
        "publisher": "P",
        "location": "Bandung",
    }
    assert entry.inherited["booktitle"].span.line == 2


def test_inheritance_that_leads_nowhere() -> None:
    library = read(
        "@book{a, crossref={none}}\n@book{b, crossref={A}}\n@book{c, xdata={a,\nb}}\n@book{h, crossref={\na}}\n"
        "@book{d, related={B, none}}\n@book{e, crossref={f}}\n",
        "@book{f, title={F}}\n",
    )
    assert [(b.fault, b.name, b.span.line, b.detail, b.other and b.other.line) for b in library.broken] == [
        (LibraryFault.DANGLING, "none", 1, "a", None),
        (LibraryFault.DANGLING, "A", 2, "b", 1),
        (LibraryFault.DANGLING, "b", 3, "c", 2),
        (LibraryFault.DANGLING, "a", 5, "h", 1),
        (LibraryFault.DANGLING, "none", 7, "d", None),
        (LibraryFault.DANGLING, "f", 8, "e", 1),
    ]


@pytest.mark.parametrize(
    ("text", "way", "place"),
    [
        ("@book{a, crossref={a}}\n", "a → a", "1:10"),
        ("@book{a, crossref={b}}\n@xdata{b, XDATA={x,a}}\n", "a → b → a", "1:10"),
        (
            "@book{d, crossref={a}}\n@book{a, crossref={b}}\n@book{b, crossref={c}}\n@book{c, crossref={a}}\n",
            "a → b → c → a",
            "2:10",
        ),
        ("@book{a, crossref={b}}\n@book{a, title={x}}\n@book{b, crossref={a}}\n", "a → b → a", "1:10"),
        ('@string{s="a"}\n@book{ab, crossref=s # {b}}\n', "ab → ab", "2:11"),
    ],
)
def test_a_circle_is_found_once(text: str, way: str, place: str) -> None:
    (circle,) = [b for b in read(text).broken if b.fault is LibraryFault.CIRCULAR]
    assert (circle.detail, f"{circle.span.line}:{circle.span.column}") == (way, place)


# ── Pandoc ──


def test_pandoc_refuses_what_we_refuse_and_reads_what_we_read() -> None:
    refused = [row[1] + GOOD for row in REFUSED] + [row[1] + GOOD for row in NO_KEY]
    right = [row[1] + "\n" + GOOD for row in READ]
    with Pandoc() as pandoc:
        answers = pandoc.run([Request("read", "biblatex", text) for text in refused + right])
    for text, answer in zip(refused, answers, strict=False):
        assert answer.error, text
    for text, answer in zip(right, answers[len(refused) :], strict=True):
        assert not answer.error, text
        read_by_pandoc = [entry["c"]["id"]["c"] for entry in pandoc_ast.metadata(answer.text)["references"]["c"]]
        assert [entry.key for entry in read(text).entries] == read_by_pandoc


@pytest.mark.parametrize(
    "text",
    [
        "@book{x, crossref={y}, xdata={z}}\n@book{y, publisher={PY}, address={A}}\n@xdata{z, publisher={PZ}}\n",
        "@book{x, xdata={z,y}}\n@xdata{y, publisher={PY}}\n@xdata{z, publisher={PZ}}\n",
        "@book{x, crossref={y}}\n@book{y, publisher={P}, xdata={z}}\n@xdata{z, publisher={Z}, address={A}}\n",
        "@inbook{x, crossref={y}}\n@book{y, title={Y}, publisher={PY}, shorttitle={S}}\n",
        "@inbook{x, publisher={}, crossref={y}}\n@book{y, title={Y}, publisher={PY}}\n",
        "@inproceedings{x, crossref={Y}}\n@proceedings{y, title={Y}, publisher={PY}}\n",
        "@inproceedings{x, crossref={y}}\n@proceedings{y, title={Y1}, address={A}}\n@proceedings{y, title={Y2}}\n",
        "@article{x, crossref={y}}\n@periodical{y, title={Y}}\n",
        "@book{x, xdata={y,\nz}}\n@xdata{y, address={A}}\n@xdata{z, publisher={PZ}}\n",
    ],
)
def test_pandoc_inherits_what_we_inherit(text: str) -> None:
    with Pandoc(jobs=1) as pandoc:
        answer = pandoc.ask(Request("read", "biblatex", text))
    printed = pandoc_ast.metadata(answer.text)["references"]["c"][0]["c"]
    entry = get(read(text), "x")
    ours = {
        "publisher": entry.value("publisher"),
        "publisher-place": entry.value("address"),
        "container-title": entry.value("booktitle") or entry.value("journaltitle"),
    }
    assert {name: pandoc_ast.plain_text(printed[name]["c"]) if name in printed else "" for name in ours} == ours


# ── any text at all ──

FIXTURE = (
    b'\xef\xbb\xbf% pustaka\r\n@string{jn = {Jurnal} # " Kota"}\r\n@comment{ x {y} }\n'
    + '@article{budi2020,\n  author = {Budi, Ali and Wati, Añi}, % penulis\n  title = "Kota {\\"u}",\n'.encode()
    + b"  journal = jn, month = may, year = 2020,\n}\n@book(old, title = {x})\n}\n"
    + "@inbook{bab, title = {汉字}, crossref = {buku}, pages = {1--2}}\n@book{buku, title = {Buku}}\n".encode()
)
PIECES = [
    "@book{",
    "@string{",
    "@comment",
    "a",
    "=",
    ",",
    "{",
    "}",
    '"',
    "#",
    "%",
    "\\",
    "\n",
    " ",
    "(",
    ")",
    "xdata",
    "@",
]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list('@{}(),="#%\\\n')))))
@settings(deadline=timedelta(seconds=2), max_examples=300)
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert read(text + "\n\n" + GOOD).sources


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(deadline=timedelta(seconds=2), max_examples=300)
def test_any_heap_of_pieces_is_read_without_an_error(text: str) -> None:
    library = read(text)
    assert all(1 <= b.span.line <= text.count("\n") + 1 for b in library.broken)


def test_a_library_cut_at_every_byte_is_read() -> None:
    start = time.process_time()
    for end in range(len(FIXTURE) + 1):
        read_library([decode(FIXTURE[:end], "a.bib")])
    assert time.process_time() - start < 20


def hostile(times: int) -> Iterator[tuple[str, str]]:
    for piece in (
        "@",
        "@{",
        "@a{",
        "@a{k,",
        "\n@a{k,",
        '@a{%\nk,t="',
        "\n@a{k,t={",
        "\n@a(k,t={x})",
        "\n@comment{",
        "%\n@",
        "={",
    ):
        yield piece, piece * times
    yield "braces", "@a{k,t=" + "{" * times
    yield "chain", "".join(f"@a{{k{n},crossref={{k{n + 1}}}}}\n" for n in range(times))
    yield "ring", "".join(f"@a{{k{n},crossref={{k{(n + 1) % times}}}}}\n" for n in range(times))
    yield (
        "everyone's child",
        "@a{k,xdata={" + ",".join(f"k{n}" for n in range(times)) + "}}\n" + "@a{b,xdata={k}}\n" * times,
    )


@pytest.mark.parametrize("text", [text for _, text in hostile(3000)], ids=[repr(name) for name, _ in hostile(1)])
def test_reading_takes_time_in_proportion_to_the_text(text: str) -> None:
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 8


def test_five_thousand_entries_are_read_in_seconds() -> None:
    fields = "".join(f"  field{n} = {{Some {{W}}ords about {n}, and more}},\n" for n in range(11))
    text = "".join(f"@article{{key{n},\n{fields}}}\n\n" for n in range(5000))
    start = time.process_time()
    library = read(text)
    assert time.process_time() - start < 6  # about 0.6 s on a machine with nothing else to do
    assert len(library.entries) == 5000
    assert library.broken == ()
