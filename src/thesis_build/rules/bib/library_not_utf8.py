"""BIB009."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set

from thesis_build.model import Edit, Finding, Fix, LibraryFault, Project, Severity, Source, Span
from thesis_build.rules.rule import Rule

_ACCENTS = re.compile("[\u0300-\u036f]+")
"""Accents as separate characters."""

_FILES = ("file", "local-url", "pdf", "bdsk-file-1")
"""Fields in which Zotero, Mendeley, JabRef and BibDesk keep names of files."""


class LibraryNotUtf8(Rule):
    """A bibliography file is not plain UTF-8.

    Pandoc would read another encoding as Latin-1 and print wrong letters in names and titles. A byte order mark, two
    kinds of line ends and accents as separate characters do no harm here, but they do in other programs:
    a search for “Café” does not find “Cafe´”, and BibTeX does not see the first entry after a byte order mark.

    Flagged: a file saved as Latin-1, Windows-1252 or GBK, at the first byte that shows it; as a note, a byte order
    mark, line ends of Windows in some lines only, and a letter whose accent is a separate character, the first in
    the file (the fix changes all of them outside keys).

    Not flagged: line ends of Windows in every line; accents for which there is no single character with the letter;
    accents in `file` and other fields with the names of files, which would not be found any more.
    """

    code = "BIB009"
    name = "library-not-utf8"
    message = {
        "en": "the file is not UTF-8 from here on",
        "id": "berkas ini bukan UTF-8 mulai dari sini",
    }
    hint = {
        "en": "save it again as UTF-8 in your editor or reference manager",
        "id": "simpan ulang sebagai UTF-8 di editor atau pengelola referensi Anda",
    }
    mark_message = {"en": "the file begins with a byte order mark", "id": "berkas ini diawali byte order mark (BOM)"}
    mark_hint = {"en": "save it again as UTF-8 without BOM", "id": "simpan ulang sebagai UTF-8 tanpa BOM"}
    ends_message = {
        "en": "from this line on the file has another kind of line end",
        "id": "mulai baris ini, akhir baris berkas berganti jenis",
    }
    ends_hint = {
        "en": "save it again with one kind of line end",
        "id": "simpan ulang dengan satu jenis akhir baris",
    }
    accent_message = {
        "en": "the accent of “{letter}” is a separate character",
        "id": "aksen pada “{letter}” berupa karakter terpisah",
    }
    accent_hint = {
        "en": "save the file in the normal form NFC",
        "id": "simpan berkas dalam bentuk normal NFC",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Report where decoding a file failed, and how its text is written."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.NOT_UTF8:
                yield self.finding(broken.span)
        for source in project.library.sources:
            if source.bom:
                whole = Span(source.path)
                yield self.finding(whole, severity=Severity.INFO, message=self.mark_message, hint=self.mark_hint)
            if source.mixed_at:
                yield self.finding(
                    source.mixed_at, severity=Severity.INFO, message=self.ends_message, hint=self.ends_hint
                )
            if not source.text.isascii():
                yield from self._accents(source, project)

    def _accents(self, source: Source, project: Project) -> Iterator[Finding]:
        """The letters that are written in several characters, as one finding."""
        found = list(_composed(source))
        kept = _kept(source, project, {edit.span.line for edit in found}) if found else {}
        edits = [e for e in found if not any(_contains(span, e.span) for span in kept.get(e.span.line, ()))]
        if edits:
            yield self.finding(
                edits[0].span,
                severity=Severity.INFO,
                message=self.accent_message,
                hint=self.accent_hint,
                fix=Fix(tuple(edits)),
                letter=edits[0].text,
            )


def _composed(source: Source) -> Iterator[Edit]:
    """The edits that combine letters and their accents into one character; most lines have none."""
    for number, line in enumerate(source.text.split("\n"), start=1):
        if line.isascii():
            continue
        for match in _ACCENTS.finditer(line, 1):
            written = line[match.start() - 1 : match.end()]
            composed = unicodedata.normalize("NFC", written)
            if composed != written:
                yield Edit(Span(source.path, number, match.start(), number, match.end() + 1), composed)


def _kept(source: Source, project: Project, lines: Set[int]) -> dict[int, list[Span]]:
    """What stays as it is in these lines, by line: keys, and names of files."""
    kept: dict[int, list[Span]] = {}
    for entry in project.library.entries:
        if entry.span.path != source.path:
            continue
        for span in (entry.span, *(entry.fields[name].written for name in _FILES if name in entry.fields)):
            for line in range(span.line, span.end_line + 1):
                if line in lines:
                    kept.setdefault(line, []).append(span)
    return kept


def _contains(outer: Span, span: Span) -> bool:
    return (outer.line, outer.column) <= (span.line, span.column) < (outer.end_line, outer.end_column)
