"""Two loose texts as a project: languages, titles, keywords, and texts of other kinds."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from thesis_build import pandoc_ast
from thesis_build.errors import FilesError, ThesisBuildError
from thesis_build.model import Project
from thesis_build.readers.loose_pair import read_loose_pair
from thesis_build.tools.pandoc import Pandoc, program

ABSTRAK = """\
# Abstrak

Penelitian ini membahas kerja sama antara dua kota yang berbeda negara.

**Kata kunci:** kota, kerja sama, dan layanan publik.
"""
ABSTRACT = """\
# Abstract

This study is about the cooperation between two cities of different countries.

*Keywords*: city, cooperation and public service
"""


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc(1) as started:
        yield started


def read(root: Path, pandoc: Pandoc, first: str, second: str, names: tuple[str, str] = ("a.md", "b.md")) -> Project:
    for name, text in zip(names, (first, second), strict=True):
        (root / name).write_text(text, encoding="utf-8")
    return read_loose_pair([root / name for name in names], pandoc, date(2026, 11, 24))


def test_languages_are_told_by_their_words_in_either_order(tmp_path: Path, pandoc: Pandoc) -> None:
    project = read(tmp_path, pandoc, ABSTRACT, ABSTRAK)
    assert project.settings.languages == ("en", "id")
    assert project.manuscripts["id"].chapters[0].source.path.endswith("b.md")


def test_two_texts_of_one_language_are_taken_in_order(tmp_path: Path, pandoc: Pandoc) -> None:
    assert read(tmp_path, pandoc, ABSTRAK, ABSTRAK).settings.languages == ("id", "en")


def test_the_closing_line_gives_the_keywords(tmp_path: Path, pandoc: Pandoc) -> None:
    project = read(tmp_path, pandoc, ABSTRAK, ABSTRACT)
    assert project.settings.keywords == {
        "id": ("kota", "kerja sama", "layanan publik"),
        "en": ("city", "cooperation", "public service"),
    }
    assert project.settings.spans["keywords.id"].line == 5
    (block,) = project.manuscripts["id"].chapters[0].blocks
    assert pandoc_ast.plain_text(block).startswith("Penelitian ini")


def test_front_matter_gives_title_and_keywords(tmp_path: Path, pandoc: Pandoc) -> None:
    head = "---\ntitle: Kota dan kerja sama\nkeywords: [kota, kerja sama]\nlang: id\n---\n"
    project = read(tmp_path, pandoc, head + "Dua kota bekerja sama.\n", ABSTRACT)
    assert project.settings.title["id"] == "Kota dan kerja sama"
    assert project.settings.keywords["id"] == ("kota", "kerja sama")


@pytest.mark.parametrize("named", ["id", "id-ID", "id_ID", "indonesian", "Indonesian"])
def test_front_matter_names_the_language_in_any_way(tmp_path: Path, pandoc: Pandoc, named: str) -> None:
    project = read(tmp_path, pandoc, f"---\nlang: {named}\n---\nBandung dan Seoul.\n", ABSTRACT)
    assert project.settings.languages == ("id", "en")


@pytest.mark.parametrize("label", ["Kata kunci", "KATA-KATA KUNCI", "Katakunci", "Keyword", "Key words", "Index terms"])
def test_keywords_are_known_by_any_label(tmp_path: Path, pandoc: Pandoc, label: str) -> None:
    project = read(tmp_path, pandoc, f"Dua kota bekerja sama.\n\n{label} – kota; desa & negara\n", ABSTRACT)
    assert project.settings.keywords["id"] == ("kota", "desa & negara")
    assert len(project.manuscripts["id"].chapters[0].blocks) == 1


@pytest.mark.parametrize("heading", ["ABSTRAK", "Intisari", "Ringkasan", "Abstract", "Summary"])
def test_the_heading_of_an_abstract_is_no_title(tmp_path: Path, pandoc: Pandoc, heading: str) -> None:
    project = read(tmp_path, pandoc, f"# {heading}\n\nDua kota bekerja sama.\n", ABSTRACT)
    assert project.settings.title["id"] == ""


def test_and_inside_a_keyword_is_left_where_the_lists_are_as_long(tmp_path: Path, pandoc: Pandoc) -> None:
    project = read(
        tmp_path,
        pandoc,
        "Kota itu besar.\n\nKata kunci: kota; penelitian dan pengembangan\n",
        "The city is large.\n\nKeywords: city; research and development\n",
    )
    assert project.settings.keywords["en"] == ("city", "research and development")


@pytest.mark.parametrize("ending", ["docx", "odt", "tex", "html", "rtf"])
def test_other_kinds_are_read_by_pandoc(tmp_path: Path, pandoc: Pandoc, ending: str) -> None:
    for name, text in (("a", ABSTRAK), ("b", ABSTRACT)):
        source = tmp_path / f"{name}.md"
        source.write_text(text, encoding="utf-8")
        subprocess.run([program(), source, "-s", "-o", tmp_path / f"{name}.{ending}"], check=True, capture_output=True)
    project = read_loose_pair([tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"], pandoc, date(2026, 11, 24))
    assert project.settings.keywords["id"] == ("kota", "kerja sama", "layanan publik")
    assert [len(m.chapters[0].blocks) for m in project.manuscripts.values()] == [1, 1]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\xff\xfe"])
def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path, pandoc: Pandoc, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    (tmp_path / "b.md").write_text(ABSTRACT, encoding="utf-8")
    with pytest.raises(ThesisBuildError) as caught:
        read_loose_pair([tmp_path / "a.docx", tmp_path / "b.md"], pandoc, date(2026, 11, 24))
    assert set(caught.value.message) == set(caught.value.hint) == {"id", "en"}


@pytest.mark.parametrize("name", ["a.pdf", "a.doc", "missing.md"])
def test_kinds_that_nobody_can_read_are_named(tmp_path: Path, pandoc: Pandoc, name: str) -> None:
    if name != "missing.md":
        (tmp_path / name).write_bytes(b"%PDF-1.7")
    with pytest.raises(FilesError):
        read_loose_pair([tmp_path / name, tmp_path / name], pandoc, date(2026, 11, 24))


def test_keywords_may_stand_below_their_label(tmp_path: Path, pandoc: Pandoc) -> None:
    below = ABSTRAK.replace("**Kata kunci:** kota", "**Kata Kunci:**\n\nkota")
    assert read(tmp_path, pandoc, below, ABSTRACT).settings.keywords["id"] == ("kota", "kerja sama", "layanan publik")


def test_utf_16_is_read(tmp_path: Path, pandoc: Pandoc) -> None:
    (tmp_path / "a.md").write_text(ABSTRAK, encoding="utf-16")
    (tmp_path / "b.md").write_text(ABSTRACT, encoding="utf-8")
    project = read_loose_pair([tmp_path / "a.md", tmp_path / "b.md"], pandoc, date(2026, 11, 24))
    assert project.settings.keywords["id"] == ("kota", "kerja sama", "layanan publik")


@pytest.mark.parametrize("heads", [("ABSTRAK", "ABSTRACT"), ("# Intisari", "# Abstract"), ("", "")])
def test_one_file_may_have_both_texts(tmp_path: Path, pandoc: Pandoc, heads: tuple[str, str]) -> None:
    bodies = [text.partition("\n\n")[2] for text in (ABSTRAK, ABSTRACT)]
    (tmp_path / "a.md").write_text("\n\n".join([heads[0], bodies[0], heads[1], bodies[1]]), encoding="utf-8")
    project = read_loose_pair([tmp_path / "a.md"], pandoc, date(2026, 11, 24))
    assert project.settings.languages == ("id", "en")
    assert project.settings.keywords["en"] == ("city", "cooperation", "public service")
    english = project.manuscripts["en"].chapters[0].source.text
    assert (
        english.split("\n").index("This study is about the cooperation between two cities of different countries.") > 6
    )


@pytest.mark.parametrize(
    ("names", "texts", "reason"),
    [
        (("a.md", "a.md"), (ABSTRAK, ABSTRAK), "both texts are the same file"),
        (("a.md", "b.md"), ("", "\n"), "both texts are empty"),
        (("a.md",), (ABSTRAK,), "the file has a text in one language only"),
    ],
)
def test_nothing_to_compare_is_an_error(
    tmp_path: Path, pandoc: Pandoc, names: tuple[str, ...], texts: tuple[str, ...], reason: str
) -> None:
    for name, text in zip(names, texts, strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(FilesError, match=reason) as error:
        read_loose_pair([tmp_path / name for name in names], pandoc, date(2026, 11, 24))
    assert set(error.value.message) == {"en", "id"}
