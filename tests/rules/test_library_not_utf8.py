"""What BIB009 says of line ends, which no fence of a literate test can hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.rules.test_rules import in_both_languages
from thesis_build.model import Data, Finding, Glossary, Project, Settings, Severity, Source
from thesis_build.readers.bibtex.library import read_library
from thesis_build.readers.source import decode
from thesis_build.rules.bib.library_not_utf8 import LibraryNotUtf8


def said(content: bytes) -> list[Finding]:
    library = read_library([decode(content, "a.bib")])
    settings = Settings({}, (), date(2026, 1, 1), ("id", "en"), {})
    return list(LibraryNotUtf8().check(Project(Path(), settings, {}, library, Glossary(), Data(), {}, Source("", ""))))


def test_line_ends_of_two_kinds_are_a_note() -> None:
    (finding,) = said(b"@book{a, title = {A}}\r\n@book{b, title = {B}}\n")
    assert (finding.severity, finding.span.line) == (Severity.INFO, 2)
    in_both_languages(finding)


def test_line_ends_of_one_kind_are_fine() -> None:
    assert said(b"@book{a, title = {A}}\r\n@book{b, title = {B}}\r\n") == []
