"""GitLab's Code Quality report, which merge requests show: a JSON array, `[]` where there is no finding."""

from __future__ import annotations

import json
from typing import Any

from thesis_build.linter.baseline import fingerprints
from thesis_build.model import Checked, Finding, Severity
from thesis_build.reports.lines import printable_json
from thesis_build.reports.report_options import ReportOptions
from thesis_build.reports.words import advice

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(checked: Checked, options: ReportOptions) -> str:
    """The findings as JSON text, in ASCII whatever the terminal's encoding."""
    marks = fingerprints(checked.findings, options.sources)
    issues = [_issue(finding, mark, options) for finding, mark in zip(checked.findings, marks, strict=True)]
    return printable_json(json.dumps(issues, indent=2)) + "\n"


def _issue(finding: Finding, mark: str, options: ReportOptions) -> dict[str, Any]:
    span = finding.span
    return {
        "description": f"{finding.message[options.locale]} ({advice(finding, options.locale)})",
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": options.address(span.path), "lines": {"begin": span.line, "end": span.end_line}},
    }
