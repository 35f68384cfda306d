"""Files that a branch of a stranger could lead astray: each kind of file, and each way not to be a plain file of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.tools import project_files

SECRET = "TOKEN-OF-THE-SERVER"

READ = (
    "paper/thesis.yaml",
    "paper/id/03-method.md",
    "paper/glossary.yaml",
    "paper/parity.lock",
    "paper/data/visits.csv",
    "paper/data/visits.yaml",
    "paper/data/values.yaml",
    "references/apa.csl",
    "references/library.bib",
    "paper/languages/words-ms.yaml",
)
"""Files that `check` reads."""

PRINTED = (
    "templates/html/thesis.html.j2",
    "templates/html/edition.css",
    "templates/pdf/thesis.typ.j2",
    "paper/fonts/x.ttf",
)
"""Files that `build` reads besides."""


def link_out(path: Path, project: Path) -> None:
    outside = project.parent / "hostname"
    outside.write_text(f"{SECRET}: [\n", encoding="utf-8")
    path.symlink_to(outside)


def link_nowhere(path: Path, _: Path) -> None:
    path.symlink_to("nowhere")


def endless(path: Path, _: Path) -> None:
    path.symlink_to("/dev/zero")


def pipe(path: Path, _: Path) -> None:
    os.mkfifo(path)


def folder(path: Path, _: Path) -> None:
    path.mkdir()


WAYS: dict[str, Callable[[Path, Path], None]] = {
    "link out": link_out, "link nowhere": link_nowhere, "endless": endless, "pipe": pipe, "folder": folder,
}  # fmt: skip


def spoil(example: Path, name: str, way: str) -> None:
    path = example / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    WAYS[way](path, example)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", READ)
def test_what_is_no_plain_file_of_the_project_is_named_by_check(example: Path, run: Run, name: str, way: str) -> None:
    spoil(example, name, way)
    ran = run("check", example)
    assert ran.status in (1, 2), ran.said
    assert name in ran.said
    assert "Traceback" not in ran.said
    assert SECRET not in ran.said


@pytest.mark.parametrize(
    ("name", "way"), [(name, way) for name in PRINTED for way in WAYS if (name, way) != ("paper/fonts/x.ttf", "folder")]
)
def test_what_is_no_plain_file_of_the_project_is_named_by_build(example: Path, run: Run, name: str, way: str) -> None:
    spoil(example, name, way)
    ran = run("build", example, "--no-scripts")
    assert (ran.status, ran.out) == (2, ""), ran.said
    assert name.removeprefix("templates/") in ran.err
    assert SECRET not in ran.said


@pytest.mark.parametrize("name", ["paper/fonts", "paper/id", "paper/data", "paper/languages"])
def test_a_folder_that_leads_out_is_named(example: Path, run: Run, name: str) -> None:
    outside = example.parent / "outside"
    outside.mkdir()
    (outside / "01-secret.md").write_text(f"# {SECRET}\n", encoding="utf-8")
    folder = example / name
    if folder.exists():
        folder.rename(example / "aside")
    folder.symlink_to(outside)
    ran = run("build", example)
    assert ran.status == 2, ran.said
    assert name in ran.err and SECRET not in ran.said


@pytest.mark.parametrize("way", WAYS)
def test_an_image_that_is_no_plain_file_of_the_project_is_reported(example: Path, run: Run, way: str) -> None:
    spoil(example, "paper/figures/x.png", way)
    chapter = example / "paper/id/03-method.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + '\n![K.](figures/x.png){alt="a"}\n', encoding="utf-8")
    ran = run("check", example, "--select", "DOC004,DOC005")
    assert ran.status == 1, ran.said
    assert "figures/x.png" in ran.said


@pytest.mark.parametrize("way", WAYS)
def test_a_script_that_is_no_plain_file_of_the_project_is_not_run(example: Path, run: Run, way: str) -> None:
    spoil(example, "paper/figures/visits.py", way)
    ran = run("build", example, "--format", "html")
    assert ran.status == 1, ran.said
    assert "figures/visits.svg" in ran.err


@pytest.mark.parametrize("name", READ)
def test_a_file_that_nobody_may_read_is_named(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = example / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()

    def refusing(opened: str, flags: int) -> int:
        if Path(opened) == path:
            raise PermissionError(13, "Permission denied", opened)
        return os.open(opened, flags)

    monkeypatch.setattr(project_files, "_without_waiting", refusing)
    ran = run("check", example)
    assert ran.status == 2, ran.said
    assert name in ran.said and "cannot be read" in ran.said


@pytest.mark.parametrize("name", READ)
def test_a_file_that_is_too_large_is_named(example: Path, run: Run, name: str) -> None:
    path = example / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(project_files.LIMIT + 1)
    ran = run("check", example)
    assert ran.status == 2, ran.said
    assert name in ran.said and "large" in ran.said


def test_a_text_has_a_lower_limit(example: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thesis_build.readers.source.TEXT_LIMIT", 500_000)
    (example / "paper/parity.lock").write_bytes(b"# \n" * 200_000)
    ran = run("check", example)
    assert ran.status == 2
    assert "paper/parity.lock:1:1" in ran.err and "more than 16 MB" in ran.err


def test_a_chapter_whose_name_is_not_utf_8_is_named(example: Path, run: Run) -> None:
    Path(os.fsdecode(os.fsencode(example) + b"/paper/id/08-\xff.md")).write_text("# A\n", encoding="utf-8")
    ran = run("check", example)
    assert ran.status == 2
    assert "paper/id/08-�.md:1:1" in ran.err and "its name is not UTF-8" in ran.err


def test_a_text_beside_the_chapters_whose_name_is_not_utf_8_is_named(example: Path, run: Run) -> None:
    Path(os.fsdecode(os.fsencode(example) + b"/paper/id/\xff.docx")).write_bytes(b"x")
    assert "paper/id/�.docx" in run("check", example, "--select", "DOC021").out
    assert run("build", example, "--format", "html").status == 0


@pytest.mark.parametrize("name", [".git/config", "references/notes.txt", "paper/id/03-method.md"])
def test_only_a_bibliography_is_one(example: Path, run: Run, name: str) -> None:
    (example / name).parent.mkdir(exist_ok=True)
    (example / name).touch()
    settings = example / "paper/thesis.yaml"
    text = settings.read_text(encoding="utf-8")
    assert "references/library.bib" in text
    settings.write_text(text.replace("references/library.bib", name), encoding="utf-8")
    ran = run("check", example)
    assert ran.status == 2
    assert f"{name} is not a bibliography" in ran.err
