"""Finding the rules: every class in a module under `rules/` that is a `Rule` with a code."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from thesis_build import rules as package
from thesis_build.rule import Rule


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


def nearest_rule(named: str) -> str:
    """The code or the name of a rule that is most like `named`."""
    from rapidfuzz import fuzz, process

    known = [name for rule in rules() for name in (rule.code, rule.name)]
    found = process.extractOne(named, known, scorer=fuzz.ratio, processor=str.lower)
    return str(found[0]) if found else known[0]
