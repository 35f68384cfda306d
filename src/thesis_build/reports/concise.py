"""One line a finding, `path:line:column: severity CODE name: fact`, as editors and `grep` read it."""

from __future__ import annotations

from thesis_build.model import Checked, Finding
from thesis_build.reports.look import Look


def report(checked: Checked, look: Look) -> str:
    """The findings, one a line."""
    return "".join(f"{head(finding, look.locale)}\n" for finding in checked.findings)


def head(finding: Finding, locale: str) -> str:
    """The line that names place, severity, rule and fact."""
    span = finding.span
    place = f"{span.path}:{span.line}:{span.column}"
    return f"{place}: {finding.severity} {finding.code} {finding.name}: {finding.message[locale]}"
