"""CIT104."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.cited_works import works_cited
from thesis_build.model import Finding, Project, Severity, Span
from thesis_build.rules.rule import Rule

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


class OldReferences(Rule):
    """Too few of the works cited are recent; off until `check: {references-years: 10}` is set.

    Faculties require that a share of the works, four fifths unless `references-share` says otherwise, appeared at most
    that many years before the thesis.

    Flagged: 12 of 20 works from the last ten years, where 80 % are required.

    Not flagged: works without a year, which are not counted; entries that the text does not cite.
    """

    code = "CIT104"
    name = "old-references"
    severity = Severity.INFO
    message = {
        "en": "{recent} of {count} works cited are from {first} or later; {wanted} % are required",
        "id": "{recent} dari {count} karya yang disitasi terbit pada {first} atau sesudahnya; seharusnya {wanted} %",
    }
    hint = {"en": "cite more recent works", "id": "sitasi karya yang lebih baru"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Count the years of the works cited."""
        limits = project.settings.check
        if not limits.references_years or not project.manuscripts:
            return
        dates = (entry.value("date") or entry.value("year") for entry in works_cited(project))
        years = [int(found[0]) for date in dates if (found := _YEAR.search(date))]
        first = project.settings.date.year - limits.references_years
        recent = sum(year >= first for year in years)
        if years and recent < limits.references_share * len(years):
            span = project.settings.spans.get("check.references-years", Span("paper/thesis.yaml"))
            wanted = f"{limits.references_share * 100:g}"
            yield self.finding(span, recent=recent, count=len(years), first=first, wanted=wanted)
