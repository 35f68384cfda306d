"""The rules about the library's text, on the cases in `BIB*.md` beside this file: one file for each rule.

A case is one or more ```` ```bib ```` fences (a name behind `bib` makes a second file, `latin-1` another encoding)
and a ```` ```findings ```` fence that lists what the rule says, one line each: `LINE:COLUMN CODE …fragment`, with the
file's name before the place where it is not the first; below, indented, `LINE:COLUMN …fragment` of a second place.
An empty fence says that nothing is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from thesis_build.model import (
    BrokenEntry,
    Data,
    Finding,
    Glossary,
    Library,
    LibraryFault,
    Project,
    Settings,
    Source,
    Span,
    Texts,
)
from thesis_build.readers.bibtex import read_library
from thesis_build.readers.bibtex_blocks import Reason
from thesis_build.readers.source import decode
from thesis_build.registry import rules
from thesis_build.rule import Rule
from thesis_build.rules.bib.unparseable_entry import UnparseableEntry

HERE = Path(__file__).parent
RULES = {rule.code: rule for rule in rules() if type(rule).__module__.startswith("thesis_build.rules.bib.")}
FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One library and what the rule says of it."""

    place: str
    sources: tuple[Source, ...]
    expected: tuple[str, ...]


def cases(code: str) -> Iterator[Case]:
    text = (HERE / f"{code}.md").read_text(encoding="utf-8")
    sources: list[Source] = []
    for fence in FENCE.finditer(text):
        language, *more = fence["info"].split()
        if language == "bib":
            encoding = "latin-1" if "latin-1" in more else "utf-8"
            name = next((word for word in more if word.endswith(".bib")), "library.bib")
            sources.append(decode(fence["content"].encode(encoding), name))
        elif language == "findings":
            expected = tuple(line for line in fence["content"].splitlines() if line.strip())
            yield Case(f"{code}.md:{text[: fence.start()].count(chr(10)) + 1}", tuple(sources), expected)
            sources = []


def project(library: Library) -> Project:
    settings = Settings({}, (), date(2026, 1, 1), ("id", "en"), {})
    return Project(Path(), settings, {}, library, Glossary(), Data(), {}, Source("", ""))


def said(rule: Rule, library: Library) -> Iterator[tuple[Span, str, Texts]]:
    """The findings with their second places, in the form of a `findings` fence: place, code, text."""
    for finding in sorted(rule.check(project(library)), key=lambda finding: finding.span):
        yield finding.span, f"{finding.code} ", finding.message
        for related in finding.related:
            yield related.span, "", related.message


def place(span: Span) -> str:
    return f"{'' if span.path == 'library.bib' else span.path + ':'}{span.line}:{span.column}"


@pytest.mark.parametrize("code", RULES)
def test_the_rule_says_what_its_cases_expect(code: str) -> None:
    found = list(cases(code))
    assert any(case.expected for case in found), "no case that is flagged"
    assert any(not case.expected for case in found), "no case that is right"
    for case in found:
        lines = [
            (f"{place(span)} {code}", texts) for span, code, texts in said(RULES[code], read_library(case.sources))
        ]
        assert len(lines) == len(case.expected), f"{case.place}: {lines}"
        for (head, texts), expected in zip(lines, case.expected, strict=True):
            start, _, fragment = expected.strip().partition("…")
            assert head == start, f"{case.place}: {head}{texts['en']}"
            assert any(fragment in text for text in texts.values()), f"{case.place}: {texts}"


def test_every_file_of_cases_belongs_to_a_rule() -> None:
    assert {path.stem for path in HERE.glob("BIB*.md")} == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_the_rule_speaks_both_languages_and_explains_itself(code: str) -> None:
    for case in cases(code):
        for finding in RULES[code].check(project(read_library(case.sources))):
            in_both_languages(finding)
    text = type(RULES[code]).__doc__ or ""
    assert "Flagged: " in text
    assert "Not flagged: " in text


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.NO_KEY])
def test_every_reason_is_said_in_words(reason: Reason) -> None:
    fault = BrokenEntry(LibraryFault.UNPARSEABLE, "budi2020", Span("library.bib"), reason.value)
    (finding,) = UnparseableEntry().check(project(Library(broken=(fault,))))
    assert "Pandoc" not in finding.message["en"]
    in_both_languages(finding)


def test_what_pandoc_says_is_passed_on() -> None:
    fault = BrokenEntry(LibraryFault.REJECTED, "", Span("library.bib", 3, 6), "unexpected '{'")
    (finding,) = UnparseableEntry().check(project(Library(broken=(fault,))))
    assert (finding.code, finding.span.line) == ("BIB001", 3)
    assert finding.message["en"].endswith("unexpected '{'")
    in_both_languages(finding)


def in_both_languages(finding: Finding) -> None:
    for texts in (finding.message, finding.hint, *(related.message for related in finding.related)):
        assert set(texts) == {"id", "en"}
        assert texts["id"].strip() and texts["id"] != texts["en"]
        assert "{{" not in texts["id"] + texts["en"]
