"""What was read of the bibliography files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from thesis_build.model.derived import Memo, derived
from thesis_build.model.spans import Source, Span


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry: `value` without its outer braces or quotes, strings and `#` resolved.

    `span` is that of its name, `written` that of its value as written, delimiters and all. `literal` says that
    the value is one text in braces or quotes, so that it can be edited: it then begins at `written.column` + 1.
    """

    name: str
    value: str
    span: Span
    written: Span
    literal: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the library as written; `type` and field names are in lower case.

    `fields` are its own; `inherited` come through `crossref` or `xdata`. `span` is that of the key, `whole`
    that of the entry from its “@” to its closing brace.
    """

    key: str
    type: str
    fields: Mapping[str, Field]
    span: Span
    whole: Span
    inherited: Mapping[str, Field] = field(default_factory=dict)

    def value(self, name: str) -> str:
        """The value of a field, own or inherited; empty where there is none."""
        found = self.fields.get(name) or self.inherited.get(name)
        return found.value if found else ""


@dataclass(frozen=True, slots=True)
class Definition:
    """An `@string` definition: `used` says whether a value below it, in the same file, names it.

    `span` is that of the name, `whole` that of the definition from its “@” to its closing brace.
    """

    name: str
    value: str
    span: Span
    used: bool
    whole: Span


class LibraryFault(StrEnum):
    """What can be wrong with a library as a text."""

    UNPARSEABLE = "unparseable"
    DUPLICATE_KEY = "duplicate-key"
    CASE_VARIANT_KEY = "case-variant-key"
    DUPLICATE_FIELD = "duplicate-field"
    EMPTY_KEY = "empty-key"
    TEXT_BETWEEN = "text-between"
    UNDEFINED_STRING = "undefined-string"
    NOT_UTF8 = "not-utf8"
    DANGLING = "dangling"
    CIRCULAR = "circular"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class BrokenEntry:
    """A fault of the library's text: `name` is the key, field or string concerned, `other` what it clashes with."""

    fault: LibraryFault
    name: str
    span: Span
    detail: str = ""
    other: Span | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """All bibliography files together, in reading order.

    `references` is what Pandoc reads from the same text: its `references` metadata (CSL-JSON with
    formatted fields as Pandoc inlines), or an empty list where the library has a fault Pandoc trips over.
    """

    sources: tuple[Source, ...] = ()
    entries: tuple[Entry, ...] = ()
    broken: tuple[BrokenEntry, ...] = ()
    definitions: tuple[Definition, ...] = ()
    references: tuple[Any, ...] = ()
    memo: Memo = field(default_factory=dict, init=False, repr=False, compare=False)

    def entry(self, key: str) -> Entry | None:
        """The entry with this key, or None."""
        return _by_key(self).get(key)


def is_csl(path: str) -> bool:
    """Whether a bibliography file is CSL JSON or CSL YAML, by its name; any other is read as BibTeX."""
    return path.lower().endswith((".json", ".yaml", ".yml"))


@derived
def _by_key(library: Library) -> Mapping[str, Entry]:
    return {entry.key: entry for entry in library.entries}
