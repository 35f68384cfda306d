"""A project's files on the disk, in memory and in git: the same answers."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from thesis_build.errors import FilesError
from thesis_build.tools.git_files import git_files
from thesis_build.tools.project_files import DiskFiles, Files, MemoryFiles, RefusedFile

CONTENTS = {
    "paper/thesis.yaml": b"style: apa\n",
    "paper/id/01-a.md": b"# A\r\n",
    "paper/id/02-b.md": b"",
    "paper/figures/x.bin": bytes(range(256)),
    "references/deep/er.bib": b"@book{a}\n",
}


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


def written(folder: Path) -> Path:
    """The contents as files of a folder, with a link to one of them, and a link out."""
    for path, content in CONTENTS.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / "paper/id/03-link.md").symlink_to("01-a.md")
    (folder / "paper/id/out.md").symlink_to("../../../elsewhere.md")
    (folder.parent / "elsewhere.md").write_bytes(b"outside")
    return folder


def on_disk(folder: Path) -> Files:
    return DiskFiles(written(folder))


def in_memory(_: Path) -> Files:
    return MemoryFiles({**CONTENTS, "paper/id/03-link.md": CONTENTS["paper/id/01-a.md"]})


def in_git(folder: Path) -> Files:
    written(folder)
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "x")
    (folder / "paper/id/01-a.md").write_text("changed since")
    (folder / "paper/id/04-new.md").write_text("new since")
    return git_files(folder, "HEAD")


def in_git_below(folder: Path) -> Files:
    """A thesis in a folder of a larger repository."""
    thesis = folder / "work/thesis"
    thesis.mkdir(parents=True)
    written(thesis)
    (folder / "other.md").write_text("not of the thesis")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "x")
    return git_files(thesis, "HEAD")


KINDS = pytest.mark.parametrize("make", [on_disk, in_memory, in_git, in_git_below])
Make = Callable[[Path], Files]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


@KINDS
def test_what_is_there_is_read(make: Make, folder: Path) -> None:
    files = make(folder)
    assert {path: files.read(path) for path in CONTENTS} == CONTENTS
    assert {path: files.size(path) for path in CONTENTS} == {path: len(content) for path, content in CONTENTS.items()}
    assert files.read("paper/id/03-link.md") == b"# A\r\n"
    assert files.read("paper/figures/../id/02-b.md") == b""


@KINDS
def test_what_is_not_there_is_none(make: Make, folder: Path) -> None:
    files = make(folder)
    for path in ("paper/no.md", "paper", "no/thing", "paper/thesis.yaml/x", "paper/id/04-neu.md"):
        assert files.size(path) is None
        assert not files.exists(path)
    assert files.read("paper/no.md") is None
    assert files.read("paper/thesis.yaml/x") is None
    assert files.exists("paper/thesis.yaml")


@KINDS
def test_names_are_those_of_one_folder_in_order(make: Make, folder: Path) -> None:
    files = make(folder)
    assert files.names("paper") == ["thesis.yaml"]
    assert [name for name in files.names("paper/id") if name != "out.md"] == ["01-a.md", "02-b.md", "03-link.md"]
    assert files.names("references") == files.names("nowhere") == files.names("paper/thesis.yaml") == []


@KINDS
def test_a_path_that_leads_out_is_known(make: Make, folder: Path) -> None:
    files = make(folder)
    assert files.leads_out("paper/../../elsewhere.md")
    assert files.leads_out("..")
    assert files.leads_out("/etc/passwd")
    assert not files.leads_out("paper/../paper/thesis.yaml")
    assert not files.leads_out("paper/..hidden")


@pytest.mark.parametrize("make", [on_disk, in_git, in_git_below])
def test_a_link_that_leads_out_is_known(make: Make, folder: Path) -> None:
    files = make(folder)
    assert files.leads_out("paper/id/out.md")
    assert not files.leads_out("paper/id/03-link.md")


def test_a_file_that_cannot_be_read_is_no_missing_file(folder: Path) -> None:
    with pytest.raises(RefusedFile, match="it is a folder"):
        DiskFiles(written(folder)).read("paper")


def test_unsaved_texts_stand_before_the_files_of_the_disk(folder: Path) -> None:
    disk = DiskFiles(written(folder))
    files = MemoryFiles({"paper/id/01-a.md": b"unsaved", "paper/id/09-new.md": b"new"}, disk, disk.root)
    assert files.read("paper/id/01-a.md") == b"unsaved"
    assert files.read("paper/id/02-b.md") == b""
    assert files.size("paper/id/01-a.md") == len(b"unsaved")
    assert files.size("paper/thesis.yaml") == len(CONTENTS["paper/thesis.yaml"])
    assert files.names("paper/id") == ["01-a.md", "02-b.md", "03-link.md", "09-new.md", "out.md"]
    assert files.leads_out("paper/id/out.md")
    assert not files.leads_out("paper/id/09-new.md")


def test_circular_links_in_git_are_no_files(folder: Path) -> None:
    (folder / "a.md").symlink_to("b.md")
    (folder / "b.md").symlink_to("a.md")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "x")
    files = git_files(folder, "HEAD")
    assert files.read("a.md") is None
    assert files.names("") == []


@pytest.mark.parametrize("revision", ["no-such-tag", "--all", "HEAD:paper/thesis.yaml", ""])
def test_a_revision_that_is_none_is_said(revision: str, folder: Path) -> None:
    in_git(folder)
    with pytest.raises(FilesError) as raised:
        git_files(folder, revision)
    assert raised.value.message["en"] == f"git cannot read the files: no revision “{revision}”"
    assert "HEAD" in raised.value.hint["en"]


def test_no_repository_and_no_git_are_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.fspath(folder.parent))
    with pytest.raises(FilesError, match="not a git repository"):
        git_files(folder, "HEAD")
    monkeypatch.setenv("PATH", os.fspath(folder))
    with pytest.raises(FilesError, match="No such file"):
        git_files(folder, "HEAD")
