"""BIB307."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from thesis_build.bibliography.same_work import has_faults
from thesis_build.model import Edit, Entry, Finding, Fix, Project, Related, Severity
from thesis_build.rules._edits import offset
from thesis_build.rules.rule import Rule


class UnsortedLibrary(Rule):
    """The entries of a file are not in the order of their keys.

    In a sorted library entries are easy to find, and two authors who add to it seldom change the same lines. Printing
    does not depend on it, so this rule is off unless it is selected.

    Flagged: the first entry of a file whose key belongs before that of the entry above it.

    Not flagged: upper and lower case; the order of several files.
    """

    code = "BIB307"
    name = "unsorted-library"
    severity = Severity.INFO
    default = False
    message = {
        "en": "“{key}” belongs before “{above}”: the file is not sorted by key",
        "id": "“{key}” seharusnya berada sebelum “{above}”: berkas tidak terurut menurut kunci",
    }
    hint = {"en": "sort the entries by key", "id": "urutkan entri menurut kunci"}
    other = {"en": "the entry above", "id": "entri di atasnya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at each file by itself."""
        files: dict[str, list[Entry]] = {}
        for entry in project.library.entries:
            files.setdefault(entry.whole.path, []).append(entry)
        for entries in files.values():
            entries.sort(key=lambda entry: entry.whole)
            for above, entry in pairwise(entries):
                if _order(entry) < _order(above):
                    related = (Related(above.span, self.other),)
                    fix = _sorted(entries, project)
                    yield self.finding(entry.span, related=related, fix=fix, key=entry.key, above=above.key)
                    break


def _order(entry: Entry) -> tuple[str, str]:
    return entry.key.casefold(), entry.key


def _sorted(entries: list[Entry], project: Project) -> Fix | None:
    """The fix that sorts the entries; comments and strings between them stay where they are.

    It is not safe: a comment may belong to the entry below it, and BibTeX wants parents after their children.
    """
    if any(has_faults(entry, project.library) for entry in entries):
        return None
    text = project.sources[entries[0].whole.path]
    moved = sorted(entries, key=_order)
    return Fix(
        tuple(
            Edit(entry.whole, _text(new, text)) for entry, new in zip(entries, moved, strict=True) if entry is not new
        ),
        safe=False,
    )


def _text(entry: Entry, text: str) -> str:
    whole = entry.whole
    return text[offset(text, whole.line, whole.column) : offset(text, whole.end_line, whole.end_column)]
