"""Streams: how a report is printed, and what a terminal shows while work is done."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from thesis_build.cli.words import STEPS, WORDS
from thesis_build.tools.work_folder import refusal

if TYPE_CHECKING:
    from thesis_build.model import Checked

CRASHED = 70
"""The exit status where a bug of ours was met."""

_FOR_PEOPLE = ("text", "concise")
"""The report formats that a terminal shows; the others are files in UTF-8."""


def written(form: str, checked: Checked, sources: Mapping[str, str], locale: str, stream: TextIO, **more: Any) -> str:
    """The findings in a format; `more` are further `ReportOptions`."""
    from thesis_build.reports import report
    from thesis_build.reports.report_options import ReportOptions

    return report(form, checked, ReportOptions(sources, locale, has_colour(stream), **more))


def show_crashes(checked: Checked, locale: str) -> int:
    """Print the tracebacks of the rules that crashed; the result is the exit status for that, 0 where none did."""
    from thesis_build.reports.lines import printable_lines

    for crash in checked.crashes:
        print(printable_lines(f"{crash.code}: {crash.traceback}"), file=sys.stderr, end="")
    if checked.crashes:
        print(WORDS[locale]["bug"], file=sys.stderr)
    return CRASHED if checked.crashes else 0


def warn_of_store(root: Path, locale: str) -> None:
    """Say that the project's folder of caches is not used, where it may have come with somebody's branch."""
    reason = refusal(root)
    if reason:
        print(WORDS[locale][f"store {reason}"], file=sys.stderr)


def encode(form: str) -> None:
    """Set standard output to UTF-8; for people, keep the encoding of their terminal and replace what it lacks."""
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    if form in _FOR_PEOPLE:
        sys.stdout.reconfigure(errors="replace")
    else:
        sys.stdout.reconfigure(encoding="utf-8")


def has_colour(stream: TextIO) -> bool:
    """Whether a stream shows colours."""
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def folder(root: Path) -> str:
    """The project's folder as seen from here; empty for this folder, absolute for one that is not below it."""
    whole, here = root.resolve(), Path.cwd()
    return whole.relative_to(here).as_posix().removeprefix(".") if whole.is_relative_to(here) else whole.as_posix()


class Progress:
    """Names the steps of the work on a terminal, and nowhere else."""

    def __init__(self, locale: str) -> None:
        self._words = STEPS[locale]
        self._shown = sys.stderr.isatty()

    def step(self, name: str, detail: str) -> None:
        """Show the name of the next step, with what it is about."""
        from thesis_build.reports.lines import printable

        if self._shown:
            about = f": {printable(detail)}" if detail else ""
            print(f"{self._words[name]}{about} …", file=sys.stderr)
