"""BIB215."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.dates import SHORT
from thesis_build.languages.months import month_numbers
from thesis_build.model import Edit, Finding, Fix, Project, Severity
from thesis_build.rules.bib._values import is_undefined, shown
from thesis_build.rules.rule import Rule

_NUMBER = re.compile(r"0?[1-9]|1[0-2]")


class OddMonth(Rule):
    """A month is written in a way that Pandoc does not read.

    It reads `jan` to `dec` and 1 to 12. Any other name, full English ones included, is left out of the printed date
    without a warning.

    Flagged: `month = {Mei}`, `month = {August}`, `month = {Sept.}` (with a fix); `month = {13}`. A day, a season, or
    two months in this field are only noted: they are lost as well.

    Not flagged: `month = aug`, `month = {Aug}`, `month = {08}`; a month together with `date`, which is what Pandoc
    prints; a word without braces that is not defined (BIB007).
    """

    code = "BIB215"
    name = "odd-month"
    severity = Severity.WARNING
    message = {
        "en": "Pandoc cannot read the month “{value}”, and would not print it",
        "id": "Pandoc tidak dapat membaca bulan “{value}” dan tidak akan mencetaknya",
    }
    hint = {
        "en": "write month = {month}, without braces",
        "id": "tulis month = {month}, tanpa kurung kurawal",
    }
    unknown_hint = {
        "en": "write jan to dec or 1 to 12, or use date = {{2020-05-17}} instead of year and month",
        "id": "tulis jan sampai dec atau 1 sampai 12, atau ganti year dan month dengan date = {{2020-05-17}}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every `month` without a `date`."""
        for entry in project.library.entries:
            field = entry.fields.get("month")
            if not field or not field.value or "date" in entry.fields:
                continue
            value = field.value.strip()
            if _NUMBER.fullmatch(value) or value.lower() in SHORT or is_undefined(project, field):
                continue
            number = month_numbers().get(value.strip("{}. ").lower())
            if number:
                month = SHORT[number - 1]
                fix = Fix((Edit(field.written, month),))
                yield self.finding(field.written, value=shown(value), month=month, fix=fix)
            else:
                severity = None if value.isdecimal() or value.isalpha() else Severity.INFO
                yield self.finding(field.written, value=shown(value), hint=self.unknown_hint, severity=severity)
