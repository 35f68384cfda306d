"""One file per report format; a report turns findings into text and knows no other format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from thesis_build.model import Finding
from thesis_build.reports import concise, json, text

Report = Callable[[Sequence[Finding], Mapping[str, str], str], str]
"""Findings, the text of each file by path, and the locale (id or en) → the report."""

FORMATS: Mapping[str, Report] = {"text": text.report, "concise": concise.report, "json": json.report}
"""The report formats by the name that `--format` takes."""
