"""LNT002."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.rule import Run, RunRule


class SuppressionWithoutReason(RunRule):
    """A suppression gives no reason.

    Whoever reads it next year, an examiner or the author, cannot know whether it may be removed.

    Flagged: `<!-- check: ignore[PAR201] -->`.

    Not flagged: `<!-- check: ignore[PAR201] reason="the law is quoted in Indonesian only" -->`.
    """

    code = "LNT002"
    name = "suppression-without-reason"
    severity = Severity.INFO
    message = {"en": "this suppression gives no reason ({rules})", "id": "peredaman ini tanpa alasan ({rules})"}
    hint = {
        "en": 'give the reason: reason="…"; in a .bib entry after a colon: BIB101: in press',
        "id": 'sebutkan alasannya: reason="…"; dalam entri .bib sesudah titik dua: BIB101: akan terbit',
    }

    def review(self, run: Run, project: Project) -> Iterator[Finding]:
        """Look for suppressions without a reason."""
        del project
        for suppression in run.suppressions:
            if not suppression.reason:
                yield self.finding(suppression.span, rules=", ".join(suppression.rules))
