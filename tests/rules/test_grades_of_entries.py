"""The grade of what an entry lacks depends on whether its reference is printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

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
from thesis_build.readers.bibtex import read_library
from thesis_build.rules.bib.missing_required_field import MissingRequiredField

LIBRARY = """
@article{hilang, author = {Sutanto, Budi}, title = {Kota}, year = {2020}}
@article{alamat, author = {Sutanto, Budi}, title = {Kota}, year = {2020}, doi = {10.1234/a}}
@proceedings{induk, booktitle = {Seminar}, year = {2020}}
@inproceedings{anak, author = {Sutanto, Budi}, title = {Kota}, crossref = {induk}}
"""


def grades(cited: tuple[str, ...] | None) -> dict[str, Severity]:
    """The grades by line; None stands for a library without a thesis."""
    citations = [{"citationId": key} for key in cited or ()]
    cite: Element = {"t": "Cite", "c": [citations, []]}
    chapter = Chapter("01-a", "id", Source("paper/id/01-a.md", ""), [], (cite,))
    manuscripts = {} if cited is None else {"id": Manuscript("id", (chapter,))}
    library = read_library([Source("a.bib", LIBRARY)])
    settings = Settings({}, (), date(2026, 1, 1), ("id",), {})
    project = Project(Path(), settings, manuscripts, library, Glossary(), Data(), {}, Source("", ""))
    keys = {entry.span.line: entry.key for entry in library.entries}
    return {keys[finding.span.line]: finding.severity for finding in MissingRequiredField().check(project)}


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (("hilang", "alamat", "anak"), (Severity.ERROR, Severity.WARNING, Severity.INFO)),
        (("induk",), (Severity.INFO, Severity.INFO, Severity.ERROR)),
        (None, (Severity.WARNING, Severity.WARNING, Severity.WARNING)),
    ],
)
def test_only_what_is_printed_can_be_an_error(cited: tuple[str, ...] | None, expected: tuple[Severity, ...]) -> None:
    assert grades(cited) == dict(zip(("hilang", "alamat", "induk"), expected, strict=True))
