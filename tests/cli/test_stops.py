"""Why a command cannot go on: a message that the names of files cannot turn into commands or colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Run

HOSTILE = "\x1b[1m\n::error::x\n##[error]y\r\u202e\u200f\x9b"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|^::|##\\[", re.MULTILINE)


def test_the_message_cannot_steer_a_terminal_or_a_build_server(tmp_path: Path, run: Run) -> None:
    ran = run("check", tmp_path, "--baseline", tmp_path / "\x1b[1m ##[error]\n::error::x", "--locale", "en")
    assert ran.status == 2
    assert "\x1b" not in ran.err
    assert r"\x1b[1m ##［error]" in ran.err
    assert not [line for line in ran.err.splitlines() if line.startswith("::")]


@pytest.mark.parametrize("form", ["text", "concise", "json", "sarif", "junit", "github", "gitlab", "html"])
def test_no_report_passes_what_steers_a_terminal_or_a_build_server(form: str, thesis: Path, run: Run) -> None:
    root = thesis.rename(thesis.with_name(HOSTILE))
    chapter = root / "paper/id/01-start.md"
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text + "\n::error::x [@::error] ##[error] \x1b[1m \u202e [@a]\n", encoding="utf-8")
    (root / "paper/glossary.yaml").write_text('- {id: a, en: b, "\\e[1m\\n::error::\\u202E": c}\n', encoding="utf-8")
    ran = run("check", root, "--format", form, "--locale", "en")
    assert ran.status == 1
    out = re.sub(r"^::(error|warning|notice) file=", "", ran.out, flags=re.MULTILINE) if form == "github" else ran.out
    assert [line for line in (out + ran.err).split("\n") if RAW.search(line)] == []


def test_wrong_arguments_cannot_steer_a_terminal(run: Run) -> None:
    ran = run("check", f"--{HOSTILE}", "--locale", "en")
    assert ran.status == 2
    assert not RAW.search(ran.err)


def test_the_traceback_of_a_bug_cannot_steer_a_terminal(
    thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError(HOSTILE)

    monkeypatch.setattr("thesis_build.commands.check.check", crash)
    ran = run("check", thesis, "--locale", "en")
    assert ran.status == 70
    assert not RAW.search(ran.err)


def test_no_findings_says_what_was_left_out(thesis: Path, run: Run) -> None:
    settings = thesis / "paper/thesis.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text + "check: {ignore: [BIB, CIT, PAR, DOC]}\n", encoding="utf-8")
    ran = run("check", thesis, "--locale", "en")
    assert ran.said.strip() == "no findings; left out by check.ignore in paper/thesis.yaml: BIB, CIT, PAR, DOC"
    again = run("check", thesis, "--locale", "en")
    assert again.said == ran.said
