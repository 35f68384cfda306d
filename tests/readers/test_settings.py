"""Reading `paper/thesis.yaml`: what a good file means, and what is said about each mistake, where."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import MISSING, asdict, fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies
from jsonschema import Draft202012Validator

from thesis_build.errors import SettingsError
from thesis_build.model import (
    Author,
    CheckSettings,
    Finding,
    Layout,
    Margins,
    Profile,
    Settings,
    Severity,
    Source,
    SuppressionSetting,
)
from thesis_build.readers.settings.schema import schema
from thesis_build.readers.settings.settings import read_settings
from thesis_build.readers.settings.validation import BY_LANGUAGE, orcid_is_right
from thesis_build.readers.yaml_source_map import read_yaml
from thesis_build.tools.project_files import DiskFiles

KNOWN = ("en", "id")

GOOD = """\
# yaml-language-server: $schema=thesis.schema.json
title:
  id: "Anggaran: sebuah tinjauan"
  en: Budgets
subtitle: {id: Kasus Jakarta, en: The case of Jakarta}
type: {id: Skripsi, en: Thesis}
institution: {id: Universitas Contoh, en: Example University}
authors:
  - name: Siti Rahayu
    orcid: 0000-0002-1825-0097
  - name: Budi
date: 2026-11-24
languages: [id, en]
keywords:
  id: [anggaran, pajak]
  en:
    - budget
    - tax
url: https://example.org/thesis
style: ieee
bibliography: [references/library.bib]
layout:
  paper: a5
  margins: {left: 3.5cm}
  font: STIXGeneral
  size: 11pt
  spacing: 2
  chapter-numerals: {id: roman, en: arabic}
  hyphenate: true
front: [title-page, companion, contents]
back: [bibliography]
check:
  severity: {CIT001: warning}
  ignore: [PAR201, DOC007]
  abstract-words: {id: 250, en: 300}
  keywords-min: 2
  keywords-max: 5
  profile: draft
  select: [BIB307]
  suppress:
    - {rules: [BIB101, BIB2], key: budi2020, reason: in press, until: 2027-03-01}
    - {rules: [duplicate-key], path: "references/*.bib"}
  references-min: 30
  references-years: 10
  references-share: 0.75
  citations-max: 4
  weak-sources: [example.org]
  mailto: siti@example.org
  raw: [html]
"""

MINIMAL = """\
title: {id: Judul}
authors: [{name: Siti}]
date: "2026-11-24"
languages: [id]
keywords: {id: [anggaran]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def make_project(root: Path) -> Path:
    """A folder in which every file that `GOOD` names exists, but for thesis.yaml."""
    for name in ("paper/id/companion.md", "references/library.bib"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("", encoding="utf-8")
    return root


def read(root: Path, content: str | bytes) -> Settings:
    (root / "paper" / "thesis.yaml").write_bytes(content.encode() if isinstance(content, str) else content)
    return read_settings(DiskFiles(root), KNOWN)


def mistakes(root: Path, content: str | bytes) -> tuple[Finding, ...]:
    with pytest.raises(SettingsError) as caught:
        read(root, content)
    return caught.value.findings


def place(finding: Finding) -> str:
    return f"{finding.span.line}:{finding.span.column}"


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) == 1, f"{old!r} must stand once in GOOD"
    return GOOD.replace(old, new)


# ── a good file ─────────────────────────────────────────────────────────────────────────────────


def test_every_key_is_read(project: Path) -> None:
    assert replace(read(project, GOOD), spans={}) == Settings(
        title={"id": "Anggaran: sebuah tinjauan", "en": "Budgets"},
        subtitle={"id": "Kasus Jakarta", "en": "The case of Jakarta"},
        type={"id": "Skripsi", "en": "Thesis"},
        institution={"id": "Universitas Contoh", "en": "Example University"},
        authors=(Author("Siti Rahayu", "0000-0002-1825-0097"), Author("Budi")),
        date=datetime.date(2026, 11, 24),
        languages=("id", "en"),
        keywords={"id": ("anggaran", "pajak"), "en": ("budget", "tax")},
        url="https://example.org/thesis",
        style="ieee",
        bibliography=("references/library.bib",),
        layout=Layout("a5", Margins(left="3.5cm"), "STIXGeneral", "11pt", 2, {"id": "roman", "en": "arabic"}, True),
        front=("title-page", "companion", "contents"),
        back=("bibliography",),
        check=CheckSettings(
            profile=Profile.DRAFT,
            severity={"CIT001": Severity.WARNING},
            ignore=("PAR201", "DOC007"),
            select=("BIB307",),
            suppress=(
                SuppressionSetting(("BIB101", "BIB2"), "", "budi2020", "in press", datetime.date(2027, 3, 1)),
                SuppressionSetting(("duplicate-key",), "references/*.bib"),
            ),
            references_min=30,
            references_years=10,
            references_share=0.75,
            citations_max=4,
            weak_sources=("example.org",),
            abstract_words={"id": 250, "en": 300},
            keywords_min=2,
            keywords_max=5,
            raw=("html",),
            mailto="siti@example.org",
        ),
    )


def test_what_is_left_out_has_the_default_of_the_dataclass(project: Path) -> None:
    expected = Settings({"id": "Judul"}, (Author("Siti"),), datetime.date(2026, 11, 24), ("id",), {"id": ("anggaran",)})
    assert replace(read(project, MINIMAL), spans={}) == expected


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("title.id", '"Anggaran: sebuah tinjauan"'),
        ("date", "2026-11-24"),
        ("keywords.id", "[anggaran, pajak]"),
        ("keywords.id.1", "pajak"),
        ("keywords.en.1", "tax"),
        ("authors.0.orcid", "0000-0002-1825-0097"),
        ("layout.margins.left", "3.5cm"),
        ("check.abstract-words.en", "300"),
    ],
)
def test_places_lead_to_the_value(project: Path, path: str, written: str) -> None:
    span = read(project, GOOD).spans[path]
    assert span.path == "paper/thesis.yaml"
    assert GOOD.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1] == written


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode(), GOOD.replace("\n", "\r").encode()]
)
def test_bom_and_line_ends_change_nothing(project: Path, content: bytes) -> None:
    assert read(project, content) == read(project, GOOD)


def test_words_of_yaml_1_1_are_text(project: Path) -> None:
    text = changed("  en: Budgets", "  en: no").replace("name: Budi", "name: 12:30")
    assert read(project, text).title["en"] == "no"
    assert read(project, text).authors[1].name == "12:30"


def test_no_most_keywords_is_less_than_no_fewest(project: Path) -> None:
    assert read(project, changed("keywords-max: 5", "keywords-max: 0")).check.keywords_min == 2


def test_a_text_over_several_lines_ends_with_its_last_letter(project: Path) -> None:
    span = read(project, changed("  en: Budgets", "  en: >\n    Budgets\n    and taxes\n\n")).spans["title.en"]
    assert (span.line, span.column, span.end_line, span.end_column) == (4, 7, 6, 14)


# ── one mistake ─────────────────────────────────────────────────────────────────────────────────

# what is changed in the good file, into what, and where the finding stands;
# parts of its message and hint in English; the same in Indonesian
ONE: list[tuple[str, str, str, str, str, str, str]] = [
    ("  en: Budgets\n", "", "2:1",
     "“title” lacks the language “en”", "add `en:`",
     "belum diisi", "tambahkan"),
    ("  en: Budgets", "  en: 2026", "4:7",
     "is a number, but must be a text", '"2026"',
     "berupa bilangan", '"2026"'),
    ("  en: Budgets", "  en: true", "4:7",
     "is true or false, but must be a text", "quotes",
     "true atau false", "apit"),
    ("  en: Budgets", "  en: [a]", "4:7",
     "is a list, but must be a text", "a text",
     "berupa daftar", "teks"),
    ("  en: Budgets", "  en:", "4:3",
     "“title.en” is empty", "delete",
     "“title.en” kosong", "hapus"),
    ("  en: Budgets", "  en: ' '", "4:7",
     "“title.en” is empty", "delete",
     "“title.en” kosong", "hapus"),
    ("en: Budgets", "en: Budgets\n  fr: Bu", "5:3",
     "“fr” is not among the languages", "id, en",
     "tidak tercantum", "id, en"),
    ("en: The case", "eng: The", "5:31",
     "“eng” is not among", "did you mean “en”",
     "tidak tercantum", "maksud Anda “en”"),
    ("subtitle:", "subtitel:", "5:1",
     "unknown key “subtitel”", "“subtitle”?",
     "tidak dikenal", "maksud Anda “subtitle”?"),
    ("type: {id: Skripsi, en: Thesis}", "type: Skripsi", "6:7",
     "must be a mapping", '{"id":',
     "pemetaan", '{"id":'),
    ("  - name: Budi", "  - name: Budi\n    nick: B", "12:5",
     "unknown key “nick”", "allowed: name, orcid",
     "tidak dikenal", "name, orcid"),
    ("  - name: Budi", "  - orcid: 0000-0002-1694-233X", "11:5",
     "“name” is missing in an item of “authors”", "name: Siti Rahayu",
     "“name” tidak ada pada butir dalam “authors”", "tambahkan"),
    ("1825-0097", "1825-0079", "10:12",
     "check digit", "copy it again",
     "digit cek", "salin ulang"),
    ("0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "10:12",
     "is not a bare ORCID", "for example: 0000-0002-1825-0097",
     "tanpa alamat", "misalnya: 0000-0002-1825-0097"),
    ("date: 2026-11-24", "date: 2026-02-30", "12:7",
     "there is no day 2026-02-30", "calendar",
     "tidak ada tanggal", "kalender"),
    ("date: 2026-11-24", "date: 24 November 2026", "12:7",
     "is not a date", "2026-11-24",
     "bukan tanggal", "2026-11-24"),
    ("date: 2026-11-24", "date: 2026", "12:7",
     "is a number", "example: 2026-11-24",
     "berupa bilangan", "2026-11-24"),
    ("date: 2026-11-24\n", "", "2:1",
     "the key “date” is missing", "date: 2026-",
     "kunci “date” tidak ada", "tambahkan"),
    ("languages: [id, en]", "languages: [id, en, id]", "13:21",
     "“id” is listed twice", "once",
     "dua kali", "sekali"),
    ("languages: [id, en]", "languages: [id, en, xx]", "13:21",
     "the language “xx” is not known", "en, id",
     "tidak dikenal", "en, id"),
    ("languages: [id, en]", "languages: id", "13:12",
     "is a text, but must be a list", '["id", "en"]',
     "harus daftar", '["id", "en"]'),
    ("languages: [id, en]", "languages: []", "13:12",
     "“languages” is an empty list", '["id"',
     "daftar kosong", '["id"'),
    ("[anggaran, pajak]", "[anggaran, 5]", "15:18",
     "an item of “keywords.id” is a number", '"5"',
     "butir dalam", '"5"'),
    ("[anggaran, pajak]", "anggaran; pajak", "15:7",
     "“keywords.id” is a text, but must be a list", '["',
     "daftar", '["'),
    ("https://example.org/thesis", "example.org", "19:6",
     "is not a web address", "https://",
     "bukan alamat web", "https://"),
    ("style: ieee", "style: ../ieee", "20:8",
     "name of a citation style", "apa, ieee",
     "nama gaya sitasi", "apa, ieee"),
    ("[references/library.bib]", "[../library.bib]", "21:16",
     "not a file inside the project", "references/",
     "di dalam proyek", "references/"),
    ("[references/library.bib]", "[/library.bib]", "21:16",
     "not a file inside the project", "references/",
     "di dalam proyek", "references/"),
    ("[references/library.bib]", "[references/a.bib]", "21:16",
     "there is no file references/a.bib", "paper/",
     "tidak ada berkas", "paper/"),
    ("paper: a5", "paper: A5x", "23:10",
     "“A5x” is not allowed for “layout.paper”", "“a5”?",
     "tidak diizinkan", "maksud Anda “a5”?"),
    ("paper: a5", "paper: 5", "23:10",
     "“5” is not allowed", "a4, a5",
     "tidak diizinkan", "a4, a5"),
    ("{left: 3.5cm}", "{left: 3.5 cm}", "24:19",
     "“3.5 cm” is not a length", "4cm",
     "bukan panjang", "4cm"),
    ("{left: 3.5cm}", '{left: "3cm\\n"}', "24:19",
     "“3cm” is not a length", "4cm",
     "bukan panjang", "4cm"),
    ("{left: 3.5cm}", "{lft: 3.5cm}", "24:13",
     "unknown key “lft”", "“left”?",
     "tidak dikenal", "“left”?"),
    ("size: 11pt", "size: 11", "26:9",
     "“layout.size” is a number", "12pt",
     "bilangan", "12pt"),
    ("spacing: 2", "spacing: 0.5", "27:12",
     "0.5, which is out of range", "from 1 to 3",
     "di luar rentang", "dari 1 sampai 3"),
    ("spacing: 2", "spacing: .nan", "27:12",
     "must be a number", "1.5",
     "harus bilangan", "1.5"),
    ("chapter-numerals", "chapter_numerals", "28:3",
     "unknown key “chapter_numerals”", "“chapter-numerals”?",
     "tidak dikenal", "maksud Anda"),
    ("id: roman", "id: romawi", "28:26",
     "“romawi” is not allowed", "“roman”?",
     "tidak diizinkan", "“roman”?"),
    ("hyphenate: true", "hyphenate: yes", "29:14",
     "must be true or false", "true, false",
     "harus true atau false", "true, false"),
    ("companion, contents", "abstarcts, contents", "30:21",
     "“abstarcts” is neither", "“abstracts”?",
     "bukan nama bagian", "“abstracts”?"),
    ("companion, contents", "contents, contents", "30:31",
     "“contents” is listed twice", "once",
     "dua kali", "sekali"),
    ("companion, contents", "../id/x, contents", "30:21",
     "not the name of a part or a page", "title-page",
     "nama bagian", "title-page"),
    ("companion, contents", "appendices", "30:21",
     "does not belong in `front`", "`back`",
     "tidak boleh berada", "`back`"),
    ("[bibliography]", "[companion]", "31:8",
     "“companion” is already in `front`", "one of the two",
     "sudah ada", "salah satu"),
    ("CIT001: warning", "CIT001: warn", "33:22",
     "“warn” is not allowed", "“warning”?",
     "tidak diizinkan", "“warning”?"),
    ("CIT001: warning", "CIT-1: warning", "33:14",
     "“CIT-1” is not the code or the name of a rule", "CIT001",
     "bukan kode atau nama aturan", "CIT001"),
    ("[PAR201, DOC007]", "[PAR201, PAR 7]", "34:20",
     "“PAR 7” is not the code or the name of a rule", "CIT001",
     "bukan kode", "CIT001"),
    ("{id: 250, en: 300}", "{id: 250, en: 0}", "35:33",
     "is 0, which is out of range", "from 1",
     "rentang", "dari 1"),
    ("{id: 250, en: 300}", "{id: 250, en: 2.5}", "35:33",
     "must be a whole number", "250",
     "bilangan bulat", "250"),
    ("keywords-max: 5", "keywords-max: 1", "37:17",
     "less than keywords-min, 2", "at least 2",
     "kurang dari", "sekurang-kurangnya 2"),
    ("mailto: siti@example.org", "mailto: siti", "48:11",
     "“siti” is not a mail address", "siti@example.org",
     "bukan alamat surel", "siti@example.org"),
    ("raw: [html]", "raw: [latex]", "49:9",
     "“latex” is not allowed for an item of “check.raw”", "html, typst",
     "butir dalam", "html, typst"),
    ("raw: [html]", "raw: [html]\nurl: https://a.b", "50:1",
     "“url” is given twice, first on line 19", "one",
     "baris 19", "salah"),
    ("style: ieee", "style: *a", "20:8",
     "aliases", "write the value in full",
     "alias", "lengkap"),
    ("style: ieee", "style: !a ieee", "20:8",
     "tags", "delete it",
     "tag", "hapus"),
    ("style: ieee", 'style: "a\\0"', "20:8",
     "control character", "delete",
     "karakter kendali", "hapus"),
    ("style: ieee", "style: a: b", "20:9",
     "a colon is not allowed here", "in quotes",
     "titik dua", "tanda kutip"),
    ("style: ieee", "style: @a", "20:8",
     "“@” cannot begin a value", "in quotes",
     "diawali “@”", "tanda kutip"),
    ("style: ieee", "style: 'ieee", "20:8",
     "quotation mark is not closed", "put '",
     "tidak ditutup", "beri '"),
    ("style: ieee", "style: 'a' b", "20:10",
     "this quotation mark closes the text", "“ ”",
     "menutup teks", "“ ”"),
    ("style: ieee", "style: 'a\nurl: 'b'", "20:8",
     "quotation mark is not closed", "put '",
     "tidak ditutup", "beri '"),
    ("style: ieee", 'layout: {paper: "a4, font: "STIX"}', "20:17",
     "quotation mark is not closed", 'put "',
     "tidak ditutup", 'beri "'),
    ("style: ieee", "style:\n  - a\n b: c", "22:2",
     "does not fit the lines above", "as a whole",
     "tidak cocok", "seluruh"),
    ("style: ieee", 'style: "\\p"', "20:9",
     "backslash", "single quotes",
     "garis miring terbalik", "tunggal"),
    ("style: ieee", "style: - a", "20:8",
     "a list with “-” cannot begin here", "[a, b]",
     "daftar dengan “-”", "[a, b]"),
    ("style: ieee", "style", "20:1",
     "this line has no colon", "key: value",
     "tidak punya titik dua", "kunci: nilai"),
    ("style: ieee", "style:\n\t- a", "21:1",
     "a tab cannot indent", "spaces",
     "tab tidak dapat", "spasi"),
    ("style: ieee", "style: a\a", "20:9",
     "U+0007", "delete it",
     "U+0007", "hapus"),
    ("raw: [html]", "raw: [html", "49:8",
     "“[” lacks a comma or its “]”", "close it",
     "kekurangan koma", "tutuplah"),
    ("raw: [html]\n", "raw: [html]\n---\na: b\n", "50:1",
     "second YAML document", "“---”",
     "dokumen YAML kedua", "“---”"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "where", "message", "hint", "pesan", "saran"), ONE)
def test_one_mistake_is_one_finding(
    project: Path, old: str, new: str, where: str, message: str, hint: str, pesan: str, saran: str
) -> None:
    (finding,) = mistakes(project, changed(old, new))
    assert (finding.code, finding.name, finding.severity) == ("CFG001", "settings", "error")
    assert (finding.span.path, place(finding)) == ("paper/thesis.yaml", where)
    assert message in finding.message["en"]
    assert pesan in finding.message["id"]
    assert hint in finding.hint["en"]
    assert saran in finding.hint["id"]


def test_a_repeated_key_that_stands_deeper(project: Path) -> None:
    (finding,) = mistakes(project, changed("  paper: a5", "  paper: a5\n  paper: [wrong, too]"))
    assert place(finding) == "24:3"
    assert "“paper” is given twice, first on line 23" in finding.message["en"]


def test_what_a_repeated_language_lacks_is_said_once(project: Path) -> None:
    found = mistakes(project, changed("  en: Budgets\n", "").replace("languages: [id, en]", "languages: [id, en, en]"))
    assert [place(finding) for finding in found] == ["2:1", "12:21"]


def test_a_link_out_of_the_project_is_no_library(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "x.bib"
    outside.write_text("", encoding="utf-8")
    (project / "references" / "link.bib").symlink_to(outside)
    (finding,) = mistakes(project, changed("[references/library.bib]", "[references/link.bib]"))
    assert place(finding) == "21:16"


@pytest.mark.parametrize("name", ["references/library.bib", "a..b/c d.bib", "..a.bib", "library"])
def test_files_inside_the_project_have_the_right_form(name: str) -> None:
    assert Draft202012Validator(schema()["$defs"]["file"]).is_valid(name)


@pytest.mark.parametrize("name", ["../x", "a/../../x", "a/..", "..", "/x", "~/x", "C:/x", "C:x", "a\\b", "a/", ""])
def test_files_elsewhere_have_the_wrong_form(name: str) -> None:
    assert not Draft202012Validator(schema()["$defs"]["file"]).is_valid(name)


# ── many mistakes ───────────────────────────────────────────────────────────────────────────────


def test_all_mistakes_are_reported_together_in_the_order_of_the_file(project: Path) -> None:
    findings = mistakes(
        project,
        b"titel: {id: Judul, en: Title}\n"  # 1
        b"authors: [{}]\n"
        b"date: 2026-02-30\n"
        b"languages: [id, xx]\n"
        b"languages: [en]\n"  # 5
        b"keywords: {en: [budget]}\n"
        b"layout:\n"
        b"  paper: a44\n"
        b"  font: &f \xe9\n"
        b"  size: *f\n"  # 10
        b"check: {raw: html}\n",
    )
    assert [(place(finding), finding.message["en"]) for finding in findings] == [
        ("1:1", "unknown key “titel”"),
        ("2:11", "the key “name” is missing in an item of “authors”"),
        ("3:7", "there is no day 2026-02-30"),
        ("4:17", "the language “xx” is not known"),
        ("5:1", "the key “languages” is given twice, first on line 4"),
        ("6:1", "“keywords” lacks the language “id”"),
        ("6:12", "“en” is not among the languages"),
        ("8:10", "“a44” is not allowed for “layout.paper”"),
        ("9:9", "anchors and aliases (&name, *name) are not read"),
        ("9:12", "the file is not UTF-8 from here on"),
        ("10:9", "anchors and aliases (&name, *name) are not read"),
        ("11:14", "“check.raw” is a text, but must be a list"),
    ]


def test_a_text_can_have_no_author_and_rest_on_another_work(project: Path) -> None:
    settings = read(project, MINIMAL.replace("authors: [{name: Siti}]", "authors: []\nbased-on: budi2020"))
    assert (settings.authors, settings.based_on) == ((), "budi2020")


def test_missing_keys_are_named_one_by_one(project: Path) -> None:
    findings = mistakes(project, "\n\nstyle: apa\n")
    assert {place(finding) for finding in findings} == {"3:1"}
    missing = [re.findall("“(.*?)”", finding.message["id"]) for finding in findings]
    assert missing == [["title"], ["authors"], ["date"], ["languages"], ["keywords"]]


def test_the_error_carries_the_text_for_the_report(project: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read(project, "\ufefftitle: 1\r\n")
    assert caught.value.sources == {"paper/thesis.yaml": "title: 1\n"}
    assert caught.value.message["en"] == "mistakes in paper/thesis.yaml: 5"


# ── the file as a whole ─────────────────────────────────────────────────────────────────────────


def test_no_file_is_said_with_the_folder_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in (Path(), Path("nowhere/../x")):
        with pytest.raises(SettingsError) as caught:
            read_settings(DiskFiles(folder), KNOWN)
        assert caught.value.message["en"] == f"no paper/thesis.yaml in {folder}"
        assert caught.value.message["id"] == f"tidak ada paper/thesis.yaml di {folder}"
        assert "run it in the folder of the thesis" in caught.value.hint["en"]
        assert caught.value.findings == ()


def test_a_folder_in_its_place_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "paper" / "thesis.yaml").mkdir(parents=True)
    with pytest.raises(SettingsError, match=r"cannot read paper/thesis\.yaml"):
        read_settings(DiskFiles(tmp_path), KNOWN)


@pytest.mark.parametrize(
    ("content", "where", "message"),
    [
        (b"", "1:1", "the file is empty"),
        (b"\xef\xbb\xbf# nothing yet\n", "1:1", "the file is empty"),
        (b"---\n", "1:1", "the file is empty"),
        (b"a text\n", "1:1", "is a text, but must be a mapping"),
        (b"\n- a\n- b\n", "2:1", "is a list, but must be a mapping"),
        (b"title:\n  id: \xe9\n", "2:7", "not UTF-8"),
        ("title: x\n".encode("utf-16"), "1:1", "not UTF-8"),
        (b"\xef\xbb\xbf" * 2 + b"title: x\n", "1:1", "U+FEFF"),
        (b"[" * 10_000, "1:31", "nested too deeply"),
        (b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "1:4", "aliases"),
    ],
)
def test_files_that_are_no_settings(project: Path, content: bytes, where: str, message: str) -> None:
    found = [(place(finding), finding.message["en"]) for finding in mistakes(project, content)]
    assert [said for at, said in found if at == where and message in said], found


@pytest.mark.parametrize("content", [b"", b"a text\n", b"- a\n", b"[" * 10_000, "title: x\n".encode("utf-16")])
def test_a_file_of_another_kind_is_said_once(project: Path, content: bytes) -> None:
    assert len(mistakes(project, content)) == 1


# ── no file is too strange ──────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def any_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("project"))


def check_any(root: Path, content: bytes) -> None:
    """Whatever the bytes are, there are settings, or findings that stand in the file and speak both languages."""
    try:
        read(root, content)
    except SettingsError as error:
        lines = error.sources["paper/thesis.yaml"].split("\n")
        spans = [finding.span for finding in error.findings]
        assert spans
        assert spans == sorted(spans, key=lambda span: (span.line, span.column))
        for span in spans:
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1
            assert (span.line, span.column) <= (span.end_line, span.end_column)
            assert span.end_column <= len(lines[span.end_line - 1]) + 1
        for finding in error.findings:
            assert all(finding.message[tag].strip() and finding.hint[tag].strip() for tag in ("en", "id"))


PIECES = strategies.sampled_from(
    [
        *("", " ", "\n", "\n  ", "\t", ": ", "- ", "[", "]", "{", "}", "'", '"', "&a ", "*a", "!!int ", "? ", "| "),
        *("#", "%", "~", "null", "1e999", "9" * 5000, "2026-02-30", "\\", "\0", "\u2028", "\x85", "\ufeff", "<<: "),
        *("---\n", "...\n", "title", "languages", "id", "fr", ".", "é", "\U0001f4d6", '"\\ud800"', "x" * 3000),
    ]
)


@settings(deadline=2000, max_examples=300)
@given(
    cuts=strategies.lists(
        strategies.tuples(
            strategies.integers(0, len(GOOD)), strategies.integers(0, 30), PIECES | strategies.text(max_size=5)
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_damaged_file_never_fails_otherwise(any_project: Path, cuts: list[tuple[int, int, str]]) -> None:
    text = GOOD
    for start, length, piece in cuts:
        text = text[:start] + piece + text[start + length :]
    check_any(any_project, text.encode())


@settings(deadline=2000, max_examples=200)
@given(strategies.binary(max_size=80) | strategies.lists(PIECES, max_size=12).map(lambda p: "".join(p).encode()))
def test_any_bytes_never_fail_otherwise(any_project: Path, content: bytes) -> None:
    check_any(any_project, content)


VALUES = strategies.recursive(
    strategies.none() | strategies.booleans() | strategies.integers() | strategies.floats() | PIECES,
    lambda inner: strategies.lists(inner, max_size=3) | strategies.dictionaries(PIECES, inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=2000, max_examples=300)
@given(strategies.data())
def test_any_value_at_any_place_never_fails_otherwise(any_project: Path, data: strategies.DataObject) -> None:
    tree = read_yaml(Source("x", GOOD)).data
    for _ in range(data.draw(strategies.integers(1, 3))):
        spot: Any = tree
        while True:
            key = data.draw(strategies.sampled_from(list(spot) if isinstance(spot, dict) else range(len(spot))))
            if not isinstance(spot[key], dict | list) or not spot[key] or data.draw(strategies.booleans()):
                break
            spot = spot[key]
        spot[key] = data.draw(VALUES)
    check_any(any_project, json.dumps(tree, ensure_ascii=False).encode())


# ── the schema ──────────────────────────────────────────────────────────────────────────────────


def subschemas(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if isinstance(part.get("type"), str) or "pattern" in part or "anyOf" in part:
            yield part
        for name, inner in part.items():
            if name not in ("examples", "required"):
                yield from subschemas(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from subschemas(inner)


def test_the_schema_is_valid() -> None:
    assert schema()["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    ("where", "model", "elsewhere"),
    [
        ((), Settings, {"spans"}),
        (("properties", "layout"), Layout, set()),
        (("properties", "layout", "properties", "margins"), Margins, set()),
        (("properties", "check"), CheckSettings, set()),
        (("$defs", "author"), Author, set()),
    ],
)
def test_the_keys_of_the_schema_are_the_fields_of_the_model(
    where: tuple[str, ...], model: type, elsewhere: set[str]
) -> None:
    part: Any = schema()
    for name in where:
        part = part[name]
    model_fields: Any = [field for field in fields(model) if field.name not in elsewhere]
    assert set(part["properties"]) == {field.name.replace("_", "-") for field in model_fields}
    required = [f.name for f in model_fields if f.default is MISSING and f.default_factory is MISSING]
    assert sorted(part.get("required", ())) == sorted(required)
    assert part["additionalProperties"] is False


def test_the_defaults_of_the_model_are_allowed_by_the_schema(project: Path) -> None:
    plain = json.loads(json.dumps(asdict(read(project, MINIMAL)), default=str).replace("_", "-"))
    for part, name in ((plain, "url"), (plain, "based-on"), (plain["authors"][0], "orcid"), (plain["check"], "mailto")):
        del part[name]  # empty means absent
    del plain["spans"]
    assert list(Draft202012Validator(schema()).iter_errors(plain)) == []


def test_every_key_explains_itself_to_editors() -> None:
    keyed = [part["properties"] for part in subschemas(schema()) if "properties" in part]
    assert keyed
    for name, part in ((name, part) for properties in keyed for name, part in properties.items()):
        assert part.get("title") and part.get("description"), name


def test_there_is_a_sentence_for_all_that_the_schema_can_find() -> None:
    for part in subschemas(schema()):
        if "pattern" in part or "anyOf" in part:
            assert set(part["x-form"]) == {"en", "id"}, part
        if ("minimum" in part) != ("maximum" in part):
            pytest.fail(f"a range needs both ends: {part}")
        assert part.keys() & {"examples", "enum", "x-form"}, part
        if "minItems" in part:
            assert part["minItems"] == 1, part
        if part["type"] == "object":
            assert "properties" in part or part.keys() >= {"propertyNames", "additionalProperties"}, part
        known = {"$schema", "$defs", "title", "description", "examples", "x-form", "type", "enum", "pattern", "anyOf"}
        known |= {"properties", "required", "additionalProperties", "propertyNames", "items", "minItems", "uniqueItems"}
        assert part.keys() <= known | {"minimum", "maximum"}, part


def test_the_examples_of_the_schema_are_allowed_by_it() -> None:
    definitions = schema()["$defs"]
    shown = [part for part in subschemas(schema()) if "examples" in part]
    shown += [{**part, "$defs": definitions} for part in schema()["properties"].values() if "examples" in part]
    for part in shown:
        for example in part["examples"]:
            assert Draft202012Validator({**part, "$defs": definitions}).is_valid(example), (example, part)


def test_every_mapping_by_language_is_held_against_the_languages() -> None:
    def by_language(part: dict[str, Any], path: str) -> Iterator[str]:
        part = {**schema()["$defs"].get(part.get("$ref", "").rpartition("/")[2], {}), **part}
        if part.get("propertyNames") == {"$ref": "#/$defs/language"}:
            yield path
        for name, inner in part.get("properties", {}).items():
            yield from by_language(inner, f"{path}.{name}" if path else name)

    assert sorted(by_language(schema(), "")) == sorted(BY_LANGUAGE)


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"])
def test_the_check_digit_of_an_orcid_shows_every_single_wrong_digit(orcid: str) -> None:
    assert orcid_is_right(orcid)
    for index in (index for index, sign in enumerate(orcid) if sign != "-"):
        for digit in "0123456789":
            assert orcid_is_right(orcid[:index] + digit + orcid[index + 1 :]) == (digit == orcid[index])


def test_the_modules_are_imported_without_jsonschema_and_yaml() -> None:
    heavy = "{'jsonschema', 'yaml', 'rapidfuzz'} & set(sys.modules)"
    program = f"import sys, thesis_build.readers.settings; print(sorted({heavy}))"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
