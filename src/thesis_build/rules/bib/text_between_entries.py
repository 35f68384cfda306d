"""BIB006."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project, Severity
from thesis_build.rules.rule import Rule


class TextBetweenEntries(Rule):
    """Text between entries looks like a part of one.

    Every program takes text between entries as a comment. A line with `=` or a brace is rarely meant as one:
    usually an entry was closed too early, or lost its first line.

    Flagged: a `}` of its own; `year = {2020}` after the closing brace of an entry; an entry without its `@`.

    Not flagged: lines of prose, such as headings; lines that begin with `%`.
    """

    code = "BIB006"
    name = "text-between-entries"
    severity = Severity.WARNING
    message = {
        "en": "this text is outside every entry and is taken for a comment: {text}",
        "id": "teks ini berada di luar entri dan dianggap komentar: {text}",
    }
    hint = {
        "en": "move it into its entry, or begin the line with %",
        "id": "pindahkan ke dalam entrinya, atau awali barisnya dengan %",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.TEXT_BETWEEN:
                yield self.finding(broken.span, text=broken.name)
