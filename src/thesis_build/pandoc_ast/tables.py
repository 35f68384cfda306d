"""Tables: their parts as values, and tables made from such parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from thesis_build.model import Element, Elements
from thesis_build.pandoc_ast.elements import caption_blocks


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the alignment of its cells, and its share of the text's width (None where that is left to Pandoc)."""

    alignment: str = "AlignDefault"
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its blocks, its alignment, how many rows and columns it spans, its classes and attributes."""

    blocks: Elements
    alignment: str = "AlignDefault"
    rows: int = 1
    columns: int = 1
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class TableBody:
    """A body of a table: the rows of its own head, and the others."""

    head: Sequence[Row] = ()
    rows: Sequence[Row] = ()


@dataclass(frozen=True, slots=True)
class TableParts:
    """The parts of a table."""

    caption: Elements
    columns: Sequence[Column]
    head: Sequence[Row] = ()
    bodies: Sequence[TableBody] = ()
    foot: Sequence[Row] = field(default=())


def table_parts(table: Element) -> TableParts:
    """The parts of a table."""
    _, _, columns, head, bodies, foot = table["c"]
    return TableParts(
        caption_blocks(table),
        [Column(alignment["t"], width.get("c")) for alignment, width in columns],
        _rows(head[1]),
        [TableBody(_rows(body[2]), _rows(body[3])) for body in bodies],
        _rows(foot[1]),
    )


def column_count(table: Element) -> int:
    """How many columns a table has."""
    return len(table["c"][2])


def table_rows(table: Element) -> list[list[Elements]]:
    """The rows of a table, those of its head first: the blocks of each cell."""
    _, _, _, head, bodies, foot = table["c"]
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    return [[cell[4] for cell in row[1]] for row in rows]


def table(parts: TableParts, name: str = "") -> Element:
    """A table of these parts, with an identifier."""
    columns = [[{"t": column.alignment}, _width(column.width)] for column in parts.columns]
    bodies = [[_EMPTY, 0, _written(body.head), _written(body.rows)] for body in parts.bodies]
    head, foot = [_EMPTY, _written(parts.head)], [_EMPTY, _written(parts.foot)]
    return {"t": "Table", "c": [[name, [], []], [None, parts.caption], columns, head, bodies, foot]}


_EMPTY: list[Any] = ["", [], []]
"""Attributes of which there are none."""


def _rows(rows: list[Any]) -> list[Row]:
    return [
        [Cell(blocks, alignment["t"], down, across) for _, alignment, down, across, blocks in row[1]] for row in rows
    ]


def _written(rows: Sequence[Row]) -> list[Any]:
    return [[_EMPTY, [_cell(cell) for cell in row]] for row in rows]


def _cell(cell: Cell) -> list[Any]:
    attributes = ["", list(cell.classes), [list(pair) for pair in cell.attributes]]
    return [attributes, {"t": cell.alignment}, cell.rows, cell.columns, cell.blocks]


def _width(width: float | None) -> Element:
    return {"t": "ColWidthDefault"} if width is None else {"t": "ColWidth", "c": width}
