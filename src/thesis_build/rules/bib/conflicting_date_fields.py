"""BIB105."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Entry, Finding, Project, Related
from thesis_build.rules._edits import removed_field, unsafe
from thesis_build.rules.rule import Rule

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


class ConflictingDateFields(Rule):
    """The fields `date` and `year` of an entry give different years.

    Pandoc and biblatex print `date`; BibTeX styles print `year`.

    Flagged: `date = {2019-03}` and `year = {2020}`.

    Not flagged: `date = {2019-03}` and `year = {2019}`; a `year` that is one of those in `date = {2019/2020}`; a year
    that is not a number; `origdate`, `eventdate` and `urldate`.
    """

    code = "BIB105"
    name = "conflicting-date-fields"
    message = {
        "en": "the field date says {date}, the field year {year}; {date} is printed",
        "id": "ruas date berisi {date}, sedangkan ruas year {year}; yang tercetak {date}",
    }
    hint = {"en": "keep the correct one and remove the other", "id": "pertahankan yang benar dan hapus yang lain"}
    other = {"en": "the field year", "id": "ruas year"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the years of both fields of an entry."""
        for entry in project.library.entries:
            if "date" in entry.fields and "year" in entry.fields:
                yield from self._compare(entry, project)

    def _compare(self, entry: Entry, project: Project) -> Iterator[Finding]:
        date, year = entry.fields["date"], entry.fields["year"]
        dates, years = _YEAR.findall(date.value), _YEAR.findall(year.value)
        if dates and years and not set(dates) & set(years):
            related = (Related(year.span, self.other),)
            fix = unsafe(removed_field(year, project))
            yield self.finding(date.span, related=related, fix=fix, date=dates[0], year=years[0])
