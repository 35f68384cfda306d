"""Every format is a module, the command line offers them all, and a real check comes out in each."""

from __future__ import annotations

import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as XML

import pytest

from tests.conftest import Run
from thesis_build import reports
from thesis_build.reports import FORMATS


def test_the_formats_are_the_modules_that_report() -> None:
    modules = [module.name for module in pkgutil.iter_modules(reports.__path__)]
    reporting = [name for name in modules if "\ndef report(" in source(name)]
    assert sorted(FORMATS) == sorted(reporting)


def source(name: str) -> str:
    return (Path(reports.__path__[0]) / f"{name}.py").read_text(encoding="utf-8")


def test_the_command_line_offers_the_formats(run: Run) -> None:
    assert "{" + ",".join(FORMATS) + "}" in "".join(run("check", "--help").out.split())


@pytest.mark.parametrize("name", ["json", "sarif", "junit"])
def test_the_stable_formats_say_so(name: str) -> None:
    assert "form is stable" in " ".join(source(name).split())


@pytest.fixture
def spoilt(thesis: Path) -> Path:
    chapter = next((thesis / "paper" / "en").glob("*.md"))
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nSee [@nobody1999].\n", encoding="utf-8")
    return thesis


@pytest.mark.parametrize("name", FORMATS)
def test_a_check_comes_out_in_every_format(name: str, spoilt: Path, run: Run) -> None:
    ran = run("check", spoilt, "--select", "CIT001", "--format", name, "--locale", "en")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.count("nobody1999") >= 1
    if name in ("json", "sarif", "gitlab"):
        json.loads(ran.out)
    if name == "junit":
        XML.fromstring(ran.out)


def test_servers_get_paths_from_the_folder_in_which_the_command_runs(
    spoilt: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(project: Path) -> str:
        (issue,) = json.loads(run("check", project, "--select", "CIT001", "--format", "gitlab").out)
        return str(issue["location"]["path"]).rpartition("paper/")[0]

    # the second run of each finds the first one's stamp: a place of one folder must not come out of another
    for _ in range(2):
        monkeypatch.chdir(spoilt)
        assert found(Path()) == found(spoilt) == ""
        monkeypatch.chdir(spoilt.parent)
        assert found(Path(spoilt.name)) == found(spoilt) == f"{spoilt.name}/"


def test_colours_are_not_remembered_for_a_file(spoilt: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for terminal in (True, False, True):
        for module in ("check", "output"):
            monkeypatch.setattr(f"thesis_build.cli.{module}.has_colour", lambda _, shown=terminal: shown)
        assert ("\x1b[" in run("check", spoilt).out) is terminal


def test_a_severity_that_is_to_fail_is_a_failure_for_test_servers(thesis: Path, run: Run) -> None:
    library = thesis / "references" / "library.bib"
    library.write_text(library.read_text(encoding="utf-8") + "\nyear = {2020}\n", encoding="utf-8")
    asked = ("check", thesis, "--select", "BIB006", "--format", "junit")
    assert "<skipped" in run(*asked).out
    assert "<failure" in run(*asked, "--fail-on", "warning").out


@pytest.mark.parametrize("name", ["text", "json", "html"])
def test_a_terminal_of_another_encoding_is_no_obstacle(name: str, spoilt: Path) -> None:
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    command = [sys.executable, "-m", "thesis_build", "check", str(spoilt), "--format", name, "--locale", "en"]
    done = subprocess.run(command, env=environment, capture_output=True)
    assert (done.returncode, done.stderr) == (1, b"")
    assert ("?nobody1999?" if name == "text" else "“nobody1999”") in done.stdout.decode()


def test_a_library_alone_keeps_its_path(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title = {A}, title = {B}}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ran = run("check", "a.bib", "--select", "BIB004", "--format", "github")
    assert ran.out.startswith("::error file=a.bib,line=1,")


def test_selecting_rules_shows_all_they_find(tmp_path: Path, run: Run) -> None:
    library = tmp_path / "a.bib"
    library.write_text("".join(f"@book{{a{n}, title = {{A}}, title = {{B}}}}\n" for n in range(30)), encoding="utf-8")
    assert run("check", library).out.count(" BIB004 duplicate-field: ") == 10
    assert run("check", library, "--select", "BIB004").out.count(" BIB004 duplicate-field: ") == 30
