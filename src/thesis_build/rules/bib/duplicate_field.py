"""BIB004."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.field_names import PRINTED
from thesis_build.model import BrokenEntry, Field, Finding, LibraryFault, Project, Related
from thesis_build.rules._edits import offset, removed_field
from thesis_build.rules.rule import Rule

_NAME = re.compile(r"[\w:+-]+\s*=\s*")
_BEHIND = re.compile(r"\s*[,}]")


_READ = PRINTED | {"addendum", "crossref", "xdata", "shortauthor", "shorttitle", "related", "options"}
"""Fields that are printed, or that say what is."""


class DuplicateField(Rule):
    """An entry has a field twice.

    Pandoc prints the last value without a warning, BibTeX the first. Upper and lower case make no difference.

    Flagged: `year = 2001, year = 2002`; `title = {…}, Title = {…}`.

    Not flagged: `title` and `booktitle`; `keywords`, `file`, `annote` and other fields that are never printed.
    """

    code = "BIB004"
    name = "duplicate-field"
    message = {
        "en": "“{key}” has the field “{name}” twice; Pandoc prints this value",
        "id": "ruas “{name}” ada dua kali dalam “{key}”; Pandoc mencetak nilai yang ini",
    }
    hint = {
        "en": "keep one of the two",
        "id": "pertahankan salah satunya",
    }
    first = {"en": "the first field", "id": "ruas yang pertama"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.DUPLICATE_FIELD and broken.name.lower() in _READ:
                related = (Related(broken.other, self.first),) if broken.other else ()
                last = _last(broken, project)
                fix = removed_field(last, project) if last and _is_same(broken, last, project) else None
                yield self.finding(broken.span, related=related, fix=fix, name=broken.name, key=broken.detail)


def _last(broken: BrokenEntry, project: Project) -> Field | None:
    """The field that is there twice, if it is the one that Pandoc prints."""
    entry = project.library.entry(broken.detail)
    field = entry.fields.get(broken.name) if entry else None
    return field if field and field.span == broken.span else None


def _is_same(broken: BrokenEntry, last: Field, project: Project) -> bool:
    """Whether the first of the two has the same value, character by character."""
    text = project.sources[last.span.path]
    first = _NAME.match(text, offset(text, broken.other.line, broken.other.column)) if broken.other else None
    if not first:
        return False
    written = last.written
    value = text[offset(text, written.line, written.column) : offset(text, written.end_line, written.end_column)]
    return text.startswith(value, first.end()) and bool(_BEHIND.match(text, first.end() + len(value)))
