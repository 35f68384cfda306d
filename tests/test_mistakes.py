"""The mistakes a tired author makes, on a thesis of one page: what is said, where, and the exit status.

Each row spoils one file; the command must say the place, the rule (or that it cannot go on) and a way out, in both
languages, and write nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bench.scale import png
from tests.conftest import Run

ID, EN = "paper/id/01-start.md", "paper/en/01-start.md"
BIB, YAML = "references/library.bib", "paper/thesis.yaml"


@dataclass(frozen=True)
class Mistake:
    """One mistake: how to make it, what the report's line begins with, a word of the hint, the exit status."""

    name: str
    spoil: Callable[[Path], None]
    said: str
    hint: str
    status: int = 1


def append(path: str, text: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        file = root / path
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")

    return spoil


def replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        file = root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def both(old: str, new: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        replace(ID, old, new)(root)
        replace(EN, old, new)(root)

    return spoil


def add(text: str) -> Callable[[Path], None]:
    """The same block at the end of both chapters, so that they stay paired."""

    def spoil(root: Path) -> None:
        append(ID, f"\n{text}\n")(root)
        append(EN, f"\n{text}\n")(root)

    return spoil


def write(path: str, content: bytes) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)

    return spoil


def remove(path: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        target = root / path
        if target.is_dir():
            for file in target.iterdir():
                file.unlink()
            target.rmdir()
        else:
            target.unlink()

    return spoil


def link_outside(root: Path) -> None:
    (root.parent / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (root / "paper/figures").mkdir()
    (root / "paper/figures/x.png").symlink_to(root.parent / "secret.png")
    add('![K](figures/x.png){alt="a"}')(root)


def huge_image(root: Path) -> None:
    (root / "paper/figures").mkdir()
    with (root / "paper/figures/x.png").open("wb") as file:
        file.truncate(40 * 1024 * 1024)
    add('![K](figures/x.png){alt="a"}')(root)


def vast_image(root: Path) -> None:
    """A picture that says it has 30,000 × 30,000 pixels."""
    whole = png(1, 1)
    (root / "paper/figures").mkdir()
    (root / "paper/figures/x.png").write_bytes(whole[:16] + (30_000).to_bytes(4, "big") * 2 + whole[24:])
    add('![K](figures/x.png){alt="a"}')(root)


SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>"


def example_elsewhere(root: Path) -> None:
    for path in (ID, EN):
        (root / path).with_name("02-next.md").write_text("# Kota\n\n(@satu) Contoh.\n", encoding="utf-8")
    add("See (@satu).")(root)


MISTAKES = [
    # citations
    Mistake("unknown key", both("@budi2020", "@budi2002"), f"{EN}:3:6: error CIT001", "budi2020"),
    Mistake("key in the wrong case", both("@budi2020", "@Budi2020"), f"{EN}:3:6: error CIT002", "@budi2020"),
    Mistake("key that is like no other", add("[@qqqqqqqq]"), f"{EN}:7:2: error CIT001", "references/library.bib"),
    Mistake("e-mail read as a citation", add("x @someone y"), f"{EN}:7:3: error CIT001", "library.bib"),
    # the library
    Mistake("entry never closed", replace(BIB, "2020},\n  langid", "2020,\n  langid"), f"{BIB}:1:", "brace"),
    Mistake("key twice", append(BIB, "@book{wati2021, title={X}}\n"), f"{BIB}:10:7: error BIB002", "another key"),
    Mistake(
        "keys that differ in case", append(BIB, "@book{Wati2021, title={X}}\n"), f"{BIB}:10:7: error BIB003", "key"
    ),
    Mistake("undefined string", replace(BIB, "{Kota}", "kotaku"), f"{BIB}:3:3: error BIB007", "@string"),
    Mistake("field twice", replace(BIB, "  year", "  year = {2019},\n  year"), f"{BIB}:6:3: error BIB004", "keep one"),
    Mistake(
        "circular crossref",
        append(BIB, "@book{a, crossref={b}}\n@book{b, crossref={a}}\n"),
        f"{BIB}:10:10: error BIB303",
        "remove one",
    ),
    Mistake(
        "circular xdata",
        append(BIB, "@xdata{a, xdata={a}}\n@book{c, xdata={a}}\n"),
        f"{BIB}:10:11: error BIB303",
        "remove",
    ),
    Mistake(
        "dangling crossref", append(BIB, "@book{a, crossref={none}}\n"), f"{BIB}:10:10: error BIB303", "add that entry"
    ),
    Mistake("only Pandoc refuses it", append(BIB, "@book_part{a, title={x}}\n"), f"{BIB}:10:6: error BIB001", "brace"),
    Mistake("no key", append(BIB, "@misc{, title={x}}\n"), f"{BIB}:10:7: error BIB005", "key"),
    Mistake("library in GBK", write(BIB, "@book{a, title={汉}}".encode("gbk")), f"{BIB}:1:17: error BIB009", "UTF-8"),
    Mistake("no library", remove(BIB), f"{YAML}:8:16: error CFG001", "references", 2),
    # cross-references, notes, links
    Mistake("unknown section", both("@sec:start.", "@sec:stat."), f"{EN}:3:22: error DOC001", "sec:start"),
    Mistake("unknown figure", add("See @fig:none."), f"{EN}:7:5: error DOC001", "fig:none"),
    Mistake("link to nowhere", add("[x](#nowhere)"), f"{EN}:7:5: error DOC001", "nowhere"),
    Mistake("undefined link reference", add("[foo][bar]"), f"{EN}:7:5: error DOC001", "bar"),
    Mistake("identifier twice", add("## A {#sec:start}"), f"{EN}:7:7: error DOC002", "rename"),
    Mistake("note without text", add("Text.[^9]"), f"{EN}:7:6: error DOC003", "[^9]"),
    # images, data, raw content
    Mistake("no such image", add('![K](figures/none.png){alt="a"}'), f"{EN}:7:6: error DOC004", "paper/figures"),
    Mistake("image on the network", add('![K](https://x.org/a.png){alt="a"}'), f"{EN}:7:6: error DOC004", "save it"),
    Mistake(
        "image that is none",
        lambda r: (write("paper/figures/a.png", b"no")(r), add('![K](figures/a.png){alt="a"}')(r))[0],
        f"{EN}:7:6: error DOC004",
        "PNG",
    ),
    Mistake("vast image", vast_image, f"{EN}:7:6: error DOC004", "smaller"),
    Mistake("huge image", huge_image, f"{EN}:7:6: error DOC004", "smaller"),
    Mistake("path out of the project", add('![K](../../x.png){alt="a"}'), f"{EN}:7:6: error DOC005", "figures"),
    Mistake("symbolic link out of the project", link_outside, f"{EN}:7:6: error DOC005", "figures"),
    Mistake("raw HTML", add("a <b>c</b>"), f"{EN}:7:3: error DOC006", "raw: [html]"),
    Mistake("raw Typst", add("`#pagebreak()`{=typst}"), f"{EN}:7:2: error DOC006", "raw: [typst]"),
    Mistake("raw LaTeX", add(r"\textbf{x}"), f"{EN}:7:1: error DOC006", "Markdown"),
    Mistake(
        "image without alternative text",
        lambda r: (
            write("paper/figures/a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>")(r),
            add("![K](figures/a.svg)")(r),
        )[0],
        f"{EN}:7:6: error DOC009",
        "alt=",
    ),
    Mistake("unknown value", add("[n.2021]{.value}"), f"{EN}:7:1: error DOC010", "n.2020"),
    Mistake("unknown data file", add('::: {.csv file="no.csv"}\nK.\n:::'), f"{EN}:7:17: error DOC010", "n.csv"),
    Mistake(
        "widths that do not fit",
        add('::: {.csv file="n.csv" widths="50,60"}\nK.\n:::'),
        f"{EN}:7:32: error DOC010",
        "per cent",
    ),
    Mistake(
        "unknown key in a data file",
        lambda r: (
            write("paper/data/k.csv", b"n,source\n1,\n2,nobody2020\n")(r),
            write("paper/data/k.yaml", b"columns:\n  source: {format: {kind: citation}}\n")(r),
            add('::: {.csv file="k.csv"}\nK.\n:::')(r),
        )[0],
        "paper/data/k.csv:3:1: error DOC010",
        "library",
    ),
    Mistake(
        "value that is no number",
        write("paper/data/n.csv", b"year,n\n2020,abc\n"),
        "paper/data/values.yaml:1:1: error DOC010",
        "decimal point",
    ),
    Mistake(
        "value without a row",
        write("paper/data/n.csv", b"year,n\n2019,1\n"),
        "paper/data/values.yaml:1:1: error DOC010",
        "where",
    ),
    Mistake("bad formula", add(r"$\frac{1{2}$"), f"{EN}:7:2: error DOC008", "brace"),
    Mistake("placeholder", add("Lorem ipsum dolor."), f"{EN}:7:1: error DOC011", "replace or remove it"),
    # text files
    Mistake(
        "chapter in Latin-1",
        write(EN, "# Title\n\nOne caf\xe9.\n".encode("latin-1")),
        f"{EN}:3:8: error DOC007",
        "UTF-8",
    ),
    Mistake("broken YAML block", replace(EN, "# Intro", "---\na: [\n---\n\n# Intro"), f"{EN}:", "correct"),
    Mistake("division never closed", add("::: note\nx"), f"{EN}:7:1: error DOC013", ":::"),
    Mistake("no title", replace(EN, "# Introduction {#sec:start}\n", "Nothing."), f"{EN}:1:1: error DOC014", "# Title"),
    Mistake("empty chapter", write(EN, b""), f"{EN}:1:1: error DOC014", "# Title"),
    # markup that Pandoc does not read
    Mistake("heading without a space", add("##Metode {#sec:cara}"), f"{EN}:7:1: error DOC023", "space after #"),
    Mistake(
        "attributes after a space",
        lambda r: (write("paper/figures/a.svg", SVG)(r), add('![K](figures/a.svg) {#fig:k alt="a b"}')(r))[0],
        f"{EN}:7:21: error DOC023",
        "directly after",
    ),
    Mistake("identifier that is not closed", add("## A {#sec:a"), f"{EN}:7:6: error DOC023", "closed by a brace"),
    Mistake("misspelt class of a value", add("[n.2020]{.vaule}"), f"{EN}:7:10: error DOC024", ".value"),
    Mistake("misspelt class of a table", add('::: {.cvs file="n.csv"}\nK.\n:::'), f"{EN}:7:6: error DOC024", ".csv"),
    Mistake("chunk of R Markdown", add("```{r}\nx\n```"), f"{EN}:7:1: error DOC020", "knitr"),
    Mistake(
        "note defined twice", add("K.[^1]\n\n[^1]: A.\n\n[^1]: B."), f"{EN}:11:1: error DOC013", "correct the text here"
    ),
    Mistake("reference to an example elsewhere", example_elsewhere, f"{EN}:7:6: error CIT001", "into this file"),
    # files that are not what they are called, or are called otherwise
    Mistake(
        "image in another case",
        lambda r: (write("paper/figures/a.svg", SVG)(r), add('![K](figures/A.SVG){alt="a b"}')(r))[0],
        f"{EN}:7:6: error DOC004",
        "figures/a.svg",
    ),
    Mistake(
        "backslash in an address",
        lambda r: (write("paper/figures/a.svg", SVG)(r), add('![K](figures\\a.svg){alt="a b"}')(r))[0],
        f"{EN}:7:6: error DOC004",
        "figures/a.svg",
    ),
    Mistake("image on a disk", add('![K](C:\\Ani\\a.png){alt="a b"}'), f"{EN}:7:6: error DOC005", "paper/figures"),
    Mistake(
        "library in another case", replace(YAML, "library.bib", "Library.bib"), f"{YAML}:8:16: error", "is called", 2
    ),
    Mistake(
        "semicolons in a data file",
        write("paper/data/n.csv", b"year;n\n2020;1\n"),
        "paper/data/n.csv:1:1: error DOC010",
        "commas",
    ),
    Mistake(
        "workbook for a data file", write("paper/data/n.csv", b"PK\x03\x04"), "paper/data/n.csv:1:1: error", "CSV UTF-8"
    ),
    Mistake(
        "column twice", write("paper/data/n.csv", b"year,year\n2020,1\n"), "paper/data/n.csv:1:1: error", "of its own"
    ),
    Mistake(
        "quotation mark open in a data file",
        write("paper/data/n.csv", b'year,n\n2020,"1\n'),
        "paper/data/n.csv:2:1: error DOC010",
        "close it",
    ),
    Mistake(
        "decimal comma",
        write("paper/data/n.csv", b'year,n\n2020,"1,5"\n'),
        "paper/data/values.yaml:1:1: error DOC010",
        "decimal point",
    ),
    Mistake(
        "column renamed",
        write("paper/data/n.csv", b"tahun,n\n2020,1\n"),
        "paper/data/values.yaml:1:1: error DOC010",
        "tahun, n",
    ),
    Mistake(
        "misspelt key in the glossary",
        write("paper/glossary.yaml", b"- {id: kota, en: city, abreviation: K}\n"),
        "paper/glossary.yaml:1:24: error DOC010",
        "abbreviation",
    ),
    Mistake("space in a key", replace(BIB, "{budi2020", "{budi 2020"), f"{BIB}:1:", "key"),
    Mistake("misspelt field", replace(BIB, "author", "auther"), f"{BIB}:2:3: error BIB104", "author"),
    # the two languages
    Mistake(
        "chapter missing",
        write("paper/id/02-next.md", b"# Dua\n\nA.\n"),
        "paper/id/02-next.md:1:1: error PAR001",
        "same name",
    ),
    Mistake("language folder missing", remove("paper/en"), f"{YAML}:4:12: error PAR001", "languages"),
    Mistake("paragraph missing", append(ID, "\nTiga.\n"), f"{ID}:7:1: error PAR006", ".only-id"),
    Mistake("keyword missing", replace(YAML, "[kota]", "[kota, desa]"), f"{YAML}:5:34: error PAR701", "same keywords"),
    # settings, style, templates, fonts
    Mistake("no settings", remove(YAML), "error", "folder", 2),
    Mistake("misspelt setting", replace(YAML, "keywords", "keyword"), f"{YAML}:5:1: error CFG001", "keywords", 2),
    Mistake(
        "quotation mark open in the settings", replace(YAML, "authors:", 'url: "a\nauthors:'), f"{YAML}:", "end", 2
    ),
    Mistake("settings that are no YAML", append(YAML, "a: [\n"), f"{YAML}:", "", 2),
    Mistake("unknown style", append(YAML, "style: apaa\n"), f"{YAML}:9:8: error", "apa", 2),
    Mistake(
        "style that is no CSL",
        lambda r: (write("references/mine.csl", b"<style>")(r), append(YAML, "style: mine\n")(r))[0],
        "references/mine.csl:1:8: error: references/mine.csl is not a valid CSL style",
        "well-formed XML",
        2,
    ),
    Mistake("unknown font", append(YAML, "layout: {font: Comic Neue}\n"), f"{YAML}:9:16: error DOC017", "paper/fonts"),
    Mistake("character without a font", add("서울"), f"{ID}:7:1: error", "paper/fonts", 1),
    Mistake("broken template", write("templates/html/thesis.html.j2", b"{% if %}"), "error", "templates/", 2),
    Mistake(
        "template with an unknown name",
        write("templates/pdf/thesis.typ.j2", b"{{ nothing }}"),
        "error",
        "templates/",
        2,
    ),
    Mistake(
        "template that reaches out",
        write("templates/html/thesis.html.j2", b"{{ ''.__class__.__mro__ }}"),
        "error",
        "templates/",
        2,
    ),
    Mistake(
        "script that fails",
        lambda r: (
            write("paper/figures/a.py", b"def draw(data, language):\n    return 1 / 0\n")(r),
            add('![K](figures/a.svg){alt="a"}')(r),
        )[0],
        "paper/figures/a.py:2:1: error",
        "draw(data, language)",
        2,
    ),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_said_with_place_and_way_out(mistake: Mistake, thesis: Path, run: Run) -> None:
    mistake.spoil(thesis)
    ran = run("build", thesis, "--locale", "en")
    assert mistake.status == ran.status, ran.said
    lines = ran.err.splitlines()
    told = [index for index, line in enumerate(lines) if line.startswith(mistake.said)]
    assert told, ran.err
    assert any(mistake.hint in line for line in lines[told[0] :] if line.strip().startswith("hint:")), ran.err
    assert "Traceback" not in ran.said
    assert not (thesis / "build").exists()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_said_in_indonesian_too(mistake: Mistake, thesis: Path, run: Run) -> None:
    mistake.spoil(thesis)
    english = run("build", thesis, "--locale", "en").err
    indonesian = run("build", thesis, "--locale", "id").err
    assert "saran:" in indonesian
    assert "hint:" not in indonesian
    places = [line.split(": ")[0] for line in english.splitlines() if ": error" in line]
    assert places == [
        line.split(": ")[0] for line in indonesian.splitlines() if ": error" in line or ": kesalahan" in line
    ]


def test_the_thesis_of_one_page_is_right(thesis: Path, run: Run) -> None:
    assert run("check", thesis).said == "no findings\n"
    assert run("build", thesis).status == 0


def test_a_draft_is_built_in_spite_of_errors(thesis: Path, run: Run) -> None:
    both("@budi2020", "@budi2002")(thesis)
    append(ID, "\nTiga.\n")(thesis)
    ran = run("build", thesis, "--draft")
    assert ran.status == 0
    assert "CIT001" in ran.err
    assert "PAR006" in ran.err
    assert "Tiga." in (thesis / "build/thesis.html").read_text(encoding="utf-8")


def test_marks_of_bytes_and_line_ends_are_taken_as_they_come(thesis: Path, run: Run) -> None:
    for path in (ID, EN, BIB, YAML):
        file = thesis / path
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    found = json.loads(run("check", thesis, "--format", "json").out)
    assert [(f["code"], f["severity"]) for f in found] == [("BIB009", "info")]


def test_a_library_may_end_in_a_comment_without_a_line_end(thesis: Path, run: Run) -> None:
    append(BIB, "% the end")(thesis)
    assert run("check", thesis).said == "no findings\n"


def test_a_language_that_the_thesis_does_not_have_is_refused(thesis: Path, run: Run) -> None:
    ran = run("build", thesis, "--language", "fr", "--locale", "en")
    assert ran.status == 2
    assert ran.err == "error: the thesis has no language “fr”\n  hint: its languages are: id, en\n"


@pytest.mark.parametrize("jobs", ["0", "x", "-1"])
def test_a_number_of_jobs_is_a_whole_number_from_1(jobs: str, thesis: Path, run: Run) -> None:
    ran = run("build", thesis, f"--jobs={jobs}")
    assert ran.status == 2
    assert "must be a whole number from 1" in ran.err
