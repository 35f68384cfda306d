"""Bibliography files → `Library`, forgivingly: a broken entry is a value, and the next good one is always read.

bibtexparser's splitter finds the blocks; places, strings, inheritance and clashes of keys are settled here. What
Pandoc itself refuses is added by `readers.project`, from its own message.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from thesis_build.model import BrokenEntry, Entry, Field, Library, LibraryFault, Source, Span
from thesis_build.readers.bibtex_values import Strings

_INHERITING = ("crossref", "xdata", "xref")
_PASSING_ON = ("crossref", "xdata")
_HEAD = re.compile(r"@\s*(?P<type>[A-Za-z]+)\s*[{(]\s*(?P<key>[^\s,{}()]*)")


def read_library(sources: Sequence[Source]) -> Library:
    """All bibliography files as one library; `references` stays empty, Pandoc fills it."""
    entries: list[Entry] = []
    broken: list[BrokenEntry] = []
    strings = Strings()
    for source in sources:
        if source.broken_at:
            broken.append(BrokenEntry(LibraryFault.NOT_UTF8, "", source.broken_at))
        reader = _Reader(source, strings)
        entries += reader.entries()
        broken += reader.broken
    entries, clashes = _clashes(entries)
    entries, faults = _inherited(entries)
    everything = sorted([*broken, *clashes, *faults], key=lambda fault: fault.span)
    return Library(tuple(sources), tuple(entries), tuple(everything))


class _Reader:
    """Reads one file."""

    def __init__(self, source: Source, strings: Strings) -> None:
        self.broken: list[BrokenEntry] = []
        self._source = source
        self._text = source.text
        self._strings = strings
        self._starts = [0] + [match.end() for match in re.finditer("\n", self._text)]

    def entries(self) -> Iterator[Entry]:
        """The entries in order; what is not one is noted in `broken`."""
        cursor = 0
        for block in _split(self._text):
            raw = block.raw or ""
            start = self._text.find(raw, cursor) if raw else cursor
            start = start if start >= 0 else self._offset(block)
            cursor = start + len(raw)
            yield from self._block(block, raw, start)

    def _block(self, block: Any, raw: str, start: int) -> Iterator[Entry]:
        kind = type(block).__name__
        if kind == "DuplicateBlockKeyBlock":
            block, kind = block.ignore_error_block, type(block.ignore_error_block).__name__
        if kind == "DuplicateFieldKeyBlock":
            block, kind = block.ignore_error_block, "Entry"
        if kind == "Entry":
            yield self._entry(block, raw, start)
        elif kind == "String":
            self._strings.define(block.key, block.value)
        elif kind == "ImplicitComment":
            self._between(raw, start)
        elif kind == "ParsingFailedBlock":
            self._failed(block, raw, start)

    def _entry(self, block: Any, raw: str, start: int) -> Entry:
        head = _HEAD.match(raw)
        key = str(block.key).strip()
        place = start + (head.start("key") if head else 0)
        span = self._span(place, place + max(1, len(key)))
        if not key:
            self.broken.append(BrokenEntry(LibraryFault.EMPTY_KEY, "", span))
        fields: dict[str, Field] = {}
        cursor = start + (head.end() if head else 0)
        for written in block.fields:
            field, cursor = self._field(written, cursor, start + len(raw), key)
            if field.name in fields:
                first = fields[field.name].span
                self.broken.append(BrokenEntry(LibraryFault.DUPLICATE_FIELD, field.name, field.span, key, first))
            fields[field.name] = field
        return Entry(key, str(block.entry_type).lower(), fields, span)

    def _field(self, written: Any, cursor: int, end: int, key: str) -> tuple[Field, int]:
        name = str(written.key)
        found = re.compile(rf"(?<![\w-]){re.escape(name)}\s*=\s*").search(self._text, cursor, end)
        place = found.start() if found else cursor
        value, missing = self._strings.resolve(str(written.value))
        span = self._span(place, place + len(name))
        for macro in missing:
            self.broken.append(BrokenEntry(LibraryFault.UNDEFINED_STRING, macro, span, key))
        after = found.end() if found else cursor
        if self._text.startswith(str(written.value), after):
            after += len(str(written.value))
        return Field(name.lower(), value, span), after

    def _between(self, raw: str, start: int) -> None:
        """Text outside entries is a comment; what looks like a lost entry is a fault."""
        lines = [line for line in raw.splitlines() if line.strip() and not line.lstrip().startswith("%")]
        lost = next((line for line in lines if "@" in line or "=" in line or line.strip() in ("}", ")")), None)
        if lost is not None:
            place = start + max(0, raw.find(lost))
            self.broken.append(BrokenEntry(LibraryFault.TEXT_BETWEEN, lost.strip()[:40], self._line(place)))

    def _failed(self, block: Any, raw: str, start: int) -> None:
        head = _HEAD.search(raw)
        place = start + (head.start() if head else 0)
        reason = " ".join(str(block.error).split())
        fault = BrokenEntry(LibraryFault.UNPARSEABLE, head["key"] if head else "", self._line(place), reason[:160])
        self.broken.append(fault)

    def _offset(self, block: Any) -> int:
        line = int(block.start_line or 0)
        return self._starts[min(line, len(self._starts) - 1)]

    def _line(self, place: int) -> Span:
        end = self._text.find("\n", place)
        return self._span(place, len(self._text) if end < 0 else end)

    def _span(self, start: int, end: int) -> Span:
        line = bisect_right(self._starts, start)
        column = start - self._starts[line - 1] + 1
        return Span(self._source.path, line, column, line, column + max(1, end - start))


def _split(text: str) -> list[Any]:
    """bibtexparser's blocks of a text; its log messages are kept quiet, and a crash of its is one broken block."""
    from bibtexparser.model import ParsingFailedBlock
    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)
    try:
        return list(Splitter(text).split().blocks)
    except Exception as error:  # the splitter raises what it likes on hostile input
        return [ParsingFailedBlock(error=error, start_line=0, raw=text)]


def _clashes(entries: list[Entry]) -> tuple[list[Entry], list[BrokenEntry]]:
    """The entries with each key once (the last one, as Pandoc prints it), and the faults of keys."""
    first: dict[str, Entry] = {}
    folded: dict[str, Entry] = {}
    faults: list[BrokenEntry] = []
    kept: dict[str, Entry] = {}
    for entry in entries:
        if not entry.key:
            continue
        twin = folded.get(entry.key.lower())
        if entry.key in first:
            faults.append(_clash(LibraryFault.DUPLICATE_KEY, entry, first[entry.key]))
        elif twin is not None:
            faults.append(_clash(LibraryFault.CASE_VARIANT_KEY, entry, twin))
        first.setdefault(entry.key, entry)
        folded.setdefault(entry.key.lower(), entry)
        kept[entry.key] = entry
    return list(kept.values()), faults


def _clash(fault: LibraryFault, entry: Entry, other: Entry) -> BrokenEntry:
    return BrokenEntry(fault, entry.key, entry.span, other.key, other.span)


def _inherited(entries: list[Entry]) -> tuple[list[Entry], list[BrokenEntry]]:
    """The entries with what they inherit, and the inheritance that leads nowhere or in a circle."""
    by_key = {entry.key: entry for entry in entries}
    faults: list[BrokenEntry] = []
    out: list[Entry] = []
    for entry in entries:
        for field, parent in _parents(entry, _INHERITING):
            if parent not in by_key:
                faults.append(BrokenEntry(LibraryFault.DANGLING, parent, field.span, entry.key))
        circle = _circle(entry.key, by_key)
        if circle:
            field = next(f for f, parent in _parents(entry, _PASSING_ON) if parent == circle[0])
            faults.append(BrokenEntry(LibraryFault.CIRCULAR, entry.key, field.span, " → ".join([entry.key, *circle])))
        inherited = {} if circle else _from_parents(entry, by_key, set())
        out.append(replace(entry, inherited={n: f for n, f in inherited.items() if n not in entry.fields}))
    return out, faults


def _parents(entry: Entry, names: Sequence[str]) -> Iterator[tuple[Field, str]]:
    for name in names:
        field = entry.fields.get(name)
        for parent in field.value.split(",") if field else ():
            if field and parent.strip():
                yield field, parent.strip()


def _circle(key: str, by_key: Mapping[str, Entry]) -> list[str]:
    """The way from an entry back to itself through crossref and xdata; empty where there is none."""
    paths = [[parent] for _, parent in _parents(by_key[key], _PASSING_ON)]
    seen: set[str] = set()
    while paths:
        path = paths.pop()
        here = path[-1]
        if here == key:
            return path
        if here not in seen and here in by_key:
            seen.add(here)
            paths += [[*path, parent] for _, parent in _parents(by_key[here], _PASSING_ON)]
    return []


def _from_parents(entry: Entry, by_key: Mapping[str, Entry], seen: set[str]) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for _, parent in _parents(entry, _PASSING_ON):
        if parent in seen or parent not in by_key:
            continue
        seen.add(parent)
        fields = {**_from_parents(by_key[parent], by_key, seen), **by_key[parent].fields, **fields}
    return fields
