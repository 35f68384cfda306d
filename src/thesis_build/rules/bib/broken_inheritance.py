"""BIB303."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project
from thesis_build.rule import Rule


class BrokenInheritance(Rule):
    """An entry inherits (`crossref`, `xdata`, `xref`) from one that is not there, or from itself in a circle.

    Pandoc follows a circle until memory is gone; it is never given such a file.

    Flagged: `crossref = {nowhere}`; two entries with `crossref` to each other.
    """

    code = "BIB303"
    name = "broken-inheritance"
    fact = {
        "en": "“{detail}” inherits from “{name}”, which is not in the library",
        "id": "“{detail}” mewarisi dari “{name}”, yang tidak ada di pustaka",
    }
    hint = {
        "en": "add that entry, or remove the field",
        "id": "tambahkan entri itu, atau hapus ruasnya",
    }
    circle = {
        "en": "this entry inherits from itself: {detail}",
        "id": "entri ini mewarisi dari dirinya sendiri: {detail}",
    }
    circle_hint = {"en": "remove one of these fields", "id": "hapus salah satu ruas itu"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault in (LibraryFault.DANGLING, LibraryFault.CIRCULAR):
                circle = broken.fault is LibraryFault.CIRCULAR
                fact, hint = (self.circle, self.circle_hint) if circle else (None, None)
                yield self.finding(broken.span, name=broken.name, detail=broken.detail, fact=fact, hint=hint)
