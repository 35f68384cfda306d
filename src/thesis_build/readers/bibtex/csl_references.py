"""What Pandoc reads of the library: the references that can be printed, and why it refuses a file.

Pandoc is given only the entries whose keys are asked for; lines keep their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from thesis_build import pandoc_ast
from thesis_build.model import BrokenEntry, Element, Library, LibraryFault, Project, Source, Span, is_csl
from thesis_build.readers.csl.library import as_json
from thesis_build.readers.pandoc_errors import error_span
from thesis_build.readers.source import inside
from thesis_build.tools.pandoc import Answer, Pandoc, Request

_EXPLAINING = (LibraryFault.UNPARSEABLE, LibraryFault.NOT_UTF8, LibraryFault.EMPTY_KEY)
"""Faults found by our own reading that explain why Pandoc refuses a file."""

_PIECE = 300_000
"""Characters, about, that Pandoc reads at a time."""


def read_references(project: Project, keys: Set[str], pandoc: Pandoc) -> Project:
    """The project with the references of the entries with these keys, as Pandoc reads them, and what it refuses."""
    library = project.library
    texts = {source: _with_entries(source, library, keys) for source in _readable(library)}
    answers = pandoc.run([_request(text, source.path) for source, text in texts.items()])
    references: list[object] = []
    rejected: list[BrokenEntry] = []
    for source, answer in zip(texts, answers, strict=True):
        if answer.error:
            rejected += _rejected(library, source, answer.error, 0)
        else:
            read = pandoc_ast.meta_items(pandoc_ast.metadata(answer.text).get("references"))
            references += [pandoc_ast.without_empty(reference) for reference in read]
    return replace(project, library=replace(library, references=tuple(references), broken=(*library.broken, *rejected)))


def refusals(library: Library, keys: Set[str], pandoc: Pandoc) -> tuple[BrokenEntry, ...]:
    """What Pandoc refuses of the entries with these keys.

    A long file is read in pieces: Pandoc reads each entry by itself.
    """
    pieces = [
        (source, first, text)
        for source in _readable(library)
        for first, text in _pieces(source, _with_entries(source, library, keys), library)
    ]
    answers = pandoc.run([replace(_request(text, source.path), operation="accept") for source, _, text in pieces])
    return tuple(
        broken
        for (source, first, _), answer in zip(pieces, answers, strict=True)
        if answer.error
        for broken in _rejected(library, source, answer.error, first)
    )


def readings(texts: Sequence[str], pandoc: Pandoc) -> list[dict[str, list[dict[str, Element]]] | None]:
    """What Pandoc reads of each text: by key, the fields of each entry; None for a text that it refuses."""
    return [_reading(answer) for answer in pandoc.run([_request(text) for text in texts])]


def _reading(answer: Answer) -> dict[str, list[dict[str, Element]]] | None:
    if answer.error:
        return None
    found: dict[str, list[dict[str, Element]]] = {}
    for reference in pandoc_ast.meta_items(pandoc_ast.metadata(answer.text).get("references")):
        fields = pandoc_ast.meta_fields(reference)
        found.setdefault(pandoc_ast.meta_text(fields.pop("id", None)), []).append(fields)
    return found


def _readable(library: Library) -> tuple[Source, ...]:
    """The files that are given to Pandoc: none where inheritance is circular, as it would never end."""
    circular = any(broken.fault is LibraryFault.CIRCULAR for broken in library.broken)
    return () if circular else library.sources


def _request(text: str, path: str = "") -> Request:
    """What Pandoc reads of a file; it wants a line end after a last line that is a `%` comment."""
    if is_csl(path):
        return Request("read", "csljson", text)
    return Request("read", "biblatex", f"{text}\n")


def _with_entries(source: Source, library: Library, keys: Set[str]) -> str:
    """A file without those of its entries whose keys are not among these; of a file of CSL items, these as JSON."""
    if is_csl(source.path):
        return as_json(source, keys)
    others = [entry.whole for entry in library.entries if entry.whole.path == source.path and entry.key not in keys]
    return _without(source.text, others)


def _pieces(source: Source, text: str, library: Library) -> Iterator[tuple[int, str]]:
    """A text cut before entries that begin a line, into pieces of bounded length, each with the lines before it."""
    if is_csl(source.path):
        yield 0, text
        return
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
        span = inside(source, first + max(1, message.line), message.column)
        reason = message.text.splitlines()[1] if "\n" in message.text else message.text
        yield BrokenEntry(LibraryFault.REJECTED, "", span, reason)
