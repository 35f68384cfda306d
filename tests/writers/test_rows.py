"""Rows of long tables in the PDF: kept whole where their cells are short, broken where a cell may be long."""

from __future__ import annotations

import pytest

from thesis_build import pandoc_ast
from thesis_build.model import Element
from thesis_build.writers.typst_body import TypstBody

KEPT = "table.cell(breakable: false)"


def table(rows: int, cell: str) -> Element:
    def row(words: str) -> list[object]:
        return [
            ["", [], []],
            [[["", [], []], {"t": "AlignDefault"}, 1, 1, [pandoc_ast.plain(pandoc_ast.text(words))]]],
        ]

    empty = ["", [], []]
    return {
        "t": "Table",
        "c": [
            ["tbl:x", [], [["number", "1.1"], ["supplement", "Table"]]],
            [None, [pandoc_ast.plain(pandoc_ast.text("A table."))]],
            [[{"t": "AlignLeft"}, {"t": "ColWidthDefault"}]],
            [empty, [row("Head")]],
            [[empty, 0, [], [row(cell)] * rows]],
            [empty, []],
        ],
    }


@pytest.mark.parametrize(
    ("rows", "cell", "kept"),
    [(40, "short", True), (40, "word " * 100, False), (3, "short", False)],
    ids=["long table", "long cells", "short table, kept whole anyway"],
)
def test_rows_are_kept_whole_where_no_cell_can_fill_a_page(rows: int, cell: str, kept: bool) -> None:
    blocks = TypstBody([], str).blocks([table(rows, cell)])
    assert (KEPT in pandoc_ast.dumps(blocks)) is kept


@pytest.mark.parametrize(("word", "broken"), [("a" * 24, False), ("a" * 60, True)], ids=["a word", "a code"])
def test_only_what_is_longer_than_words_are_is_broken_inside(word: str, broken: bool) -> None:
    narrow = table(2, word)
    narrow["c"][2] = [[{"t": "AlignLeft"}, {"t": "ColWidth", "c": 0.1}]]
    assert ("\u200b" in pandoc_ast.dumps(TypstBody([], str).blocks([narrow]))) is broken
