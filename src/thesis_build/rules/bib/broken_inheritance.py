"""BIB303."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import BrokenEntry, Finding, LibraryFault, Project, Related
from thesis_build.rules.rule import Rule


class BrokenInheritance(Rule):
    """An entry refers to one that does not exist, or inherits from itself in a circle.

    What should be inherited (`crossref`, `xdata`) would be missing from the printed reference, without a warning.
    Pandoc looks for parents in the same file only, by the exact key, and follows a circle until memory runs out, so it
    is never given such a file. Also checked: `xref`, `related`, `entryset`.

    Flagged: `crossref = {nowhere}`; `crossref = {Budi2020}` where the key is `budi2020`; two entries with `crossref`
    to each other.

    Not flagged: a parent that comes after its children.
    """

    code = "BIB303"
    name = "broken-inheritance"
    message = {
        "en": "“{key}” refers to “{parent}”, which is not in the library",
        "id": "“{key}” merujuk ke “{parent}”, yang tidak ada di pustaka",
    }
    hint = {
        "en": "add that entry, correct the key, or remove the field",
        "id": "tambahkan entri itu, perbaiki kuncinya, atau hapus ruasnya",
    }
    hidden_message = {
        "en": "“{key}” inherits nothing from “{parent}”: Pandoc cannot find that entry from here",
        "id": "“{key}” tidak mewarisi apa pun dari “{parent}”: Pandoc tidak dapat menemukan entri itu dari sini",
    }
    hidden_hint = {
        "en": "write the key exactly as in that entry, all keys on one line, and keep both entries in one file",
        "id": "tulis kuncinya persis seperti pada entri itu, semua kunci dalam satu baris, dan kedua entri dalam satu"
        " berkas",
    }
    hidden = {"en": "the entry that may be meant", "id": "entri yang mungkin dimaksud"}
    circle_message = {
        "en": "this entry inherits from itself: {circle}",
        "id": "entri ini mewarisi dari dirinya sendiri: {circle}",
    }
    circle_hint = {"en": "remove one of these fields", "id": "hapus salah satu ruas itu"}
    circle = {"en": "closes the circle", "id": "menutup lingkaran"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.DANGLING:
                yield self._dangling(broken)
            elif broken.fault is LibraryFault.CIRCULAR:
                related = (Related(broken.other, self.circle),) if broken.other else ()
                yield self.finding(
                    broken.span,
                    circle=broken.detail,
                    related=related,
                    message=self.circle_message,
                    hint=self.circle_hint,
                )

    def _dangling(self, broken: BrokenEntry) -> Finding:
        if not broken.other:
            return self.finding(broken.span, parent=broken.name, key=broken.detail)
        related = (Related(broken.other, self.hidden),)
        return self.finding(
            broken.span,
            parent=broken.name,
            key=broken.detail,
            related=related,
            message=self.hidden_message,
            hint=self.hidden_hint,
        )
