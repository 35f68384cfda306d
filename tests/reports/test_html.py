"""The page of a check, as text; `tests/browser` looks at it in a browser."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from xml.etree import ElementTree as XML

import html5lib
import pytest

from tests.reports.sample import CHAPTER, CHECKED, ENGLISH, ENTRY, INDONESIAN, LIBRARY, NOTHING, PAGES
from thesis_build.model import Checked
from thesis_build.reports import report
from thesis_build.reports.report_options import ReportOptions


def page(checked: Checked, options: ReportOptions) -> XML.Element:
    """The page, which has no parse error."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    read = parser.parse(report("html", checked, options))
    assert isinstance(read, XML.Element)
    return read


def texts(element: XML.Element, path: str) -> list[str]:
    return [" ".join("".join(found.itertext()).split()) for found in element.iterfind(path)]


@pytest.mark.parametrize("checked", [CHECKED, NOTHING], ids=["findings", "nothing"])
@pytest.mark.parametrize("options", [ENGLISH, INDONESIAN], ids=["en", "id"])
def test_the_page_is_valid_and_in_the_language_of_its_messages(checked: Checked, options: ReportOptions) -> None:
    assert page(checked, options).get("lang") == options.locale


def test_findings_are_grouped_by_file_in_the_order_of_their_lines() -> None:
    read = page(CHECKED, ENGLISH)
    assert texts(read, ".//details[@open]/summary") == [f"{CHAPTER} 1 error, 1 note", f"{LIBRARY} 1 error, 1 warning"]
    assert texts(read, ".//article/h3") == [
        "Note two paragraphs, <b>say</b>",
        "Error the citation key “budi2020” is not in the library",
        "Warning a hyphen stands in the pages: 50%, {0}",
        "Error the field “title” stands twice in “budi2021”; Pandoc prints this value",
    ]


def test_the_severity_is_a_word_in_the_language_asked_for() -> None:
    assert texts(page(CHECKED, INDONESIAN), ".//article/h3/span") == ["Catatan", "Kesalahan", "Peringatan", "Kesalahan"]


def test_a_finding_shows_its_source_its_hint_and_whether_it_can_be_fixed() -> None:
    (article,) = page(Checked((PAGES,)), ENGLISH).iterfind(".//article")
    assert texts(article, "pre/code") == ["pages = {1-9},"]
    assert texts(article, ".//mark") == ["1-9"]
    assert texts(article, "p")[1:] == ["What to do: write --", "The program can fix this: thesis-build check --fix"]


def test_the_source_is_marked_with_the_language_of_its_folder() -> None:
    read = page(CHECKED, ENGLISH)
    assert [pre.get("lang") for pre in read.iterfind(".//pre")] == ["id", "id", None, None, None]


def test_a_message_of_two_lines_is_one_paragraph() -> None:
    (hint,) = page(Checked((ENTRY,)), ENGLISH).iterfind(".//p[@class='hint']")
    assert "".join(hint.itertext()) == "What to do: divide them"


def test_the_rules_explain_themselves_and_findings_link_to_them() -> None:
    read = page(CHECKED, ENGLISH)
    assert texts(read, ".//section/h3") == ["BIB004 duplicate-field", "CIT001 undefined-citation"]
    assert "title" in [code.text for code in read.iterfind(".//section/p/code")]
    # BIB999 and CIT998 are no rules: there is nothing to link to
    assert [link.get("href") for link in read.iter("a")] == ["#rule-CIT001", "#rule-BIB004"]


def test_what_was_suppressed_stands_below_with_its_reason() -> None:
    shown = texts(page(CHECKED, ENGLISH), ".//li")
    assert [line.rpartition(": ")[2] for line in shown] == [
        "in press; until 2027-01-31",
        "no reason given",
        "it is in the baseline",
    ]


def test_every_link_has_its_target() -> None:
    read = page(CHECKED, ENGLISH)
    named = {element.get("id") for element in read.iter() if element.get("id")}
    links = {element.get("href", "")[1:] for element in read.iter("a")}
    assert links
    assert links <= named


def test_the_choice_of_severities_has_those_that_occur() -> None:
    assert texts(page(CHECKED, ENGLISH), ".//fieldset//label") == ["all", "2 errors", "1 warning", "1 note"]
    assert texts(page(Checked((PAGES,)), ENGLISH), ".//fieldset//label") == []


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    text = report("html", CHECKED, ENGLISH)
    read = page(CHECKED, ENGLISH)
    policy = next(m.get("content", "") for m in read.iter("meta") if m.get("http-equiv") == "Content-Security-Policy")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"<script|<img|<link|url\(|@import| style=| on\w+=", text)


def test_text_from_the_thesis_is_text() -> None:
    nasty = replace(PAGES, message={"en": "<script>x</script>\x1b", "id": ""}, hint={"en": "\"'&", "id": ""})
    read = page(Checked((nasty,)), ENGLISH)
    assert texts(read, ".//article/h3") == ["Warning <script>x</script>\\x1b"]
    assert not list(read.iter("script"))
