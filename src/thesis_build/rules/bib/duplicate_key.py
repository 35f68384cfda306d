"""BIB002."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import BrokenEntry, Finding, Fix, LibraryFault, Project, Related
from thesis_build.readers.bibtex.library import IDENTICAL
from thesis_build.rules._edits import removed_entry
from thesis_build.rules.rule import Rule


class DuplicateKey(Rule):
    """Two entries have the same key, in one file or in two.

    Pandoc prints the last one without a warning, LaTeX the first: the same thesis would cite different works,
    depending on the program that typesets it. The other rules look at the last one as well.

    Flagged: `@book{budi2020, …}` twice, even if both are the same (then one of them can simply be removed).

    Not flagged: an entry that is commented out with `%`, or inside `@comment{…}`.
    """

    code = "BIB002"
    name = "duplicate-key"
    message = {
        "en": "the key “{name}” is used twice; Pandoc prints this entry, LaTeX the first one",
        "id": "kunci “{name}” dipakai dua kali; Pandoc mencetak entri ini, LaTeX entri yang pertama",
    }
    hint = {
        "en": "give one of the two another key, or remove it",
        "id": "beri salah satunya kunci lain, atau hapus",
    }
    identical_message = {
        "en": "the key “{name}” is used twice, by identical entries",
        "id": "kunci “{name}” dipakai dua kali, oleh entri yang isinya sama",
    }
    identical_hint = {"en": "remove one of the two", "id": "hapus salah satunya"}
    first = {"en": "the first entry", "id": "entri yang pertama"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        duplicates = [broken for broken in project.library.broken if broken.fault is LibraryFault.DUPLICATE_KEY]
        differing = {broken.name for broken in duplicates if broken.detail != IDENTICAL}
        for broken in duplicates:
            same = broken.detail == IDENTICAL
            message, hint = (self.identical_message, self.identical_hint) if same else (None, None)
            related = (Related(broken.other, self.first),) if broken.other else ()
            fix = None if broken.name in differing else _fix(broken, project)
            yield self.finding(broken.span, name=broken.name, related=related, message=message, hint=hint, fix=fix)


def _fix(broken: BrokenEntry, project: Project) -> Fix | None:
    """The fix that removes the last entry of a key; None where it is another one, or children may need it there."""
    entry = project.library.entry(broken.name)
    here = broken.other is not None and broken.other.path == broken.span.path
    return removed_entry(entry, project) if here and entry and entry.span == broken.span else None
