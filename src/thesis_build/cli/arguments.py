"""The arguments of every command."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from thesis_build import __version__
from thesis_build.cli.build import build
from thesis_build.cli.check import check, explain
from thesis_build.cli.help_texts import COMMANDS
from thesis_build.cli.locales import LOCALES
from thesis_build.cli.localized_parser import LocalizedParser
from thesis_build.cli.new import new
from thesis_build.cli.parity import confirm, parity, terms
from thesis_build.reports import FORMATS
from thesis_build.writers.editions import EDITIONS

_PROGRAM = "thesis-build"


def commands() -> tuple[str, ...]:
    """The names of the commands; that of a sub-command has two words."""
    return tuple(_COMMANDS)


def parse(arguments: Sequence[str], locale: str) -> argparse.Namespace:
    """The options of a command line; their `run` is the function that carries the command out.

    The command is the longest name that the line begins with. So `parity terms` is always the sub-command, and
    `parity ./terms` the project in that folder.
    """
    name = " ".join(arguments[:2])
    if len(arguments) >= 2 and name in _COMMANDS:
        arguments = (name, *arguments[2:])
    return parser(locale).parse_args(arguments)


def parser(locale: str) -> LocalizedParser:
    """The parser of the command line, whose help and errors are in this language."""
    usage, description, examples = COMMANDS[locale][""]
    parser = LocalizedParser(
        locale=locale,
        prog=_PROGRAM,
        usage=f"%(prog)s {usage}",
        description=description,
    )
    parser.epilog = _examples(parser, examples)
    texts = parser.texts
    parser.options.add_argument(
        "--version", action="version", version=f"{_PROGRAM} {__version__}", help=texts["version"]
    )
    subparsers = parser.add_subparsers(
        title=texts["commands"], metavar=texts["COMMAND"], required=True, prog=_PROGRAM, parser_class=LocalizedParser
    )
    for name, describe in _COMMANDS.items():
        usage, summary, examples = COMMANDS[locale][name]
        sentence = f"{summary[:1].upper()}{summary[1:]}."
        usage = f"%(prog)s {usage}"
        command = subparsers.add_parser(name, locale=locale, usage=usage, help=summary, description=sentence)
        command.epilog = _subcommands(name, locale, command) + _examples(command, examples)
        describe(command)
        _describe_run(command)
    return parser


def _examples(parser: LocalizedParser, examples: Sequence[tuple[str, str]]) -> str:
    """Examples of a command, each below what it shows."""
    return f"{parser.texts['examples']}:\n" + "\n".join(f"  # {shows}\n  {line}" for shows, line in examples)


def _subcommands(name: str, locale: str, parser: LocalizedParser) -> str:
    """The sub-commands of a command, if it has any."""
    rows = [
        f"  {other.removeprefix(f'{name} '):<20}  {summary}\n"
        for other, (_, summary, _) in COMMANDS[locale].items()
        if other.startswith(f"{name} ")
    ]
    return f"{parser.texts['subcommands']}:\n{''.join(rows)}\n" if rows else ""


def _describe_new(parser: LocalizedParser) -> None:
    texts, option = parser.texts, parser.options.add_argument
    parser.arguments.add_argument("folder", type=Path, metavar=texts["NEW"], help=texts["new"])
    option("--language", action="append", default=[], metavar=texts["TAG"], help=texts["new language"])
    option("--abstract", action="append", default=[], metavar=texts["TAG"], help=texts["abstract"])
    option("--title", action="append", default=[], metavar=texts["TEXT"], help=texts["title"])
    option("--author", default="", metavar=texts["TEXT"], help=texts["author"])
    option("--institution", default="", metavar=texts["TEXT"], help=texts["institution"])
    option("--bibliography", type=Path, metavar=texts["FILE"], help=texts["bibliography"])
    option("--yes", action="store_true", help=texts["yes"])
    parser.set_defaults(run=new)


def _describe_build(parser: LocalizedParser) -> None:
    texts, option = parser.texts, parser.options.add_argument
    parser.arguments.add_argument(
        "project", nargs="?", type=Path, default=Path(), metavar=texts["PROJECT"], help=texts["project"]
    )
    option("--language", action="append", default=[], metavar=texts["TAG"], help=texts["language"])
    option("--format", action="append", default=[], choices=tuple(EDITIONS), help=texts["edition"])
    option("--output", type=Path, metavar=texts["DIR"], help=texts["output"])
    option("--draft", action="store_true", help=texts["draft"])
    option("--no-scripts", action="store_true", help=texts["no-scripts"])
    _describe_profile(parser)
    parser.set_defaults(run=build)


def _describe_check(parser: LocalizedParser) -> None:
    texts, option = parser.texts, parser.options.add_argument
    parser.arguments.add_argument("paths", nargs="*", type=Path, metavar=texts["PATHS"], help=texts["paths"])
    option("--format", default="text", choices=FORMATS, help=texts["format"])
    option("--select", action="append", default=[], metavar=texts["CODE"], help=texts["select"])
    option("--ignore", action="append", default=[], metavar=texts["CODE"], help=texts["ignore"])
    option("--fail-on", default="error", choices=("error", "warning"), help=texts["fail-on"])
    option("--fix", action="store_true", help=texts["fix"])
    option("--unsafe-fixes", action="store_true", help=texts["unsafe-fixes"])
    option("--diff", action="store_true", help=texts["diff"])
    option("--baseline", type=Path, metavar=texts["FILE"], help=texts["baseline"])
    option("--write-baseline", type=Path, metavar=texts["FILE"], help=texts["write-baseline"])
    option("--online", action="store_true", help=texts["online"])
    _describe_profile(parser)
    parser.set_defaults(run=check, usage=parser.error)


def _describe_parity(parser: LocalizedParser) -> None:
    texts, option = parser.texts, parser.options.add_argument
    parser.arguments.add_argument("paths", nargs="*", type=Path, metavar=texts["TEXTS"], help=texts["texts"])
    option("--format", default="text", choices=FORMATS, help=texts["format"])
    option("--select", action="append", default=[], metavar=texts["CODE"], help=texts["select parity"])
    option("--ignore", action="append", default=[], metavar=texts["CODE"], help=texts["ignore"])
    option("--fail-on", default="error", choices=("error", "warning"), help=texts["fail-on"])
    _describe_profile(parser)
    parser.set_defaults(run=parity, usage=parser.error, write_baseline=None, diff=False)


def _describe_confirm(parser: LocalizedParser) -> None:
    texts = parser.texts
    parser.arguments.add_argument("positions", nargs="*", metavar=texts["POSITION"], help=texts["position"])
    _describe_its_project(parser)
    parser.set_defaults(run=confirm, usage=parser.error)


def _describe_terms(parser: LocalizedParser) -> None:
    _describe_its_project(parser)
    parser.set_defaults(run=terms)


def _describe_explain(parser: LocalizedParser) -> None:
    texts = parser.texts
    parser.arguments.add_argument("code", nargs="?", default="", metavar=texts["CODE"], help=texts["code"])
    _describe_profile(parser)
    parser.set_defaults(run=explain)


def _describe_its_project(parser: LocalizedParser) -> None:
    texts = parser.texts
    parser.options.add_argument("--project", type=Path, default=Path(), metavar=texts["DIR"], help=texts["project"])


_COMMANDS: dict[str, Callable[[LocalizedParser], None]] = {
    "new": _describe_new,
    "build": _describe_build,
    "check": _describe_check,
    "parity": _describe_parity,
    "parity confirm": _describe_confirm,
    "parity terms": _describe_terms,
    "explain": _describe_explain,
}


def _describe_profile(parser: LocalizedParser) -> None:
    profiles = ("draft", "defence", "release")
    parser.options.add_argument("--profile", choices=profiles, help=parser.texts["profile"])


def _describe_run(parser: LocalizedParser) -> None:
    texts, option = parser.texts, parser.options.add_argument

    def jobs(text: str) -> int:
        if not text.isdecimal() or int(text) < 1:
            raise argparse.ArgumentTypeError(texts["bad jobs"])
        return int(text)

    option("--jobs", type=jobs, default=os.cpu_count() or 1, metavar="N", help=texts["jobs"])
    option("--locale", choices=LOCALES, help=texts["locale"])
