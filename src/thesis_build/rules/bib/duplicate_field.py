"""BIB004."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project, Related
from thesis_build.rule import Rule


class DuplicateField(Rule):
    """A field stands twice in one entry.

    Pandoc prints the last value without a word, BibTeX the first. Upper and lower case make no difference.

    Flagged: `year = 2001, year = 2002`; `title = {…}, Title = {…}`.

    Not flagged: `title` and `booktitle`.
    """

    code = "BIB004"
    name = "duplicate-field"
    fact = {
        "en": "the field “{name}” stands twice in “{detail}”; Pandoc prints this value",
        "id": "ruas “{name}” ada dua kali dalam “{detail}”; Pandoc mencetak nilai yang ini",
    }
    hint = {
        "en": "keep one of the two",
        "id": "pertahankan salah satunya",
    }
    first = {"en": "the first one", "id": "yang pertama"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.DUPLICATE_FIELD:
                related = (Related(broken.other, self.first),) if broken.other else ()
                yield self.finding(broken.span, name=broken.name, detail=broken.detail, related=related)
