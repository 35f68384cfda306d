"""BIB009."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project
from thesis_build.rule import Rule


class LibraryNotUtf8(Rule):
    """A bibliography file is not UTF-8, so that letters would be printed wrong.

    Flagged: a file saved as Latin-1 or GBK.
    """

    code = "BIB009"
    name = "library-not-utf8"
    fact = {
        "en": "the file is not UTF-8 from here on",
        "id": "berkas ini bukan UTF-8 mulai dari sini",
    }
    hint = {
        "en": "save it again as UTF-8",
        "id": "simpan ulang sebagai UTF-8",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.NOT_UTF8:
                yield self.finding(broken.span, name=broken.name, detail=broken.detail)
