"""Every `@key` as written in Markdown, brought into the order in which Pandoc reads it.

A note stands where its mark is, a caption apart from its table, and the cells of a table one after the other. What
is code or an address is not sorted out here: Pandoc's document decides that.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from thesis_build.model import Source
from thesis_build.readers.markdown.keys_in_document import KEY
from thesis_build.readers.markdown.prose import prose, without
from thesis_build.readers.markdown.tables import Table, tables

_WRITTEN = re.compile(KEY.pattern.replace("@", "(?:@|&#64;|&#[xX]40;|&commat;)", 1))
_DEFINITION = re.compile(r"^(?P<lead>[ \t>]*)\[\^(?P<label>[^\]\s]+)\]:", re.MULTILINE)
_MARK = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\s]+)\]|(?<!\\)\^\[")
_ADDRESS = re.compile(r"^[ ]{0,3}\[[^\]^@\n][^\]\n]*\]:[ \t]*\S+[^\n]*$", re.MULTILINE)
_CAPTION = re.compile(r"^[ \t>]*(?::|[Tt]able:)[ \t]+\S", re.MULTILINE)
_INDENT = re.compile(r"(?: {4}| {0,3}\t)[ \t]*\S")
_CLOSED = re.compile(r"#|:::|(?:-{3,}|={3,}|~{3,}|`{3,}|\*{3,})[ \t]*$")
_UNDERLINE = re.compile(r"\n(?:-+|=+)[ \t]*(?=\n|\Z)")
_BLANK = re.compile(r"[ \t>]*$")
_GAP = 500
"""Most white space, in characters, that is looked at between a table and its caption."""


@dataclass(frozen=True, slots=True)
class Written:
    """One `@key` in a source from offset `start` to `end`, in a note, a table's caption, or a column of a table.

    `sure` is False in a table of which Pandoc may read the cells in another order, or cut them.
    """

    key: str
    start: int
    end: int
    noted: bool = False
    captioned: bool = False
    column: int | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    """The mark of a note, at an offset."""

    label: str
    start: int
    column: int | None = None


def written(source: Source) -> list[Written]:
    """Every `@key` of a source, front matter left out; of a note that is marked twice, twice."""
    return list(_Reader(source).run())


class _Reader:
    """What is known of a source while its keys are put in order."""

    def __init__(self, source: Source) -> None:
        self._text = without(source, ("front",))
        self._prose = prose(source)
        notes = list(_notes(self._prose, self._text))
        self._notes = {label: (start, end) for label, _, start, end in notes}
        self._defined = [(whole, end) for _, whole, _, end in notes]
        self._tables = tables(self._text)
        self._inline = list(_inline_notes(self._prose))
        self._captions = sorted(_captions(self._text, self._tables))
        self._addresses = [match.span() for match in _ADDRESS.finditer(self._prose)]

    def run(self) -> Iterator[Written]:
        """Every key outside notes in order, each note at its mark."""
        outside = [item for item in self._items(0, len(self._text)) if not _within(item.start, self._defined)]
        yield from self._expanded(self._in_order(outside))

    def _items(self, start: int, end: int) -> Iterator[Written | _Mark]:
        """The keys and the marks of notes from `start` up to `end`, as written."""
        for match in _WRITTEN.finditer(self._text, start, end):
            if not _within(match.start(), self._addresses):
                noted, captioned = _within(match.start(), self._inline), _within(match.start(), self._captions)
                yield Written(match["braced"] or match["bare"], match.start(), match.end(), noted, captioned)
        for mark in _MARK.finditer(self._prose, start, end):
            if mark["label"] in self._notes:
                yield _Mark(mark["label"], mark.start())

    def _in_order(self, items: Iterable[Written | _Mark]) -> list[Written | _Mark]:
        """Items in the order of reading: within a table whose cells have several lines, cell by cell."""
        starts = [table.start for table in self._tables]
        placed: list[tuple[tuple[int, int, int, int], Written | _Mark]] = []
        for item in items:
            index = bisect_right(starts, item.start) - 1
            table = self._tables[index] if index >= 0 and item.start < self._tables[index].end else None
            if table is None:
                placed.append(((item.start, 0, 0, 0), item))
                continue
            row, column = table.cell(item.start)
            if isinstance(item, Written):
                cut = table.cell(item.end - 1)[1] != column
                item = replace(item, sure=table.ordered and not cut)
            order = (table.start, row, column, item.start) if table.rows else (item.start, 0, 0, 0)
            placed.append((order, replace(item, column=column)))
        placed.sort(key=lambda found: found[0])
        return [item for _, item in placed]

    def _expanded(self, items: Iterable[Written | _Mark]) -> Iterator[Written]:
        """The keys of `items`, each mark replaced by those of its note; Pandoc follows no mark within such a note."""
        for item in items:
            if isinstance(item, Written):
                yield item
                continue
            captioned = _within(item.start, self._captions)
            for inner in self._in_order(self._items(*self._notes[item.label])):
                if isinstance(inner, Written):
                    column = item.column if inner.column is None else inner.column
                    yield replace(inner, noted=True, captioned=captioned or inner.captioned, column=column)


def _within(offset: int, extents: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset is in one of the ranges, which are in order and do not overlap."""
    index = bisect_right(extents, (offset, 1 << 60)) - 1
    return index >= 0 and offset < extents[index][1]


def _notes(prose: str, text: str) -> Iterator[tuple[str, int, int, int]]:
    """The label of each note's definition, where that begins, its text begins, and it ends."""
    for match in _DEFINITION.finditer(prose):
        before = text[: match.start()].rsplit("\n", 2)[-2:] if match.start() else [""]
        opens = match.start() == 0 or _BLANK.match(before[0]) or _DEFINITION.match(before[0])
        if (opens or _CLOSED.match(before[0])) and not _UNDERLINE.match(text, _line_end(text, match.end())):
            yield match["label"], match.start(), match.end(), _end_of_note(text, match.end(), match["lead"])


def _end_of_note(text: str, start: int, lead: str) -> int:
    """Where a note ends: before a blank line that no indented line follows, or before the next note."""
    end = _line_end(text, start)
    blank = False
    while end < len(text):
        line_end = _line_end(text, end + 1)
        line = text[end + 1 : line_end].removeprefix(lead)
        if _BLANK.match(line):
            if blank:
                break
            blank = True
        elif (blank and not _INDENT.match(line)) or _DEFINITION.match(line):
            break
        else:
            blank = False
        end = line_end
    return end


def _line_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found


def _inline_notes(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of notes that stand in the text, `^[…]`."""
    done = 0
    for match in _MARK.finditer(text):
        if match["label"] is None and match.start() >= done:
            done = _closing(text, match.end())
            if done:
                yield match.end(), done


def _closing(text: str, start: int) -> int:
    """The offset of the bracket that closes what was opened before `start`; 0 where a blank line comes first."""
    depth = 1
    for match in re.finditer(r"\\.|[\[\]]|\n[ \t>]*\n", text[start:], re.DOTALL):
        character = match[0]
        if character[0] == "\n":
            return 0
        depth += (character == "[") - (character == "]")
        if not depth:
            return start + match.start()
    return 0


def _captions(text: str, found: Sequence[Table]) -> Iterator[tuple[int, int]]:
    """The ranges of the captions of tables: a paragraph with a colon in front, above a table or else below it.

    One that follows another that belongs to no table is a second definition.
    """
    paragraphs = dict(_colon_paragraphs(text, found))
    for table in found:
        above = [(start, end) for start, end in paragraphs.items() if _adjoin(text, end, table.start)]
        below = [(start, end) for start, end in paragraphs.items() if _adjoin(text, table.end, start)]
        defined = above and any(_adjoin(text, end, above[0][0]) for end in paragraphs.values())
        for start, end in ([] if defined else above or below)[:1] or below[:1]:
            del paragraphs[start]
            yield start, end


def _colon_paragraphs(text: str, found: Sequence[Table]) -> Iterator[tuple[int, int]]:
    starts = {table.start for table in found}
    for match in _CAPTION.finditer(text):
        end = _line_end(text, match.start())
        while end < len(text) and end + 1 not in starts:
            following = _line_end(text, end + 1)
            if _BLANK.match(text[end + 1 : following]):
                break
            end = following
        yield match.start(), end


def _adjoin(text: str, end: int, start: int) -> bool:
    """Whether nothing but blank lines is between two offsets."""
    return end <= start <= end + _GAP and not text[end:start].strip(" \t>\n")
