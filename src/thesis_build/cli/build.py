"""The command `build`."""

from __future__ import annotations

import argparse
import datetime
import sys
from dataclasses import replace

from thesis_build.cli.options import profile
from thesis_build.cli.output import Progress, has_colour, show_crashes, warn_of_store, written
from thesis_build.cli.words import WORDS
from thesis_build.commands import build as builder
from thesis_build.model import Checked, Severity
from thesis_build.tools.stamp import Ended, Stamp


def build(options: argparse.Namespace, locale: str) -> int:
    """Build the editions; the result is the exit status."""
    root = options.project
    asked = builder.BuildOptions(
        root=root,
        output=options.output or root / "build",
        languages=tuple(dict.fromkeys(options.language)),
        formats=tuple(dict.fromkeys(options.format)),
        jobs=options.jobs,
        draft=options.draft,
        scripts=not options.no_scripts,
        profile=profile(options),
        today=datetime.date.today(),
    )
    warn_of_store(root, locale)
    stamp = Stamp(root, asked, locale, has_colour(sys.stderr))
    ended = stamp.recall()
    if ended:
        print(ended.report + WORDS[locale]["unchanged"], file=sys.stderr)
        return ended.status
    built = builder.build(asked, Progress(locale).step, stamp.files)
    report = written("text", _worth_reading(built), built.sources, locale, sys.stderr) + _notes(built, locale)
    report += _placeholders(built, locale)
    sys.stderr.write(report)
    crashed = show_crashes(built.checked, locale)
    if not built.editions:
        print(WORDS[locale]["stopped by crash" if crashed else "stopped"], file=sys.stderr)
        return crashed or 1
    if not crashed:
        stamp.keep(Ended(0, report), built.editions)
    for path in built.editions:
        print(path)
    return crashed


def _worth_reading(built: builder.Built) -> Checked:
    """What is shown in full: the findings, but for the notes where the editions were written."""
    if not built.editions:
        return built.checked
    severe = tuple(finding for finding in built.checked.findings if finding.severity is not Severity.INFO)
    return replace(built.checked, findings=severe, suppressed=built.checked.suppressed if severe else ())


def _placeholders(built: builder.Built, locale: str) -> str:
    """A line that names the figures that were not drawn; empty where there are none."""
    from thesis_build.reports.lines import printable

    figures = printable(", ".join(built.placeholders))
    return WORDS[locale]["placeholders"].format(figures=figures) + "\n" if figures else ""


def _notes(built: builder.Built, locale: str) -> str:
    """A line that counts the notes that are not shown; empty where there are none."""
    from thesis_build.reports.words import count

    notes = [finding for finding in built.checked.findings if finding.severity is Severity.INFO]
    return WORDS[locale]["notes"].format(notes=count(notes, locale)) + "\n" if notes and built.editions else ""
