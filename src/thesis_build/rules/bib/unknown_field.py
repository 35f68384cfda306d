"""BIB104."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.field_names import PRINTED, misspelt
from thesis_build.bibliography.required_fields import missing_but_for_its_name
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules._citations import severity_for
from thesis_build.rules._edits import renamed_field, unsafe
from thesis_build.rules.rule import Rule


class UnknownField(Rule):
    """The name of a field looks like a misspelt one.

    No program reads a field that it does not know, so that its value is not printed, without a warning.

    Flagged: `bootitle`, `pulisher`, `yaer`; Indonesian names such as `penerbit`; a warning if styles print what is
    meant and the entry is printed, an error if the entry needs that field and has no other in its place.

    Not flagged: names that are not similar to a known one; what Zotero, Mendeley, JabRef and the like add (`file`,
    `groups`, `mendeley-tags`, `timestamp`); a name whose correct form is in the entry as well.
    """

    code = "BIB104"
    name = "unknown-field"
    of_bibtex = True
    severity = Severity.INFO
    message = {
        "en": "no program reads the field “{name}”",
        "id": "tidak ada program yang membaca ruas “{name}”",
    }
    hint = {"en": "did you mean “{near}”?", "id": "maksud Anda “{near}”?"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare names of fields with the known ones."""
        for entry in project.library.entries:
            for field, near in misspelt(entry):
                needed = missing_but_for_its_name(entry, near)
                most = Severity.ERROR if needed else Severity.WARNING if near in PRINTED else self.severity
                severity = self.severity if most is self.severity else severity_for(project, entry.key, most)
                fix = unsafe(renamed_field(field, near))
                yield self.finding(field.span, severity=severity, fix=fix, name=field.name, near=near)
