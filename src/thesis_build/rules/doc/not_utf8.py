"""DOC007."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project
from thesis_build.rules.rule import Rule


class NotUtf8(Rule):
    """A text file is not UTF-8; Pandoc would print wrong letters without a warning.

    Flagged: a chapter saved as Latin-1, Windows-1252 or GBK.
    """

    code = "DOC007"
    name = "not-utf8"
    message = {"en": "the file is not UTF-8 from here on", "id": "berkas ini bukan UTF-8 mulai dari sini"}
    hint = {
        "en": "save it again as UTF-8 in your editor",
        "id": "simpan ulang sebagai UTF-8 di editor Anda",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Report where decoding a chapter failed."""
        for chapter in project.chapters:
            if chapter.source.broken_at:
                yield self.finding(chapter.source.broken_at)
