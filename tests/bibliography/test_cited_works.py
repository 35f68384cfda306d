"""The four words for the use of a work: cited, listed, printed, referenced; and what the editions print."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Run
from thesis_build.bibliography import cited_works
from thesis_build.linter.run import Selection, check
from thesis_build.model import Project, Severity
from thesis_build.readers.project import read_loose_library, read_project
from thesis_build.tools.pandoc import Pandoc
from thesis_build.tools.project_files import DiskFiles

LIBRARY = """\
@book{budi2020, author = {Budi, Ali}, title = {Kota}, publisher = {Contoh}, year = {2020}}
@book{wati2021, author = {Wati, Ani}, title = {Desa}, publisher = {Contoh}, year = {2021}, related = {dewi2022}}
@book{dewi2022, author = {Dewi, Eka}, title = {Laut}, publisher = {Contoh}, year = {2022}}
@incollection{sari2023, author = {Sari, Nia}, title = {Gunung}, crossref = {induk2023}}
@collection{induk2023, editor = {Tono, Adi}, title = {Alam}, publisher = {Contoh}, year = {2023}, xdata = {contoh}}
@xdata{contoh, location = {Bandung}}
@book{lina2024, author = {Lina, Ika}, title = {Sawah}, publisher = {Contoh}, year = {2024}}
"""

Read = Callable[..., Project]


@pytest.fixture
def read(thesis: Path) -> Iterator[Read]:
    """Reads a thesis whose Indonesian and English chapter have these texts."""
    with Pandoc(1) as pandoc:

        def project(indonesian: str, english: str = "# Title\n") -> Project:
            write(thesis, indonesian, english)
            return read_project(DiskFiles(thesis), pandoc)

        yield project


def write(thesis: Path, indonesian: str, english: str) -> None:
    (thesis / "references/library.bib").write_text(LIBRARY)
    (thesis / "paper/id/01-start.md").write_text(indonesian)
    (thesis / "paper/en/01-start.md").write_text(english)


def chapter(nocite: str, text: str = "", title: str = "Judul") -> str:
    return f"---\nnocite: '{nocite}'\n---\n\n# {title} {{#sec:start}}\n\n{text}\n"


def test_a_work_is_cited_where_the_text_of_any_language_has_its_key(read: Read) -> None:
    project = read(chapter("@dewi2022", "Kota [@budi2020; @tidak-ada], `@lina2024`."), "# Title\n\nSee @wati2021.\n")
    assert cited_works.cited(project) == {"budi2020", "wati2021"}
    assert [entry.key for entry in cited_works.works_cited(project)] == ["budi2020", "wati2021"]


def test_a_work_is_listed_where_a_front_matter_names_it(read: Read) -> None:
    project = read(chapter("@wati2021, @tidak-ada", "Kota @budi2020."), chapter("@dewi2022, @wati2021"))
    assert cited_works.listed(project) == ("wati2021", "dewi2022")


def test_the_asterisk_lists_every_work(read: Read) -> None:
    listed = cited_works.listed(read(chapter("@*")))
    assert listed == ("budi2020", "wati2021", "dewi2022", "sari2023", "induk2023", "contoh", "lina2024")


def test_a_work_is_printed_if_it_is_cited_or_listed(read: Read) -> None:
    project = read(chapter("@wati2021", "Kota @budi2020."))
    assert cited_works.printed(project) == {"budi2020", "wati2021"}


def test_an_entry_is_referenced_if_a_printed_one_leads_to_it(read: Read) -> None:
    project = read("# Judul\n\nGunung @sari2023, desa @wati2021.\n")
    assert cited_works.referenced(project) == {"induk2023", "contoh", "dewi2022"}
    assert {entry.key for entry in project.library.entries if not cited_works.is_used(project, entry.key)} == {
        "budi2020",
        "lina2024",
    }


def test_pandoc_needs_what_is_printed_and_what_it_inherits_from(read: Read) -> None:
    project = read(chapter("@sari2023", "Desa @wati2021."))
    assert cited_works.needed_to_print(project) == {"sari2023", "induk2023", "contoh", "wati2021"}


def test_a_library_alone_is_printed_whole(tmp_path: Path) -> None:
    path = tmp_path / "library.bib"
    path.write_text(LIBRARY)
    project = read_loose_library([path], date(2026, 11, 24))
    keys = {entry.key for entry in project.library.entries}
    assert cited_works.printed(project) == cited_works.needed_to_print(project) == keys
    assert not cited_works.cited(project)


def test_the_keys_of_a_chapter_are_those_listed_then_those_cited(read: Read) -> None:
    project = read(chapter("@wati2021, @*", "Kota @budi2020, lihat @sec:start dan @budi2020."))
    found = cited_works.keys_in(project.manuscripts["id"].chapters[0])
    assert found == ("wati2021", "*", "budi2020", "sec:start")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("# Judul\n\nKota @a.\n", Severity.ERROR),
        (chapter("@a"), Severity.ERROR),
        (chapter("@*"), Severity.ERROR),
        ("# Judul\n", Severity.INFO),
    ],
    ids=["cited", "listed", "all listed", "neither"],
)
def test_a_fault_of_a_printed_work_is_an_error(read: Read, thesis: Path, text: str, severity: Severity) -> None:
    read(text)
    (thesis / "references/library.bib").write_text("@article{a, author = {Budi, Ali}, title = {Kota}, year = {2020}}\n")
    with Pandoc(1) as pandoc:
        project = read_project(DiskFiles(thesis), pandoc)
    (finding,) = check(project, Selection(date(2026, 11, 24), only=("BIB101",))).findings
    assert finding.severity is severity


def editions(thesis: Path) -> Iterator[str]:
    """The text of the PDF in each language, then the reference list of each language on the page."""
    for tag in ("id", "en"):
        done = subprocess.run(["pdftotext", thesis / f"build/thesis-{tag}.pdf", "-"], capture_output=True, check=True)
        yield done.stdout.decode()
    page = (thesis / "build/thesis.html").read_text(encoding="utf-8")
    lists = re.findall(r'<ul class="t l\d" lang="(?:id|en)">\n<li id="ref-.*?</ul>', page, re.DOTALL)
    assert len(lists) == 2
    yield from lists


@pytest.mark.parametrize("note", [False, True], ids=["author-date", "notes"])
def test_every_edition_prints_what_one_chapter_lists(thesis: Path, run: Run, note: bool) -> None:
    write(thesis, chapter("@dewi2022", "Kota [@budi2020]."), "# Title {#sec:start}\n\nCity [@budi2020].\n")
    if note:
        settings = thesis / "paper/thesis.yaml"
        settings.write_text(f"{settings.read_text()}style: chicago-notes-bibliography\n")
    ran = run("build", thesis, "--draft")
    assert ran.status == 0, ran.said
    for text in editions(thesis):
        assert "Dewi" in text and "Laut" in text
        assert "Budi" in text
        assert "Wati" not in text and "Lina" not in text


def test_every_edition_prints_the_library_where_a_chapter_lists_all(thesis: Path, run: Run) -> None:
    write(thesis, "# Judul {#sec:start}\n\nKota.\n", chapter("@*", "City.", "Title"))
    ran = run("build", thesis, "--draft")
    assert ran.status == 0, ran.said
    for text in editions(thesis):
        assert all(name in text for name in ("Budi", "Wati", "Dewi", "Sari", "Tono", "Lina"))
