"""What Pandoc reads of the library: the references that can be printed, and why it refuses a file.

Only what the thesis uses is given to Pandoc; lines keep their numbers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from thesis_build import document
from thesis_build.model import BrokenEntry, Entry, Library, LibraryFault, Message, Project, Source, Span
from thesis_build.readers.pandoc_errors import error_place
from thesis_build.tools.pandoc import Answer, Pandoc, Request

_EXPLAINING = (LibraryFault.UNPARSEABLE, LibraryFault.NOT_UTF8, LibraryFault.EMPTY_KEY)
"""Faults found by our own reading that explain why Pandoc refuses a file."""


def read_references(project: Project, pandoc: Pandoc) -> Project:
    """The project with the references that its chapters use (all, where it has none), as Pandoc reads them.

    A library that Pandoc would follow in a circle for ever is not given to it.
    """
    library = project.library
    if any(broken.fault is LibraryFault.CIRCULAR for broken in library.broken):
        return project
    answers = pandoc.run([_request(source, project) for source in library.sources])
    return replace(project, library=_with_answers(library, answers))


@lru_cache(maxsize=4)
def used_keys(project: Project) -> frozenset[str]:
    """The keys that chapters cite, cross-references among them, with the parents of their entries."""
    keys = {key for chapter in project.chapters for key in document.cited_keys(chapter.elements)}
    waiting = list(keys)
    while waiting:
        entry = project.library.entry(waiting.pop())
        parents = [key for key in _parents(entry) if key not in keys] if entry else []
        waiting += parents
        keys.update(parents)
    return frozenset(keys)


def _parents(entry: Entry) -> list[str]:
    named = " ".join(entry.fields[name].value for name in ("crossref", "xdata") if name in entry.fields)
    return [key for key in re.split(r"[\s,]+", named) if key]


def _request(source: Source, project: Project) -> Request:
    """What Pandoc reads of a file; it wants a line end behind a last line that is a `%` comment."""
    unused: list[Span] = []
    if project.manuscripts:
        used = used_keys(project)
        entries = project.library.entries
        unused = [e.whole for e in entries if e.whole.path == source.path and e.key not in used]
    return Request("read", "biblatex", f"{_without(source.text, unused)}\n")


def _without(text: str, spans: list[Span]) -> str:
    """A text in which nothing but the line ends is left of the given places."""
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


def _with_answers(library: Library, answers: list[Answer]) -> Library:
    references: list[object] = []
    rejected: list[BrokenEntry] = []
    for source, answer in zip(library.sources, answers, strict=True):
        explained = any(b.fault in _EXPLAINING and b.span.path == source.path for b in library.broken)
        if answer.error and explained:
            continue
        if answer.error:
            message: Message = error_place(answer.error)
            span = Span(source.path, max(1, message.line), max(1, message.column))
            reason = message.text.splitlines()[1] if "\n" in message.text else message.text
            rejected.append(BrokenEntry(LibraryFault.REJECTED, "", span, reason))
        else:
            references += document.metadata(answer.text).get("references", {}).get("c", [])
    return replace(library, references=tuple(references), broken=library.broken + tuple(rejected))
