"""BIB003."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project, Related
from thesis_build.rules.rule import Rule


class CaseVariantKey(Rule):
    """Two keys differ only in upper and lower case.

    For Pandoc they are two works, for BibTeX one, and it is easy to cite one of them by mistake for the other.

    Flagged: `@book{Budi2020, …}` and `@book{budi2020, …}`.

    Not flagged: `budi2020a` and `budi2020b`.
    """

    code = "BIB003"
    name = "case-variant-key"
    message = {
        "en": "the key “{key}” differs from “{other_key}” only in upper and lower case",
        "id": "kunci “{key}” hanya berbeda dari “{other_key}” dalam huruf besar dan kecil",
    }
    hint = {
        "en": "give one of the two another key, or remove it if it is the same work",
        "id": "beri salah satunya kunci lain, atau hapus bila karyanya sama",
    }
    first = {"en": "the other entry", "id": "entri yang satunya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.CASE_VARIANT_KEY:
                related = (Related(broken.other, self.first),) if broken.other else ()
                yield self.finding(broken.span, key=broken.name, other_key=broken.detail, related=related)
