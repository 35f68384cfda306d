"""One file per report format; a report turns findings into text and knows no other format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from thesis_build.model import Checked
from thesis_build.reports import concise, json, text
from thesis_build.reports.look import Look

Report = Callable[[Checked, Look], str]

FORMATS: Mapping[str, Report] = {"text": text.report, "concise": concise.report, "json": json.report}
"""The report formats by the name that `--format` takes."""
