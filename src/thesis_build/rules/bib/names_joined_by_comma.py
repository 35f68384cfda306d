"""BIB212."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.academic_titles import persons_meant, separators, untitled
from thesis_build.bibliography.person_names import SUFFIX, Name, name_lists
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules._edits import inside, new_value, unsafe
from thesis_build.rules.bib._name_parts import are_full, is_misplaced
from thesis_build.rules.bib._values import shown
from thesis_build.rules.rule import Rule


class NamesJoinedByComma(Rule):
    """Several persons are separated by commas instead of `and`.

    If a name has two commas, what is between them is printed as a suffix such as “Jr.”: `Sutanto, Wijaya,
    Pratama` becomes “Sutanto, P., Wijaya”.

    Flagged: `Sutanto, Wijaya, Pratama`; `Budi Sutanto, Ana Wijaya, and Tono Putra`.

    Not flagged: `Sutanto, Budi`; `Sutanto, Jr., Budi`; more than two commas (BIB210); titles (BIB214); institutions
    without braces (BIB223).
    """

    code = "BIB212"
    name = "names-joined-by-comma"
    severity = Severity.WARNING
    message = {
        "en": "“{name}” has two commas, so that “{middle}” is printed as a suffix such as “Jr.”",
        "id": "“{name}” memuat dua koma, sehingga “{middle}” tercetak sebagai akhiran seperti “Jr.”",
    }
    hint = {
        "en": "write “and” between persons: Sutanto, Budi and Wijaya, Ana",
        "id": "tulis “and” di antara nama orang: Sutanto, Budi and Wijaya, Ana",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every list of names: one finding for a list, about the first such name."""
        for _entry, field, listed in name_lists(project):
            name = next((one for one in listed if one.text.count(",") > 1 and _is_joined(one)), None)
            if not name:
                continue
            parts, _titles = untitled(name)
            separated = " and ".join(persons_meant(parts))
            value = f"{field.value[: name.start]}{separated}{field.value[name.end :]}"
            yield self.finding(
                inside(field, name.start, name.end, project),
                name=shown(name.text),
                middle=shown(parts[1]),
                fix=unsafe(new_value(field, value)) if separated else None,
            )


def _is_joined(name: Name) -> bool:
    parts, _titles = untitled(name)
    if len(parts) != 3 or not parts[0] or not parts[1]:
        return False
    if name.keyed or name.is_institution or separators(name) or SUFFIX.fullmatch(parts[1]) or is_misplaced(parts):
        return False
    return bool(parts[2]) or are_full(parts[:2])
