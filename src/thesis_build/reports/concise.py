"""One line a finding, `path:line:column: severity CODE name: message`, as editors and `grep` read it."""

from __future__ import annotations

from thesis_build.model import Checked
from thesis_build.reports.lines import head
from thesis_build.reports.report_options import ReportOptions


def report(checked: Checked, options: ReportOptions) -> str:
    """The findings, one a line."""
    return "".join(f"{head(finding, options.locale)}\n" for finding in checked.findings)
