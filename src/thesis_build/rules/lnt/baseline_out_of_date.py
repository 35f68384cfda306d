"""LNT006."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity, Span
from thesis_build.rules.rule import Run, RunRule


class BaselineOutOfDate(RunRule):
    """The baseline has a finding that no longer occurs.

    It was fixed, or its line was rewritten; a baseline that only grows hides a fault that comes back.

    Flagged: an entry of the baseline that matches no finding of this run.

    Not flagged: an entry whose rule did not run.
    """

    code = "LNT006"
    name = "baseline-out-of-date"
    severity = Severity.INFO
    message = {
        "en": "in the baseline, but no longer found: {finding}",
        "id": "ada dalam garis dasar, tetapi tidak ditemukan lagi: {finding}",
    }
    hint = {
        "en": "write the baseline again: thesis-build check --write-baseline FILE",
        "id": "tulis ulang garis dasarnya: thesis-build check --write-baseline BERKAS",
    }

    def review(self, run: Run, project: Project) -> Iterator[Finding]:
        """Report what the baseline has that no longer occurs."""
        del project
        for path, finding in run.lost:
            if finding.partition(" ")[0] in run.ran:
                yield self.finding(Span(path), finding=finding)
