"""Where the tables of a Markdown source stand, and which cell of one an offset is in."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_Cells = tuple[tuple[int, tuple[int, ...]], ...]
_DIVIDER = re.compile(r"\\.|(`+).*?\1|\|")
_LEAD = re.compile(r"[ \t>]*")
_GRID = re.compile(r"\+[-=:+]*[-=][-=:+]*\+$")
_RULE = re.compile(r"--+(?: +-+)*$|-(?: +-+)+$")
_PIPE = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:[|+][ ]*:?-+:?[ ]*)*\|?$")


@dataclass(frozen=True, slots=True)
class Table:
    """A table from offset `start` to `end`; `ordered` says that its cells are known where that matters.

    `lines` are the offsets of its lines, each with those at which the cells after the first begin; `rows` are the
    offsets at which its rows begin, where cells may have several lines.
    """

    start: int
    end: int
    ordered: bool = True
    rows: tuple[int, ...] = ()
    lines: _Cells = ()

    def cell(self, offset: int) -> tuple[int, int]:
        """The row and column of an offset, both from 0; the row is 0 where cells are on one line each."""
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
    """The table that begins on this line, and the index of the line after it."""
    first = lines[index].text
    second = lines[index + 1].text if index + 1 < len(lines) else ""
    if _GRID.match(first):
        return _grid(lines, index)
    if _RULE.match(first) and second:
        return _multiline(lines, index)
    if first and _PIPE.match(second) and ("|" in first or "|" in second):
        return _until_blank(lines, index, lines[index + 1])
    if first and _RULE.match(second) and " " in second:
        return _until_blank(lines, index, lines[index + 1])
    return None, 0


def _until_blank(lines: list[_Line], index: int, rule: _Line) -> tuple[Table, int]:
    """A table whose cells are on one line each; `rule` is the line that sets off its columns."""
    after = index
    while after < len(lines) and lines[after].text:
        after += 1
    body = lines[index:after]
    cells = _piped(body) if "|" in rule.text or rule.text[0] == ":" else _ruled(body, rule)
    return Table(lines[index].offset, lines[after - 1].end, lines=cells), after


def _piped(body: list[_Line]) -> _Cells:
    """The cells of lines that are divided by `|`, which counts neither in code nor after a backslash."""
    found = []
    for line in body:
        pipes = [m.start() for m in _DIVIDER.finditer(line.text) if m[0] == "|"]
        found.append((line.offset, tuple(line.start + pipe for pipe in pipes if pipe)))
    return tuple(found)


def _ruled(body: list[_Line], rule: _Line) -> _Cells:
    """The cells of lines whose columns begin where the dashes of `rule` begin."""
    columns = [rule.indent + m.start() for m in re.finditer("-+", rule.text)][1:]
    return tuple((line.offset, tuple(line.offset + column for column in columns)) for line in body)


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
    breaks = tuple(rule.offset for rule in rules) if ordered else ()
    return Table(body[0].offset, body[-1].end, ordered, breaks, _piped(body)), end


def _width(text: str) -> int:
    """How many columns a text takes on a screen."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )


def _multiline(lines: list[_Line], index: int) -> tuple[Table | None, int]:
    """A table between rules of `-`: with blank lines between its rows, cells may have several lines."""
    full = " " not in lines[index].text
    rules = [index]
    blanks = 0
    after = index + 1
    while after < len(lines) and len(rules) < 2 + full:
        if _RULE.match(lines[after].text):
            rules.append(after)
        elif not lines[after].text:
            blanks += 1
            if full and len(rules) == 1:
                return None, 0
        after += 1
    if len(rules) < 2 + full:
        return (None, 0) if full else _until_blank(lines, index, lines[index])
    body = lines[index:after]
    rule = lines[rules[1 if full else 0]]
    cells = _ruled(body, rule)
    if not blanks and not full:
        return Table(body[0].offset, body[-1].end, lines=cells), after
    wide = any(_width(line.text) != len(line.text) for line in body)
    breaks = tuple(line.offset for line in body if not line.text or _RULE.match(line.text))
    return Table(body[0].offset, body[-1].end, not wide, breaks, cells), after
