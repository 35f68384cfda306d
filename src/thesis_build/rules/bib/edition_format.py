"""BIB224."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.edition_numbers import edition_number
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules._edits import new_value
from thesis_build.rules.rule import Rule


class EditionFormat(Rule):
    """An edition is written out although its number is enough.

    A number is printed in the words of each language: “edisi ke-2” in Indonesian, “2nd ed.” in English. Anything else
    is printed as it is in every language: “(Second)”, “(2nd ed.)”.

    Flagged: `2nd ed.`, `Second`, `Edisi Kedua`, `Ke-2`.

    Not flagged: `2`; editions that are more than a number, such as `Edisi revisi` or `Second, revised`.
    """

    code = "BIB224"
    name = "edition-format"
    severity = Severity.INFO
    message = {
        "en": "the edition “{written}” is printed as it is in every language",
        "id": "edisi “{written}” tercetak apa adanya dalam setiap bahasa",
    }
    hint = {"en": "write only the number: {number}", "id": "tulis angkanya saja: {number}"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at editions that are not numbers."""
        for entry in project.library.entries:
            field = entry.fields.get("edition")
            if not field or field.value.isdigit():
                continue
            number = edition_number(field.value.strip("{}"))
            if number:
                fix = new_value(field, str(number))
                yield self.finding(field.written, fix=fix, written=field.value, number=number)
