"""A page for every code that a report can show, in both languages, with nothing of a template left in it."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from tests.conftest import ROOT, Run
from thesis_build.linter.registry import rules
from thesis_build.linter.rule_pages import PLACEHOLDERS, catalogue
from thesis_build.rules.rule import Rule

RULES = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
CODE = re.compile(r"[\"'\[( ]([A-Z]{3}\d{3})\b")
SOURCES = [path.read_text(encoding="utf-8") for path in (ROOT / "src/thesis_build").rglob("*.py")]


def arguments(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@RULES
def test_the_page_of_a_rule_leaves_no_template_open(rule: Rule, run: Run) -> None:
    for locale, word in (("en", "hint"), ("id", "saran")):
        ran = run("explain", rule.code, "--locale", locale)
        assert ran.status == 0
        assert ran.out.startswith(f"{rule.code} {rule.name}: {rule.severity}")
        hint = ran.out.rpartition(f"\n{word}: ")[2]
        assert "{{" not in hint
        for name in arguments(rule.hint[locale]):
            assert f"{{{name}}}" not in hint
            assert PLACEHOLDERS[name][locale] in hint


@RULES
def test_the_languages_of_a_template_name_the_same_arguments(rule: Rule) -> None:
    for texts in (rule.message, rule.hint):
        assert arguments(texts["en"]) == arguments(texts["id"])


def test_mistakes_in_the_settings_have_a_page(run: Run) -> None:
    english = run("explain", "CFG001", "--locale", "en").out
    indonesian = run("explain", "settings", "--locale", "id").out
    assert english.startswith("CFG001 settings: error\n\nThe settings in `paper/thesis.yaml` are wrong")
    assert "\nhint: correct the setting" in english
    assert "\nsaran: perbaiki setelan" in indonesian
    assert run("explain").out == catalogue()


def test_every_code_that_the_program_names_has_a_page() -> None:
    explained = {line.split()[1] for line in catalogue().splitlines()[2:]}
    named = {code for source in SOURCES for code in CODE.findall(source)}
    assert {rule.code for rule in rules()} < explained
    assert named - explained == {"BIB999"}  # an example of a rule that does not exist
    assert "CFG001" in named


def test_the_catalogue_is_in_the_order_of_the_codes() -> None:
    codes = [line.split()[1] for line in catalogue().splitlines()[2:]]
    assert codes == sorted(set(codes))
