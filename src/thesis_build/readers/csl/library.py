"""Items of a CSL file → entries of the library, in the words of biblatex; what cannot be read is a fault.

No field can be edited in place (`literal` is false): its value is not the text that is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Set
from typing import Any

from thesis_build.model import BrokenEntry, Definition, Entry, Field, LibraryFault, Source, Span
from thesis_build.readers.csl import values
from thesis_build.readers.csl.items import Item, Property, read_items

INVALID = "csl-invalid"
"""The `detail` of a fault: from here on the text is not JSON, or not YAML."""

NO_ITEM = "csl-no-item"
"""The `detail` of a fault: this is no list of items, or no item."""


class CslFile:
    """One file, read: its `entries` (those of a key twice, too) and its faults; it defines no strings."""

    def __init__(self, source: Source) -> None:
        self.entries: list[Entry] = []
        self.broken: list[BrokenEntry] = []
        self.defined: dict[str, Span] = {}
        if source.broken_at:
            self.broken.append(BrokenEntry(LibraryFault.NOT_UTF8, "", source.broken_at))
        items, unreadable = read_items(source)
        for each in unreadable:
            detail = NO_ITEM if each.valid else INVALID
            self.broken.append(BrokenEntry(LibraryFault.UNPARSEABLE, "", each.span, detail))
        for item in items:
            self._item(item)

    def definitions(self) -> Iterable[Definition]:
        """None: CSL has no strings."""
        return ()

    def _item(self, item: Item) -> None:
        first: dict[str, Property] = {}
        last: dict[str, Property] = {}
        for each in item.properties:
            first.setdefault(each.name, each)
            last[each.name] = each
        key = values.text(last["id"].value) if "id" in last else ""
        if not key:
            start = item.whole
            at = last["id"].written if "id" in last else Span(start.path, start.line, start.column)
            self.broken.append(BrokenEntry(LibraryFault.EMPTY_KEY, "", at))
            return
        for each in item.properties:
            if each is not first[each.name]:
                other = first[each.name].span
                self.broken.append(BrokenEntry(LibraryFault.DUPLICATE_FIELD, each.name, each.span, key, other))
        kind = values.text(last["type"].value) if "type" in last else "document"
        kind = values.TYPES.get(kind, kind)
        fields = {field.name: field for field in _fields(last.values(), kind)}
        self.entries.append(Entry(key, kind, fields, last["id"].written, item.whole))


def _fields(properties: Iterable[Property], kind: str) -> Iterator[Field]:
    for each in properties:
        if each.name in ("id", "type"):
            continue
        name = values.field_name(each.name, kind)
        if each.name in values.NAMES:
            value = values.names(each.value)
        elif each.name in values.DATES:
            value, is_date = values.date(each.value)
            name = name if is_date or not value or each.name != "issued" else "pubstate"
        else:
            value = values.text(each.value).strip()
        yield Field(name, value, each.span, each.written, literal=False)


def as_json(source: Source, keys: Set[str]) -> str:
    """The items with these keys as CSL JSON; of a property that is written twice, the last."""
    items, _ = read_items(source)
    found: list[dict[str, Any]] = [{each.name: each.value for each in item.properties} for item in items]
    return json.dumps([item for item in found if values.text(item.get("id")) in keys], ensure_ascii=False)
