"""Finding the rules: every class in a module under `rules/` that is a `Rule` with a code."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from thesis_build import rules as package
from thesis_build.errors import ThesisBuildError
from thesis_build.rule import Rule

_NEAR = 60
"""Least similarity (0–100, rapidfuzz ratio) of a name that is suggested."""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their codes; raises `ValueError` where two share a code or a name."""
    found: dict[str, Rule] = {}
    names: set[str] = set()
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        for thing in vars(importlib.import_module(module.name)).values():
            if not (isinstance(thing, type) and issubclass(thing, Rule) and thing.__module__ == module.name):
                continue
            if not hasattr(thing, "code"):  # what several rules share
                continue
            rule = thing()
            if rule.code in found or rule.name in names:
                raise ValueError(f"two rules are called {rule.code} or {rule.name}")
            found[rule.code] = rule
            names.add(rule.name)
    return tuple(found[code] for code in sorted(found))


def unknown_rule(named: str) -> ThesisBuildError:
    """That no rule is called so, with the one that may be meant."""
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
