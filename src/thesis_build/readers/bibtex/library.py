"""Bibliography files → `Library`, forgivingly: a broken entry is a value, and the next good one is always read.

`parser` finds the blocks as Pandoc does and says where Pandoc would refuse the file; bibtexparser reads what
it can of an entry that Pandoc refuses (`recovery`); `csl` reads files of CSL items. Strings, inheritance and clashes
of keys are settled here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from thesis_build.model import BrokenEntry, Definition, Entry, Field, Library, LibraryFault, Source, Span, is_csl
from thesis_build.readers.bibtex.inheritance import INHERITING, inherit
from thesis_build.readers.bibtex.parser import blocks
from thesis_build.readers.bibtex.strings import Strings
from thesis_build.readers.bibtex.syntax import Assignment, Between, Reason, Refused, WrittenEntry, WrittenString
from thesis_build.readers.csl.library import CslFile

IDENTICAL = "identical"
"""The `detail` of a duplicate key whose two entries say the same."""

_LOST = re.compile(r"[{}=]|^\)$")
"""What shows that a line outside entries was meant to be in one."""


def read_library(sources: Sequence[Source]) -> Library:
    """All bibliography files as one library, each key once; `references` stays empty, Pandoc fills it."""
    readers = [CslFile(source) if is_csl(source.path) else _Reader(source) for source in sources]
    defined: dict[str, Span] = {}
    for reader in readers:
        defined = {**reader.defined, **defined}
    broken = [_with_definition(fault, defined) for reader in readers for fault in reader.broken]
    entries, faults = inherit([reader.entries for reader in readers])
    kept, clashes = _clashes(entries)
    everything = sorted([*broken, *faults, *clashes], key=lambda fault: fault.span)
    definitions = tuple(definition for reader in readers for definition in reader.definitions())
    return Library(tuple(sources), tuple(kept), tuple(everything), definitions)


class _Reader:
    """One file, read: its `entries` (those of a key twice, too), its faults, and the strings it defines."""

    def __init__(self, source: Source) -> None:
        self.entries: list[Entry] = []
        self.broken: list[BrokenEntry] = []
        self.defined: dict[str, Span] = {}
        self._written: list[tuple[Field, Span]] = []
        self._path = source.path
        self._text = source.text
        self._strings = Strings()
        self._lines = [0, *(match.end() for match in re.finditer("\n", source.text))]
        if source.broken_at:
            self._fault(LibraryFault.NOT_UTF8, "", source.broken_at)
        for block in blocks(source.text):
            if isinstance(block, WrittenEntry):
                self._entry(block)
            elif isinstance(block, WrittenString):
                self._string(block)
            elif isinstance(block, Between):
                self._outside(block)
            elif isinstance(block, Refused):
                self._refused(block)

    def definitions(self) -> Iterator[Definition]:
        """The strings that the file defines."""
        for field, whole in self._written:
            yield Definition(field.name, field.value, field.span, field.name in self._strings.used, whole)

    def _entry(self, written: WrittenEntry) -> None:
        span = self._span(written.key_at, len(written.key))
        if not written.key:
            self._fault(LibraryFault.EMPTY_KEY, "", span)
            return
        fields: dict[str, Field] = {}
        for assignment in written.fields:
            field = self._field(assignment, written.key)
            if field.name in fields:
                self._fault(LibraryFault.DUPLICATE_FIELD, field.name, field.span, written.key, fields[field.name].span)
            fields[field.name] = field
        self.entries.append(Entry(written.key, written.type, fields, span, self._between(written.start, written.end)))

    def _field(self, written: Assignment, key: str) -> Field:
        value, missing = self._strings.resolve(written.parts)
        span = self._span(written.start, len(written.name))
        for name in missing:
            self._fault(LibraryFault.UNDEFINED_STRING, name, span, key)
        value = value if written.name in INHERITING else value.strip()
        # in an entry that Pandoc refuses, a value may stand without delimiters
        is_delimited = self._text[written.value_start : written.value_start + 1] in ("{", '"')
        literal = len(written.parts) == 1 and not written.parts[0].word and is_delimited
        return Field(written.name, value, span, self._between(written.value_start, written.value_end), literal)

    def _string(self, written: WrittenString) -> None:
        field = self._field(written.assignment, "")
        self._strings.define(field.name, field.value)
        self.defined.setdefault(field.name, field.span)
        self._written.append((field, self._between(written.start, written.end)))

    def _outside(self, block: Between) -> None:
        """Text outside entries is a comment; what looks like a part of an entry is a fault."""
        position = block.start
        for line in self._text[block.start : block.end].split("\n"):
            visible = line.partition("%")[0].strip()
            if visible and _LOST.search(visible):
                offset = position + line.index(visible)
                self._fault(LibraryFault.TEXT_BETWEEN, _short(visible), self._span(offset, len(visible)))
                return
            position += len(line) + 1

    def _refused(self, block: Refused) -> None:
        whole_key = block.reason in (Reason.UNCLOSED, Reason.PERCENT)
        span = self._span(block.offset, len(block.key) if whole_key else 1)
        origin = self._span(block.origin, 0) if block.origin >= 0 else None
        if block.reason is Reason.NO_KEY:
            self._fault(LibraryFault.EMPTY_KEY, "", span)
        elif not self._text.startswith("\ufffd", block.offset):  # what is not UTF-8 is a fault of its own
            self._fault(LibraryFault.UNPARSEABLE, _short(block.key), span, block.reason.value, origin)
        if block.entry:
            self._entry(block.entry)

    def _fault(self, fault: LibraryFault, name: str, span: Span, detail: str = "", other: Span | None = None) -> None:
        self.broken.append(BrokenEntry(fault, name, span, detail, other))

    def _between(self, start: int, end: int) -> Span:
        line = bisect_right(self._lines, start)
        last = bisect_right(self._lines, end, line - 1)
        return Span(self._path, line, start - self._lines[line - 1] + 1, last, end - self._lines[last - 1] + 1)

    def _span(self, start: int, length: int) -> Span:
        """A span of at least one character, where the line has one; a key that is broken over lines ends below."""
        span = self._between(start, min(start + max(1, length), len(self._text)))
        return span if length > 1 or span.end_line == span.line else Span(self._path, span.line, span.column)


def _short(text: str) -> str:
    """The first words of a text, on one line."""
    text = " ".join(text[:200].split())
    return text if len(text) <= 60 else text[:59] + "…"


def _with_definition(fault: BrokenEntry, defined: Mapping[str, Span]) -> BrokenEntry:
    """An undefined string that is defined after its use, or in another file, gets the span of its definition."""
    span = defined.get(fault.name.lower()) if fault.fault is LibraryFault.UNDEFINED_STRING else None
    return replace(fault, other=span) if span else fault


def _clashes(entries: Iterable[Entry]) -> tuple[Iterable[Entry], list[BrokenEntry]]:
    """Each key once, with its last entry, which is the one that Pandoc prints; and the faults of keys."""
    first: dict[str, Entry] = {}
    folded: dict[str, Entry] = {}
    kept: dict[str, Entry] = {}
    faults: list[BrokenEntry] = []
    for entry in entries:
        one = first.setdefault(entry.key, entry)
        variant = folded.setdefault(entry.key.lower(), entry)
        if one is not entry:
            detail = IDENTICAL if _contents(one) == _contents(entry) else ""
            faults.append(BrokenEntry(LibraryFault.DUPLICATE_KEY, entry.key, entry.span, detail, one.span))
        elif variant is not entry:
            faults.append(BrokenEntry(LibraryFault.CASE_VARIANT_KEY, entry.key, entry.span, variant.key, variant.span))
        kept[entry.key] = entry
    return kept.values(), faults


def _contents(entry: Entry) -> tuple[str, dict[str, str]]:
    return entry.type, {name: " ".join(field.value.split()) for name, field in entry.fields.items()}
