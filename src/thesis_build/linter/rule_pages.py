"""What the rules say of themselves: a rule's page, and the catalogue of them all."""

from __future__ import annotations

import inspect

from thesis_build.linter.registry import rules, unknown_rule
from thesis_build.rules.rule import Rule

_HEAD = "| code | name | grade | what |\n|---|---|---|---|\n"


def explain(named: str, locale: str) -> str:
    """The page of the rule with this code or name; raises `ThesisBuildError` where there is none."""
    for rule in rules():
        if named.upper() == rule.code or named == rule.name:
            return _page(rule, locale)
    raise unknown_rule(named)


def catalogue() -> str:
    """A Markdown table of all rules."""
    return _HEAD + "".join(f"| {rule.code} | {rule.name} | {_grade(rule)} | {_summary(rule)} |\n" for rule in rules())


def text_of(rule: Rule) -> str:
    """What a rule checks and why, with examples."""
    return inspect.cleandoc(type(rule).__doc__ or "")


def _summary(rule: Rule) -> str:
    return text_of(rule).splitlines()[0]


def _grade(rule: Rule) -> str:
    return str(rule.severity) + ("" if rule.default else ", off") + (", online" if rule.online else "")


def _page(rule: Rule, locale: str) -> str:
    occasions = "".join(f", {grade} ({profile})" for profile, grade in rule.profiles.items())
    hint = rule.hint[locale].replace("{{", "{").replace("}}", "}")
    word = {"en": "hint", "id": "saran"}[locale]
    return f"{rule.code} {rule.name}: {_grade(rule)}{occasions}\n\n{text_of(rule)}\n\n{word}: {hint}\n"
