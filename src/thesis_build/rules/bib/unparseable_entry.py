"""BIB001."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project
from thesis_build.rule import Rule


class UnparseableEntry(Rule):
    """An entry cannot be read; the entries around it are read all the same.

    Where only Pandoc refuses the file, its own message says why; no entry of the file can be cited then.

    Flagged: an entry whose brace is never closed; a key with a space in it.
    """

    code = "BIB001"
    name = "unparseable-entry"
    fact = {
        "en": "this cannot be read: {detail}",
        "id": "bagian ini tidak dapat dibaca: {detail}",
    }
    hint = {
        "en": "close every brace and quote, and put a comma behind the key and each field",
        "id": "tutup setiap kurung dan tanda kutip, dan beri koma di belakang kunci dan tiap ruas",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault in (LibraryFault.UNPARSEABLE, LibraryFault.REJECTED):
                yield self.finding(broken.span, name=broken.name, detail=broken.detail)
