"""How wide the columns of a table are in the PDF edition, and how wide a word is: estimated, in points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thesis_build import pandoc_ast
from thesis_build.model import Element, Layout

_PAPERS = {"a4": 595.3, "a5": 419.5, "iso-b5": 498.9, "us-letter": 612.0, "us-legal": 612.0}
_UNITS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0}
_TABLE_TEXT, _INSET = 0.92, 1.1
"""The size of a table's text, and the space beside that of a column, in em: see `templates/pdf/thesis.typ.j2`."""

_GAP = 0.2
"""The least space between words of two columns, in em."""

_WIDTHS = {
    24: ".,;:'",
    28: "ijlI()‘’!",
    33: 'ftJr"[]“”*',
    42: "sacez?",
    48: "bgvxFS0123456789#_",
    54: "dhkopquyLnEPY+=<>",
    62: "BRTZCKVX%",
    70: "AGNUDHOQ&",
    80: "wmM@",
    96: "W",
}
"""Hundredths of an em by which characters of Libertinus Serif advance."""

_WIDTH = {character: width / 100 for width, characters in _WIDTHS.items() for character in characters}
_OTHER, _BOLD, _MONOSPACED = 0.55, 1.1, 0.52
_WIDE_FONTS = {"dejavu": 1.2, "new computer modern": 1.05}
_UNKNOWN = {"Cite": "Ani dan Budi 2020", "Math": "x + 1"}
"""What citations and formulas print, about."""

_BROKEN = 24
"""Letters of a word above which the PDF edition breaks it: see `writers.typst_body`."""

_PARTS = re.compile(r"[^\s/–—-]+[/–—-]*")
"""What a line cannot end within."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a cell, or the part of one that a line cannot end within."""

    text: str
    column: int
    width: float


def column_widths(parts: pandoc_ast.TableParts, layout: Layout) -> list[float]:
    """The room up to the text of the next column, of each column, as Typst shares the width of the page out."""
    page = _PAPERS[layout.paper] - _points(layout.margins.left) - _points(layout.margins.right)
    given = [column.width and column.width * page for column in parts.columns]
    inset = _INSET * _size(layout)
    natural = [0.0] * len(given)
    for column, cell, is_head in _cells(parts):
        for block in cell.blocks if cell.columns == 1 else ():
            width = sum(_text_width(text, code, is_head) for text, code in _runs(block)) * _size(layout) + inset
            natural[column] = max(natural[column], width * _scale(layout))
    free = [index for index, width in enumerate(given) if not width]
    shared = dict(zip(free, _shares([natural[i] for i in free], page - sum(w or 0 for w in given)), strict=True))
    return [(width or shared[index]) - _GAP * _size(layout) for index, width in enumerate(given)]


def words(parts: pandoc_ast.TableParts, layout: Layout) -> Iterator[Word]:
    """The words of a table's cells that stand in one column; without those that the edition breaks."""
    for column, cell, is_head in _cells(parts):
        for text, code in (run for block in cell.blocks for run in _runs(block)) if cell.columns == 1 else ():
            for part in (part for word in text.split() if len(word) <= _BROKEN for part in _PARTS.findall(word)):
                width = _text_width(part, code, is_head) * _size(layout) * _scale(layout)
                yield Word(part, column, width)


def _cells(parts: pandoc_ast.TableParts) -> Iterator[tuple[int, pandoc_ast.Cell, bool]]:
    """Each cell with its column, and whether it is in the head; cells over several rows are taken into account."""
    for rows, is_head in [(parts.head, True)] + [([*body.head, *body.rows], False) for body in parts.bodies]:
        taken = [0] * len(parts.columns)
        for row in rows:
            column = 0
            for cell in row:
                while column < len(taken) and taken[column]:
                    column += 1
                if column < len(taken):
                    yield column, cell, is_head
                taken[column : column + cell.columns] = [cell.rows] * len(taken[column : column + cell.columns])
                column += cell.columns
            taken = [max(0, left - 1) for left in taken]


def _shares(natural: Sequence[float], room: float) -> list[float]:
    """The widths of columns that ask for these; those that ask for more than a fair share get that."""
    if sum(natural) <= room:
        return list(natural)
    fair, before, wide = 0.0, -1.0, list(natural)
    while wide and fair > before:
        before, fair = fair, (room - sum(width for width in natural if width not in wide)) / len(wide)
        wide = [width for width in wide if width > fair]
    return [min(width, fair) for width in natural]


def _runs(block: Element) -> Iterator[tuple[str, bool]]:
    """The texts of a block of a cell, and whether each is code; what a citation or formula prints is guessed."""
    if block["t"] not in ("Plain", "Para"):
        yield pandoc_ast.plain_text(block), block["t"] == "CodeBlock"
        return
    for inline in pandoc_ast.inlines(block):
        yield _UNKNOWN.get(inline["t"]) or pandoc_ast.plain_text([inline]), inline["t"] == "Code"


def _text_width(text: str, code: bool, bold: bool) -> float:
    """The width of a text in em."""
    if code:
        return _MONOSPACED * len(text)
    return sum(_WIDTH.get(character, _OTHER) for character in text) * (_BOLD if bold else 1)


def _size(layout: Layout) -> float:
    return _points(layout.size) * _TABLE_TEXT


def _scale(layout: Layout) -> float:
    """How much wider than Libertinus Serif the font of the text is."""
    return next((scale for name, scale in _WIDE_FONTS.items() if layout.font.lower().startswith(name)), 1)


def _points(length: str) -> float:
    number, unit = float(length[:-2]), length[-2:]
    return number * _UNITS[unit]
