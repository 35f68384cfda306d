"""A CSL JSON or CSL YAML text → its items, each property with its span. Nothing here raises.

The list of items is the whole of a JSON file or its `items`, and the `references` of a YAML file.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from thesis_build.model import Source, Span
from thesis_build.readers.yaml_source_map import YamlDocument, read_yaml

_SPACE = re.compile(r"[ \t\n\r]*")


def _integer(digits: str) -> int | str:
    """A whole number; text where it has more digits than any number of a bibliography."""
    return int(digits) if len(digits) <= 18 else digits


_DECODER = json.JSONDecoder(parse_int=_integer)
_LISTS = ("items", "references")


@dataclass(frozen=True, slots=True)
class Property:
    """One property of an item: `span` is that of its name, `written` that of its value."""

    name: str
    value: Any
    span: Span
    written: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One item; a property that is written twice is there twice."""

    properties: tuple[Property, ...]
    whole: Span


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a text, or a part of it, is no list of items: it is not valid, or something else is in it."""

    span: Span
    valid: bool = False


def read_items(source: Source) -> tuple[tuple[Item, ...], tuple[Unreadable, ...]]:
    """The items of a text, and what in it cannot be read as items."""
    if source.path.lower().endswith(".json"):
        return _Json(source).read()
    return _of_yaml(read_yaml(source))


class _Json:
    """One JSON text, read item by item, so that the offset of every property is known."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._starts = [0, *(match.end() for match in re.finditer("\n", source.text))]
        self._items: list[Item] = []
        self._unreadable: list[Unreadable] = []

    def read(self) -> tuple[tuple[Item, ...], tuple[Unreadable, ...]]:
        try:
            self._document()
        except json.JSONDecodeError as error:
            self._unreadable.append(Unreadable(self._span(error.pos, error.pos + 1)))
        except RecursionError:
            self._unreadable.append(Unreadable(Span(self._source.path)))
        return tuple(self._items), tuple(self._unreadable)

    def _document(self) -> None:
        start = self._after_space(0)
        end = self._value(start, is_document=True)
        if self._after_space(end) < len(self._text):
            raise json.JSONDecodeError("extra data", self._text, self._after_space(end))

    def _value(self, start: int, *, is_document: bool) -> int:
        """Read the list of items, or the object that holds it, and give the offset after it."""
        if self._text.startswith("[", start):
            return self._list(start)
        if is_document and self._text.startswith("{", start):
            return self._holder(start)
        _, end = _DECODER.raw_decode(self._text, start)
        self._unreadable.append(Unreadable(self._span(start, end), valid=True))
        return end

    def _holder(self, start: int) -> int:
        """An object that is the document: the list of items is one of its values."""
        found = False
        cursor = start + 1
        for name, _, at in self._members(start):
            if name in _LISTS:
                found = True
                cursor = self._value(at, is_document=False)
        if not found:
            self._unreadable.append(Unreadable(self._span(start, start + 1), valid=True))
        return max(cursor, _DECODER.raw_decode(self._text, start)[1])

    def _list(self, start: int) -> int:
        cursor = self._after_space(start + 1)
        if self._text.startswith("]", cursor):
            return cursor + 1
        while True:
            cursor = self._after_space(self._item(cursor))
            if self._text.startswith("]", cursor):
                return cursor + 1
            self._expect(",", cursor)
            cursor = self._after_space(cursor + 1)

    def _item(self, start: int) -> int:
        value, end = _DECODER.raw_decode(self._text, start)
        span = self._span(start, end)
        if not isinstance(value, dict):
            self._unreadable.append(Unreadable(span, valid=True))
            return end
        properties = []
        for name, key_at, at in self._members(start):
            content, stop = _DECODER.raw_decode(self._text, at)
            name_span = self._span(key_at, key_at + len(name) + 2)
            properties.append(Property(name, content, name_span, self._span(at, stop)))
        self._items.append(Item(tuple(properties), span))
        return end

    def _members(self, start: int) -> Iterator[tuple[str, int, int]]:
        """The members of an object: the name, its offset, and the offset of the value."""
        cursor = self._after_space(start + 1)
        while not self._text.startswith("}", cursor):
            self._expect('"', cursor)
            name, end = _DECODER.raw_decode(self._text, cursor)
            colon = self._after_space(end)
            self._expect(":", colon)
            at = self._after_space(colon + 1)
            yield name, cursor, at
            cursor = self._after_space(_DECODER.raw_decode(self._text, at)[1])
            if self._text.startswith(",", cursor):
                cursor = self._after_space(cursor + 1)
            elif not self._text.startswith("}", cursor):
                self._expect(",", cursor)

    def _expect(self, character: str, offset: int) -> None:
        if not self._text.startswith(character, offset):
            raise json.JSONDecodeError(f"no {character}", self._text, offset)

    def _after_space(self, offset: int) -> int:
        found = _SPACE.match(self._text, offset)
        return found.end() if found else offset

    def _span(self, start: int, end: int) -> Span:
        first, last = bisect_right(self._starts, start), bisect_right(self._starts, end)
        columns = start - self._starts[first - 1] + 1, end - self._starts[last - 1] + 1
        return Span(self._source.path, first, columns[0], last, columns[1])


def _of_yaml(document: YamlDocument) -> tuple[tuple[Item, ...], tuple[Unreadable, ...]]:
    if document.problems:
        return (), tuple(Unreadable(problem.span) for problem in document.problems[:1])
    holder = next((name for name in _LISTS if isinstance(document.data, dict) and name in document.data), "")
    listed = document.data[holder] if holder else document.data
    if not isinstance(listed, list):
        return (), (Unreadable(document.spans.get(holder, Span(document.source.path)), valid=True),)
    items: list[Item] = []
    unreadable: list[Unreadable] = []
    for index, item in enumerate(listed):
        path = f"{holder}.{index}" if holder else str(index)
        if isinstance(item, dict):
            items.append(Item(tuple(_properties(item, path, document)), document.spans[path]))
        else:
            unreadable.append(Unreadable(document.spans[path], valid=True))
    return tuple(items), tuple(unreadable)


def _properties(item: dict[str, Any], path: str, document: YamlDocument) -> Iterator[Property]:
    for name, value in item.items():
        at = f"{path}.{name}"
        yield Property(name, value, document.key_spans[at], document.spans[at])
