"""What suppresses a finding, what does not, and what is reported about that; baselines likewise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.model import Severity

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


def test_another_rule_is_not_suppressed(thesis: Path, run: Run) -> None:
    add(thesis, '<!-- check: ignore[CIT002] reason="menyusul" -->\n\nSatu [@satu].')
    assert "CIT001" in codes(run, thesis)


def test_a_comment_in_code_is_no_suppression(thesis: Path, run: Run) -> None:
    add(thesis, 'Tulis `<!-- check: ignore-file[CIT001] reason="x" -->` begitu [@satu].')
    assert "CIT001" in codes(run, thesis)


def test_errors_that_are_suppressed_do_not_stop_the_build(thesis: Path, run: Run) -> None:
    assert run("build", thesis, "--format", "html").status == 0
    add(thesis, "Satu [@satu].")
    assert run("build", thesis, "--format", "html").status == 1


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


def test_a_baseline_leaves_out_what_is_wrong_with_the_instructions(thesis: Path, run: Run) -> None:
    known = str(thesis / "known.json")
    add(thesis, '<!-- check: ignore[CIT002] reason="salah" -->\n\nSatu [@satu].')
    accepted = run("check", thesis, "--select", "CIT,LNT", "--write-baseline", known, "--locale", "en")
    assert accepted.err.startswith(f"findings recorded as known in {known}: 1\n")  # CIT001, not LNT001
    assert codes(run, thesis, "--baseline", known, "--select", "CIT,LNT") == ["LNT001"]


@pytest.mark.parametrize("content", ["", "[]", '{"version": 9}', '{"version": 1, "findings": [1]}'])
def test_what_is_no_baseline_is_said_in_a_sentence(thesis: Path, run: Run, content: str) -> None:
    path = thesis / "known.json"
    path.write_text(content, encoding="utf-8")
    ran = run("check", thesis, "--baseline", path)
    assert ran.status == 2
    assert "is no baseline" in ran.err and "Traceback" not in ran.err


def test_severities_come_from_rule_then_profile_then_settings(thesis: Path, run: Run) -> None:
    add(thesis, "Satu [@satu].")
    settings = thesis / "paper/thesis.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "check: {severity: {CIT: info}}\n", encoding="utf-8")
    ran = run("check", thesis, "--format", "json", "--select", "CIT001")
    assert [found["severity"] for found in json.loads(ran.out)] == [Severity.INFO]
    assert ran.status == 0
