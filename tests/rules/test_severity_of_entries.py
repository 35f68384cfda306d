"""The severity of what an entry lacks depends on whether its reference is printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from thesis_build.linter.run import Selection, check
from thesis_build.model import (
    Chapter,
    Data,
    Element,
    Glossary,
    Manuscript,
    Project,
    Settings,
    Severity,
    Source,
)
from thesis_build.readers.bibtex.library import read_library
from thesis_build.readers.project import read_loose_library
from thesis_build.rules.bib.missing_required_field import MissingRequiredField

LIBRARY = """
@article{hilang, author = {Sutanto, Budi}, title = {Kota}, year = {2020}}
@article{alamat, author = {Sutanto, Budi}, title = {Kota}, year = {2020}, doi = {10.1234/a}}
@proceedings{induk, booktitle = {Seminar}, year = {2020}}
@inproceedings{anak, author = {Sutanto, Budi}, title = {Kota}, crossref = {induk}}
"""


def severities(cited: tuple[str, ...] | None) -> dict[str, Severity]:
    """The severities by line; None stands for a library without a thesis."""
    project = project_of(LIBRARY, cited)
    keys = {entry.span.line: entry.key for entry in project.library.entries}
    return {keys[finding.span.line]: finding.severity for finding in MissingRequiredField().check(project)}


def project_of(bib: str, cited: tuple[str, ...] | None) -> Project:
    """A project with one chapter that cites these keys; None makes it a library alone."""
    citations = [{"citationId": key} for key in cited or ()]
    cite: Element = {"t": "Cite", "c": [citations, []]}
    chapter = Chapter("01-a", "id", Source("paper/id/01-a.md", ""), [], (cite,))
    manuscripts = {} if cited is None else {"id": Manuscript("id", (chapter,))}
    library = read_library([Source("a.bib", bib)])
    settings = Settings({}, (), date(2026, 1, 1), ("id",), {})
    return Project(Path(), settings, manuscripts, library, Glossary(), Data(), {}, Source("", ""))


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (("hilang", "alamat", "anak"), (Severity.ERROR, Severity.WARNING, Severity.INFO)),
        (("induk",), (Severity.INFO, Severity.INFO, Severity.ERROR)),
        (None, (Severity.WARNING, Severity.WARNING, Severity.WARNING)),
    ],
)
def test_only_what_is_printed_can_be_an_error(cited: tuple[str, ...] | None, expected: tuple[Severity, ...]) -> None:
    assert severities(cited) == dict(zip(("hilang", "alamat", "induk"), expected, strict=True))


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (("a", "b"), {2: Severity.ERROR, 3: Severity.ERROR, 4: Severity.ERROR}),
        (("a",), {2: Severity.ERROR, 3: Severity.INFO, 4: Severity.ERROR}),
        (None, {2: Severity.ERROR, 3: Severity.ERROR, 4: Severity.ERROR}),
    ],
)
def test_the_value_of_a_field_is_a_note_where_it_is_not_printed(
    cited: tuple[str, ...] | None, expected: dict[int, Severity]
) -> None:
    bib = """
@book{a, author = {Wati, Ana, dkk.}, title = {Kota}, year = {2020}}
@book{b, author = {Wati, Ani, dkk.}, title = {Desa}, year = {2020}}
@book{B, title = {Desa}, year = {2020}}
"""
    found = check(project_of(bib, cited), Selection(date(2026, 1, 1), only=("BIB213", "BIB003"))).findings
    assert {finding.span.line: finding.severity for finding in found} == expected


def test_a_field_that_is_not_printed_may_stand_twice(tmp_path: Path) -> None:
    file = tmp_path / "a.bib"
    file.write_text(
        "@book{a, title = {Kota}, keywords = {kota}, keywords = {desa}}\n@book{b, title = {Kota}, title = {Desa}}\n",
        encoding="utf-8",
    )
    today = date(2026, 1, 1)
    found = check(read_loose_library((file,), today), Selection(today, only=("BIB004",))).findings
    assert {finding.span.line: finding.severity for finding in found} == {2: Severity.ERROR}
