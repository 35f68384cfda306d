"""What rules about the library share: edits of fields and entries, each by span."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import overload

from thesis_build.model import Edit, Entry, Field, Fix, Project, Span, is_csl

_SEPARATOR = re.compile(r"\s*,")
_SPACES = re.compile(r"\s*")
_REST_OF_LINE = re.compile(r"[ \t]*\n")


@overload
def unsafe(*fixes: Fix) -> Fix: ...


@overload
def unsafe(*fixes: Fix | None) -> Fix | None: ...


def unsafe(*fixes: Fix | None) -> Fix | None:
    """All these fixes as one, for those who look at it first; None where one of them cannot be made."""
    wanted = [fix for fix in fixes if fix]
    if len(wanted) < len(fixes):
        return None
    return Fix(tuple(edit for fix in wanted for edit in fix.edits), safe=False)


def new_value(field: Field, value: str) -> Fix | None:
    """The fix that gives a field another value; None where it is not a single text in braces or quotes."""
    if not field.literal:
        return None
    start, end = field.written, field.written
    inside = Span(start.path, start.line, start.column + 1, end.end_line, end.end_column - 1)
    return Fix((Edit(inside, value),))


def renamed_field(field: Field, name: str) -> Fix:
    """The fix that gives a field another name."""
    return Fix((Edit(field.span, name),))


def removed_field(field: Field, project: Project) -> Fix:
    """The fix that takes a field out of its entry, with its comma, and with its line if it is alone on it."""
    text = project.sources[field.span.path]
    start, end = (
        offset(text, field.span.line, field.span.column),
        offset(text, field.written.end_line, field.written.end_column),
    )
    comma = _SEPARATOR.match(text, end)
    end = comma.end() if comma else end
    line = text.rfind("\n", 0, start) + 1
    rest = _REST_OF_LINE.match(text, end)
    if rest and not text[line:start].strip():
        start, end = line, rest.end()
    return Fix((Edit(between(text, field.span.path, start, end), ""),))


def removed_entry(entry: Entry, project: Project) -> Fix:
    """The fix that takes an entry out of its file, with the line end after it."""
    return removed_block(entry.whole, project)


def removed_block(whole: Span, project: Project) -> Fix:
    """The fix that takes an entry or a definition out of its file, with the line end after it."""
    text = project.sources[whole.path]
    start = offset(text, whole.line, whole.column)
    end = offset(text, whole.end_line, whole.end_column)
    rest = _REST_OF_LINE.match(text, end)
    return Fix((Edit(between(text, whole.path, start, rest.end() if rest else end), ""),))


def type_span(entry: Entry) -> Span:
    """Where an entry's type is, after the “@”; the key of a CSL item, which has its type anywhere."""
    start = entry.whole
    if is_csl(start.path):
        return entry.span
    return Span(start.path, start.line, start.column + 1, start.line, start.column + 1 + len(entry.type))


def renamed_type(entry: Entry, name: str) -> Fix:
    """The fix that gives an entry another type."""
    return Fix((Edit(type_span(entry), name),))


def added_field(entry: Entry, name: str, value: str) -> Fix:
    """The fix that gives an entry one more field, right after its key."""
    end = Span(entry.span.path, entry.span.end_line, entry.span.end_column)
    return Fix((Edit(end, f",\n  {name} = {{{value}}}"),))


def inside(field: Field, start: int, end: int, project: Project) -> Span:
    """Where `value[start:end]` of a field is; the whole value where it is not a single literal text."""
    text = project.sources.get(field.written.path, "")
    if not field.literal or not text:
        return field.written
    first = offset(text, field.written.line, field.written.column) + 1
    first = _SPACES.match(text, first).end()  # type: ignore[union-attr]  # it matches an empty text, too
    return between(text, field.written.path, first + start, first + end)


def offset(text: str, line: int, column: int) -> int:
    """The offset of a position (line and column from 1) in a text."""
    return _line_starts(text)[line - 1] + column - 1


def between(text: str, path: str, start: int, end: int) -> Span:
    """The span from offset `start` up to `end` of a text."""
    starts = _line_starts(text)
    first, last = bisect_right(starts, start), bisect_right(starts, end)
    return Span(path, first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)


@lru_cache(maxsize=16)
def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]
