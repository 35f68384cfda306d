"""The commands `check` and `explain`."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from thesis_build.cli.options import listed, profile
from thesis_build.cli.output import CRASHED, encode, folder, has_colour, show_crashes, warn_of_store
from thesis_build.cli.words import WORDS
from thesis_build.commands import check as checker
from thesis_build.model import is_csl
from thesis_build.tools.stamp import Ended, Stamp


def check(options: argparse.Namespace, locale: str) -> int:
    """Check a thesis or bibliography files; the result is the exit status."""
    libraries = tuple(path for path in options.paths if path.suffix == ".bib" or is_csl(path.name))
    folders = [path for path in options.paths if path not in libraries]
    if len(folders) > 1 or (folders and libraries):
        options.usage(WORDS[locale]["one project"])
    asked = checker.CheckOptions(
        root=folders[0] if folders else Path(),
        today=datetime.date.today(),
        libraries=libraries,
        only=listed(options.select),
        ignore=listed(options.ignore),
        profile=profile(options),
        baseline=options.baseline,
        fix=options.fix or options.unsafe_fixes or options.diff,
        unsafe=options.unsafe_fixes,
        diff=options.diff,
        online=options.online,
        jobs=options.jobs,
    )
    encode(options.format)
    base = "" if libraries else folder(asked.root)
    plain = not (libraries or asked.fix or asked.online or asked.baseline or options.write_baseline)
    manner = (options.format, options.fail_on, locale, base, has_colour(sys.stdout))
    if not libraries:
        warn_of_store(asked.root, locale)
    stamp = Stamp(asked.root, asked, *manner) if plain else None
    ended = stamp.recall() if stamp else None
    if ended is None:
        result = checker.check(asked, stamp.files if stamp else None)
        ended = ended_of(options, result, locale, base)
        if stamp and ended.status != CRASHED:
            stamp.keep(ended)
    sys.stdout.write(ended.report)
    if options.format == "text" and not ended.report:
        print(WORDS[locale]["clean"], file=sys.stderr)
    return ended.status


def ended_of(options: argparse.Namespace, result: checker.CheckResult, locale: str, base: str) -> Ended:
    """What a check prints and its exit status."""
    from thesis_build.reports import report
    from thesis_build.reports.lines import one_line
    from thesis_build.reports.report_options import ReportOptions

    if options.write_baseline:
        count = checker.write_known(result, options.write_baseline)
        print(WORDS[locale]["accepted"].format(count=count, path=options.write_baseline), file=sys.stderr)
        return Ended(show_crashes(result.checked, locale), "")
    if result.fixed:
        print(WORDS[locale]["fixable" if options.diff else "fixed"].format(count=result.fixed), file=sys.stderr)
    if result.withheld:
        places = ", ".join(f"{f.span.path}:{f.span.line} {f.code}" for f in result.withheld)
        print(WORDS[locale]["withheld"].format(places=places), file=sys.stderr)
    failing = ("error",) if options.fail_on == "error" else ("error", "warning")
    status = int(any(finding.severity in failing for finding in result.checked.findings))
    status = show_crashes(result.checked, locale) or status
    if options.diff:
        return Ended(status, result.diff)
    shown = ReportOptions(
        result.project.sources, locale, has_colour(sys.stdout), full=bool(options.select), base=base, failing=failing
    )
    written = report(options.format, result.checked, shown)
    left_out = result.project.settings.check.ignore
    if options.format == "text" and not written and left_out:
        names = one_line(", ".join(left_out))
        written = f"{WORDS[locale]['clean']}; {WORDS[locale]['left out'].format(names=names)}\n"
    return Ended(status, written)


def explain(options: argparse.Namespace, locale: str) -> int:
    """Print the page of a rule, or the table of rules; the result is the exit status."""
    from thesis_build.linter import rule_pages

    sys.stdout.write(rule_pages.explain(options.code, locale) if options.code else rule_pages.catalogue())
    return 0
