"""What a manuscript becomes: numbers, references, locators, values and citations, in both languages, as Markdown."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.rules.cases import Case, read
from thesis_build import pandoc_ast
from thesis_build.bibliography.cited_works import needed_to_print
from thesis_build.errors import ToolError
from thesis_build.languages import language
from thesis_build.model import ChapterKind, Library, ResolvedManuscript, Source
from thesis_build.readers.bibtex.csl_references import read_references
from thesis_build.resolve import resolve
from thesis_build.resolve.citations import apply_citations, cite_request
from thesis_build.tools.pandoc import Pandoc, Request

LIBRARY = """\
@book{budi, author = {Budi, Ali}, title = {Kota}, publisher = {Contoh}, year = {2020}, edition = {2},
  langid = {indonesian}}
@phdthesis{lim, author = {Lim, Eko}, title = {Jaringan}, school = {Universitas Contoh}, year = {2018}}
@online{web, author = {{Kota Contoh}}, title = {Situs}, url = {https://example.org}, date = {2020-03-02},
  langid = {english}}
"""
NOTES = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>N</title><id>n</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout suffix="." delimiter="; "><text variable="title"/><text variable="locator" prefix=", "/></layout>
</citation>
<bibliography><layout suffix="."><text variable="title"/></layout></bibliography>
</style>
"""

Resolve = Callable[..., dict[str, ResolvedManuscript]]


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc(1) as started:
        yield started


@pytest.fixture
def resolved(tmp_path: Path, pandoc: Pandoc) -> Resolve:
    def run(files: dict[str, str], style: Source | None = None, **settings: Any) -> dict[str, ResolvedManuscript]:
        whole = {"references/library.bib": LIBRARY, **files}
        case = Case("", "", {path: text.encode() for path, text in whole.items()}, settings, ())
        project = read(case, tmp_path, pandoc)
        project = read_references(project, needed_to_print(project), pandoc)
        return resolve(replace(project, style=style) if style else project, pandoc)

    return run


@pytest.fixture
def printed(resolved: Resolve, pandoc: Pandoc) -> Callable[..., str]:
    """The blocks of the first chapter in a language as Pandoc's Markdown."""

    def run(text: str, tag: str = "id", more: dict[str, str] | None = None, **settings: Any) -> str:
        files = {f"paper/{tag}/01-a.md": f"# Judul\n\n{text}\n", **(more or {})}
        for other in {"id", "en"} - {tag}:
            files[f"paper/{other}/01-a.md"] = "# Judul\n"
        chapter = resolved(files, **settings)[tag].chapters[0]
        answer = pandoc.ask(Request("write", "markdown", pandoc_ast.dumps(chapter.blocks[1:])))
        return answer.text.strip().replace("\u00a0", "~")

    return run


Printed = Callable[..., str]


# ── chapters ────────────────────────────────────────────────────────────────────────────────────


def test_chapters_appendices_and_pages_are_numbered_by_kind(resolved: Resolve) -> None:
    files = {
        "00-abstract": "# Abstrak\n",
        "01-a": "# Satu {#sec:a}\n",
        "02-b": "<!-- x -->\n\n# Dua\n",
        "03-c": "# Tiga {.appendix}\n",
        "04-d": "# Empat {.appendix #sec:d}\n",
        "05-e": "Tanpa judul.\n",
        "06-f": "## Bukan judul\n",
        "halaman": "# Halaman\n",
    }
    both = {f"paper/{tag}/{name}.md": text for tag in ("id", "en") for name, text in files.items()}
    manuscripts = resolved(both, front=["halaman"])
    told = {
        tag: [(c.name, c.kind, c.identifier, c.number, pandoc_ast.plain_text(c.title)) for c in manuscript.chapters]
        for tag, manuscript in manuscripts.items()
    }
    assert told["id"] == [
        ("halaman", ChapterKind.PAGE, "halaman", "", "Halaman"),
        ("00-abstract", ChapterKind.ABSTRACT, "abstrak", "", "Abstrak"),
        ("01-a", ChapterKind.CHAPTER, "sec:a", "BAB I", "Satu"),
        ("02-b", ChapterKind.CHAPTER, "dua", "BAB II", "Dua"),
        ("03-c", ChapterKind.APPENDIX, "tiga", "LAMPIRAN A", "Tiga"),
        ("04-d", ChapterKind.APPENDIX, "sec:d", "LAMPIRAN B", "Empat"),
        ("05-e", ChapterKind.CHAPTER, "", "BAB III", "05-e"),
        ("06-f", ChapterKind.CHAPTER, "", "BAB IV", "06-f"),
    ]
    assert [number for _, _, _, number, _ in told["en"]] == [
        "",
        "",
        "Chapter 1",
        "Chapter 2",
        "Appendix A",
        "Appendix B",
        "Chapter 3",
        "Chapter 4",
    ]
    assert {chapter.language for chapter in manuscripts["en"].chapters} == {"en"}
    assert manuscripts["id"].chapters[2].source.path == "paper/id/01-a.md"


def test_sections_count_within_their_chapter_and_level(printed: Printed) -> None:
    text = printed(
        "## A {#sec:a}\n\n### B\n\n### C {#sec:c}\n\n## D {.unnumbered}\n\n### E\n\n## F\n\n#### G {#sec:g}\n\n"
        "[@sec:a; @sec:c; @sec:g]"
    )
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        '## A {#sec:a number="1.1"}',
        '### B {#b number="1.1.1"}',
        '### C {#sec:c number="1.1.2"}',
        "## D {#d .unnumbered}",
        '### E {#e number="1.1.3"}',
        '## F {#f number="1.2"}',
        '### G {#sec:g number="1.2.1"}',
    ]
    assert "Subbab~" in text
    assert "[1.1](#sec:a){.xref}, [1.1.2](#sec:c){.xref} dan [1.2.1](#sec:g){.xref}" in text


def test_sections_and_figures_of_a_page_and_an_abstract_are_not_numbered_by_chapter(resolved: Resolve) -> None:
    files = {"paper/id/halaman.md": "# Halaman\n\n## Bagian\n\n![Peta.](a.png){#fig:peta}\n\nLihat @fig:peta.\n"}
    chapters = resolved({"paper/id/01-a.md": "# Satu\n", **files}, front=["halaman"])["id"].chapters
    page = next(chapter for chapter in chapters if chapter.kind is ChapterKind.PAGE)
    text = pandoc_ast.dumps(page.blocks)
    assert '"number","Gambar 1"' in text.replace(" ", "").replace("Gambar1", "Gambar 1")
    assert "Bagian" in text and '["number","1' not in text.replace(" ", "")


# ── figures, tables, equations, notes ───────────────────────────────────────────────────────────


def test_figures_and_tables_with_a_caption_are_counted_apart(printed: Printed) -> None:
    text = printed(
        "![A.](a.png){#fig:a}\n\n![](b.png){#fig:b}\n\n![C.](c.png){#fig:c}\n\n| x |\n|---|\n| y |\n\n: T {#tbl:t}\n\n"
        "| x |\n|---|\n| y |\n\n@fig:a, @fig:c, @Tbl:t, @fig:b.",
    )
    assert 'number="Gambar 1.1"' in text and 'number="Gambar 1.2"' in text and 'number="Tabel 1.1"' in text
    assert text.count("number=") == 3
    assert text.endswith(
        "[Gambar~1.1](#fig:a){.xref}, [Gambar~1.2](#fig:c){.xref}, [Tabel~1.1](#tbl:t){.xref}, \\[fig:b?\\]."
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("$$ a $$ {#eq:a}", '#eq:a .equation alt="a" number="(1.1)"'),
        ("$$ a $$ {#eq:a}.", '#eq:a .equation alt="a" number="(1.1)"'),
        ("$$ a $$\n{#eq:a}", '#eq:a .equation alt="a" number="(1.1)"'),
        ('$$ a $$ {#eq:a alt="luas sisi"}', '#eq:a .equation alt="luas sisi" number="(1.1)"'),
        ("$$ a $$ {#eq:*a*}", '#eq:a .equation alt="a" number="(1.1)"'),
        ("$$ a $$ {#eq:[a]{.b}}", '#eq:a .equation alt="a" number="(1.1)"'),
        ("$$ a $$", '.equation alt="a"'),
        ("$$ a $$ {#fig:a}", '.equation alt="a"'),
        ("$$ a $$ lalu {#eq:a}", '.equation alt="a"'),
        ("$a$ {#eq:a}", '.maths alt="a"'),
    ],
)
def test_an_equation_takes_the_label_that_follows_it(written: str, shown: str, printed: Printed) -> None:
    text = " ".join(printed(written).split())
    assert f"{{{shown}}}" in text, text
    assert ("{#eq" in text.replace(f"{{{shown}}}", "").replace("\\", "")) is (
        "number" not in shown and "#eq" in written
    )


def test_what_follows_the_label_of_an_equation_stays(printed: Printed) -> None:
    text = " ".join(printed("$$ a $$ {#eq:a}, lalu $$ b $$ {#eq:b} [@eq:a; @eq:b].").split())
    assert 'number="(1.1)"}' in text and 'number="(1.2)"}' in text
    assert text.count("lalu") == 1
    assert "Persamaan~[(1.1)](#eq:a){.xref} dan [(1.2)](#eq:b){.xref}" in text


def test_notes_are_counted_through_the_manuscript(resolved: Resolve) -> None:
    files = {"paper/id/01-a.md": "# A\n\nx^[satu] y^[dua]\n", "paper/id/02-b.md": "# B\n\nz^[tiga]\n"}
    chapters = resolved(files)["id"].chapters
    found = [
        pandoc_ast.attribute(element, "number")
        for chapter in chapters
        for element in pandoc_ast.walk(chapter.blocks)
        if element["t"] == "Span" and "note" in pandoc_ast.classes(element)
    ]
    assert found == ["1", "2", "3"]


# ── cross-references ────────────────────────────────────────────────────────────────────────────

FIGURES = "".join(f"![{name}.](a.png){{#fig:{name}}}\n\n" for name in "abcdef")


@pytest.mark.parametrize(
    ("written", "indonesian", "english"),
    [
        ("@fig:a", "[Gambar~1.1](#fig:a){.xref}", "[Figure~1.1](#fig:a){.xref}"),
        ("@Fig:a", "[Gambar~1.1](#fig:a){.xref}", "[Figure~1.1](#fig:a){.xref}"),
        ("[-@fig:a]", "[1.1](#fig:a){.xref}", "[1.1](#fig:a){.xref}"),
        (
            "[@fig:b; @fig:a]",
            "Gambar~[1.1](#fig:a){.xref} dan [1.2](#fig:b){.xref}",
            "Figures~[1.1](#fig:a){.xref} and [1.2](#fig:b){.xref}",
        ),
        (
            "[@fig:a; @fig:c; @fig:b]",
            "Gambar~[1.1](#fig:a){.xref}--[1.3](#fig:c){.xref}",
            "Figures~[1.1](#fig:a){.xref}--[1.3](#fig:c){.xref}",
        ),
        (
            "[@fig:a; @fig:b; @fig:d; @fig:f; @fig:a]",
            "Gambar~[1.1](#fig:a){.xref}, [1.2](#fig:b){.xref}, [1.4](#fig:d){.xref} dan [1.6](#fig:f){.xref}",
            "Figures~[1.1](#fig:a){.xref}, [1.2](#fig:b){.xref}, [1.4](#fig:d){.xref} and [1.6](#fig:f){.xref}",
        ),
        (
            "[-@fig:a; @fig:b; @fig:c]",
            "[1.1](#fig:a){.xref}--[1.3](#fig:c){.xref}",
            "[1.1](#fig:a){.xref}--[1.3](#fig:c){.xref}",
        ),
        ("[Peta @fig:a]", "[Peta~1.1](#fig:a){.xref}", "[Peta~1.1](#fig:a){.xref}"),
        (
            "[@fig:a; Peta @fig:b]",
            "[Gambar~1.1](#fig:a){.xref}, [Peta~1.2](#fig:b){.xref}",
            "[Figure~1.1](#fig:a){.xref}, [Peta~1.2](#fig:b){.xref}",
        ),
        (
            "[@fig:a; @tbl:t; @fig:b]",
            "[Gambar~1.1](#fig:a){.xref}, [Tabel~1.1](#tbl:t){.xref}, [Gambar~1.2](#fig:b){.xref}",
            "[Figure~1.1](#fig:a){.xref}, [Table~1.1](#tbl:t){.xref}, [Figure~1.2](#fig:b){.xref}",
        ),
        ("[@fig:a, kiri]", "[Gambar~1.1](#fig:a){.xref}, kiri", "[Figure~1.1](#fig:a){.xref}, kiri"),
        (
            "[@fig:a; @fig:b, kiri]",
            "Gambar~[1.1](#fig:a){.xref} dan [1.2](#fig:b){.xref}, kiri",
            "Figures~[1.1](#fig:a){.xref} and [1.2](#fig:b){.xref}, kiri",
        ),
        ("@fig:tidak", "\\[fig:tidak?\\]", "\\[fig:tidak?\\]"),
        (
            "[@fig:tidak; @fig:bukan]",
            "\\[fig:tidak?\\], \\[fig:bukan?\\]",
            "\\[fig:tidak?\\], \\[fig:bukan?\\]",
        ),
    ],
)
def test_a_cross_reference_is_printed_in_the_words_of_the_edition(
    written: str, indonesian: str, english: str, printed: Printed
) -> None:
    table = "| x |\n|---|\n| y |\n\n: T {#tbl:t}\n\n"
    for tag, expected in (("id", indonesian), ("en", english)):
        text = printed(f"{FIGURES}{table}Lihat: {written}", tag)
        assert " ".join(text.split()).rpartition("Lihat: ")[2] == expected


def test_a_cross_reference_in_a_title_is_printed_there(resolved: Resolve) -> None:
    chapters = resolved({"paper/id/01-a.md": "# A, lihat @sec:b\n", "paper/id/02-b.md": "# B {#sec:b}\n"})[
        "id"
    ].chapters
    assert pandoc_ast.plain_text(chapters[0].title) == "A, lihat Bab\u00a0II"


def test_chapters_are_referred_to_in_their_order(resolved: Resolve) -> None:
    files = {f"paper/id/0{number}-{name}.md": f"# {name} {{#sec:{name}}}\n" for number, name in enumerate("abcd", 1)}
    files["paper/id/04-d.md"] += "\n[@sec:c; @sec:a], [@sec:c; @sec:b; @sec:a]\n"
    last = resolved(files)["id"].chapters[3].blocks[-1]
    assert pandoc_ast.plain_text(last).strip() == "Bab\u00a0I dan III, Bab\u00a0I–III"


def test_figures_of_two_chapters_make_no_range(resolved: Resolve) -> None:
    figures = "![A.](a.png){#fig:%s}\n\n"
    files = {
        "paper/id/01-a.md": "# A\n\n" + figures % "a" + figures % "b",
        "paper/id/02-b.md": "# B\n\n" + figures % "c" + figures % "d" + "[@fig:d; @fig:a; @fig:c; @fig:b]\n",
    }
    last = resolved(files)["id"].chapters[1].blocks[-1]
    assert pandoc_ast.plain_text(last).strip() == "Gambar\u00a01.1, 1.2, 2.1 dan 2.2"


# ── raw content, values ─────────────────────────────────────────────────────────────────────────


def test_raw_content_is_left_out_unless_it_is_allowed(printed: Printed) -> None:
    text = "A `b`{=html} <!-- c --> `d`{=typst}.\n\n```{=html}\n<hr>\n```\n\n<!-- e -->"
    assert printed(text).startswith("A .\n") or printed(text).startswith("A  .\n")
    assert "<hr>" not in printed(text)
    allowed = printed(text, check={"raw": ["html"]})
    assert "`b`{=html}" in allowed and "<hr>" in allowed
    assert "<!--" not in allowed and "typst" not in allowed


DATA = {
    "paper/data/a.csv": "kota,luas,bagian,uang,hari,nama\nX,1234.5,12.5,7.1,2020-03-02,Kota X\nY,,x,1,2,Z\n",
    "paper/data/a.yaml": (
        "columns:\n"
        "  luas: {head: {id: Luas, en: Area}, format: {kind: number, decimals: 1}}\n"
        "  bagian: {format: {kind: percent, decimals: 1}}\n"
        "  uang: {format: {kind: money, scale: trillion, decimals: 1}}\n"
        "  hari: {format: {kind: date}}\n"
    ),
    "paper/data/values.yaml": (
        "luas: {file: a.csv, where: {kota: X}, column: luas, format: {kind: number, decimals: 1}}\n"
        "bulat: {file: a.csv, where: {kota: X}, column: luas, format: {kind: number}}\n"
        "bagian: {file: a.csv, where: {kota: X}, column: bagian, format: {kind: percent, decimals: 1}}\n"
        "uang: {file: a.csv, where: {kota: X}, column: uang, format: {kind: money, scale: trillion, decimals: 1}}\n"
        "won: {file: a.csv, where: {kota: X}, column: uang, format: {kind: money, currency: KRW}}\n"
        "hari: {file: a.csv, where: {kota: X}, column: hari, format: {kind: date}}\n"
        "nama: {file: a.csv, where: {kota: X}, column: nama}\n"
    ),
}


@pytest.mark.parametrize(
    ("name", "indonesian", "english"),
    [
        ("luas", "1.234,5", "1,234.5"),
        ("bulat", "1.234,5", "1,234.5"),
        ("bagian", "12,5%", "12.5%"),
        ("uang", "Rp7,1~triliun", "Rp~7.1~trillion"),
        ("hari", "2~Maret 2020", "2~March 2020"),
        ("nama", "Kota X", "Kota X"),
    ],
)
def test_a_value_is_printed_in_the_form_of_the_language(
    name: str, indonesian: str, english: str, printed: Printed
) -> None:
    for tag, expected in (("id", indonesian), ("en", english)):
        assert printed(f"[{name}]{{.value}}", tag, DATA) == f"[{expected}]{{.value}}"


def test_a_value_that_is_unknown_or_unmarked_stays_as_written(printed: Printed) -> None:
    assert printed("[tidak]{.value} [luas]{.penting}", "id", DATA) == "[tidak]{.value} [luas]{.penting}"


TABLE = """\
kota        Luas   bagian
  ------ --------- --------
  X        1.234,5    12,5%
  Y             --        x

  : Judul. {#tbl:x number="Tabel 1.1"}"""
WHOLE_TABLE = """\
kota        Area   bagian              uang hari           nama
  ------ --------- -------- ----------------- -------------- --------
  X        1,234.5    12.5%   Rp~7.1~trillion 2~March 2020   Kota X
  Y             --        x   Rp~1.0~trillion 2              Z

  : Judul. {number="Table 1.1"}"""


def test_a_table_is_made_from_the_columns_that_are_asked_for(printed: Printed) -> None:
    text = '::: {#tbl:x .csv file="a.csv" columns="kota, luas,bagian,"}\nJudul.\n:::'
    assert printed(text, "id", DATA) == TABLE


def test_a_table_without_columns_has_all_and_one_that_cannot_be_made_stays(printed: Printed) -> None:
    assert printed('::: {.csv file="a.csv"}\nJudul.\n:::', "en", DATA) == WHOLE_TABLE
    for wrong in ('file="b.csv"', 'file="a.csv" columns="kota,tidak"'):
        assert printed(f"::: {{.csv {wrong}}}\nJudul.\n:::", "id", DATA).startswith("::: ")


# ── citations ───────────────────────────────────────────────────────────────────────────────────


def references(manuscript: ResolvedManuscript) -> list[tuple[str, str, str]]:
    return [(r.key, r.language, " ".join(pandoc_ast.plain_text(r.blocks).split())) for r in manuscript.references]


def test_citations_and_references_are_in_the_words_of_the_edition(resolved: Resolve) -> None:
    text = "# A\n\nSatu [@budi, hlm. 5–7; @lim] dan @web [pasal 3].\n\nDua^[Lihat [@lim, p. 9].]\n"
    manuscripts = resolved({"paper/id/01-a.md": text, "paper/en/01-a.md": text})
    one = {tag: pandoc_ast.plain_text(m.chapters[0].blocks[1]).strip() for tag, m in manuscripts.items()}
    assert one["id"] == "Satu (Budi, 2020, hlm. 5–7; Lim, 2018) dan Kota Contoh (2020, pasal 3)."
    assert one["en"] == "Satu (Budi, 2020, pp. 5–7; Lim, 2018) dan Kota Contoh (2020, art. 3)."
    assert references(manuscripts["id"]) == [
        ("budi", "id", "Budi, A. (2020). Kota (ed. ke-2). Contoh."),
        ("web", "en", "Kota Contoh. (2020, 2 Maret). Situs. https://example.org"),
        ("lim", "", "Lim, E. (2018). Jaringan [Disertasi doktor]. Universitas Contoh."),
    ]
    assert references(manuscripts["en"]) == [
        ("budi", "id", "Budi, A. (2020). Kota (2nd ed.). Contoh."),
        ("web", "en", "Kota Contoh. (2020, March 2). Situs. https://example.org"),
        ("lim", "", "Lim, E. (2018). Jaringan [Doctoral dissertation]. Universitas Contoh."),
    ]
    assert manuscripts["id"].hanging_indent and manuscripts["id"].language == "id"


FOREIGN = """\
@book{kim, title = {서울}, title-id = {Kota Seoul}, title-en = {Seoul City}, author = {Kim, Min}, year = {2017}}
@misc{tanpa, title = {[Surat wali kota]}, title-en = {Letter of the mayor}, author = {Wati, Ani}, year = {2018}}
@legislation{uu, title = {Undang-Undang tentang Kota}, shorttitle = {Undang-Undang Nomor 37 Tahun 1999}, date = {1999},
  langid = {indonesian}}
@legislation{perda, title = {Peraturan Daerah tentang Kota}, shorttitle = {Perda Kota}, date = {2001}}
"""


def test_titles_are_glossed_and_a_law_has_its_year_once(resolved: Resolve) -> None:
    text = "# A\n\nSatu [@kim; @tanpa] dan [@uu], [@perda].\n"
    files = {"paper/id/01-a.md": text, "paper/en/01-a.md": text, "references/library.bib": FOREIGN}
    manuscripts = resolved(files)
    one = {tag: pandoc_ast.plain_text(m.chapters[0].blocks[1]).strip() for tag, m in manuscripts.items()}
    law = "(Undang-Undang Nomor 37 Tahun 1999)"
    assert one["id"] == f"Satu (Kim, 2017; Wati, 2018) dan {law}, (Perda kota, 2001)."
    assert one["en"] == f"Satu (Kim, 2017; Wati, 2018) dan {law}, (Perda Kota, 2001)."
    assert [text for _, _, text in references(manuscripts["id"])] == [
        "Kim, M. (2017). 서울 [Kota Seoul].",
        "Peraturan daerah tentang kota (2001).",
        "Undang-Undang tentang Kota.",
        "Wati, A. (2018). [Surat wali kota].",
    ]
    assert [text for _, _, text in references(manuscripts["en"])] == [
        "Kim, M. (2017). 서울 [Seoul City].",
        "Peraturan Daerah Tentang Kota (2001).",
        "Undang-Undang tentang Kota.",
        "Wati, A. (2018). [Letter of the mayor].",
    ]


def test_a_work_under_nocite_is_listed_and_not_printed_in_the_text(resolved: Resolve) -> None:
    text = "---\nnocite: '@lim'\n---\n\n# A\n\nSatu [@budi].\n"
    manuscript = resolved({"paper/id/01-a.md": text})["id"]
    assert [key for key, _, _ in references(manuscript)] == ["budi", "lim"]
    assert pandoc_ast.plain_text(manuscript.chapters[0].blocks[1:]).strip() == "Satu (Budi, 2020)."


def test_what_pandoc_is_asked_has_the_language_as_a_standard_tag(tmp_path: Path, pandoc: Pandoc) -> None:
    files = {"references/library.bib": LIBRARY.encode(), "paper/id/01-a.md": b"# A\n\n[@budi; @web]\n"}
    project = read(Case("", "", files, {}, ()), tmp_path, pandoc)
    library = read_references(project, needed_to_print(project), pandoc).library
    meta = json.loads(cite_request((), (), library, project.style, language("id")).text)["meta"]
    tags = {entry["c"]["id"]["c"]: entry["c"]["language"]["c"] for entry in meta["references"]["c"]}
    assert tags == {"budi": "id", "web": "en"}
    assert meta["lang"]["c"] == "id-ID"
    strangers = replace(library, entries=())
    asked = json.loads(cite_request((), (), strangers, project.style, language("id")).text)["meta"]["references"]["c"]
    assert [entry["c"]["title"] for entry in asked] == [entry["c"]["title"] for entry in meta["references"]["c"]]


def test_the_style_gets_the_terms_of_the_language_once() -> None:
    style = Source("s.csl", '<style class="in-text"><macro name="a"/><macro name="b"/><citation/></style>')
    meta = json.loads(cite_request((), (), Library(), style, language("id")).text)["meta"]
    sent = base64.b64decode(meta["csl"]["c"].removeprefix("data:application/xml;base64,")).decode()
    start, terms, rest = re.split(r"(<locale .*</locale>)", sent)
    assert (start, rest) == ('<style class="in-text">', '<macro name="a"/><macro name="b"/><citation/></style>')
    assert terms.startswith('<locale xml:lang="id-ID"><terms><term name="')
    assert terms.count("<locale") == 1


def test_a_reference_that_is_no_entry_has_no_language() -> None:
    entry = pandoc_ast.div([pandoc_ast.paragraph(pandoc_ast.text("Kota."))], name="ref-lain")
    answer = pandoc_ast.dumps([pandoc_ast.div([entry], name="refs")])
    _, (reference,), hanging = apply_citations((), answer, "", Library(), Source("s.csl", ""))
    assert (reference.key, reference.language, hanging) == ("lain", "", False)


def test_a_style_of_notes_puts_citations_into_notes(resolved: Resolve) -> None:
    files = {"paper/id/01-a.md": "# A\n\nSatu [@budi, hlm. 5].\n", "paper/id/02-b.md": "# B\n\nDua [@lim].\n"}
    manuscript = resolved(files, Source("n.csl", NOTES))["id"]
    notes = [
        " ".join(pandoc_ast.plain_text(element["c"]).split())
        for chapter in manuscript.chapters
        for element in pandoc_ast.walk(chapter.blocks)
        if element["t"] == "Note"
    ]
    assert notes == ["Kota, 5.", "Jaringan."]
    assert [chapter.name for chapter in manuscript.chapters] == ["01-a", "02-b"]
    assert references(manuscript) == [("budi", "id", "Kota."), ("lim", "", "Jaringan.")]
    assert not manuscript.hanging_indent


def test_a_style_of_notes_moves_the_full_stop_before_the_note_in_english(resolved: Resolve) -> None:
    files = {"paper/id/01-a.md": "# A\n", "paper/en/01-a.md": "# A\n\nOne [@budi].\n"}
    paragraph = resolved(files, Source("n.csl", NOTES))["en"].chapters[0].blocks[1]
    before, note = next(
        (index, element)
        for index, element in enumerate(pandoc_ast.inlines(paragraph))
        if element["t"] in ("Cite", "Note")
    )
    assert pandoc_ast.plain_text(pandoc_ast.inlines(paragraph)[:before]).rstrip() == "One."
    assert any(element["t"] == "Note" for element in pandoc_ast.walk([note]))


def test_a_style_that_pandoc_cannot_use_is_an_error_with_its_path(resolved: Resolve) -> None:
    with pytest.raises(ToolError) as raised:
        resolved({"paper/id/01-a.md": "# A\n\nSatu [@budi].\n"}, Source("paper/odd.csl", "<style>"))
    assert raised.value.message["en"].startswith("paper/odd.csl: Pandoc cannot use this citation style: ")
    assert raised.value.message["id"].startswith("paper/odd.csl: Pandoc tidak dapat memakai gaya sitasi ini: ")
    assert "\n" not in raised.value.message["en"]
    assert raised.value.message["en"].removeprefix("paper/odd.csl: Pandoc cannot use this citation style: ").split()[1:]
    assert raised.value.hint == {
        "en": "choose another `style:` in paper/thesis.yaml, or fix the CSL file",
        "id": "pilih `style:` lain di paper/thesis.yaml, atau perbaiki berkas CSL itu",
    }


def test_a_style_that_fails_without_a_word_is_named_all_the_same() -> None:
    for error in (" ", "\n"):
        with pytest.raises(ToolError, match=r"^odd.csl: Pandoc cannot use this citation style: \?$"):
            apply_citations((), "", error, Library(), Source("odd.csl", ""))
