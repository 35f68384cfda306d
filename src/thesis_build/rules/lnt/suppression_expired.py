"""LNT003."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.rule import Run, RunRule


class SuppressionExpired(RunRule):
    """The last day of a suppression has passed, or is not a date; what it suppressed is shown again.

    Flagged: `until=2026-01-31` in February 2026; `until=2026-02-30`.

    Not flagged: `until=2027-03`, up to the last day of March 2027.
    """

    code = "LNT003"
    name = "suppression-expired"
    severity = Severity.WARNING
    message = {"en": "this suppression was valid until {until}", "id": "peredaman ini berlaku sampai {until}"}
    hint = {
        "en": "fix what it suppressed, or give it a later date",
        "id": "perbaiki yang diredamnya, atau beri tanggal yang lebih akhir",
    }
    no_day = {
        "en": "the last day of this suppression is not in the calendar",
        "id": "tanggal akhir peredaman ini tidak ada dalam kalender",
    }
    no_day_hint = {"en": "write it as 2027-01-31", "id": "tulis sebagai 2027-01-31"}

    def review(self, run: Run, project: Project) -> Iterator[Finding]:
        """Look for suppressions whose last day is before today."""
        del project
        for suppression in run.suppressions:
            if suppression.until == date.min:
                yield self.finding(suppression.span, message=self.no_day, hint=self.no_day_hint)
            elif suppression.until and suppression.until < run.today:
                yield self.finding(suppression.span, until=suppression.until.isoformat())
