"""The command line: arguments, streams and exit statuses; no logic.

Exit statuses: 0 done, 1 findings of error grade, 2 cannot go on (or wrong arguments), 70 a bug of ours, 130 Ctrl-C.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import io
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from thesis_build import audit as auditor
from thesis_build import build as builder
from thesis_build import parity as agreement
from thesis_build.reports import FORMATS
from thesis_build.tools.stamp import Ended, Stamp

if TYPE_CHECKING:
    from thesis_build.model import Checked, Profile

_FOR_PEOPLE = ("text", "concise")
"""The report formats that a terminal shows; the others are files in UTF-8."""

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
        "mended": "mended: {count}",
        "would mend": "can be mended: {count}",
        "accepted": "{count} findings are known now: {path}",
        "one project": "name one project, or bibliography files (.bib)",
        "one pair": "name one project, or two texts",
        "no place": "name what is confirmed: a place (paper/id/03-method.md:28), a file, or a chapter",
        "confirmed": "confirmed: {count}",
        "ask": "Do they say the same? [y,n,q] ",
        "answers": "y: yes, confirm; n: not now; q: stop here",
        "hint": "hint",
        "error": "error",
        "bug": "this is a bug of thesis-build, not of your thesis; please report it with the lines above",
        "interrupted": "stopped; the last good editions are untouched",
    },
    "id": {
        "unchanged": "tidak ada yang berubah",
        "stopped": "tidak ada yang ditulis: perbaiki galatnya, atau lihat drafnya dengan --draft",
        "clean": "tidak ada temuan",
        "mended": "diperbaiki: {count}",
        "would mend": "dapat diperbaiki: {count}",
        "confirmed": "dinyatakan sama: {count}",
        "ask": "Apakah keduanya sama? [y,n,q] ",
        "answers": "y: ya, nyatakan sama; n: nanti; q: berhenti",
        "accepted": "{count} temuan kini dikenal: {path}",
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
        profile=_profile(options),
        today=datetime.date.today(),
    )
    stamp = Stamp(root, asked, locale, _has_colour(sys.stderr))
    ended = stamp.recall()
    if ended:
        print(ended.report + _WORDS[locale]["unchanged"], file=sys.stderr)
        return ended.status
    built = builder.build(asked, _Progress(locale).step)
    report = _report("text", built.checked, built.sources, locale, sys.stderr)
    if not built.editions:
        print(f"{report}{_WORDS[locale]['stopped']}", file=sys.stderr)
        return 1
    stamp.keep(Ended(0, report), built.editions)
    sys.stderr.write(report)
    for path in built.editions:
        print(path)
    return 0


def _check(options: argparse.Namespace, locale: str) -> int:
    libraries = tuple(path for path in options.paths if path.suffix == ".bib")
    folders = [path for path in options.paths if path not in libraries]
    if len(folders) > 1 or (folders and libraries):
        options.usage(_WORDS["en"]["one project"])
    asked = auditor.Options(
        root=folders[0] if folders else Path(),
        today=datetime.date.today(),
        libraries=libraries,
        only=_listed(options.select),
        ignore=_listed(options.ignore),
        profile=_profile(options),
        baseline=options.baseline,
        fix=options.fix or options.unsafe_fixes or options.diff,
        unsafe=options.unsafe_fixes,
        diff=options.diff,
        online=options.online,
        jobs=options.jobs,
    )
    _encode(options.format)
    base = "" if libraries else _base(asked.root)
    plain = not (libraries or asked.fix or asked.online or asked.baseline or options.write_baseline)
    manner = (options.format, options.fail_on, locale, base, _has_colour(sys.stdout))
    stamp = Stamp(asked.root, asked, *manner) if plain else None
    ended = stamp.recall() if stamp else None
    if ended is None:
        audited = auditor.audit(asked)
        ended = _ended(options, audited, locale, base)
        if stamp:
            stamp.keep(ended)
    sys.stdout.write(ended.report)
    if options.format == "text" and not ended.report:
        print(_WORDS[locale]["clean"], file=sys.stderr)
    return ended.status


def _ended(options: argparse.Namespace, audited: auditor.Audited, locale: str, base: str) -> Ended:
    """What a check prints and its exit status."""
    if options.write_baseline:
        auditor.accept(audited, options.write_baseline)
        count = len(audited.checked.findings)
        print(_WORDS[locale]["accepted"].format(count=count, path=options.write_baseline), file=sys.stderr)
        return Ended(0, "")
    if audited.mended:
        print(_WORDS[locale]["would mend" if options.diff else "mended"].format(count=audited.mended), file=sys.stderr)
    grades = ("error",) if options.fail_on == "error" else ("error", "warning")
    status = int(any(finding.severity in grades for finding in audited.checked.findings))
    if options.diff:
        return Ended(status, audited.diff)
    more = {"full": bool(options.select), "base": base, "failing": grades}
    return Ended(status, _report(options.format, audited.checked, audited.project.sources, locale, sys.stdout, **more))


def _parity(options: argparse.Namespace, locale: str) -> int:
    if options.paths[:1] == ["confirm"]:
        return _confirm(options, locale)
    if options.paths == ["terms"]:
        sys.stdout.write(agreement.terms(options.project, locale, options.jobs))
        return 0
    paths = tuple(Path(path) for path in options.paths)
    if len(paths) > 2 or (len(paths) == 2 and any(path.is_dir() for path in paths)):
        options.usage(_WORDS["en"]["one pair"])
    loose = len(paths) == 2
    asked = auditor.Options(
        root=paths[0] if len(paths) == 1 else Path(),
        today=datetime.date.today(),
        pair=paths if loose else (),
        only=_listed(options.select) or ("PAR",),
        ignore=_listed(options.ignore) + (agreement.NOT_OF_LOOSE_PAIRS if loose else ()),
        profile=_profile(options),
        jobs=options.jobs,
    )
    _encode(options.format)
    base = "" if loose else _base(asked.root)
    manner = ("parity", options.format, options.fail_on, locale, base, _has_colour(sys.stdout))
    stamp = None if loose else Stamp(asked.root, asked, *manner)
    ended = stamp.recall() if stamp else None
    if ended is None:
        audited = auditor.audit(asked)
        ended = _ended(options, audited, locale, base)
        if options.format == "html":
            ended = Ended(ended.status, agreement.page(audited.checked, audited.project, locale))
        if stamp and options.format == "text":
            table = agreement.table(agreement.standings(audited.project), locale)
            ended = Ended(ended.status, "\n".join(filter(None, (ended.report, table))))
        if stamp:
            stamp.keep(ended)
    sys.stdout.write(ended.report)
    if options.format == "text" and not ended.report:
        print(_WORDS[locale]["clean"], file=sys.stderr)
    return ended.status


def _confirm(options: argparse.Namespace, locale: str) -> int:
    places = options.paths[1:]
    ask = _Asking(locale).ask if not places and sys.stdin.isatty() else None
    if not places and not ask:
        options.usage(_WORDS["en"]["no place"])
    count = agreement.confirm(options.project, places, datetime.date.today(), ask, options.jobs)
    print(_WORDS[locale]["confirmed"].format(count=count), file=sys.stderr)
    return 0


class _Asking:
    """Shows a pair on a terminal and asks whether it is confirmed."""

    def __init__(self, locale: str) -> None:
        self._words = _WORDS[locale]

    def ask(self, shown: agreement.Shown) -> str:
        print(f"\n{shown.place} ({shown.state})")
        for tag, text in shown.texts:
            print(f"  {tag}: {text}")
        while (answer := input(self._words["ask"]).strip().lower()[:1]) not in ("y", "n", "q"):
            print(self._words["answers"])
        return answer


def _explain(options: argparse.Namespace, locale: str) -> int:
    from thesis_build.explaining import catalogue, explain

    sys.stdout.write(explain(options.code, locale) if options.code else catalogue())
    return 0


def _report(form: str, checked: Checked, sources: Mapping[str, str], locale: str, stream: TextIO, **more: Any) -> str:
    """The findings in a format; `more` is what else `Look` takes."""
    from thesis_build.reports import report
    from thesis_build.reports.look import Look

    return report(form, checked, Look(sources, locale, _has_colour(stream), **more))


def _encode(form: str) -> None:
    """Have standard output in UTF-8, or for people as their terminal has it, whatever that lacks."""
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    if form in _FOR_PEOPLE:
        sys.stdout.reconfigure(errors="replace")
    else:
        sys.stdout.reconfigure(encoding="utf-8")


def _has_colour(stream: TextIO) -> bool:
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _base(root: Path) -> str:
    """The project's folder as seen from here; empty for this folder, absolute for one that is not below it."""
    whole, here = root.resolve(), Path.cwd()
    return whole.relative_to(here).as_posix().removeprefix(".") if whole.is_relative_to(here) else whole.as_posix()


def _listed(named: Sequence[str]) -> tuple[str, ...]:
    """What `--select A,B --select C` names."""
    return tuple(name for part in named for name in part.replace(",", " ").split())


def _profile(options: argparse.Namespace) -> Profile | None:
    from thesis_build.model import Profile

    return Profile(options.profile) if options.profile else None


def _stop(error: Exception, locale: str) -> int:
    """Say why we cannot go on; a bug of ours shows its traceback."""
    import traceback

    from thesis_build.errors import SettingsError, ThesisBuildError
    from thesis_build.model import Checked

    words = _WORDS[locale]
    if not isinstance(error, ThesisBuildError):
        traceback.print_exception(error)
        print(words["bug"], file=sys.stderr)
        return 70
    if isinstance(error, SettingsError) and error.findings:
        sys.stderr.write(_report("text", Checked(error.findings), error.sources, locale, sys.stderr))
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
    _describe_project(parser)
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
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PROJECT | FILE.bib",
        help="folder that holds paper/ (default: this one), or bibliography files alone",
    )
    parser.add_argument("--format", default="text", choices=FORMATS, help="form of the report")
    rules = "rules, by code, beginning of a code, name, or ALL (repeatable, or divided by commas)"
    parser.add_argument("--select", action="append", default=[], metavar="CODE", help=f"only these {rules}")
    parser.add_argument("--ignore", action="append", default=[], metavar="CODE", help=f"not these {rules}")
    parser.add_argument(
        "--fail-on", default="error", choices=("error", "warning"), help="least grade that gives exit status 1"
    )
    parser.add_argument("--fix", action="store_true", help="make the edits that are safe")
    parser.add_argument("--unsafe-fixes", action="store_true", help="make all edits; look at the diff afterwards")
    parser.add_argument("--diff", action="store_true", help="show the edits, make none")
    parser.add_argument("--baseline", type=Path, metavar="FILE", help="findings in this file are known")
    parser.add_argument("--write-baseline", type=Path, metavar="FILE", help="accept what is found now")
    parser.add_argument(
        "--online", action="store_true", help="ask Crossref, doi.org and web servers about the library, too"
    )
    parser.set_defaults(run=_check, usage=parser.error)


def _describe_parity(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PROJECT | ID.md EN.md | confirm [PLACE…] | terms",
        help="folder that holds paper/ (default: this one); two texts (Markdown, .docx, .tex, .html); "
        "confirm: these pairs say the same; terms: pairs of terms that the text uses",
    )
    parser.add_argument("--format", default="text", choices=FORMATS, help="form of the report")
    parser.add_argument("--select", action="append", default=[], metavar="CODE", help="only these rules (default: PAR)")
    parser.add_argument("--ignore", action="append", default=[], metavar="CODE", help="not these rules")
    parser.add_argument(
        "--fail-on", default="error", choices=("error", "warning"), help="least grade that gives exit status 1"
    )
    parser.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the project, for confirm and terms"
    )
    parser.set_defaults(run=_parity, usage=parser.error, write_baseline=None, diff=False)


def _describe_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "code", nargs="?", default="", metavar="CODE", help="code or name of a rule (default: list all)"
    )
    parser.set_defaults(run=_explain)


def _describe_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "project",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="PROJECT",
        help="folder that holds paper/ (default: this one)",
    )


_COMMANDS = {
    "build": ("check the thesis and write its editions", _describe_build),
    "check": ("say what is wrong with the thesis, or with bibliography files", _describe_check),
    "parity": ("say where the two languages do not say the same, and confirm what does", _describe_parity),
    "explain": ("say what a rule is about, and why", _describe_explain),
}


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", type=_jobs, default=os.cpu_count() or 1, metavar="N", help="processes at a time")
    parser.add_argument(
        "--profile",
        choices=("draft", "defence", "release"),
        help="for what occasion to check (default: as the settings say, else defence)",
    )
    parser.add_argument(
        "--locale", choices=("en", "id"), help="language of the messages (default: from the environment)"
    )


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a whole number from 1")
    return int(text)
