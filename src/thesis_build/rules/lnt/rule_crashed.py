"""LNT005."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity, Span
from thesis_build.rules.rule import Run, RunRule


class RuleCrashed(RunRule):
    """A rule stopped with an internal error; all other rules ran to the end.

    Flagged: a bug of this program, with the rule and Python's error message.
    """

    code = "LNT005"
    name = "rule-crashed"
    severity = Severity.WARNING
    message = {"en": "the rule {code} stopped: {reason}", "id": "aturan {code} berhenti: {reason}"}
    hint = {"en": "the other rules ran; please report this", "id": "aturan lain tetap berjalan; mohon laporkan hal ini"}

    def review(self, run: Run, project: Project) -> Iterator[Finding]:
        """Report the rules that crashed."""
        path = "paper/thesis.yaml" if project.manuscripts else next(iter(project.settings.bibliography), "")
        for code, reason in run.crashed.items():
            yield self.finding(Span(path), code=code, reason=reason)
