"""BIB002."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project, Related
from thesis_build.rule import Rule


class DuplicateKey(Rule):
    """Two entries have the same key; Pandoc prints the last one, LaTeX the first, and neither says so.

    Flagged: `@book{dup, …}` twice, in one file or in two.
    """

    code = "BIB002"
    name = "duplicate-key"
    fact = {
        "en": "the key “{name}” is used by two entries; the last one would be printed",
        "id": "kunci “{name}” dipakai dua entri; yang terakhir yang akan tercetak",
    }
    hint = {
        "en": "give one of the two another key, or remove it",
        "id": "beri salah satunya kunci lain, atau hapus",
    }
    first = {"en": "the other one", "id": "yang satunya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.DUPLICATE_KEY:
                related = (Related(broken.other, self.first),) if broken.other else ()
                yield self.finding(broken.span, name=broken.name, detail=broken.detail, related=related)
