"""What Pandoc reads of the library: the references that can be printed, and why it refuses a file.

Only what the thesis uses is given to Pandoc; lines keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from thesis_build import pandoc_ast
from thesis_build.model import BrokenEntry, Library, LibraryFault, Project, Source, Span, derived
from thesis_build.readers.data import keys_from_tables
from thesis_build.readers.pandoc_errors import error_span
from thesis_build.tools.pandoc import Pandoc, Request

_EXPLAINING = (LibraryFault.UNPARSEABLE, LibraryFault.NOT_UTF8, LibraryFault.EMPTY_KEY)
"""Faults found by our own reading that explain why Pandoc refuses a file."""

_PIECE = 300_000
"""Characters, about, that Pandoc reads at a time."""


def read_references(project: Project, pandoc: Pandoc) -> Project:
    """The project with the references that its chapters use, as Pandoc reads them, and what Pandoc refuses."""
    library = project.library
    texts = {source: _used(source, project) for source in _readable(library)}
    answers = pandoc.run([_request(text) for text in texts.values()])
    references: list[object] = []
    rejected: list[BrokenEntry] = []
    for source, answer in zip(texts, answers, strict=True):
        if answer.error:
            rejected += _rejected(library, source, answer.error, 0)
        else:
            references += pandoc_ast.meta_items(pandoc_ast.metadata(answer.text).get("references"))
    return replace(project, library=replace(library, references=tuple(references), broken=(*library.broken, *rejected)))


def refusals(project: Project, pandoc: Pandoc) -> tuple[BrokenEntry, ...]:
    """What Pandoc refuses of the entries that the chapters use (of all, where there are no chapters).

    A long file is read in pieces: Pandoc reads each entry by itself.
    """
    pieces = [
        (source, first, text)
        for source in _readable(project.library)
        for first, text in _pieces(source, _used(source, project), project.library)
    ]
    answers = pandoc.run([_request(text) for _, _, text in pieces])
    return tuple(
        broken
        for (source, first, _), answer in zip(pieces, answers, strict=True)
        if answer.error
        for broken in _rejected(project.library, source, answer.error, first)
    )


@derived
def used_keys(project: Project) -> frozenset[str]:
    """The keys that chapters cite, cross-references among them, and that of `based-on`, with their entries' parents."""
    keys = [key for chapter in project.chapters for key in pandoc_ast.cited_keys(chapter.elements)]
    keys += [key for chapter in project.chapters for key in keys_from_tables(chapter, project.data)]
    return with_named(project.library, [*keys, project.settings.based_on], ("crossref", "xdata"))


def with_named(library: Library, keys: Iterable[str], fields: Sequence[str]) -> frozenset[str]:
    """The keys, with those that their entries name in these fields, and so on."""
    found = set(keys)
    waiting = list(found)
    while waiting:
        entry = library.entry(waiting.pop())
        values = [entry.fields[name].value for name in fields if name in entry.fields] if entry else []
        named = [key for value in values for key in re.split(r"[\s,]+", value) if key and key not in found]
        waiting += named
        found.update(named)
    return frozenset(found)


def _readable(library: Library) -> tuple[Source, ...]:
    """The files that are given to Pandoc: none where inheritance is circular, as it would never end."""
    circular = any(broken.fault is LibraryFault.CIRCULAR for broken in library.broken)
    return () if circular else library.sources


def _request(text: str) -> Request:
    """What Pandoc reads of a file; it wants a line end after a last line that is a `%` comment."""
    return Request("read", "biblatex", f"{text}\n")


def _used(source: Source, project: Project) -> str:
    """A file without the entries that no chapter uses; whole, where there are no chapters."""
    if not project.manuscripts:
        return source.text
    used = used_keys(project)
    entries = project.library.entries
    return _without(source.text, [e.whole for e in entries if e.whole.path == source.path and e.key not in used])


def _pieces(source: Source, text: str, library: Library) -> Iterator[tuple[int, str]]:
    """A text cut before entries that begin a line, into pieces of bounded length, each with the lines before it."""
    starts = sorted(e.whole.line - 1 for e in library.entries if e.whole.path == source.path and e.whole.column == 1)
    lines = text.split("\n")
    first = length = cursor = 0
    for start in starts:
        length += sum(len(line) + 1 for line in lines[cursor:start])
        cursor = start
        if length > _PIECE:
            yield first, "\n".join(lines[first:start])
            first, length = start, 0
    yield first, "\n".join(lines[first:])


def _without(text: str, spans: list[Span]) -> str:
    """A text in which nothing but the line ends is left of the given spans."""
    lines = text.split("\n")
    for span in sorted(spans, reverse=True):
        first, last = span.line - 1, span.end_line - 1
        if first == last:
            lines[first] = lines[first][: span.column - 1] + lines[first][span.end_column - 1 :]
            continue
        lines[last] = lines[last][span.end_column - 1 :]
        lines[first + 1 : last] = [""] * (last - first - 1)
        lines[first] = lines[first][: span.column - 1]
    return "\n".join(lines)


def _rejected(library: Library, source: Source, error: str, first: int) -> Iterator[BrokenEntry]:
    """Pandoc's refusal of a text that begins after line `first`, unless our own reading has explained it."""
    if not any(b.fault in _EXPLAINING and b.span.path == source.path for b in library.broken):
        message = error_span(error)
        span = Span(source.path, first + max(1, message.line), max(1, message.column))
        reason = message.text.splitlines()[1] if "\n" in message.text else message.text
        yield BrokenEntry(LibraryFault.REJECTED, "", span, reason)
