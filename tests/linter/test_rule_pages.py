"""A page for every code that a report can show, in both languages, with nothing of a template left in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import ClassVar

import pytest

from tests.conftest import ROOT, Run
from thesis_build.errors import ThesisBuildError
from thesis_build.linter.registry import rules
from thesis_build.linter.rule_pages import PLACEHOLDERS, catalogue, explain, text_of
from thesis_build.model import Finding, Profile, Project, Severity
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


class Rare(Rule):
    """Something rare.

    Flagged: {this} and `that`.
    """

    code, name, severity, default, online = "ZZZ001", "rare", Severity.WARNING, False, True
    profiles: ClassVar[Mapping[Profile, Severity]] = {Profile.DRAFT: Severity.INFO, Profile.RELEASE: Severity.ERROR}
    message, hint = (
        {"en": "{what}", "id": "{what}"},
        {"en": "write {{{key}}} or {odd_one}", "id": "tulis {{{key}}} atau {odd_one}"},
    )

    def check(self, project: Project) -> Iterator[Finding]:
        del project
        return iter(())


class Plain(Rare):
    code, name, severity, default, online = "ZZZ002", "plain", Severity.ERROR, True, False
    profiles: ClassVar[Mapping[Profile, Severity]] = {}


def test_a_rule_that_declares_no_more_has_nothing_after_its_severity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thesis_build.linter.rule_pages.rules", lambda: (Plain(),))
    monkeypatch.setattr(Plain, "__doc__", "Plain.")
    assert explain("plain", "en").startswith("ZZZ002 plain: error\n\nPlain.\n\nhint: ")
    assert catalogue().splitlines()[-1] == "| ZZZ002 | plain | error | Plain. |"
    monkeypatch.setattr(Plain, "__doc__", None)
    assert text_of(Plain()) == ""


@pytest.mark.parametrize("named", ["ZZZ001", "zzz001", "rare"])
def test_a_page_says_everything_that_a_rule_declares(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thesis_build.linter.rule_pages.rules", lambda: (Rare(),))
    text = "Something rare.\n\nFlagged: {this} and `that`."
    head = "ZZZ001 rare: warning, off, online, info (draft), error (release)"
    assert explain(named, "en") == f"{head}\n\n{text}\n\nhint: write {{KEY}} or ODD_ONE\n"
    assert explain(named, "id") == f"{head}\n\n{text}\n\nsaran: tulis {{KUNCI}} atau ODD_ONE\n"
    assert catalogue().splitlines()[0::3] == [
        "| code | name | severity | what |",
        "| ZZZ001 | rare | warning, off, online | Something rare. |",
    ]


def test_a_page_that_does_not_exist_is_an_error_with_the_nearest() -> None:
    for named in ("RARE", "cit01", "Settings"):
        with pytest.raises(ThesisBuildError, match=f"there is no rule “{named}”"):
            explain(named, "en")


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
