"""The fix that keeps one of two entries for the same work."""

from __future__ import annotations

import re

from thesis_build.bibliography.same_work import has_faults
from thesis_build.model import Entry, Fix, Library, Project, derived
from thesis_build.rules._citations import recited
from thesis_build.rules._edits import removed_entry


def replaced_entry(entry: Entry, by: Entry, project: Project) -> Fix | None:
    """The fix that removes an entry and cites another instead; None where that is not certain."""
    library = project.library
    if entry.key in _named(library) or any(has_faults(one, library) for one in (entry, by)):
        return None
    edits = removed_entry(entry, project).edits
    renamed = recited(project, entry.key, by.key)
    return None if renamed is None else Fix((*edits, *renamed), safe=False)


@derived
def _named(library: Library) -> frozenset[str]:
    """The keys to which entries refer in their fields."""
    names = ("crossref", "xref", "xdata", "related", "entryset")
    values = (entry.fields[name].value for entry in library.entries for name in names if name in entry.fields)
    return frozenset(key for value in values for key in re.split(r"[\s,]+", value))
