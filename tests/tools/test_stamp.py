"""An unchanged thesis is not checked again; a changed one is, wherever its files are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.tools.stamp import Ended, Stamp


@pytest.mark.parametrize("question", ["read", "exists", "names"])
def test_what_was_looked_for_outside_the_folders_counts(tmp_path: Path, question: str) -> None:
    def looked() -> Stamp:
        stamp = Stamp(tmp_path, "check")
        getattr(stamp.files, question)("" if question == "names" else "refs.bib")
        return stamp

    looked().keep(Ended(0, "report"))
    assert Stamp(tmp_path, "check").recall() == Ended(0, "report")
    (tmp_path / "refs.bib").write_text("", encoding="utf-8")
    assert Stamp(tmp_path, "check").recall() is None


def test_a_bibliography_at_the_root_is_read_again(thesis: Path, run: Run) -> None:
    settings, library = thesis / "paper" / "thesis.yaml", thesis / "own.bib"
    text = settings.read_text(encoding="utf-8").replace("references/library.bib", "own.bib")
    settings.write_text(text, encoding="utf-8")
    (thesis / "references" / "library.bib").rename(library)
    first = run("check", thesis)
    library.write_text(library.read_text(encoding="utf-8") + "\n@book{a,\n", encoding="utf-8")
    assert run("check", thesis).out != first.out


def test_a_linked_folder_is_read_again(thesis: Path, run: Run) -> None:
    linked = (thesis / "paper" / "id").rename(thesis / "linked")
    (thesis / "paper" / "id").symlink_to(linked)
    first = run("check", thesis)
    (chapter,) = sorted(linked.glob("*.md"))[:1]
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nLihat [@tak-ada].\n", encoding="utf-8")
    assert run("check", thesis).out != first.out


def test_an_image_beside_the_folders_is_looked_for_again(thesis: Path, run: Run) -> None:
    (chapter,) = sorted((thesis / "paper" / "id").glob("*.md"))[:1]
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\n![Gambar](../x.png)\n", encoding="utf-8")
    first = run("check", thesis, "--format", "json")
    (thesis / "x.png").write_bytes(b"no image")
    assert run("check", thesis, "--format", "json").out != first.out
