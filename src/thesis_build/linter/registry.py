"""Finding the rules: every class in a module under `rules/` that is a `Rule` with a code."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from thesis_build import rules as package
from thesis_build.errors import ThesisBuildError
from thesis_build.rules.rule import Rule

_NEAR = 60
"""Least similarity (0–100, rapidfuzz ratio) of a name that is suggested."""

_FAMILY = re.compile(r"[A-Z]{3}")
_ALWAYS = "LNT"
"""The family of rules about the checker itself, some of which run whatever is selected."""


def rules_for(named: Sequence[str]) -> tuple[Rule, ...]:
    """The rules of the families to which all of these codes belong: others need not be loaded; else all rules."""
    codes = [_FAMILY.match(name) for name in named]
    wanted = {code[0] for code in codes if code}
    if not (named and all(codes) and wanted <= families()) or _ALWAYS in wanted:  # those look at all the others
        return rules()
    return rules(*sorted(code.lower() for code in wanted | {_ALWAYS}))


@cache
def families() -> frozenset[str]:
    """The letters with which codes begin: the rules of each stand in the folder of that name."""
    folders = (path for place in package.__path__ for path in Path(place).iterdir() if path.is_dir())
    return frozenset(path.name.upper() for path in folders if _FAMILY.fullmatch(path.name.upper()))


@cache
def rules(*only: str) -> tuple[Rule, ...]:
    """All rules, or those of some families, in the order of their codes.

    Raises `ValueError` where two share a code or a name.
    """
    found: dict[str, Rule] = {}
    names: set[str] = set()
    for name in _modules(only):
        for thing in vars(importlib.import_module(name)).values():
            if not (isinstance(thing, type) and issubclass(thing, Rule) and thing.__module__ == name):
                continue
            if not hasattr(thing, "code"):  # what several rules share
                continue
            rule = thing()
            if rule.code in found or rule.name in names:
                raise ValueError(f"two rules are called {rule.code} or {rule.name}")
            found[rule.code] = rule
            names.add(rule.name)
    return tuple(found[code] for code in sorted(found))


def _modules(only: Sequence[str]) -> Iterator[str]:
    """The names of the modules that may hold rules: those in the folders of the families."""
    for path in package.__path__:
        for family in pkgutil.iter_modules([path], package.__name__ + "."):
            if family.ispkg and (not only or family.name.rpartition(".")[2] in only):
                folder = Path(path) / family.name.rpartition(".")[2]
                yield from (module.name for module in pkgutil.iter_modules([str(folder)], family.name + "."))


def unknown_rule(named: str) -> ThesisBuildError:
    """The error that no rule has this name, with the nearest name."""
    from rapidfuzz import fuzz, process

    known = [name for rule in rules() for name in (rule.code, rule.name)]
    found = process.extractOne(named, known, scorer=fuzz.ratio, processor=str.lower, score_cutoff=_NEAR)
    near = {"en": f"did you mean {found[0]}? ", "id": f"maksud Anda {found[0]}? "} if found else {"en": "", "id": ""}
    return ThesisBuildError(
        {"en": f"there is no rule “{named}”", "id": f"tidak ada aturan “{named}”"},
        {
            "en": f"{near['en']}All rules: thesis-build explain",
            "id": f"{near['id']}Semua aturan: thesis-build explain",
        },
    )
