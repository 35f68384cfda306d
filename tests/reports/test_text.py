"""The report for people, whole: what it prints is what stands here."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.reports.sample import CHAPTER, CHECKED, CITATION, ENGLISH, ENTRY, FIELD, INDONESIAN, NOTHING, PAGES
from thesis_build.model import Checked, Finding, Span
from thesis_build.reports import report
from thesis_build.reports.report_options import ReportOptions

ESCAPE = re.compile("\x1b\\[[0-9;]*m")

IN_ENGLISH = """\
paper/id/01-pendahuluan.md:3:19: error CIT001 undefined-citation: the citation key “budi2020” is not in the library
    3 | Kota 東京 dan    desa [@budi2020] disebut 100% benar.
                               ^^^^^^^^^
  hint: did you mean budi2021?

references/library.bib:4:3: error BIB004 duplicate-field: the field “title” stands twice in “budi2021”; Pandoc prints \
this value
    4 |   title = {Desa},
          ^^^^^
  references/library.bib:2:3: the first one
  hint: keep one of the two

references/library.bib:3:12: warning BIB999 pages-hyphen: a hyphen stands in the pages: 50%, {0}
    3 |   pages = {1-9},
                   ^^^
  hint: write --

paper/id/01-pendahuluan.md:3:1: info CIT998 long-block: two paragraphs, <b>say</b>
    3 | Kota 東京 dan    desa [@budi2020] disebut 100% benar.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: divide them

2 errors, 1 warning, 1 note; 3 suppressed; 1 can be fixed with --fix; 1 with --unsafe-fixes
"""

FIRST_IN_INDONESIAN = """\
paper/id/01-pendahuluan.md:3:19: error CIT001 undefined-citation: kunci sitasi “budi2020” tidak ada di pustaka
    3 | Kota 東京 dan    desa [@budi2020] disebut 100% benar.
                               ^^^^^^^^^
  saran: maksud Anda budi2021?

"""


def test_the_whole_report() -> None:
    assert report("text", CHECKED, ENGLISH) == IN_ENGLISH


def test_the_report_in_indonesian() -> None:
    text = report("text", CHECKED, INDONESIAN)
    assert text.startswith(FIRST_IN_INDONESIAN)
    assert text.endswith(
        "\n2 kesalahan, 1 peringatan, 1 catatan; 3 diredam; 1 dapat diperbaiki dengan --fix; 1 dengan --unsafe-fixes\n"
    )


def test_one_line_a_finding() -> None:
    assert report("concise", CHECKED, ENGLISH) == (
        "paper/id/01-pendahuluan.md:3:19: error CIT001 undefined-citation: "
        "the citation key “budi2020” is not in the library\n"
        "references/library.bib:4:3: error BIB004 duplicate-field: "
        "the field “title” stands twice in “budi2021”; Pandoc prints this value\n"
        "references/library.bib:3:12: warning BIB999 pages-hyphen: a hyphen stands in the pages: 50%, {0}\n"
        "paper/id/01-pendahuluan.md:3:1: info CIT998 long-block: two paragraphs, <b>say</b>\n"
    )


def test_nothing_is_said_of_nothing() -> None:
    assert report("text", NOTHING, ENGLISH) == report("concise", NOTHING, ENGLISH) == ""


def test_what_was_suppressed_is_counted_even_alone() -> None:
    only = Checked((), CHECKED.suppressed)
    assert report("text", only, ENGLISH) == "no findings; 3 suppressed\n"
    assert report("text", only, INDONESIAN) == "tidak ada temuan; 3 diredam\n"


def test_colours_change_nothing_else() -> None:
    coloured = report("text", CHECKED, replace(ENGLISH, colour=True))
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert ESCAPE.sub("", coloured) == IN_ENGLISH


def many(number: int, finding: Finding = PAGES) -> tuple[Finding, ...]:
    return tuple(replace(finding, span=Span(finding.span.path, line, 1)) for line in range(1, number + 1))


def test_of_a_rule_with_many_findings_ten_are_shown() -> None:
    text = report("text", Checked((CITATION, *many(47), FIELD)), ENGLISH)
    assert text.count(" BIB999 pages-hyphen: ") == 10
    assert " BIB004 duplicate-field: " in text
    *_, more, _, summary = text.splitlines()
    assert more == "… and 37 more BIB999 pages-hyphen (--select BIB999 shows them)"
    assert summary == "2 errors, 47 warnings; 47 can be fixed with --fix; 1 with --unsafe-fixes"


def test_ten_findings_of_a_rule_are_all() -> None:
    text = report("text", Checked(many(10)), ENGLISH)
    assert text.count(" BIB999 pages-hyphen: ") == 10
    assert "more" not in text


def test_findings_of_selected_rules_are_all_shown() -> None:
    text = report("text", Checked(many(47)), replace(ENGLISH, full=True))
    assert text.count(" BIB999 pages-hyphen: ") == 47
    assert "more" not in text


def caret(line: str, column: int, end: int) -> tuple[str, str]:
    """The source line as shown, and the line with the carets below it, both without the gutter."""
    finding = replace(ENTRY, span=Span(CHAPTER, 1, column, 1, end))
    shown = report("text", Checked((finding,)), ReportOptions({CHAPTER: line}, "en")).splitlines()
    return shown[1].removeprefix("    1 | "), shown[2][8:]


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "carets"),
    [
        ("abc def", 5, 8, "abc def", "    ^^^"),
        ("\tdef", 2, 5, "    def", "    ^^^"),
        ("東京 kota", 4, 8, "東京 kota", "     ^^^^"),
        ("kota 東京", 6, 8, "kota 東京", "     ^^^^"),
        ("Ba\u0308ck def", 7, 10, "Ba\u0308ck def", "     ^^^"),
        ("abc", 4, 4, "abc", "   ^"),
        ("abc", 90, 95, "abc", "   ^"),
        ("abc\x1b[31m\u202edef", 10, 13, r"abc\x1b[31m\u202edef", " " * 17 + "^^^"),
    ],
    ids=["plain", "tab", "wide before", "wide at", "combining", "empty", "behind the line", "control characters"],
)
def test_the_caret_stands_under_its_place(line: str, column: int, end: int, shown: str, carets: str) -> None:
    assert caret(line, column, end) == (shown, carets)


@pytest.mark.parametrize("column", [1, 60, 250, 396])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    line = "".join(f"{number:04}" for number in range(100))
    shown, carets = caret(line, column, column + 4)
    assert len(shown) <= 102
    assert shown[carets.index("^") : len(carets)] == line[column - 1 : column + 3]
    assert shown.startswith("…") is (column > 51)
    assert shown.endswith("…") is (column < 351)


def test_a_message_cannot_steer_the_terminal_or_break_the_line() -> None:
    nasty = replace(FIELD, message={"en": "a\nb\x1b]0;x\x07\u2028c", "id": ""})
    assert report("concise", Checked((nasty,)), ENGLISH).endswith(": a b\\x1b]0;x\\x07\\u2028c\n")
    assert "\x1b" not in report("text", Checked((nasty,)), ENGLISH)


@pytest.mark.parametrize("form", ["text", "concise"])
def test_a_folder_cannot_begin_a_line_with_a_command_of_a_build_server(form: str) -> None:
    said = "x\n::error::y ##[error]z ##vso[task]"
    nasty = replace(FIELD, span=Span("::error a\nb.bib", 3, 1), message={"en": said, "id": ""})
    text = report(form, Checked((nasty,)), ENGLISH)
    assert text.startswith(":\uff1aerror a\\nb.bib:3:1")
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in text
    assert "##vso[" not in text


@pytest.mark.parametrize("column", [1, 5, 7, 9])
def test_an_excerpt_has_no_command_wherever_its_span_is(column: int) -> None:
    shown, _ = caret("Kota ##[error] b", column, column + 1)
    assert shown == "Kota ##\uff3berror] b"
