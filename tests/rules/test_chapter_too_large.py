"""Chapters that are too much to be read: what is reported, where, and how soon."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.rules.test_rules import in_both_languages
from thesis_build.model import Chapter, Data, Glossary, Library, Manuscript, Message, Project, Settings, Source
from thesis_build.rules.doc.chapter_too_large import ChapterTooLarge
from thesis_build.tools import pandoc

REASONS = {
    "length": ("this chapter has more than 1_000_000 characters and is not read", "split it into several files", 1),
    "memory": ("Pandoc has not enough memory to read this chapter", "split it into several files", 1),
    "depth": (
        "this chapter has lists, quotations or brackets too deep inside one another and is not read",
        "look near this line, and nest no more than a few levels",
        3,
    ),
    "time": (
        "Pandoc cannot read this chapter in time",
        "look near this line for brackets, quotation marks or emphasis that are opened again and again",
        3,
    ),
}


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_has_its_message(reason: str) -> None:
    source = Source("paper/id/01-a.md", "# Judul\n\n[[[[ a\n\nTeks [b].\n")
    chapter = Chapter("01-a", "id", source, [], (), (), Message(f"TooLarge {reason}", "no answer within 6 s"))
    settings = Settings({}, (), date(2026, 11, 24), ("id",), {})
    manuscripts = {"id": Manuscript("id", (chapter,))}
    project = Project(Path(), settings, manuscripts, Library(), Glossary(), Data(), {}, Source("", ""))
    (finding,) = ChapterTooLarge().check(project)
    assert (finding.message["en"], finding.hint["en"], finding.span.line) == REASONS[reason]
    in_both_languages(finding)


def test_what_pandoc_cannot_read_in_time(thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "_SECONDS", 1.0)
    for name in ("02-b", "03-c"):
        (thesis / f"paper/en/{name}.md").write_text("# Title\n\nText.\n\n" + "[" * 200, encoding="utf-8")
    start = time.monotonic()
    ran = run("check", thesis, "--format", "concise")
    assert "paper/en/02-b.md:5:1: error DOC030 chapter-too-large: Pandoc cannot read" in ran.out
    assert "DOC013" not in ran.out
    assert "PAR503" not in ran.out
    assert time.monotonic() - start < 8


def test_a_chapter_beyond_the_limit_is_not_read(thesis: Path, run: Run) -> None:
    (thesis / "paper/en/02-b.md").write_text("# Title\n\n" + "A sentence of a few words. " * 40_000, encoding="utf-8")
    ran = run("check", thesis, "--format", "concise")
    assert "paper/en/02-b.md:1:1: error DOC030 chapter-too-large: this chapter has more than" in ran.out


def test_a_formula_that_keeps_pandoc_busy_is_named(thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was asked for twice, as HTML and as Typst, and nothing was reported."""
    monkeypatch.setattr(pandoc, "_SECONDS", 1.0)
    endless = "a^{" * 60 + "b" + "}" * 60
    text = f"# Title\n\nWe see $x$, $y$ and\n${endless}$ and $z$.\n"
    (thesis / "paper/en/02-b.md").write_text(text, encoding="utf-8")
    ran = run("check", thesis, "--format", "concise", "--select", "DOC")
    assert ran.out.count("DOC008") == 1
    assert "paper/en/02-b.md:4:2: error DOC008 bad-maths: this formula cannot be read: no answer within 1 s" in ran.out
