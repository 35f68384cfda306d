"""What rules about the values of fields share, for values of every kind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from thesis_build.linter.registry import rules
from thesis_build.model import Data, Glossary, Project, Settings, Severity, Source
from thesis_build.readers.bibtex.library import read_library

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("doi = {-}", {"BIB202": ERROR}),
        ("doi = {10.1234/kota.}", {"BIB202": WARNING}),
        ("isbn = {0-306-40615-3}", {"BIB204": WARNING}),
        ("isbn = {2049-3630}", {"BIB204": INFO}),
        ("year = {20XX}", {"BIB206": WARNING}),
        ("year = {akan terbit}", {"BIB206": INFO}),
        ("pages = {120-110}", {"BIB207": ERROR}),
        ("pages = {45-12}", {"BIB207": WARNING}),
        ("date = {17 Mei 2020}", {"BIB209": ERROR}),
        ("date = {17 Mei 2020}, year = 2020", {"BIB209": WARNING}),
        ("date = {199X}", {"BIB209": WARNING}),
        ("date = {t.t.}", {"BIB209": INFO}),
        ("date = {2020}, urldate = {kemarin}", {"BIB209": WARNING}),
        ("author = {Sutanto, Budi and}", {"BIB210": ERROR}),
        ("author = {Sutanto,, Budi}", {"BIB210": WARNING}),
        ("author = {Sutanto, Budi, Wijaya, Ana}", {"BIB210": ERROR}),
        ("author = {Sutanto, Wijaya, Pratama}", {"BIB212": WARNING}),
        ("month = {Mei}", {"BIB215": WARNING}),
        ("month = {17 Mei}", {"BIB215": INFO}),
    ],
)
def test_a_fault_has_one_finding_and_its_severity(written: str, expected: dict[str, Severity]) -> None:
    source = Source("a.bib", f"@book{{a, {written}}}")
    project = Project(
        Path(),
        Settings({}, (), date(2026, 11, 24), (), {}),
        {},
        read_library([source]),
        Glossary(),
        Data(),
        {},
        Source("", ""),
        sources={source.path: source.text},
    )
    chosen = [rule for rule in rules() if "BIB201" <= rule.code <= "BIB217"]
    found = [(finding.code, finding.severity) for rule in chosen for finding in rule.check(project)]
    assert found == list(expected.items())
