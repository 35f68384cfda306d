"""Bibliographies in CSL JSON and CSL YAML: read as the library is, checked, and printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.model import Entry, Library, LibraryFault, Source
from thesis_build.readers.bibtex.library import read_library

ITEMS = """[
  {"id": "budi2020", "type": "article-journal",
   "title": "Kota <i>besar</i> & 50% $5",
   "author": [{"family": "Berg", "given": "Ana", "non-dropping-particle": "van den"}, {"literal": "Badan Pusat"}],
   "issued": {"date-parts": [["2020", 5]]},
   "container-title": "Jurnal Kota", "page": "1-9"},
  {"id": "wati2021", "type": "webpage", "title": "Laman", "URL": "https://kota.id/x",
   "accessed": {"date-parts": [[2021, 1, 2]]}, "issued": {"literal": "tanpa tahun"}}
]
"""

YAML = """---
references:
- id: wati2021
  type: book
  title: Laut
  author:
  - family: Wati
    given: Ana
  issued: 2021-03
...
"""

SETTINGS = """title: {id: Kota}
authors: [{name: Siti}]
date: 2026-11-24
languages: [id]
keywords: {id: [kota]}
bibliography: [BIBLIOGRAPHY]
"""


def library(**files: str) -> Library:
    return read_library([Source(f"{name}.{'yaml' if '---' in text else 'json'}", text) for name, text in files.items()])


def values(entry: Entry) -> dict[str, str]:
    return {name: field.value for name, field in entry.fields.items()}


def thesis(root: Path, name: str, content: str, text: str) -> Path:
    for path, written in {
        "paper/thesis.yaml": SETTINGS.replace("BIBLIOGRAPHY", name),
        "paper/id/01-awal.md": f"# Awal\n\n{text}\n",
        name: content,
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(written, encoding="utf-8")
    return root


def test_items_are_entries_in_the_words_of_biblatex() -> None:
    budi, wati = library(refs=ITEMS).entries
    assert (budi.key, budi.type) == ("budi2020", "article")
    assert values(budi) == {
        "title": "Kota <i>besar</i> & 50% $5",
        "author": "van den Berg, Ana and {Badan Pusat}",
        "date": "2020-05",
        "journal": "Jurnal Kota",
        "pages": "1-9",
    }
    assert wati.type == "online"
    assert (wati.value("urldate"), wati.value("pubstate")) == ("2021-01-02", "tanpa tahun")


def test_every_value_knows_its_lines() -> None:
    budi, wati = library(refs=ITEMS).entries
    assert (budi.span.line, budi.span.column, budi.span.end_column) == (2, 10, 20)
    assert (budi.whole.line, budi.whole.column, budi.whole.end_line, budi.whole.end_column) == (2, 3, 6, 52)
    journal = budi.fields["journal"]
    assert (journal.span.line, journal.span.column) == (6, 4)
    assert (journal.written.line, journal.written.column, journal.written.end_column) == (6, 23, 36)
    assert (wati.whole.line, wati.whole.end_line) == (7, 8)
    (laut,) = library(refs=YAML).entries
    assert (laut.span.line, laut.fields["date"].written.line, laut.value("author")) == (3, 9, "Wati, Ana")


def test_a_key_in_two_files_of_any_kind_is_reported_at_the_second() -> None:
    sources = [Source("a.bib", "@book{wati2021, title = {Desa}}"), Source("b.json", ITEMS), Source("c.yaml", YAML)]
    read = read_library(sources)
    found = [(b.fault, b.span.path, b.other.path) for b in read.broken if b.other]
    assert found == [
        (LibraryFault.DUPLICATE_KEY, "b.json", "a.bib"),
        (LibraryFault.DUPLICATE_KEY, "c.yaml", "a.bib"),
    ]
    kept = read.entry("wati2021")
    assert kept and kept.span.path == "c.yaml"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        ('[\n  {"id": "a"},\n]', 3, 1),
        ('[{"id": "a"}\n{"id": "b"}]', 2, 1),
        ('[{"id": "a}]', 1, 9),
        ('[{"id" "a"}]', 1, 8),
        ('[{"id": "a"}] x', 1, 15),
        ('{"items": [{"id": "a"}]', 1, 24),
        ('[{"id": "a",}]', 1, 13),
        ("[" * 100_000, 1, 1),
    ],
)
def test_what_is_not_valid_is_a_fault_with_its_position(text: str, line: int, column: int) -> None:
    (fault,) = library(refs=text).broken
    assert (fault.fault, fault.span.line, fault.span.column) == (LibraryFault.UNPARSEABLE, line, column)


def test_an_item_without_a_key_and_a_field_twice_are_faults() -> None:
    read = library(refs='[{"title": "x"},\n {"id": 7, "title": "a", "title": "b"}]')
    assert [(b.fault, b.span.line, b.span.column) for b in read.broken] == [
        (LibraryFault.EMPTY_KEY, 1, 2),
        (LibraryFault.DUPLICATE_FIELD, 2, 26),
    ]
    assert [(entry.key, entry.value("title")) for entry in read.entries] == [("7", "b")]


@pytest.mark.parametrize("wrapped", ["{}", '{{"items": {}}}', '{{"references": {}}}'])
def test_the_list_may_stand_in_an_object(wrapped: str) -> None:
    assert [entry.key for entry in library(refs=wrapped.format('[{"id": "a"}]')).entries] == ["a"]


def test_a_citation_resolves_and_is_printed(tmp_path: Path, run: Run) -> None:
    root = thesis(tmp_path / "kota", "refs.json", ITEMS, "Kota tumbuh [@budi2020].")
    assert run("check", root, "--select", "CIT0,BIB0").said == "no findings\n"
    ran = run("build", root, "--format", "html")
    assert ran.status == 0, ran.said
    page = next(path for path in (root / "build").rglob("*.html") if "Jurnal Kota" in path.read_text(encoding="utf-8"))
    assert "<em>besar</em> &amp; 50% $5" in page.read_text(encoding="utf-8").replace("\n", " ")


def test_items_in_yaml_are_checked_alone_and_in_a_thesis(tmp_path: Path, run: Run) -> None:
    root = thesis(tmp_path / "kota", "refs.yaml", YAML.replace("2021-03", "2021-13"), "Laut [@wati2021; @budi2020].")
    ran = run("check", root, "--format", "json", "--select", "CIT001,BIB209")
    found = [(each["code"], each["path"], each["line"]) for each in json.loads(ran.out)]
    assert sorted(found) == [("BIB209", "refs.yaml", 9), ("CIT001", "paper/id/01-awal.md", 3)]
    alone = run("check", root / "refs.yaml", "--format", "json", "--select", "BIB209")
    assert [each["line"] for each in json.loads(alone.out)] == [9]


def test_no_fix_is_written_into_items(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "refs.json"
    path.write_text('[{"id": "a b", "type": "thesis", "title": "KOTA.", "DOI": "https://doi.org/10.1016/abc"}]')
    before = path.read_bytes()
    ran = run("check", path, "--unsafe-fixes", "--format", "json")
    codes = {each["code"] for each in json.loads(ran.out)}
    assert {"BIB107", "BIB201", "BIB222"} <= codes
    assert path.read_bytes() == before
