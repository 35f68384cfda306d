"""LNT006."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity, Span
from thesis_build.rules.rule import Run, RunRule


class BaselineOutOfDate(RunRule):
    """The baseline knows a finding that is not there any more.

    It has been mended, or its line was rewritten; a baseline that only grows hides what comes back.

    Flagged: an entry of the baseline that matches no finding of this run.

    Not flagged: an entry whose rule did not run.
    """

    code = "LNT006"
    name = "baseline-out-of-date"
    severity = Severity.INFO
    message = {"en": "known, but not found any more: {said}", "id": "dikenal, tetapi tidak ditemukan lagi: {said}"}
    hint = {
        "en": "write the baseline again: thesis-build check --write-baseline FILE",
        "id": "tulis ulang garis dasarnya: thesis-build check --write-baseline BERKAS",
    }

    def review(self, run: Run, project: Project) -> Iterator[Finding]:
        """Name what the baseline knows in vain."""
        del project
        for path, said in run.lost:
            if said.partition(" ")[0] in run.ran:
                yield self.finding(Span(path), said=said)
