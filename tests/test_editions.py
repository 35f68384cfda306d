"""The editions of the thesis that uses everything: numbers, references, text and bytes."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import KITCHEN_SINK, ROOT, Run
from thesis_build.cli import main

LABELS = {
    "id": r"(?:Gambar|Tabel) [A-Z\d]+\.\d+",
    "en": r"(?:Figure|Table) [A-Z\d]+\.\d+",
}
WORDS = {"Figure": "Gambar", "Table": "Tabel", "Chapter": "Bab", "Section": "Subbab", "Equation": "Persamaan"}
ROMAN = {"I": "1", "II": "2"}


class Page(HTMLParser):
    """The text of the HTML edition and its cross-references by language, its identifiers, links and attributes."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text: dict[str, list[str]] = {"id": [], "en": []}
        self.references: dict[str, list[tuple[str, str]]] = {"id": [], "en": []}
        self._reference = ""
        self._stack: list[tuple[str, str, str]] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in values.items()]
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and values.get("href", "").startswith("#"):
            self.links.append(values["href"][1:])
            self._reference = values["href"] if "xref" in values.get("class", "") else ""
        if tag not in {"meta", "link", "input", "br", "hr", "img", "col"}:
            self._stack.append((tag, values.get("class", ""), values.get("lang", "")))

    def handle_endtag(self, tag: str) -> None:
        while self._stack and self._stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(tag in ("script", "style", "annotation") for tag, _, _ in self._stack):
            return
        text = next((lang for _, kind, lang in reversed(self._stack) if "t" in kind.split()), "")
        if text:
            self.text[text].append(data)
        if text and self._reference:
            self.references[text].append((self._reference, data))
            self._reference = ""

    def said(self, language: str) -> str:
        return " ".join("".join(self.text[language]).split())


@pytest.fixture(scope="module")
def page(kitchen_sink: Path) -> Page:
    return Page(kitchen_sink / "build/thesis.html")


@pytest.fixture(scope="module")
def printed(kitchen_sink: Path) -> dict[str, str]:
    """The text of each PDF from its chapters on, read by poppler in reading order."""
    texts = {}
    for tag in ("id", "en"):
        pdf = kitchen_sink / f"build/thesis-{tag}.pdf"
        done = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True)
        texts[tag] = done.stdout
    return texts


def flat(text: str) -> str:
    return " ".join(text.replace("\u2060", "").split())


# ── numbers ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("tag", ["id", "en"])
def test_every_figure_and_table_has_one_number_in_both_formats(tag: str, page: Page, printed: dict[str, str]) -> None:
    in_page = set(re.findall(LABELS[tag], page.said(tag)))
    in_print = set(re.findall(LABELS[tag], flat(printed[tag])))
    assert len(in_page) == 8
    assert in_page == in_print


@pytest.mark.parametrize("tag", ["id", "en"])
@pytest.mark.parametrize(
    "sentence",
    [
        {
            "id": "Lihat Bab II, Subbab 1.3, Gambar 1.1, Gambar 1.1–1.3, Tabel 1.1 dan 2.1, 1.2, dan Persamaan (1.1).",
            "en": "See Chapter 2, Section 1.3, Figure 1.1, Figures 1.1–1.3, Tables 1.1 and 2.1, 1.2,",
        },
        {"id": "Kembali ke awal dan Tabel A.1.", "en": "Back to the start and Table A.1."},
        {"id": "BAB II", "en": "Chapter 2"},
        {"id": "1.2.1 Sub-subbab", "en": "1.2.1 Sub-subsection"},
        {"id": "2.1 Tabel panjang", "en": "2.1 A long table"},
    ],
    ids=["cross-references", "appendix", "chapter", "subsection", "section"],
)
def test_numbers_are_the_same_in_print_and_page(
    tag: str, sentence: dict[str, str], page: Page, printed: dict[str, str]
) -> None:
    assert sentence[tag] in page.said(tag)
    assert sentence[tag].upper() in flat(printed[tag]).upper()


def test_cross_references_name_the_same_things_in_both_languages(page: Page) -> None:
    def plain(label: str) -> str:
        word, _, number = label.replace("\u00a0", " ").rpartition(" ")
        return f"{WORDS.get(word.removesuffix('s'), word)} {ROMAN.get(number, number)}".strip()

    english = [(target, plain(label)) for target, label in page.references["en"]]
    indonesian = [(target, plain(label)) for target, label in page.references["id"]]
    assert english == indonesian
    assert len(english) == 10


@pytest.mark.parametrize("tag", ["id", "en"])
def test_notes_and_equations_are_numbered_alike(tag: str, page: Page, printed: dict[str, str]) -> None:
    assert f"{tag}-note-1" in page.ids
    for equation in ("(1.1)", "(1.2)"):
        assert equation in page.said(tag)
        assert equation in printed[tag]


# ── what the text says ──────────────────────────────────────────────────────────────────────────

SAID = {
    "id": [
        "Parentetis (Santoso, 2010, hlm. 12)",
        "(lihat Wati dkk., 2015, hlm. 5–7, dan lain-lain; Lim, 2018)",
        "Naratif Wati dkk. (2015, hlm. 3) dan Santoso (2010)",
        "Tanpa nama (2018)",
        "pasal 367 ayat (2)",
        "Angka: 2.444.160 jiwa, Rp7,1 triliun, sejak 25 September 1810.",
        "12,5%",
        "(ed. ke-2)",
        "[Disertasi doktor]",
        "2 Maret",
        "{{ bukan.jinja }} {% if %} {#bukan}",
        "a_b*c~d@e “kutip ‘dalam’” – tanda—pisah… selesai.",
        "Hanya dalam bahasa Indonesia.",
    ],
    "en": [
        "Parenthetical (Santoso, 2010, p. 12)",
        "(see Wati et al., 2015, pp. 5–7, and so on; Lim, 2018)",
        "Narrative Wati et al. (2015, p. 3) and Santoso (2010)",
        "Without name (2018)",
        "art. 367(2)",
        "Numbers: 2,444,160 people, Rp 7.1 trillion, since 25 September 1810.",
        "12.5%",
        "(2nd ed.)",
        "[Doctoral dissertation]",
        "March 2",
        "{{ not.jinja }} {% if %} {#not}",
    ],
}


@pytest.mark.parametrize(("tag", "sentence"), [(tag, said) for tag, listed in SAID.items() for said in listed])
def test_both_editions_say_it(tag: str, sentence: str, page: Page, printed: dict[str, str]) -> None:
    assert sentence.replace("\u00a0", " ") in page.said(tag).replace("\u00a0", " ")
    squeezed = "".join(printed[tag].split())
    assert "".join(sentence.split()) in squeezed


def test_comments_and_the_other_language_are_not_printed(page: Page, printed: dict[str, str]) -> None:
    for text in (page.said("en"), printed["en"], page.said("id"), printed["id"]):
        assert "komentar" not in text
        assert "comment" not in text
    assert "Hanya dalam bahasa Indonesia" not in printed["en"]


def test_the_extracted_text_has_no_holes(printed: dict[str, str]) -> None:
    for text in printed.values():
        assert "\u00ad" not in text
        assert "\ufffd" not in text
        assert not re.search("[\ufb00-\ufb06\ue000-\uf8ff]", text)


def test_text_reads_in_order(printed: dict[str, str]) -> None:
    text = flat(printed["id"])
    order = [
        "Halaman ini berisi",
        "menguji segala sesuatu",
        "Lihat Bab II",
        "Parentetis",
        "Sub-subbab",
        "Kutipan langsung",
        "Kembali ke awal",
    ]
    places = [text.rfind(words) for words in order]
    assert min(places) >= 0
    assert places == sorted(places)


# ── the PDF as a file ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("tag", "title"), [("id", "Segala Sesuatu & Lainnya"), ("en", "Everything & the Rest")])
def test_the_pdf_knows_its_title_language_labels_and_bookmarks(kitchen_sink: Path, tag: str, title: str) -> None:
    with pikepdf.open(kitchen_sink / f"build/thesis-{tag}.pdf") as pdf:
        assert str(pdf.Root.Lang).split("-")[0] == tag
        assert str(pdf.docinfo["/Title"]) == title
        assert str(pdf.docinfo["/Author"]) == "Budi Penulis, Ani Rekan"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)
        labels = [pdf.pages[index].label for index in range(len(pdf.pages))]
        assert labels[1] == "ii"
        assert labels[labels.index("1") + 1] == "2"
        with pdf.open_outline() as outline:
            names = [item.title for item in outline.root]
        assert any("Data" in name for name in names)
        assert len(names) >= 9


def test_every_picture_and_formula_has_a_text(kitchen_sink: Path) -> None:
    with pikepdf.open(kitchen_sink / "build/thesis-id.pdf") as pdf:
        alts = [
            str(item.Alt)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") in ("/Figure", "/Formula")
        ]
    assert "Batang Seoul lebih tinggi daripada batang Bandung." in alts
    assert "energi sama dengan massa kali kuadrat laju cahaya" in alts
    assert any("jumlah dari i sama dengan 1 sampai n" in alt for alt in alts)
    assert all(alt.strip() for alt in alts)


# ── the page as a file ──────────────────────────────────────────────────────────────────────────


def test_identifiers_are_unique_and_links_lead_somewhere(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))
    assert set(page.links) <= set(page.ids)


def test_the_page_holds_no_style_handler_or_outside_address(page: Page) -> None:
    for tag, name, value in page.attributes:
        assert name != "style"
        assert not name.startswith("on")
        if name in ("src", "srcset", "poster", "data") or (tag, name) in (("use", "href"), ("image", "href")):
            assert value.startswith(("data:", "#")), (tag, name, value[:40])


def test_an_image_that_both_languages_share_is_there_once(kitchen_sink: Path) -> None:
    import base64

    content = base64.b64encode((KITCHEN_SINK / "paper/figures/photo.png").read_bytes()).decode()
    assert (kitchen_sink / "build/thesis.html").read_text(encoding="utf-8").count(content) == 1


def test_works_link_back_to_the_paragraphs_that_cite_them(page: Page) -> None:
    assert "ref-id-santoso2010" in page.ids
    assert "Dikutip di" in page.said("id")


# ── same input, same bytes ──────────────────────────────────────────────────────────────────────


def test_two_builds_give_the_same_bytes(kitchen_sink: Path, tmp_path: Path) -> None:
    """In another folder, with a space in its name, another time zone and locale, one job, nothing cached."""
    copy = Path(shutil.copytree(KITCHEN_SINK, tmp_path / "another folder"))
    environment = os.environ | {"TZ": "Asia/Jakarta", "LANG": "id_ID.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "thesis_build", "build", str(copy), "--jobs", "1"]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    for name in ("thesis-id.pdf", "thesis-en.pdf", "thesis.html"):
        assert (kitchen_sink / "build" / name).read_bytes() == (copy / "build" / name).read_bytes(), name


def test_the_cache_changes_nothing_but_the_time(kitchen_sink: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(KITCHEN_SINK, tmp_path / "copy"))
    chapter = copy / "paper/id/01-start.md"
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace("Naratif", "Bernarasi"), encoding="utf-8")
    assert main(["build", str(copy)]) == 0
    chapter.write_text(text, encoding="utf-8")
    assert main(["build", str(copy)]) == 0
    for name in ("thesis-id.pdf", "thesis-en.pdf", "thesis.html"):
        assert (kitchen_sink / "build" / name).read_bytes() == (copy / "build" / name).read_bytes(), name


def test_a_second_build_has_nothing_to_do(thesis: Path, run: Run) -> None:
    assert run("build", thesis).status == 0
    before = (thesis / "build/thesis.html").stat().st_mtime_ns
    assert "nothing has changed" in run("build", thesis, "--locale", "en").err
    assert (thesis / "build/thesis.html").stat().st_mtime_ns == before
    (thesis / "build/thesis.html").write_text("spoilt", encoding="utf-8")
    assert "nothing has changed" not in run("build", thesis, "--locale", "en").err
    assert (thesis / "build/thesis.html").stat().st_size > 1000


# ── a build that dies ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_a_build_that_is_stopped_leaves_the_last_good_editions(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    copy = Path(shutil.copytree(KITCHEN_SINK, tmp_path / "thesis"))
    (copy / "build").mkdir()
    for name in ("thesis-id.pdf", "thesis-en.pdf", "thesis.html"):
        (copy / "build" / name).write_text("last good", encoding="utf-8")
    drawing = tmp_path / "drawing"
    (copy / "paper/figures/bars.py").write_text(f"""
import pathlib, threading

def draw(data, language):
    pathlib.Path({str(drawing)!r}).touch()
    threading.Event().wait()
""")
    process = subprocess.Popen(
        [sys.executable, "-m", "thesis_build", "build", str(copy)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    deadline = time.monotonic() + 60
    while not drawing.exists():
        assert process.poll() is None and time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    assert process.returncode == status
    assert b"Traceback" not in err
    names = sorted(path.name for path in (copy / "build").iterdir())
    assert names == ["thesis-en.pdf", "thesis-id.pdf", "thesis.html"]
    assert all((copy / "build" / name).read_text() == "last good" for name in names)


def test_a_full_disk_is_said_and_leaves_the_last_good_editions(
    thesis: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno
    import tempfile

    output = thesis / "build"
    output.mkdir()
    (output / "thesis.html").write_text("last good", encoding="utf-8")
    real = tempfile.mkstemp

    def full(*arguments: object, **options: object) -> tuple[int, str]:
        if str(options.get("dir", "")).endswith("build"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*arguments, **options)  # type: ignore[arg-type, call-overload] # passed through as they came

    monkeypatch.setattr(tempfile, "mkstemp", full)
    ran = run("build", thesis, "--locale", "en")
    assert ran.status == 2
    assert "No space left on device" in ran.err
    assert (output / "thesis.html").read_text(encoding="utf-8") == "last good"


def test_a_text_without_authors_names_nobody_but_the_work_it_rests_on(thesis: Path, run: Run) -> None:
    settings = thesis / "paper/thesis.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[{name: Ani Penulis}]", "[]\nbased-on: budi2020"), encoding="utf-8")
    assert run("build", thesis).status == 0
    page = (thesis / "build/thesis.html").read_text(encoding="utf-8")
    record = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    source = {"@type": "CreativeWork", "name": "Kota", "author": [{"@type": "Person", "name": "Ali Budi"}]}
    assert ("author" in record, record["isBasedOn"]) == (False, source)
    assert "citation_author" not in page
    assert '<meta name="DCTERMS.source" content="Ali Budi: Kota">' in page
    for tag in ("id", "en"):
        with pikepdf.open(thesis / f"build/thesis-{tag}.pdf") as pdf:
            assert "/Author" not in pdf.docinfo
            assert "dc:creator" not in pdf.open_metadata()


LAW = """
@legislation{uu37, title = {{Undang-Undang Nomor 37 Tahun 1999 tentang Kota}}, author = {{Republik Indonesia}},
  shorttitle = {{Undang-Undang Nomor 37 Tahun 1999}}, year = {1999},
  journaltitle = {{Lembaran Negara Tahun 1999 Nomor 156}}}
@online{kim2017, title = {서울}, title-id = {Kota Seoul}, title-en = {Seoul City}, author = {Kim}, year = {2017},
  url = {https://example.org/k}}
@online{lee2017, title = {[A page]}, title-id = {Sebuah laman}, author = {Lee}, year = {2017}, url = {https://example.org/l}}
"""


def test_a_law_gives_its_year_once_and_a_title_is_translated_for_each_edition(thesis: Path, run: Run) -> None:
    shutil.copytree(ROOT / "paper/fonts", thesis / "paper/fonts")  # Korean
    with (thesis / "references/library.bib").open("a", encoding="utf-8") as library:
        library.write(LAW)
    for tag in ("id", "en"):
        with (thesis / f"paper/{tag}/01-start.md").open("a", encoding="utf-8") as chapter:
            chapter.write("\n[@uu37, pasal 6; @kim2017; @lee2017]\n")
    assert run("build", thesis, "--format", "html").status == 0
    page = Page(thesis / "build/thesis.html")
    assert "Undang-Undang Nomor 37 Tahun 1999, pasal 6" in page.said("id")
    assert "tentang Kota, Lembaran Negara Tahun 1999 Nomor 156." in page.said("id")
    assert "서울 [Kota Seoul]." in page.said("id")
    assert "서울 [Seoul City]." in page.said("en")
    assert "Lee. (2017). [Sebuah laman]." in page.said("id")
    assert "Lee. (2017). [A page]." in page.said("en")


def test_the_thesis_of_this_repository_can_be_built_from_any_folder(tmp_path: Path, run: Run) -> None:
    ran = run("build", ROOT, "--output", tmp_path / "out", "--format", "html")
    assert ran.status == 0, ran.said
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["thesis.html"]
