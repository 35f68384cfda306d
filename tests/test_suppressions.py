"""What silences a finding, what does not, and what is said about that; baselines likewise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.linter.registry import rules
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.rule import Rule

CHAPTER = "paper/id/01-start.md"


def codes(run: Run, thesis: Path, *options: str) -> list[str]:
    ran = run("check", thesis, "--format", "json", *options)
    assert ran.status in (0, 1), ran.said
    return [found["code"] for found in json.loads(ran.out)]


def add(thesis: Path, text: str) -> None:
    path = thesis / CHAPTER
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    other = thesis / CHAPTER.replace("/id/", "/en/")
    paragraphs = [part for part in text.split("\n\n") if not part.startswith("<!--")]
    other.write_text(f"{other.read_text(encoding='utf-8')}\n" + "\n\n".join(["Word."] * len(paragraphs)) + "\n")


def test_a_comment_silences_its_block_only(thesis: Path, run: Run) -> None:
    add(thesis, '<!-- check: ignore[CIT001] reason="menyusul" -->\n\nSatu [@satu]\ndan [@dua].\n\nTiga [@tiga].')
    assert codes(run, thesis, "--select", "CIT") == ["CIT001"]


def test_another_rule_is_not_silenced(thesis: Path, run: Run) -> None:
    add(thesis, '<!-- check: ignore[CIT002] reason="menyusul" -->\n\nSatu [@satu].')
    assert "CIT001" in codes(run, thesis)


def test_a_comment_in_code_is_no_suppression(thesis: Path, run: Run) -> None:
    add(thesis, 'Tulis `<!-- check: ignore-file[CIT001] reason="x" -->` begitu [@satu].')
    assert "CIT001" in codes(run, thesis)


def test_errors_that_are_silenced_do_not_stop_the_build(thesis: Path, run: Run) -> None:
    assert run("build", thesis, "--format", "html").status == 0
    add(thesis, "Satu [@satu].")
    assert run("build", thesis, "--format", "html").status == 1


class Crashing(Rule):
    """Stops."""

    code, name, message, hint = "ZZZ001", "crashing", {"en": "", "id": ""}, {"en": "", "id": ""}

    def check(self, project: Project) -> Iterator[Finding]:
        raise RuntimeError(f"no {project.root.name}")


def test_a_rule_that_crashes_is_named_and_the_others_run(
    thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(thesis, "Satu [@satu].")
    monkeypatch.setattr("thesis_build.linter.run.rules_for", lambda _: (*rules(), Crashing()))
    ran = run("check", thesis, "--format", "json")
    found = json.loads(ran.out)
    assert [f["message"] for f in found if f["code"] == "LNT005"] == [
        "the rule ZZZ001 stopped: RuntimeError: no my thesis"
    ]
    assert "CIT001" in [f["code"] for f in found]


def test_a_crash_is_named_whatever_is_selected(thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = (*rules(), Crashing())
    monkeypatch.setattr("thesis_build.linter.run.rules_for", lambda _: everything)
    monkeypatch.setattr("thesis_build.linter.registry.rules", lambda *_: everything)
    assert codes(run, thesis, "--select", "ZZZ001") == ["LNT005"]


def test_a_baseline_knows_what_was_found_and_says_what_is_gone(thesis: Path, run: Run) -> None:
    known = str(thesis / "known.json")
    add(thesis, "Satu [@satu].")
    assert "CIT001" in codes(run, thesis)
    accepted = run("check", thesis, "--write-baseline", known)
    assert (accepted.status, accepted.out) == (0, "")
    assert codes(run, thesis, "--baseline", known, "--select", "CIT,LNT") == []
    path = thesis / CHAPTER
    path.write_text(path.read_text(encoding="utf-8").replace("# ", "# Bab tentang ", 1), encoding="utf-8")
    assert codes(run, thesis, "--baseline", known, "--select", "CIT,LNT") == []
    path.write_text(path.read_text(encoding="utf-8").replace("[@satu]", "[@dua]"), encoding="utf-8")
    assert sorted(codes(run, thesis, "--baseline", known, "--select", "CIT,LNT")) == ["CIT001", "LNT006"]


@pytest.mark.parametrize("content", ["", "[]", '{"version": 9}', '{"version": 1, "findings": [1]}'])
def test_what_is_no_baseline_is_said_in_a_sentence(thesis: Path, run: Run, content: str) -> None:
    path = thesis / "known.json"
    path.write_text(content, encoding="utf-8")
    ran = run("check", thesis, "--baseline", path)
    assert ran.status == 2
    assert "is no baseline" in ran.err and "Traceback" not in ran.err


def test_grades_come_from_rule_then_profile_then_settings(thesis: Path, run: Run) -> None:
    add(thesis, "Satu [@satu].")
    settings = thesis / "paper/thesis.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "check: {severity: {CIT: info}}\n", encoding="utf-8")
    ran = run("check", thesis, "--format", "json", "--select", "CIT001")
    assert [found["severity"] for found in json.loads(ran.out)] == [Severity.INFO]
    assert ran.status == 0
