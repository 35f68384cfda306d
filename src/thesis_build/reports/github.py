"""Workflow commands of GitHub Actions, which show each finding at its line in a pull request.

GitHub shows ten errors and ten warnings a step; errors come first. It takes columns only where a span lies in one
line.
"""

from __future__ import annotations

from thesis_build.model import Checked, Finding, Severity
from thesis_build.reports.lines import printable, printable_lines
from thesis_build.reports.report_options import ReportOptions
from thesis_build.reports.words import advice

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(checked: Checked, options: ReportOptions) -> str:
    """The findings, one command a line."""
    return "".join(f"{_command(finding, options)}\n" for finding in checked.findings)


def _command(finding: Finding, options: ReportOptions) -> str:
    span = finding.span
    properties = {"file": printable(options.address(span.path)), "line": str(span.line), "endLine": str(span.end_line)}
    if span.end_line == span.line:
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = f"{finding.code} {finding.name}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = printable_lines(f"{finding.message[options.locale]}\n{advice(finding, options.locale)}")
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    """Text after the second `::`, as the runner unescapes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property, as the runner unescapes it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
