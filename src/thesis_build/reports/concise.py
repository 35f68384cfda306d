"""One line a finding, `path:line:column: severity CODE name: fact`, as editors and `grep` read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thesis_build.model import Finding


def report(findings: Sequence[Finding], _sources: Mapping[str, str], locale: str) -> str:
    """The findings, one a line."""
    return "".join(f"{head(finding, locale)}\n" for finding in findings)


def head(finding: Finding, locale: str) -> str:
    """The line that names place, severity, rule and fact."""
    span = finding.span
    place = f"{span.path}:{span.line}:{span.column}"
    return f"{place}: {finding.severity} {finding.code} {finding.name}: {finding.message[locale]}"
