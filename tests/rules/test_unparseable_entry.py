"""What BIB001 says for each reason why Pandoc refuses a library."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.rules.test_rules import in_both_languages
from thesis_build.model import BrokenEntry, Data, Glossary, Library, LibraryFault, Project, Settings, Source, Span
from thesis_build.readers.bibtex.syntax import Reason
from thesis_build.rules.bib.unparseable_entry import UnparseableEntry


def project(library: Library) -> Project:
    settings = Settings({}, (), date(2026, 1, 1), ("id", "en"), {})
    return Project(Path(), settings, {}, library, Glossary(), Data(), {}, Source("", ""))


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
