"""BIB004."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project, Related
from thesis_build.rule import Rule


class DuplicateField(Rule):
    """A field stands twice in one entry; only one of its values is printed.

    Flagged: `year = 2001, year = 2002`.
    """

    code = "BIB004"
    name = "duplicate-field"
    fact = {
        "en": "the field “{name}” stands twice in “{detail}”",
        "id": "ruas “{name}” ada dua kali dalam “{detail}”",
    }
    hint = {
        "en": "keep one of the two",
        "id": "pertahankan salah satunya",
    }
    first = {"en": "the other one", "id": "yang satunya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.DUPLICATE_FIELD:
                related = (Related(broken.other, self.first),) if broken.other else ()
                yield self.finding(broken.span, name=broken.name, detail=broken.detail, related=related)
