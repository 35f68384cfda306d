"""BIB103."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.entry_types import NOT_PRINTED
from thesis_build.bibliography.required_fields import missing
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules._edits import removed_field
from thesis_build.rules.rule import Rule


class EmptyField(Rule):
    """A field is empty.

    It looks as if the value were known. In an entry that inherits, an empty field even hides the value of its parent.

    Flagged: `volume = {}`; `pages = ""`; `note = {{}}`.

    Not flagged: an empty title, author, journal or date that the reference needs, which counts as missing (BIB101).
    """

    code = "BIB103"
    name = "empty-field"
    severity = Severity.INFO
    message = {"en": "the field “{name}” is empty", "id": "ruas “{name}” kosong"}
    hint = {"en": "fill it in, or remove it", "id": "isi ruas ini, atau hapus"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for values that are empty apart from braces."""
        for entry in project.library.entries:
            empty = [field for field in entry.fields.values() if len(field.value) < 5 and not field.value.strip("{} ")]
            if not empty or entry.type in NOT_PRINTED:
                continue
            needed = frozenset(name for need, _ in missing(entry) for name in need.asked_for)
            inherits = "crossref" in entry.fields or "xdata" in entry.fields
            for field in empty:
                if field.name not in needed and field.name != "check-ignore":
                    fix = None if inherits else removed_field(field, project)
                    yield self.finding(field.span, name=field.name, fix=fix)
