"""A small thesis with something of everything that a report has to show, and what a check of it came to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from thesis_build.model import (
    Checked,
    Edit,
    Finding,
    Fix,
    Related,
    Severity,
    Span,
    Suppressed,
    Suppression,
)
from thesis_build.reports.report_options import ReportOptions

CHAPTER = "paper/id/01-pendahuluan.md"
LIBRARY = "references/library.bib"
SOURCES = {
    CHAPTER: "# Pendahuluan\n\nKota 東京 dan\tdesa [@budi2020] disebut 100% benar.\n\nPenutup.\n",
    LIBRARY: (
        "@book{budi2021,\n  title = {Kota},\n  pages = {1-9},\n  title = {Desa},\n}\n\n"
        "@book{wati2020, title = {Laut}}\n"
    ),
}

CITATION = Finding(
    "CIT001",
    "undefined-citation",
    Severity.ERROR,
    Span(CHAPTER, 3, 19, 3, 28),
    {
        "en": "the citation key “budi2020” is not in the library",
        "id": "kunci sitasi “budi2020” tidak ada di pustaka",
    },
    {"en": "did you mean budi2021?", "id": "maksud Anda budi2021?"},
    fix=Fix((Edit(Span(CHAPTER, 3, 20, 3, 28), "budi2021"),), safe=False),
)
FIELD = Finding(
    "BIB004",
    "duplicate-field",
    Severity.ERROR,
    Span(LIBRARY, 4, 3, 4, 8),
    {
        "en": "the field “title” stands twice in “budi2021”; Pandoc prints this value",
        "id": "ruas “title” ada dua kali dalam “budi2021”; Pandoc mencetak nilai yang ini",
    },
    {"en": "keep one of the two", "id": "pertahankan salah satunya"},
    related=(Related(Span(LIBRARY, 2, 3, 2, 8), {"en": "the first one", "id": "yang pertama"}),),
)
PAGES = Finding(
    "BIB999",
    "pages-hyphen",
    Severity.WARNING,
    Span(LIBRARY, 3, 12, 3, 15),
    {"en": "a hyphen stands in the pages: 50%, {0}", "id": "ada tanda hubung di halaman: 50%, {0}"},
    {"en": "write --", "id": "tulis --"},
    fix=Fix((Edit(Span(LIBRARY, 3, 13, 3, 14), "--"),)),
)
ENTRY = Finding(
    "CIT998",
    "long-block",
    Severity.INFO,
    Span(CHAPTER, 3, 1, 5, 9),
    {"en": "two paragraphs, <b>say</b>", "id": "dua paragraf, <b>katakan</b>"},
    {"en": "divide\nthem", "id": "pisahkan\nkeduanya"},
)


def suppressed(line: int, where: Suppression | None) -> Suppressed:
    return Suppressed(replace(PAGES, span=Span(LIBRARY, line, 1, line, 4)), where)


IN_FIELD = Suppression(("BIB999",), "in press", date(2027, 1, 31), Span(LIBRARY, 7, 2, 7, 6), LIBRARY, 7, 7)
IN_SETTINGS = Suppression(("BIB999",), "", None, Span("paper/thesis.yaml", 12, 5, 12, 9), "*")

CHECKED = Checked(
    (CITATION, FIELD, PAGES, ENTRY),
    (suppressed(7, IN_FIELD), suppressed(1, IN_SETTINGS), suppressed(3, None)),
)
NOTHING = Checked()
ENGLISH = ReportOptions(SOURCES, "en")
INDONESIAN = ReportOptions(SOURCES, "id")
