"""Cells of tables from data files that are more than words: citations, and words in italics."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.languages import language
from thesis_build.model import Chapter, Data, Element, Manuscript, Source
from thesis_build.readers.data import keys_of_rows, read_data
from thesis_build.resolve.values import fill_values
from thesis_build.tools.project_files import DiskFiles


def division(columns: str) -> Element:
    return {"t": "Div", "c": [["", ["csv"], [["file", "a.csv"], ["columns", columns]]], []]}


def data(root: Path) -> Data:
    folder = root / "paper" / "data"
    folder.mkdir(parents=True)
    (folder / "a.csv").write_text("year,source\n2020,one\n2021,two; @three\n2022,\n", encoding="utf-8")
    (folder / "a.yaml").write_text("columns:\n  source: {format: {kind: citation}}\n", encoding="utf-8")
    return read_data(DiskFiles(root))


def cites(table: dict[str, Any]) -> list[list[str]]:
    return [list(pandoc_ast.cited_keys([e])) for e in pandoc_ast.walk(table) if e["t"] == "Cite"]


def test_a_column_of_keys_is_cited_row_by_row(tmp_path: Path) -> None:
    read = data(tmp_path)
    assert not read.problems
    assert list(keys_of_rows(division("year,source"), read.tables["a.csv"])) == [(1, "one"), (2, "two"), (2, "three")]


def test_a_column_that_is_not_printed_cites_nothing(tmp_path: Path) -> None:
    assert list(keys_of_rows(division("year"), data(tmp_path).tables["a.csv"])) == []


def test_cells_of_keys_become_citations(tmp_path: Path) -> None:
    chapter = Chapter("01-a", "en", Source("paper/en/01-a.md", ""), [division("year,source")])
    filled = fill_values(Manuscript("en", (chapter,)), data(tmp_path), language("en"))
    assert cites(filled.chapters[0].blocks[0]) == [["one"], ["two", "three"]]


def test_words_between_stars_are_in_italics_where_the_column_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "paper" / "data"
    folder.mkdir(parents=True)
    (folder / "a.csv").write_text("one,two\na *smart city* here,0.05*\n", encoding="utf-8")
    (folder / "a.yaml").write_text("columns:\n  one: {format: {kind: text, emphasis: true}}\n", encoding="utf-8")
    chapter = Chapter("01-a", "en", Source("paper/en/01-a.md", ""), [division("one,two")])
    filled = fill_values(Manuscript("en", (chapter,)), read_data(DiskFiles(tmp_path)), language("en"))
    emphasised = [pandoc_ast.plain_text(e) for e in pandoc_ast.walk(filled.chapters[0].blocks) if e["t"] == "Emph"]
    assert emphasised == ["smart city"]
    assert "0.05*" in pandoc_ast.plain_text(filled.chapters[0].blocks)
