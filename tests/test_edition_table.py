"""A new format is one file, with its writer, and one row in the table of editions."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.cli.arguments import parser
from thesis_build.writers.editions import EDITIONS, Edition
from thesis_build.writers.writer import Writer

PLAIN_WRITER = '''
"""A format for this test: the plain text of the chapters."""

from thesis_build import pandoc_ast
from thesis_build.tools.pandoc import Request
from thesis_build.writers.writer import Writer


class PlainWriter(Writer):
    def __init__(self, material, languages):
        self._title = " / ".join(material.project.settings.title[tag] for tag in languages)
        self._chapters = [chapter for tag in languages for chapter in material.manuscripts[tag].chapters]

    def requests(self):
        return [Request("write", "plain", pandoc_ast.dumps(chapter.blocks)) for chapter in self._chapters]

    def write(self, answers):
        texts = [f"[{chapter.language}] {answer.text}" for chapter, answer in zip(self._chapters, answers)]
        return "\\n".join([self._title, *texts]).encode()
'''


@pytest.fixture
def plain_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a writer that this package does not have."""
    (tmp_path / "plain_writer_of_a_test.py").write_text(PLAIN_WRITER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "plain_writer_of_a_test:PlainWriter"


def test_a_format_with_a_file_for_each_language(
    thesis: Path, run: Run, plain_writer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(EDITIONS, "plain", Edition("plain-{language}.txt", plain_writer))
    ran = run("build", thesis, "--format", "plain")
    assert ran.status == 0, ran.said
    files = {path.name: path.read_text(encoding="utf-8") for path in (thesis / "build").iterdir()}
    assert sorted(files) == ["plain-en.txt", "plain-id.txt"]
    assert files["plain-en.txt"].startswith("Title\n[en] ")
    assert files["plain-id.txt"].startswith("Judul\n[id] ")
    assert "[en]" not in files["plain-id.txt"]


def test_a_format_with_one_file_for_all_beside_the_others(
    thesis: Path, run: Run, plain_writer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(EDITIONS, "plain", Edition("plain.txt", plain_writer))
    ran = run("build", thesis)
    assert ran.status == 0, ran.said
    names = ["plain.txt", "thesis-en.pdf", "thesis-id.pdf", "thesis.html"]
    assert sorted(path.name for path in (thesis / "build").iterdir()) == names
    assert (thesis / "build/plain.txt").read_text(encoding="utf-8").startswith("Judul / Title\n[id] ")
    assert [Path(line).name for line in ran.out.splitlines()] == [*names[2:0:-1], "thesis.html", "plain.txt"]


def test_one_language_of_a_format(thesis: Path, run: Run, plain_writer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EDITIONS, "plain", Edition("plain.txt", plain_writer))
    assert run("build", thesis, "--format", "plain", "--language", "en").status == 0
    text = (thesis / "build/plain.txt").read_text(encoding="utf-8")
    assert text.startswith("Title\n[en] ")
    assert "[id]" not in text


def test_a_format_without_a_row_is_refused(thesis: Path, run: Run) -> None:
    ran = run("build", thesis, "--format", "plain")
    assert ran.status == 2
    assert "choose from" in ran.err and all(name in ran.err for name in EDITIONS)


def formats() -> list[str]:
    """The choices of `build --format`."""
    commands = next(a for a in parser("en")._actions if isinstance(a, argparse._SubParsersAction))
    return list(next(a for a in commands.choices["build"]._actions if a.dest == "format").choices or ())


def test_the_command_line_offers_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert formats() == list(EDITIONS)
    monkeypatch.setitem(EDITIONS, "plain", Edition("plain.txt", "nowhere:Writer"))
    assert formats() == [*list(EDITIONS)[:-1], "plain"]


@pytest.mark.parametrize("name", EDITIONS)
def test_every_row_names_a_writer(name: str) -> None:
    assert Writer in EDITIONS[name].load().__mro__


def test_file_names_are_for_one_language_or_for_all() -> None:
    assert Edition("a-{language}.x", "").files(["id", "en"]) == {"a-id.x": ("id",), "a-en.x": ("en",)}
    assert Edition("a.x", "").files(["id", "en"]) == {"a.x": ("id", "en")}
