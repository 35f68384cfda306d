"""What is said where no rule has the name that was asked for, and where two rules have one."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.conftest import ROOT
from thesis_build.linter import registry
from thesis_build.linter.registry import rules, unknown_rule
from thesis_build.model import Finding, Project
from thesis_build.rules.rule import Rule


@pytest.mark.parametrize(
    ("named", "near"),
    [
        ("CIT0001", "CIT001"),
        ("cit001", "CIT001"),
        ("undefined-citations", "undefined-citation"),
        ("UNDEFINED-CITATION", "undefined-citation"),
        ("PARx01", "PAR001"),
    ],
)
def test_the_nearest_rule_is_named(named: str, near: str) -> None:
    error = unknown_rule(named)
    assert error.message == {"en": f"there is no rule “{named}”", "id": f"tidak ada aturan “{named}”"}
    assert error.hint == {
        "en": f"did you mean {near}? All rules: thesis-build explain",
        "id": f"maksud Anda {near}? Semua aturan: thesis-build explain",
    }


@pytest.mark.parametrize("named", ["qqqqqqqq", "key"])
def test_a_name_that_is_like_no_other_gets_no_suggestion(named: str) -> None:
    assert unknown_rule(named).hint == {
        "en": "All rules: thesis-build explain",
        "id": "Semua aturan: thesis-build explain",
    }


class First(Rule):
    """A rule."""

    code, name, message, hint = "ZZZ002", "first", {"en": "", "id": ""}, {"en": "", "id": ""}

    def check(self, project: Project) -> Iterator[Finding]:
        del project
        return iter(())


class Second(First):
    """Another rule."""

    code, name = "ZZZ001", "second"


def collected(monkeypatch: pytest.MonkeyPatch, *found: type[Rule]) -> tuple[str, ...]:
    """The codes of the rules of two modules that hold these classes, and what a module holds besides."""
    modules = {"one": ModuleType("one"), "two": ModuleType("two")}
    for number, rule in enumerate(found):
        name = ("one", "two")[number % 2]
        copy = type(rule.__name__, (rule,), {"__module__": name, "code": rule.code, "name": rule.name})
        setattr(modules[name], f"Rule{number}", copy)
        setattr(modules[name], f"Imported{number}", rule)  # of another module: it is collected there
    shared = type("Shared", (Rule,), {"__module__": "one", "__doc__": "What rules share."})
    vars(modules["one"]).update(Shared=shared, LIMIT=3)
    monkeypatch.setattr(registry, "_modules", lambda _: iter(modules))
    monkeypatch.setattr(registry.importlib, "import_module", modules.__getitem__)
    return tuple(rule.code for rule in registry.rules.__wrapped__())


def test_rules_come_in_the_order_of_their_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert collected(monkeypatch, First, Second) == ("ZZZ001", "ZZZ002")


def test_two_rules_of_one_code_or_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    same_code = type("SameCode", (Second,), {"code": "ZZZ002"})
    with pytest.raises(ValueError, match=r"^two rules are called ZZZ002 or second$"):
        collected(monkeypatch, First, same_code)
    same_name = type("SameName", (Second,), {"name": "first"})
    with pytest.raises(ValueError, match=r"^two rules are called ZZZ001 or first$"):
        collected(monkeypatch, First, same_name)


def test_the_modules_of_rules_are_those_in_the_folders_of_the_families() -> None:
    files = sorted(
        ".".join(("thesis_build", "rules", path.parent.name, path.stem))
        for path in (ROOT / "src/thesis_build/rules").glob("*/*.py")
        if path.stem != "__init__"
    )
    assert sorted(registry._modules(())) == files
    assert sorted(registry._modules(("par", "lnt"))) == [name for name in files if name.split(".")[2] in ("par", "lnt")]


def test_every_rule_is_found_once() -> None:
    assert len({rule.code for rule in rules()}) == len({rule.name for rule in rules()}) == len(rules()) > 150
