"""A whole project, read from the disk, from memory and from git."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from thesis_build.errors import SettingsError
from thesis_build.linter.run import Selection, check
from thesis_build.model import Chapter, Finding, Project
from thesis_build.readers.loose_pair import read_loose_pair
from thesis_build.readers.project import read_loose_library, read_project
from thesis_build.tools.git_files import git_files
from thesis_build.tools.pandoc import Pandoc
from thesis_build.tools.project_files import DiskFiles, MemoryFiles

KITCHEN_SINK = Path(__file__).parents[1] / "projects/kitchen-sink"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc(jobs=2) as pandoc:
        yield pandoc


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project") / "thesis"
    shutil.copytree(KITCHEN_SINK, folder, ignore=shutil.ignore_patterns(".thesis-build"))
    return folder


@pytest.fixture(scope="module")
def on_disk(folder: Path, pandoc: Pandoc) -> Project:
    return read_project(DiskFiles(folder), pandoc)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def shown(chapters: Sequence[Chapter]) -> list[dict[str, Any]]:
    """Chapters as values that can be compared: a chapter itself is equal to no other."""
    kept = [field.name for field in fields(Chapter) if field.compare]
    return [{name: getattr(chapter, name) for name in kept} for chapter in chapters]


def findings(project: Project) -> tuple[Finding, ...]:
    return check(project, Selection(TODAY, only=("ALL",))).findings


def assert_same(project: Project, other: Project) -> None:
    for tag, manuscript in other.manuscripts.items():
        assert shown(project.manuscripts[tag].chapters) == shown(manuscript.chapters)
    assert list(project.manuscripts) == list(other.manuscripts)
    assert project.images == other.images
    assert project.sources == other.sources
    assert project.style == other.style
    assert project.data == other.data
    assert findings(project) == findings(other)
    assert project.manuscripts["id"].chapters[0].blocks  # not empty, and so not the same for nothing
    assert project.images and project.data.tables and findings(project)


def test_a_dictionary_stands_in_for_the_disk(folder: Path, on_disk: Project, pandoc: Pandoc) -> None:
    assert_same(read_project(MemoryFiles(contents(folder)), pandoc), on_disk)


def test_a_revision_of_git_stands_in_for_the_disk(
    folder: Path, on_disk: Project, pandoc: Pandoc, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "thesis")
    for command in (
        ["init", "-q"],
        ["-c", "core.autocrlf=false", "add", "--force", "."],
        ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", "x"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True, capture_output=True)
    shutil.rmtree(tmp_path / "thesis/paper/id")
    assert_same(read_project(git_files(tmp_path / "thesis", "HEAD"), pandoc), on_disk)


def test_an_unsaved_chapter_stands_before_that_of_the_disk(folder: Path, on_disk: Project, pandoc: Pandoc) -> None:
    name = on_disk.manuscripts["id"].chapters[0].source.path
    project = read_project(MemoryFiles({name: b"# Belum disimpan\n"}, DiskFiles(folder), folder), pandoc)
    first, *rest = project.manuscripts["id"].chapters
    assert first.source.text == "# Belum disimpan\n"
    assert shown(rest) == shown(on_disk.manuscripts["id"].chapters[1:])
    assert project.root == folder


def test_what_did_not_change_is_taken_from_the_earlier_project(folder: Path, pandoc: Pandoc) -> None:
    files = contents(folder)
    earlier = read_project(MemoryFiles(files, root=folder), pandoc)
    findings(earlier)
    edited = earlier.manuscripts["id"].chapters[1].source.path
    changed = {**files, edited: files[edited] + b"\nPenelitian lanjutan dilakukan di tiga kota lain pada tahun 2024.\n"}
    later = read_project(MemoryFiles(changed, root=folder), pandoc, earlier)
    assert [chapter.source.path for chapter in later.chapters if chapter not in set(earlier.chapters)] == [edited]
    assert later.library is earlier.library
    assert all(chapter.memo for chapter in later.chapters if chapter.source.path != edited and chapter.blocks)
    afresh = read_project(MemoryFiles(changed, root=folder), pandoc)
    assert shown(tuple(later.chapters)) == shown(tuple(afresh.chapters))
    assert findings(later) == findings(afresh) != findings(earlier)


def test_a_chapter_that_was_renamed_or_put_right_is_read_again(folder: Path, pandoc: Pandoc) -> None:
    files = contents(folder)
    earlier = read_project(MemoryFiles(files, root=folder), pandoc)
    path = earlier.manuscripts["id"].chapters[-1].source.path
    renamed = {(name if name != path else path.replace(".md", "x.md")): content for name, content in files.items()}
    later = read_project(MemoryFiles(renamed, root=folder), pandoc, earlier)
    assert path not in {chapter.source.path for chapter in later.chapters}
    back = read_project(MemoryFiles(files, root=folder), pandoc, later)
    assert shown(tuple(back.chapters)) == shown(tuple(earlier.chapters))


SETTINGS = b"""\
title: {id: A, en: B}
authors: [{name: Sari}]
date: 2026-11-24
languages: [id, en]
style: apa
keywords: {id: [a, b, c], en: [a, b, c]}
"""


def images(markdown: str, pandoc: Pandoc, **more: bytes) -> dict[str, str]:
    """What is wrong with each image of a chapter."""
    files = {"paper/thesis.yaml": SETTINGS, "paper/id/01-a.md": markdown.encode(), **more}
    project = read_project(MemoryFiles(files), pandoc)
    return {address: image.error for address, image in project.images.items()}


def test_images_are_looked_for_in_the_files(pandoc: Pandoc) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"></svg>'
    written = "![a](a.svg) ![b](no.svg) ![c](../../out.svg) ![d](https://x.org/d.svg) ![e](bad.svg) ![f](../up.svg)\n"
    found = images(written, pandoc, **{"paper/a.svg": svg, "paper/bad.svg": b"?", "up.svg": svg})
    assert found == {
        "a.svg": "",
        "no.svg": "missing",
        "../../out.svg": "outside",
        "https://x.org/d.svg": "remote",
        "bad.svg": "unreadable",
        "../up.svg": "",
    }


def test_a_large_image_is_not_read(pandoc: Pandoc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thesis_build.readers.images.IMAGE_LIMIT", 3)
    read = MemoryFiles.read
    monkeypatch.setattr(MemoryFiles, "read", lambda files, path: b"" if path.endswith(".svg") else read(files, path))
    assert images("![a](a.svg) ![b](b.svg)\n", pandoc, **{"paper/a.svg": b"four", "paper/b.svg": b"3"}) == {
        "a.svg": "too large",
        "b.svg": "unreadable",
    }


def test_no_settings_are_said_with_the_folder(pandoc: Pandoc) -> None:
    with pytest.raises(SettingsError, match=r"no paper/thesis\.yaml in somewhere"):
        read_project(MemoryFiles({}, root=Path("somewhere")), pandoc)


def test_loose_texts_and_libraries_come_from_files_too(pandoc: Pandoc) -> None:
    files = MemoryFiles({"a.md": b"Satu kata ini.\n", "b.md": b"One word here.\n", "c.bib": b"@book{k, title={T}}\n"})
    pair = read_loose_pair([Path("a.md"), Path("b.md")], pandoc, TODAY, files)
    assert [manuscript.chapters[0].source.text for manuscript in pair.manuscripts.values()] == [
        "Satu kata ini.\n",
        "One word here.\n",
    ]
    library = read_loose_library([Path("c.bib")], TODAY, files).library
    assert [entry.key for entry in library.entries] == ["k"]
