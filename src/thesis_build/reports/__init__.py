"""One file per report format; a report turns findings into text and knows no other format.

`json`, `sarif` and `junit` are stable: other programs may rely on their form. The others may change to read better.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thesis_build.model import Checked
    from thesis_build.reports.report_options import ReportOptions

FORMATS = ("text", "concise", "json", "sarif", "junit", "github", "gitlab", "html")
"""The report formats, as `--format` takes them: each is a module here with a function `report`."""


def report(form: str, checked: Checked, options: ReportOptions) -> str:
    """What was found, in one of the formats; only that format's module is imported."""
    text: str = importlib.import_module(f"{__name__}.{form}").report(checked, options)
    return text
