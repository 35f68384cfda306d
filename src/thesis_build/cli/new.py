"""The command `new`: what the options do not say is asked where there is somebody to answer."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from thesis_build.cli.options import listed
from thesis_build.cli.words import NEW
from thesis_build.commands import new as beginning


def new(options: argparse.Namespace, locale: str) -> int:
    """Write a new thesis; the result is the exit status."""
    asks = sys.stdin.isatty() and not options.yes
    words = NEW[locale]
    known = beginning.beginnings()
    languages = listed(options.language) or (listed([_asked(words["languages"], locale)]) if asks else ()) or (locale,)
    abstracts = listed(options.abstract) or _usual_abstracts(languages, known)
    asked = beginning.NewOptions(
        folder=options.folder,
        today=datetime.date.today(),
        locale=locale,
        languages=tuple(dict.fromkeys(languages)),
        abstracts=tuple(dict.fromkeys((*languages, *abstracts))),
        titles=_titles(options.title, tuple(dict.fromkeys((*languages, *abstracts))), words if asks else {}),
        author=options.author or (_asked(words["author"]) if asks else ""),
        institution=options.institution or (_asked(words["institution"]) if asks else ""),
        bibliography=options.bibliography or _path(_asked(words["bibliography"]) if asks else ""),
    )
    made = beginning.new(asked)
    print(asked.folder)
    print(words["next"].format(folder=asked.folder, page=made[-1].name), file=sys.stderr)
    return 0


def _usual_abstracts(languages: tuple[str, ...], known: Mapping[str, Any]) -> tuple[str, ...]:
    """The languages of the abstract where nothing is said: those that go with a thesis in these languages."""
    return tuple(each for tag in languages for each in known.get(tag, {"abstracts": ()})["abstracts"])


def _titles(given: list[str], languages: tuple[str, ...], words: Mapping[str, str]) -> dict[str, str]:
    """The titles by language: the options in the order of the languages, then what is answered."""
    titles = dict(zip(languages, given, strict=False))
    for tag in languages if words else ():
        if tag not in titles:
            titles[tag] = _asked(words["title"].format(tag=tag))
    return titles


def _asked(question: str, default: str = "") -> str:
    """What the user answers, or the default."""
    shown = f"{question} [{default}] " if default else f"{question} "
    return input(shown).strip() or default


def _path(answer: str) -> Path | None:
    return Path(answer).expanduser() if answer else None
