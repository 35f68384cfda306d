"""Which rules are loaded for a selection, and which of a family run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.linter.registry import families, rules, rules_for


def test_a_family_loads_its_rules_and_those_that_always_run() -> None:
    assert {rule.code[:3] for rule in rules_for(("PAR101", "PAR2"))} == {"PAR", "LNT"}


@pytest.mark.parametrize("named", [(), ("ALL",), ("PAR", "duplicate-key"), ("LNT",), ("ZZZ001",)])
def test_other_selections_load_every_rule(named: tuple[str, ...]) -> None:
    assert rules_for(named) == rules()


def test_every_rule_belongs_to_the_family_of_its_folder() -> None:
    for rule in rules():
        assert type(rule).__module__.split(".")[2].upper() == rule.code[:3]
    assert families() == {rule.code[:3] for rule in rules()}


def test_a_family_leaves_out_what_is_off_and_a_code_does_not(run: Run, thesis: Path) -> None:
    path = thesis / "paper"
    (path / "id/02-b.md").write_text("# Dua\n\nMenurut @budi2020, mahal.\n", encoding="utf-8")
    (path / "en/02-b.md").write_text("# Two\n\nIt is expensive [@budi2020].\n", encoding="utf-8")
    assert "PAR103" not in run("check", path.parent, "--select", "PAR", "--format", "concise").out
    assert "PAR103" in run("check", path.parent, "--select", "PAR103", "--format", "concise").out
