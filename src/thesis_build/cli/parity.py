"""The command `parity`, which compares the languages, and its sub-commands `confirm` and `terms`."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from thesis_build.cli.check import ended_of
from thesis_build.cli.options import listed, profile
from thesis_build.cli.output import CRASHED, encode, folder, has_colour, warn_of_store
from thesis_build.cli.words import STATES, WORDS
from thesis_build.commands import check as checker
from thesis_build.commands import parity as agreement
from thesis_build.tools.stamp import Ended, Stamp


def parity(options: argparse.Namespace, locale: str) -> int:
    """Compare the languages; the result is the exit status."""
    paths = tuple(options.paths)
    if len(paths) > 2 or any(path.is_dir() and len(paths) == 2 for path in paths):
        options.usage(WORDS[locale]["one pair"])
    loose = len(paths) == 2 or any(path.is_file() for path in paths)
    asked = checker.CheckOptions(
        root=paths[0] if len(paths) == 1 else Path(),
        today=datetime.date.today(),
        pair=paths if loose else (),
        only=listed(options.select) or ("PAR",),
        ignore=listed(options.ignore) + (agreement.NOT_OF_LOOSE_PAIRS if loose else ()),
        profile=profile(options),
        jobs=options.jobs,
    )
    encode(options.format)
    base = "" if loose else folder(asked.root)
    manner = ("parity", options.format, options.fail_on, locale, base, has_colour(sys.stdout))
    if not loose:
        warn_of_store(asked.root, locale)
    stamp = None if loose else Stamp(asked.root, asked, *manner)
    ended = stamp.recall() if stamp else None
    if ended is None:
        result = checker.check(asked, stamp.files if stamp else None)
        ended = ended_of(options, result, locale, base)
        if options.format == "html":
            ended = Ended(ended.status, agreement.page(result.checked, result.project, locale))
        if stamp and options.format == "text":
            table = agreement.table(agreement.standings(result.project), locale)
            ended = Ended(ended.status, "\n".join(filter(None, (ended.report, table))))
        if stamp and ended.status != CRASHED:
            stamp.keep(ended)
    sys.stdout.write(ended.report)
    if options.format == "text" and not ended.report:
        print(WORDS[locale]["clean"], file=sys.stderr)
    return ended.status


def confirm(options: argparse.Namespace, locale: str) -> int:
    """Confirm pairs, those that are named or those that the user says yes to; the result is the exit status."""
    ask = _Asking(locale).ask if not options.positions and sys.stdin.isatty() else None
    if not options.positions and not ask:
        options.usage(WORDS[locale]["no position"])
    count = agreement.confirm(options.project, options.positions, datetime.date.today(), ask, options.jobs)
    print(WORDS[locale]["confirmed"].format(count=count), file=sys.stderr)
    return 0


def terms(options: argparse.Namespace, locale: str) -> int:
    """Print pairs of terms that the text uses; the result is the exit status."""
    sys.stdout.write(agreement.terms(options.project, locale, options.jobs))
    return 0


class _Asking:
    """Shows a pair on a terminal and asks whether it is confirmed."""

    def __init__(self, locale: str) -> None:
        self._words = WORDS[locale]
        self._states = STATES[locale]

    def ask(self, shown: agreement.Shown) -> str:
        print(f"\n{shown.place} ({self._states[shown.state]})")
        for tag, text in shown.texts:
            print(f"  {tag}: {text}")
        while (answer := input(self._words["ask"]).strip().lower()[:1]) not in ("y", "n", "q"):
            print(self._words["answers"])
        return answer
