"""BIB214."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.academic_titles import untitled
from thesis_build.bibliography.person_names import name_lists
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules._edits import inside, new_value, unsafe
from thesis_build.rules.bib._values import shown
from thesis_build.rules.rule import Rule


class AcademicTitleInAuthor(Rule):
    """A name has an academic title in it.

    Titles do not belong in a reference list, and here they distort the name: Pandoc reads `Wati, A. B., S.Si.` as a
    person whose given name is “S. Si.”; `Dr. Budi Sutanto, M.T.` is sorted under D.

    Flagged: `Sutanto, Budi, S.Kom., M.T.`; `Prof. Dr. Ir. Budi Sutanto`; `Sutanto, Budi, Ph.D.`

    Not flagged: initials, even if they look like a title: `Goodrich, M.T.`; anything in braces; `H.` alone.
    """

    code = "BIB214"
    name = "academic-title-in-author"
    severity = Severity.WARNING
    message = {
        "en": "the name “{name}” contains an academic title: {titles}",
        "id": "nama “{name}” memuat gelar: {titles}",
    }
    hint = {
        "en": "remove the title",
        "id": "hapus gelarnya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every list of names."""
        for _entry, field, listed in name_lists(project):
            for name in listed:
                if "." not in name.text and "," not in name.text and "r" not in name.text:
                    continue
                parts, titles = untitled(name)
                if titles and not name.braced:
                    kept = ", ".join(part for part in parts if part)
                    value = f"{field.value[: name.start]}{kept}{field.value[name.end :]}"
                    yield self.finding(
                        inside(field, name.start, name.end, project),
                        name=shown(name.text),
                        titles=" ".join(titles),
                        fix=unsafe(new_value(field, value)) if kept else None,
                    )
