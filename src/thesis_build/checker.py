"""Running the rules over a project and putting what they find in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from thesis_build.model import Finding, Project, Severity, Span
from thesis_build.registry import rules
from thesis_build.rule import Rule

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def check(project: Project) -> tuple[Finding, ...]:
    """What all rules find, with the severities of the settings, errors first, then in the order of the files."""
    found: list[Finding] = []
    for rule in rules():
        if rule.code not in project.settings.check.ignore:
            found.extend(_run(rule, project))
    severities = project.settings.check.severity
    return in_order(replace(f, severity=severities.get(f.code, f.severity)) for f in found)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings without repetition: errors first, then by file, place and code."""
    unique = {(f.code, f.span, f.message["en"]): f for f in findings}
    return tuple(sorted(unique.values(), key=lambda f: (_RANK[f.severity], f.span, f.code)))


def _run(rule: Rule, project: Project) -> list[Finding]:
    """A rule's findings; a rule that crashes is itself a finding, and the others still run."""
    try:
        return list(rule.check(project))
    except Exception as error:  # a bug in one rule must not hide what the others see
        reason = f"{type(error).__name__}: {error}"
        return [
            Finding(
                "LNT005",
                "rule-crashed",
                Severity.WARNING,
                Span("paper/thesis.yaml"),
                {
                    "en": f"the rule {rule.code} ({rule.name}) stopped: {reason}",
                    "id": f"aturan {rule.code} ({rule.name}) berhenti: {reason}",
                },
                {
                    "en": "the other rules ran; please report this",
                    "id": "aturan lain tetap berjalan; mohon laporkan hal ini",
                },
            )
        ]
