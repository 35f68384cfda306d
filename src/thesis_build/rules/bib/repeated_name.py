"""BIB229."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.latex_text import folded
from thesis_build.bibliography.person_names import Name, name_lists
from thesis_build.model import Field, Finding, Fix, Project, Severity
from thesis_build.rules._edits import inside, new_value, unsafe
from thesis_build.rules.bib._values import shown
from thesis_build.rules.rule import Rule

_FULL = re.compile(r"[^\W\d_]{3}")


class RepeatedName(Rule):
    """The same person is in a list of names twice.

    The reference prints the name twice, and styles that shorten a list count it twice. It usually comes from an export
    that joins two sources.

    Flagged: `Sutanto, Budi and Wijaya, Ana and Sutanto, Budi`; `Budi Sutanto and Sutanto, Budi`.

    Not flagged: given names as initials only (`Wang, Y. and Wang, Y.` may be two persons); an institution.
    """

    code = "BIB229"
    name = "repeated-name"
    severity = Severity.WARNING
    message = {
        "en": "“{name}” is in the field {field} twice",
        "id": "“{name}” tercantum dua kali di ruas {field}",
    }
    hint = {"en": "remove one of the two", "id": "hapus salah satunya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the names of every list."""
        for _entry, field, listed in name_lists(project):
            if len(listed) < 2:
                continue
            seen: set[tuple[str, str]] = set()
            for index, name in enumerate(listed):
                person = _person(name)
                if person and person in seen:
                    yield self.finding(
                        inside(field, name.start, name.end, project),
                        name=shown(name.text),
                        field=field.name,
                        fix=_without(field, listed, index),
                    )
                    break
                if person:
                    seen.add(person)


def _person(name: Name) -> tuple[str, str] | None:
    """What identifies a person; None where the given names are not written out."""
    given = name.given
    if not given or not _FULL.search(given):
        return None
    return folded(name.family), folded(given)


def _without(field: Field, listed: tuple[Name, ...], index: int) -> Fix | None:
    kept = [name.text for at, name in enumerate(listed) if at != index]
    return unsafe(new_value(field, " and ".join(kept)))
