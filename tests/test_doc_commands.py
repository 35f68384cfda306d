"""Every command in README and docs is run, in the order of its page, in a folder as the page has it."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, Run, begun
from thesis_build.model import Layout

PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/??/*.md"))]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
CI = (ROOT / ".ci/run").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE)

TOO_LONG = ("fuzz-long", "scale")
"""Targets that take an hour, which CI does not run."""

ELSEWHERE = {
    "make": "downloads what it installs; its targets are those of the Makefile, and `.ci/run` runs each of them",
    "export": "sets the path of a terminal; the tests run the program that is installed beside them",
}
"""First words of commands that are not run here, and why."""

SHELL = ("cp", "jq")
"""Commands that are run as they stand, by a shell."""


GUIDES = {"author": "thesis", "penulis": "skripsi"}
"""Pages that lead from nothing to a thesis, and the folder in which they leave it."""


def commands_of(text: str) -> list[str]:
    """The commands of a page, without their prompts and comments."""
    blocks = re.findall(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lines = [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    return [re.sub(r"\s+# .*", "", line) for line in lines]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds a new thesis, and all else that the pages name."""
    home = tmp_path / "home"
    here = home / "thesis-build"
    begun(here)
    begun(here / "THESIS")
    for tag in ("id", "en"):
        shutil.copy(here / f"paper/{tag}/03-method.md", here / f"{tag}.md")
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a command asks the network"))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(here)
    return home


def execute(line: str, run: Run) -> str:
    """Run a command of a page; it has to succeed. The result is what the program says beside its output."""
    line, _, file = (part.strip() for part in line.partition(" > "))
    program, *arguments = (os.path.expanduser(word) for word in shlex.split(line))  # noqa: PTH111, a word of a shell
    if program == "thesis-build":
        ran = run(*arguments)
        assert ran.status == 0, f"{line}\n{ran.said}"
        if file:
            Path(file).write_text(ran.out, encoding="utf-8")
        return ran.err.strip()
    if program == "cd":
        os.chdir(arguments[0])  # the fixture `home` goes back
    elif program in SHELL:
        subprocess.run([program, *arguments], check=True)
    elif program == "make":
        for target in arguments:
            assert target in TARGETS, target
    else:
        assert program in ELSEWHERE, line
    return ""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_commands_of_a_page_run_one_after_the_other(path: Path, home: Path, run: Run) -> None:
    lines = commands_of(path.read_text(encoding="utf-8"))
    assert len([line for line in lines if line.startswith("thesis-build ")]) >= 2
    said = [execute(line, run) for line in lines]
    if path.stem in GUIDES:
        made = home / GUIDES[path.stem]
        assert {each.name for each in (made / "build").iterdir()} == {"thesis-id.pdf", "thesis-en.pdf", "thesis.html"}
        assert (made / "paper/parity.lock").is_file()
        first = next(
            word for line, word in zip(lines, said, strict=True) if line.startswith("thesis-build check") and word
        )
        assert f"`{first}`" in path.read_text(encoding="utf-8")


def test_the_values_of_the_guides_are_printed_as_they_say(example: Path, run: Run) -> None:
    assert run("build", example, "--format", "html").status == 0
    page = (example / "build/thesis.html").read_text(encoding="utf-8")
    for guide in ("en/author.md", "id/penulis.md"):
        row = re.search(
            r"`\[visits\.2024\].*?: ([\d.]+) / ([\d,]+) \|", (ROOT / "docs" / guide).read_text(encoding="utf-8")
        )
        assert row
        assert f"menjadi {row[1]} pada" in page
        assert f"to {row[2]} in" in page


def test_the_margins_of_the_guides_are_those_of_a_thesis_that_names_none() -> None:
    margins = Layout().margins
    assert (Layout().paper, margins.left, margins.top, margins.right, margins.bottom) == (
        "a4",
        "4cm",
        "4cm",
        "3cm",
        "3cm",
    )
    for guide, words in (
        ("en/author.md", "4 cm left and top, 3 cm right and bottom"),
        ("id/penulis.md", "4 cm kiri dan atas, 3 cm kanan dan bawah"),
    ):
        assert words in " ".join((ROOT / "docs" / guide).read_text(encoding="utf-8").split())


def test_one_rule_is_tested_as_contributors_are_told() -> None:
    (line,) = commands_of((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    program, *arguments = shlex.split(line)
    assert program == ".venv/bin/python"
    ran = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert " passed" in ran.stdout


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("page", ["docs/en/ci.md", "docs/id/ci.md"])
def test_the_recipes_for_servers_run(page: str, run: Run) -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    read = [yaml.safe_load(block) for block in blocks]
    jobs = [
        job
        for data in read
        if {"jobs", "thesis"} & set(data)
        for job in data.get("jobs", {"thesis": data.get("thesis")}).values()
    ]
    assert len(jobs) == 3
    begun(Path("theirs"))
    for job in jobs:
        steps = job.get("script") or [step["run"] for step in job["steps"] if "run" in step]
        lines = [line.replace("trusted/.venv/bin/", "") for step in steps for line in step.splitlines()]
        assert sum("thesis-build" in line for line in lines) >= 2
        for line in lines:
            for command in line.removesuffix(" || [ $? = 1 ]").split(" && "):
                if command.startswith("thesis-build"):
                    execute(command, run)
                else:
                    assert command.split()[0] in ("make", "echo", "export", "jq"), command


@pytest.mark.usefixtures("home")
def test_the_filter_takes_away_what_is_suppressed(run: Run) -> None:
    wanted = re.search(r"jq '([^']+)' all\.sarif", (ROOT / "docs/en/ci.md").read_text(encoding="utf-8"))
    assert wanted
    chapter = Path("paper/id/03-method.md")
    comment = '<!-- check: ignore[CIT001] reason="menyusul" -->'
    chapter.write_text(
        f"{chapter.read_text(encoding='utf-8')}\n{comment}\n\nLihat @satu.\n\nLihat @dua.\n", encoding="utf-8"
    )
    report = run("check", "--format", "sarif", "--select", "CIT001").out
    kept = subprocess.run(["jq", wanted[1]], input=report, capture_output=True, text=True, check=True).stdout
    lines = [
        [
            result["locations"][0]["physicalLocation"]["region"]["startLine"]
            for result in json.loads(text)["runs"][0]["results"]
        ]
        for text in (report, kept)
    ]
    assert sorted(lines[0]) == [7, 9]
    assert lines[1] == [9]


@pytest.mark.usefixtures("home")
def test_the_mistake_of_the_readme_is_reported_as_it_shows(run: Run) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.search(r"A mistake.*?`([^`]+)` for `([^`]+)`:\n\n```text\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    assert told
    wrong, right, shown = told.groups()
    chapter = Path("paper/en/04-results.md")
    text = chapter.read_text(encoding="utf-8")
    assert text.count(right) == 1
    chapter.write_text(text.replace(right, wrong), encoding="utf-8")
    ran = run("build")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(shown)


def test_every_make_target_is_in_the_readme_and_run_by_ci() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in TARGETS:
        assert target == "build" or f"make {target}" in readme, target
        assert target in ("build", "setup", *TOO_LONG) or re.search(
            rf"\bmake (?:check, )?{target}\b|^make {target}\b", CI, re.M
        ), target


def test_figure_scripts_run_when_building_and_only_when_they_have_changed(example: Path, run: Run) -> None:
    script = example / "paper/figures/visits.py"
    log = example / "log"
    script.write_text(
        script.read_text(encoding="utf-8").replace(
            "    rows =", f"    with open({str(log)!r}, 'a') as log:\n        log.write('x')\n    rows ="
        ),
        encoding="utf-8",
    )
    assert run("check", example).status == 0
    assert not log.exists()
    assert run("build", example, "--format", "html").status == 0
    assert log.read_text() == "xx"  # once for each language
    chapter = example / "paper/en/03-method.md"
    chapter.write_text(chapter.read_text(encoding="utf-8").replace("This chapter", "The chapter"), encoding="utf-8")
    assert run("build", example, "--format", "html").status == 0
    assert log.read_text() == "xx"


def test_templates_styles_and_fonts_of_the_project_are_used(example: Path, run: Run) -> None:
    (example / "templates/html").mkdir(parents=True)
    style = (ROOT / "templates/html/edition.css").read_text(encoding="utf-8")
    (example / "templates/html/edition.css").write_text(
        f"{style}\n.of-the-faculty {{ color: #123456 }}\n", encoding="utf-8"
    )
    shutil.copytree(ROOT / "paper/fonts", example / "paper/fonts")
    for tag in ("id", "en"):
        chapter = example / f"paper/{tag}/03-method.md"
        chapter.write_text(f"{chapter.read_text(encoding='utf-8')}\n서울\n", encoding="utf-8")
    ran = run("build", example)
    assert ran.status == 0, ran.said
    assert "of-the-faculty" in (example / "build/thesis.html").read_text(encoding="utf-8")
    shutil.rmtree(example / "paper/fonts")
    ran = run("build", example)
    assert ran.status == 1 and "DOC015" in ran.err


def test_the_wheel_says_its_version_and_that_it_is_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import zipfile

    from hatchling.build import build_wheel

    from thesis_build import __version__

    monkeypatch.chdir(ROOT)
    wheel = build_wheel(str(tmp_path))
    assert wheel == f"thesis_build-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(tmp_path / wheel) as packed:
        assert "thesis_build/py.typed" in packed.namelist()
