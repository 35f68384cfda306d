"""The command line: arguments, streams and exit statuses; no logic.

Exit statuses: 0 done, 1 findings of error grade, 2 cannot go on (or wrong arguments), 70 a bug of ours, 130 Ctrl-C.
"""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from thesis_build import build as builder

_STEPS = {
    "en": {
        "read": "reading",
        "draw": "drawing figures",
        "resolve": "citations",
        "write": "writing",
        "typeset": "setting",
    },
    "id": {"read": "membaca", "draw": "menggambar", "resolve": "sitasi", "write": "menulis", "typeset": "menata"},
}
_WORDS = {
    "en": {
        "unchanged": "nothing has changed",
        "stopped": "nothing was written: mend the errors, or look at the draft with --draft",
        "clean": "no findings",
        "hint": "hint",
        "error": "error",
        "bug": "this is a bug of thesis-build, not of your thesis; please report it with the lines above",
        "interrupted": "stopped; the last good editions are untouched",
    },
    "id": {
        "unchanged": "tidak ada yang berubah",
        "stopped": "tidak ada yang ditulis: perbaiki galatnya, atau lihat drafnya dengan --draft",
        "clean": "tidak ada temuan",
        "hint": "saran",
        "error": "galat",
        "bug": "ini kesalahan thesis-build, bukan skripsi Anda; mohon laporkan dengan baris-baris di atas",
        "interrupted": "dihentikan; edisi baik yang terakhir tidak berubah",
    },
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit status."""
    gc.disable()  # a command lives for seconds, and what it reads stays in use to its end
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options = _parser().parse_args(arguments)
    locale = options.locale or _locale()
    try:
        status: int = options.run(options, locale)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(_WORDS[locale]["interrupted"], file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _stop(error, locale)
    return status


def _build(options: argparse.Namespace, locale: str) -> int:
    root = options.project
    asked = builder.Options(
        root=root,
        output=options.output or root / "build",
        languages=tuple(dict.fromkeys(options.language)),
        formats=tuple(dict.fromkeys(options.format)),
        jobs=options.jobs,
        draft=options.draft,
    )
    said = builder.unchanged(asked)
    if said is not None:
        print(said + _WORDS[locale]["unchanged"], file=sys.stderr)
        return 0
    inputs = builder.fingerprint(root)
    built = builder.build(asked, _Progress(locale).step)
    report = _report("text", built, locale)
    if not built.editions:
        print(f"{report}{_WORDS[locale]['stopped']}", file=sys.stderr)
        return 1
    builder.remember(asked, inputs, built.editions, report)
    sys.stderr.write(report)
    for path in built.editions:
        print(path)
    return 0


def _check(options: argparse.Namespace, locale: str) -> int:
    from thesis_build.checker import check
    from thesis_build.readers.project import read_project
    from thesis_build.tools.pandoc import Pandoc
    from thesis_build.tools.store import Store

    with Pandoc(options.jobs, Store(options.project / builder.WORK / "cache")) as pandoc:
        project = read_project(options.project, pandoc)
        findings = check(project)
    built = builder.Built(findings, (), builder.source_texts(project))
    sys.stdout.write(_report(options.format, built, locale))
    if options.format == "text" and not findings:
        print(_WORDS[locale]["clean"], file=sys.stderr)
    grades = ("error",) if options.fail_on == "error" else ("error", "warning")
    return int(any(finding.severity in grades for finding in findings))


def _report(form: str, built: builder.Built, locale: str) -> str:
    from thesis_build.reports import FORMATS

    return FORMATS[form](built.findings, built.sources, locale)


def _stop(error: Exception, locale: str) -> int:
    """Say why we cannot go on; a bug of ours shows its traceback."""
    import traceback

    from thesis_build.errors import SettingsError, ThesisBuildError
    from thesis_build.reports.text import report

    words = _WORDS[locale]
    if not isinstance(error, ThesisBuildError):
        traceback.print_exception(error)
        print(words["bug"], file=sys.stderr)
        return 70
    if isinstance(error, SettingsError) and error.findings:
        sys.stderr.write(report(error.findings, error.sources, locale))
        return 2
    place = f"{error.span.path}:{error.span.line}:{error.span.column}: " if error.span else ""
    print(f"{place}{words['error']}: {error.message[locale]}\n  {words['hint']}: {error.hint[locale]}", file=sys.stderr)
    return 2


class _Progress:
    """Says on a terminal what is being done; says nothing elsewhere."""

    def __init__(self, locale: str) -> None:
        self._words = _STEPS[locale]
        self._shown = sys.stderr.isatty()

    def step(self, name: str) -> None:
        if self._shown:
            print(f"{self._words[name]} …", file=sys.stderr)


def _locale() -> str:
    """The language to speak, from the environment: Indonesian where it asks for it, else English."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "id" if named.lower().startswith(("id_", "id.", "ind")) or named.lower() == "id" else "en"


def commands() -> tuple[str, ...]:
    """The names of the commands."""
    return tuple(_COMMANDS)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="thesis-build",
        description="Bilingual theses from Markdown and BibTeX to PDF and HTML, checked and reproducible.",
    )
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, (summary, describe) in _COMMANDS.items():
        command = subparsers.add_parser(name, help=summary, description=summary)
        _common(command)
        describe(command)
    return parser


def _describe_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language", action="append", default=[], metavar="TAG", help="only this language (repeatable)"
    )
    parser.add_argument(
        "--format", action="append", default=[], choices=builder.FORMATS, help="only this format (repeatable)"
    )
    parser.add_argument("--output", type=Path, metavar="DIR", help="where the editions go (default: PROJECT/build)")
    parser.add_argument("--draft", action="store_true", help="write the editions in spite of errors")
    parser.set_defaults(run=_build)


def _describe_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", default="text", choices=("text", "concise", "json"), help="form of the report")
    parser.add_argument(
        "--fail-on", default="error", choices=("error", "warning"), help="least grade that gives exit status 1"
    )
    parser.set_defaults(run=_check)


_COMMANDS = {
    "build": ("check the thesis and write its editions", _describe_build),
    "check": ("say what is wrong with the thesis", _describe_check),
}


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "project",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="PROJECT",
        help="folder that holds paper/ (default: this one)",
    )
    parser.add_argument("--jobs", type=_jobs, default=os.cpu_count() or 1, metavar="N", help="processes at a time")
    parser.add_argument(
        "--locale", choices=("en", "id"), help="language of the messages (default: from the environment)"
    )


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a whole number from 1")
    return int(text)
