"""DOC013."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Chapter, Finding, Message, Project, Severity, Texts
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule

_AT = re.compile(r"line (?P<line>\d+) column (?P<column>\d+)")


class PandocComplaint(Rule):
    """Pandoc itself warns about a chapter: it cannot read it, or it leaves something out.

    Flagged: an unclosed `:::`, a note that is never used, a YAML block that cannot be read.
    """

    code = "DOC013"
    name = "pandoc-complaint"
    message = {"en": "Pandoc reports: {report}", "id": "pesan Pandoc: {report}"}
    hint = {
        "en": "correct the text here",
        "id": "perbaiki teks di sini",
    }
    hints: dict[str, Texts] = {
        "UnclosedDiv": {
            "en": "close the division with a line of colons, :::",
            "id": "tutup bagian itu dengan sebaris titik dua, :::",
        },
        "NoteDefinedButNotUsed": {
            "en": "put its mark in the text, or remove the note",
            "id": "letakkan tandanya di teks, atau hapus catatan itu",
        },
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Turn Pandoc's messages and errors into findings."""
        for chapter in project.chapters:
            if chapter.error and not chapter.error.kind.startswith("TooLarge"):  # DOC030
                yield self._message(chapter, chapter.error)
            for message in chapter.messages:
                yield self._message(chapter, message)

    def _message(self, chapter: Chapter, message: Message) -> Finding:
        at = _AT.search(message.text)
        line = message.line or (int(at["line"]) if at else 1)
        column = message.column or (int(at["column"]) if at else 1)
        report = " ".join(message.text.split())
        span = positions.line(chapter.source, line, column)
        hint = self.hints.get(message.kind)
        severity = Severity.WARNING if message.kind == "NoteDefinedButNotUsed" else None
        return self.finding(span, report=report[:200], hint=hint, severity=severity)
