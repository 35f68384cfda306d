"""LNT005."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Span
from thesis_build.rules.rule import Run, RunRule


class RuleCrashed(RunRule):
    """A rule stopped with an error of its own; all the others ran to the end.

    It is a bug of this program, not a mistake in the thesis. What the rule looks for may have been missed, so the exit
    status is 70 whatever else was found, and `build` writes no edition. The traceback is on the standard error output.

    Flagged: any rule that stops, with what Python says of it.
    """

    code = "LNT005"
    name = "rule-crashed"
    message = {"en": "the rule {code} crashed: {reason}", "id": "aturan {code} berhenti karena kesalahan: {reason}"}
    hint = {
        "en": "this is a bug of thesis-build, not of your thesis: please report it; the other rules ran",
        "id": "ini kesalahan thesis-build, bukan skripsi Anda: mohon laporkan; aturan lain tetap berjalan",
    }

    def review(self, run: Run, project: Project) -> Iterator[Finding]:
        """Report the rules that crashed."""
        path = "paper/thesis.yaml" if project.manuscripts else next(iter(project.settings.bibliography), "")
        for code, reason in run.crashed.items():
            yield self.finding(Span(path), code=code, reason=reason)
