"""Where the tables of a Markdown source stand, and which cell of one an offset is in."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

_LEAD = re.compile(r"[ \t>]*")
_GRID = re.compile(r"\+[-=:+]*[-=][-=:+]*\+$")
_RULE = re.compile(r"-{2,}(?: *-+)*$|-(?: +-+)+$")
_PIPE = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:[|+][ ]*:?-+:?[ ]*)*\|?$")


@dataclass(frozen=True, slots=True)
class Table:
    """A table from offset `start` to `end`; `ordered` says that its cells are known where that matters.

    `rows` are the offsets at which its rows begin, `lines` those of its lines, each with the offsets at which its
    cells begin, where cells may have several lines.
    """

    start: int
    end: int
    ordered: bool = True
    rows: tuple[int, ...] = ()
    lines: tuple[tuple[int, tuple[int, ...]], ...] = field(default=())

    def cell(self, offset: int) -> tuple[int, int]:
        """The row and column of an offset; (0, 0) throughout where cells are on one line each."""
        if not self.ordered or not self.lines:
            return 0, 0
        line = self.lines[bisect_right(self.lines, offset, key=lambda found: found[0]) - 1]
        return bisect_right(self.rows, offset), bisect_right(line[1], offset)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its offset, and its text without leading spaces and quotation marks."""

    offset: int
    text: str
    indent: int

    @property
    def start(self) -> int:
        return self.offset + self.indent

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def tables(text: str) -> list[Table]:
    """The tables of a source, in order; what only might be one is left out."""
    lines = list(_lines(text))
    found: list[Table] = []
    index = 0
    while index < len(lines):
        blank_before = index == 0 or not lines[index - 1].text or lines[index - 1].text.startswith((":", "Table:"))
        table, after = _table(lines, index) if lines[index].text[:1] in _BEGINS or blank_before else (None, 0)
        if table:
            found.append(table)
            index = after
        else:
            index += 1
    return found


_BEGINS = ("+", "-", "|")


def _lines(text: str) -> Iterator[_Line]:
    offset = 0
    for line in text.split("\n"):
        lead = _LEAD.match(line)
        indent = lead.end() if lead else 0
        yield _Line(offset, line[indent:].rstrip(), indent)
        offset += len(line) + 1


def _table(lines: list[_Line], index: int) -> tuple[Table | None, int]:
    """The table that begins on this line, and the index of the line behind it."""
    first = lines[index].text
    second = lines[index + 1].text if index + 1 < len(lines) else ""
    if _GRID.match(first):
        return _grid(lines, index)
    if _RULE.match(first) and second:
        return _multiline(lines, index)
    if first and _PIPE.match(second) and ("|" in first or "|" in second):
        return _until_blank(lines, index)
    if first and _RULE.match(second) and " " in second:
        return _until_blank(lines, index)
    return None, 0


def _until_blank(lines: list[_Line], index: int) -> tuple[Table, int]:
    after = index
    while after < len(lines) and lines[after].text:
        after += 1
    return Table(lines[index].offset, lines[after - 1].end), after


def _grid(lines: list[_Line], index: int) -> tuple[Table, int]:
    """A table drawn with `+---+`: rows end at full rules; cells that span several rows leave it without order."""
    end = index
    while end < len(lines) and lines[end].text[:1] in ("+", "|"):
        end += 1
    body = lines[index:end]
    rules = [line for line in body if _GRID.match(line.text)]
    partial = any(line.text.startswith("+") and not _GRID.match(line.text) for line in body)
    even = len({_width(line.text) + line.indent for line in body}) == 1
    ordered = (
        even
        and not partial
        and all(
            _GRID.match(after.text) or _GRID.match(before.text) or before.text.count("|") == after.text.count("|")
            for before, after in pairwise(body)
        )
    )
    cells = tuple((line.offset, tuple(line.start + m.start() for m in re.finditer(r"\|", line.text))) for line in body)
    return Table(body[0].offset, body[-1].end, ordered, tuple(rule.offset for rule in rules), cells), end


def _width(text: str) -> int:
    """How many columns a text takes on a screen."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF") for sign in text)


def _multiline(lines: list[_Line], index: int) -> tuple[Table | None, int]:
    """A table between rules of `-`: with blank lines between its rows, cells may have several lines."""
    rules = [index]
    full = " " not in lines[index].text
    blanks = 0
    after = index + 1
    while after < len(lines):
        line = lines[after]
        if _RULE.match(line.text):
            rules.append(after)
            closed = not (full and len(rules) == 2)
            if closed and (after + 1 == len(lines) or not lines[after + 1].text):
                break
        blanks += not line.text
        if not line.text and full and len(rules) == 1:
            return None, 0
        if not line.text and after + 1 < len(lines) and not lines[after + 1].text:
            return (None, 0) if full or len(rules) > 1 else _until_blank(lines, index)
        after += 1
    else:
        return (None, 0) if full else _until_blank(lines, index)
    body = lines[index : after + 1]
    if not blanks:
        return Table(body[0].offset, body[-1].end), after + 1
    columns = [m.start() + lines[rules[1 if full else 0]].indent for m in re.finditer("-+", lines[rules[full]].text)]
    wide = any(_width(line.text) != len(line.text) for line in body)
    breaks = tuple(line.offset for line in body if not line.text or _RULE.match(line.text))
    cells = tuple((line.offset, tuple(line.offset + column for column in columns[1:])) for line in body)
    return Table(body[0].offset, body[-1].end, not wide, breaks, cells), after + 1
