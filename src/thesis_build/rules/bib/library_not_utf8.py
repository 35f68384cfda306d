"""BIB009."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project
from thesis_build.rule import Rule


class LibraryNotUtf8(Rule):
    """A bibliography file is not UTF-8.

    Pandoc would read it as Latin-1 and print wrong letters in names and titles.

    Flagged: a file saved as Latin-1, Windows-1252 or GBK, at the first byte that shows it.

    Not flagged: a byte order mark at the beginning; line ends of Windows.
    """

    code = "BIB009"
    name = "library-not-utf8"
    fact = {
        "en": "the file is not UTF-8 from here on",
        "id": "berkas ini bukan UTF-8 mulai dari sini",
    }
    hint = {
        "en": "save it again as UTF-8 in your editor or reference manager",
        "id": "simpan ulang sebagai UTF-8 di editor atau pengelola referensi Anda",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Report where decoding a file failed."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.NOT_UTF8:
                yield self.finding(broken.span)
