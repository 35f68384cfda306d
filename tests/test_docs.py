"""What the README says is run; what it shows is what the program prints."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from thesis_build.cli import commands
from thesis_build.linter.rule_pages import catalogue

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (thesis-build .*)$", README, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_readme_run(command: str, thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(thesis)
    shutil.copytree(thesis, thesis / "THESIS")
    ran = run(*shlex.split(command.split("#")[0])[1:])
    assert ran.status == 0, ran.said


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) >= 5


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_readme_and_has_help(command: str, run: Run) -> None:
    assert f"thesis-build {command}" in README
    ran = run(command, "--help")
    assert ran.status == 0
    assert "usage: thesis-build" in ran.out


def test_the_table_of_rules_is_current() -> None:
    shown = README.split("<!-- rules -->\n")[1].split("\n<!-- end of rules -->")[0]
    assert shown == catalogue().strip()


def test_every_make_target_is_in_the_readme_and_run_by_ci() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)
    for target in targets:
        assert target in ("build",) or f"make {target}" in README, target
        assert target in ("build", "setup") or f"make {target}" in ci, target


def test_every_module_is_in_the_architecture_section() -> None:
    section = README.split("## How it is built inside")[1]
    folders = {path.parent.name for path in (ROOT / "src/thesis_build").glob("*/__init__.py")}
    modules = {path.stem for path in (ROOT / "src/thesis_build").glob("*.py")} - {"__init__", "__main__"}
    for name in folders | modules:
        assert f"`{name}`" in section, name


def test_no_file_names_a_host_of_packages_or_a_path_of_a_machine() -> None:
    wanted = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|/(?:work|root|home)/\w")
    for name in (
        "requirements.lock",
        "tests/conformance/requirements.lock",
        "tests/browser/package-lock.json",
        "README.md",
    ):
        assert not wanted.search((ROOT / name).read_text(encoding="utf-8")), name


if __name__ == "__main__":  # python -m tests.test_docs: put the current table into the README
    before, rest = README.split("<!-- rules -->\n")
    after = rest.split("<!-- end of rules -->")[1]
    text = f"{before}<!-- rules -->\n{catalogue().strip()}\n<!-- end of rules -->{after}"
    (ROOT / "README.md").write_text(text, encoding="utf-8")
