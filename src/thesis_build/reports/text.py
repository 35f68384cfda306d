"""The report for people: place, fact, the line of the source with a caret, the hint, and a count at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thesis_build.model import Checked, Finding, Severity, Span
from thesis_build.reports.concise import head
from thesis_build.reports.look import Look

_WIDTH = 100
_COUNTS = {
    "en": {
        Severity.ERROR: ("1 error", "{} errors"),
        Severity.WARNING: ("1 warning", "{} warnings"),
        Severity.INFO: ("1 note", "{} notes"),
    },
    "id": {
        Severity.ERROR: ("1 galat", "{} galat"),
        Severity.WARNING: ("1 peringatan", "{} peringatan"),
        Severity.INFO: ("1 catatan", "{} catatan"),
    },
}
_HINT = {"en": "hint", "id": "saran"}


def report(checked: Checked, look: Look) -> str:
    """The findings with their source lines; empty where there is none."""
    findings = checked.findings
    if not findings:
        return ""
    parts = [_finding(finding, look.sources, look.locale) for finding in findings]
    return "\n".join([*parts, _count(findings, look.locale)]) + "\n"


def _finding(finding: Finding, sources: Mapping[str, str], locale: str) -> str:
    lines = [head(finding, locale), *_excerpt(finding.span, sources)]
    for related in finding.related:
        span = related.span
        lines.append(f"  {span.path}:{span.line}:{span.column}: {related.message[locale]}")
    lines.append(f"  {_HINT[locale]}: {finding.hint[locale]}")
    return "\n".join(lines) + "\n"


def _excerpt(span: Span, sources: Mapping[str, str]) -> list[str]:
    """The source line and a caret under the place; a long line is cut around it."""
    lines = sources.get(span.path, "").split("\n")
    if not 0 < span.line <= len(lines) or not lines[span.line - 1].strip():
        return []
    line = lines[span.line - 1].replace("\t", " ")
    start = max(0, span.column - 1 - _WIDTH // 2) if len(line) > _WIDTH else 0
    shown = line[start : start + _WIDTH]
    end = span.end_column if span.end_line == span.line else len(line) + 1
    width = max(1, min(end, start + len(shown) + 1) - span.column)
    lead = "…" if start else ""
    gutter = f"{span.line:>5} | "
    return [f"{gutter}{lead}{shown}", " " * (len(gutter) + len(lead) + span.column - 1 - start) + "^" * width]


def _count(findings: Sequence[Finding], locale: str) -> str:
    parts = []
    for severity in Severity:
        number = sum(finding.severity is severity for finding in findings)
        one, many = _COUNTS[locale][severity]
        if number:
            parts.append(one if number == 1 else many.format(number))
    return ", ".join(parts)
