"""BIB107."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.thesis_types import degree
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules._citations import severity_for
from thesis_build.rules._edits import added_field, unsafe
from thesis_build.rules.rule import Rule


class ThesisWithoutType(Rule):
    """A `@thesis` does not say what kind of thesis it is.

    The reference is printed without [Skripsi], [Tesis] or [Disertasi], like that of a book.

    Flagged: `@thesis` without `type`.

    Not flagged: `@phdthesis` and `@mastersthesis`, which are printed with words of their own.
    """

    code = "BIB107"
    name = "thesis-without-type"
    severity = Severity.WARNING
    message = {
        "en": "“{key}” does not say what kind of thesis it is",
        "id": "“{key}” tidak menyebut jenis karya ilmiahnya",
    }
    hint = {
        "en": "add type = {{Skripsi}}, {{Tesis}} or {{Disertasi}}",
        "id": "tambahkan type = {{Skripsi}}, {{Tesis}}, atau {{Disertasi}}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for theses without the field."""
        for entry in project.library.entries:
            if entry.type == "thesis" and not entry.value("type").strip("{} "):
                kind = degree(entry)[1]
                fix = unsafe(added_field(entry, "type", kind)) if kind and "type" not in entry.fields else None
                yield self.finding(
                    entry.span, severity=severity_for(project, entry.key, self.severity), fix=fix, key=entry.key
                )
