"""A thesis in one language whose abstract stands in two, as most in Indonesia: both are printed, and compared."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import html5lib
import pytest

from tests.conftest import Run, begun


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return begun(tmp_path / "one", "id")


def abstract(one: Path, old: str, new: str) -> None:
    path = one / "paper/en/00-abstract.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_both_abstracts_are_printed_each_in_its_language(one: Path, run: Run) -> None:
    assert run("build", one).status == 0
    pdf = subprocess.run(["pdftotext", one / "build/thesis-id.pdf", "-"], capture_output=True, text=True, check=True)
    first, second = pdf.stdout.index("Paragraf ini adalah abstrak"), pdf.stdout.index("This paragraph is the abstract")
    assert first < second < pdf.stdout.index("BAB I")
    assert "Title of the Thesis" in pdf.stdout and "Keywords: thesis, abstract" in pdf.stdout

    page = html5lib.parse((one / "build/thesis.html").read_text(encoding="utf-8"), namespaceHTMLElements=False)
    (section,) = (each for each in page.iter("section") if each.get("lang") == "en")
    assert "This paragraph is the abstract." in " ".join(section.itertext())
    assert [each.get("lang") for each in page.iter("section") if "abstract" in each.get("class")] == [None, "en"]


def test_the_pair_is_compared_strictly(one: Path, run: Run) -> None:
    path = one / "paper/id/00-abstract.md"
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()} Skripsi ini selesai tahun 2026.\n", encoding="utf-8")
    ran = run("check", one, "--locale", "en")
    assert ran.status == 1
    assert re.search(r"paper/(id|en)/00-abstract\.md:3:\d+: error PAR120", ran.out), ran.out


def test_chapters_need_no_counterpart_and_no_stub_is_built(one: Path, run: Run) -> None:
    assert run("check", one, "--select", "ALL", "--profile", "release").status == 0
    assert run("build", one).status == 0
    assert not (one / "build/thesis-en.pdf").exists()
    table = run("parity", one, "--locale", "en").out
    assert [line.split()[0] for line in table.splitlines()] == ["chapter", "00-abstract"]


def test_the_second_language_is_added_by_one_line(one: Path, run: Run) -> None:
    settings = one / "paper/thesis.yaml"
    text = settings.read_text(encoding="utf-8").replace('languages: ["id"]', 'languages: ["id", "en"]')
    settings.write_text(text, encoding="utf-8")
    ran = run("check", one, "--locale", "en")
    assert sorted(re.findall(r"there is no (\S+) beside", ran.out)) == [
        f"paper/en/{name}.md" for name in ("01-introduction", "02-theory", "03-method", "04-results", "05-conclusion")
    ]


def test_a_note_in_the_second_abstract_leads_there_and_back(one: Path, run: Run) -> None:
    abstract(one, "the abstract.", "the abstract.[^1]")
    path = one / "paper/en/00-abstract.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n[^1]: A note.\n", encoding="utf-8")
    run("build", one, "--draft", "--format", "html")
    page = html5lib.parse((one / "build/thesis.html").read_text(encoding="utf-8"), namespaceHTMLElements=False)
    names = {each.get("id") for each in page.iter() if each.get("id")}
    targets = {each.get("href")[1:] for each in page.iter("a") if each.get("href", "").startswith("#")}
    assert {"en-note-1", "en-noteref-1"} <= targets <= names


def test_a_thesis_in_one_language_has_nothing_to_compare(one: Path, run: Run) -> None:
    settings = one / "paper/thesis.yaml"
    text = settings.read_text(encoding="utf-8").replace('abstracts: ["id", "en"]', 'abstracts: ["id"]')
    text = re.sub(r"^  en: .*\n", "", text, flags=re.MULTILINE).replace(', "en": 250', "")
    settings.write_text(text, encoding="utf-8")
    assert run("check", one).status == 0
    ran = run("parity", "terms", "--project", one, "--locale", "en")
    assert ran.status == 2 and "this thesis has one language only" in ran.err


def test_the_title_page_has_the_author_beside_the_kind_of_work(one: Path, run: Run) -> None:
    assert run("build", one).status == 0
    pdf = subprocess.run(
        ["pdftotext", "-l", "1", one / "build/thesis-id.pdf", "-"], capture_output=True, text=True, check=True
    )
    assert pdf.stdout.index("Skripsi") < pdf.stdout.index("Nama Penulis")
