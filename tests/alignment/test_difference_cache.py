"""The differences of a chapter are kept: an edit compares its chapter again, and what is recalled is what was found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import ROOT
from thesis_build.alignment import differences
from thesis_build.alignment.difference_cache import LocatedDifference, keep, recall
from thesis_build.alignment.evidence import MissingReference
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Project, Span
from thesis_build.readers.project import read_project
from thesis_build.tools.pandoc import Pandoc
from thesis_build.tools.project_files import DiskFiles
from thesis_build.tools.store import Store

FOUND = LocatedDifference(
    Kind.CITATION_MISSING,
    "01-a",
    "p1",
    {"id": Span("paper/id/01-a.md", 3, 5), "en": Span("paper/en/01-a.md", 3, 1, 3, 9)},
    MissingReference("budi2020"),
    "en",
)


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc(1) as started:
        yield started


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the chapters that are compared, not recalled."""
    names: list[str] = []
    plain = differences._in_chapter

    def noted(pairs, versions, terms):  # type: ignore[no-untyped-def]
        names.append(pairs.name)
        return plain(pairs, versions, terms)

    monkeypatch.setattr(differences, "_in_chapter", noted)
    return names


@pytest.fixture
def thesis(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(ROOT / "tests/projects/published-abstract", tmp_path / "thesis"))
    for tag, text in (
        ("id", "# Kota\n\nAnggarannya Rp2 miliar.\n"),
        ("en", "# City\n\nThe budget is IDR 3 billion.\n"),
    ):
        (root / f"paper/{tag}/01-a.md").write_text(text, encoding="utf-8")
    return root


def read(root: Path, pandoc: Pandoc) -> Project:
    return replace(read_project(DiskFiles(root), pandoc), cache=Store(root / ".thesis-build/cache"))


def test_an_edit_compares_its_chapter_only(thesis: Path, pandoc: Pandoc, compared: list[str]) -> None:
    first = differences.differences(read(thesis, pandoc))
    assert compared == ["00-abstract", "01-a"]
    assert {Kind.QUANTITY_VALUE, Kind.TERM_SUBSTITUTED} <= {found.kind for found in first}
    compared.clear()
    assert differences.differences(read(thesis, pandoc)) == first
    assert compared == []
    (thesis / "paper/en/01-a.md").write_text("# City\n\nThe budget is IDR 2 billion.\n", encoding="utf-8")
    fixed = differences.differences(read(thesis, pandoc))
    assert compared == ["01-a"]
    assert fixed == tuple(found for found in first if found.chapter != "01-a")


def test_another_agreed_term_compares_every_chapter(thesis: Path, pandoc: Pandoc, compared: list[str]) -> None:
    differences.differences(read(thesis, pandoc))
    compared.clear()
    with (thesis / "paper/glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: anggaran, en: budget}\n")
    differences.differences(read(thesis, pandoc))
    assert compared == ["00-abstract", "01-a"]


def test_without_a_cache_nothing_is_kept(thesis: Path, pandoc: Pandoc, compared: list[str]) -> None:
    for _ in range(2):
        differences.differences(read_project(DiskFiles(thesis), pandoc))
    assert compared == ["00-abstract", "01-a"] * 2
    assert not (thesis / ".thesis-build").exists()


def test_what_is_kept_is_recalled_as_it_was(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store, "a" * 64, [FOUND])
    assert recall(store, "a" * 64) == (FOUND,)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'[["citation-missing"]]', b"\xff"])
def test_what_was_not_kept_by_us_counts_as_absent(tmp_path: Path, content: bytes) -> None:
    store = Store(tmp_path)
    store.put("a" * 64, content)
    assert recall(store, "a" * 64) in (None, ())
