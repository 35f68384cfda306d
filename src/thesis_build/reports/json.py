"""Findings as a JSON array of objects, `[]` where there is none.

The form is stable: each object has exactly the keys `code, name, severity, message, path, line, column, end_line,
end_column, hint, related`; a related span has `message` and the five keys of a span. Lines and columns count from 1,
columns in characters, the end is exclusive. Paths are relative to the project.
"""

from __future__ import annotations

import json
from typing import Any

from thesis_build.model import Checked, Finding, Span
from thesis_build.reports.report_options import ReportOptions


def report(checked: Checked, options: ReportOptions) -> str:
    """The findings as JSON text."""
    return (
        json.dumps([_object(finding, options.locale) for finding in checked.findings], ensure_ascii=False, indent=2)
        + "\n"
    )


def _object(finding: Finding, locale: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message[locale],
        **_span(finding.span),
        "hint": finding.hint[locale],
        "related": [{"message": r.message[locale], **_span(r.span)} for r in finding.related],
    }


def _span(span: Span) -> dict[str, Any]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
