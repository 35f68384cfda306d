"""BIB006."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project, Severity
from thesis_build.rule import Rule


class TextBetweenEntries(Rule):
    """Text between entries is taken for a comment; it looks like an entry that was lost.

    Flagged: a stray `}`, or fields whose `@book{` is missing.
    """

    code = "BIB006"
    name = "text-between-entries"
    severity = Severity.WARNING
    fact = {
        "en": "text outside any entry, taken for a comment: {name}",
        "id": "teks di luar entri, dianggap komentar: {name}",
    }
    hint = {
        "en": "put it into an entry, or begin the line with %",
        "id": "masukkan ke dalam entri, atau awali barisnya dengan %",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.TEXT_BETWEEN:
                yield self.finding(broken.span, name=broken.name, detail=broken.detail)
