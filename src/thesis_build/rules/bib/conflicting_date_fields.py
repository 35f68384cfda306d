"""BIB105."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Entry, Finding, Project, Related
from thesis_build.rules._edits import removed_field, unsafe
from thesis_build.rules.rule import Rule

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


class ConflictingDateFields(Rule):
    """`date` and `year` of an entry name different years.

    Pandoc and biblatex print `date`; styles of BibTeX, and readers of the file, take `year`.

    Flagged: `date = {2019-03}` and `year = {2020}`.

    Not flagged: `date = {2019-03}` and `year = {2019}`; a `year` that is one of those in `date = {2019/2020}`; a year
    that is no number; `origdate`, `eventdate` and `urldate`.
    """

    code = "BIB105"
    name = "conflicting-date-fields"
    message = {
        "en": "date says {date}, year says {year}; {date} is printed",
        "id": "date menyebut {date}, year menyebut {year}; yang tercetak {date}",
    }
    hint = {"en": "keep the right one and remove the other", "id": "pertahankan yang benar dan hapus yang lain"}
    other = {"en": "the year", "id": "tahunnya"}

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
