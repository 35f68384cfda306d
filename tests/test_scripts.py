"""Figure scripts: what `build` runs, that nothing else of the project is run, and a build without them."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.cli import output

SCRIPT = "paper/figures/visits.py"


def marked(example: Path, *paths: str) -> Path:
    """Files that write a mark when they are run; the result is where."""
    mark = example.parent / "mark"
    for path in paths:
        file = example / path
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        beginning = f"open({str(mark)!r}, 'a').write('ran')\n"
        file.write_text(text.replace("\n\n", f"\n\n{beginning}", 1) if text else beginning, encoding="utf-8")
    return mark


@pytest.mark.parametrize("folder", ["", "paper/", "paper/figures/"])
def test_no_module_of_the_project_is_imported(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    mark = marked(example, *(f"{folder}{name}.py" for name in ("matplotlib", "json", "numpy", "sitecustomize")))
    monkeypatch.chdir(example / folder)
    monkeypatch.setenv("PYTHONPATH", str(example / folder))
    ran = run("build", example, "--format", "html")
    assert ran.status == 0, ran.said
    assert not mark.exists()


def test_the_scripts_that_are_run_are_named_on_a_terminal(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output.sys.stderr, "isatty", lambda: True)
    assert "drawing figures: figures/visits.py …\n" in run("build", example, "--format", "html").err


def test_without_scripts_none_is_run_and_placeholders_are_printed(example: Path, run: Run) -> None:
    mark = marked(example, SCRIPT)
    ran = run("build", example, "--no-scripts")
    assert ran.status == 0, ran.said
    assert not mark.exists()
    assert "no script was run; placeholders stand for: figures/visits.svg\n" in ran.err
    page = (example / "build/thesis.html").read_text(encoding="utf-8")
    drawings = [base64.b64decode(found) for found in re.findall(r"data:image/svg\+xml;base64,([^\"]+)", page)]
    assert [b">figures/visits.svg</text>" in drawing for drawing in drawings] == [True]  # once for both languages
    assert (example / "build/thesis-en.pdf").read_bytes().startswith(b"%PDF")


def test_a_build_without_scripts_does_not_stand_for_one_with_them(example: Path, run: Run) -> None:
    mark = marked(example, SCRIPT)
    assert run("build", example, "--format", "html", "--no-scripts").status == 0
    assert "nothing has changed" in run("build", example, "--format", "html", "--no-scripts").err
    ran = run("build", example, "--format", "html")
    assert mark.exists()
    assert not re.search("nothing has changed|placeholder", ran.err)


def test_a_script_that_is_not_utf_8_is_named(example: Path, run: Run) -> None:
    (example / SCRIPT).write_bytes(b"# \xff\n")
    ran = run("build", example, "--format", "html")
    assert ran.status == 2
    assert f"{SCRIPT}:1:1: " in ran.err and "not UTF-8" in ran.err
