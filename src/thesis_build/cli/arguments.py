"""The arguments of every command."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from thesis_build.cli.build import build
from thesis_build.cli.check import check, explain
from thesis_build.cli.parity import parity
from thesis_build.reports import FORMATS
from thesis_build.writers.editions import EDITIONS


def commands() -> tuple[str, ...]:
    """The names of the commands."""
    return tuple(_COMMANDS)


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; `run` of what it gives is the function that carries the command out."""
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
        "--format", action="append", default=[], choices=tuple(EDITIONS), help="only this format (repeatable)"
    )
    parser.add_argument("--output", type=Path, metavar="DIR", help="where the editions go (default: PROJECT/build)")
    parser.add_argument("--draft", action="store_true", help="write the editions in spite of errors")
    parser.set_defaults(run=build)


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
    parser.set_defaults(run=check, usage=parser.error)


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
    parser.set_defaults(run=parity, usage=parser.error, write_baseline=None, diff=False)


def _describe_explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "code", nargs="?", default="", metavar="CODE", help="code or name of a rule (default: list all)"
    )
    parser.set_defaults(run=explain)


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
