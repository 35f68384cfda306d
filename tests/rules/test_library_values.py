"""Rules about the values of a library: what they report, how severe it is, and with how much work."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.rules.work import calls
from thesis_build import pandoc_ast
from thesis_build.bibliography.cited_works import needed_to_print
from thesis_build.bibliography.latex_text import plain
from thesis_build.linter.registry import rules
from thesis_build.linter.run import Selection, check
from thesis_build.model import Data, Glossary, Project, Settings, Severity, Source
from thesis_build.readers.bibtex.csl_references import read_references
from thesis_build.readers.bibtex.library import read_library
from thesis_build.readers.project import read_loose_library
from thesis_build.tools.pandoc import Pandoc


def test_what_few_styles_print_is_only_mentioned(tmp_path: Path) -> None:
    path = tmp_path / "library.bib"
    path.write_text("@book{a, title = {Naik 50% lagi}, note = {Naik 60% lagi}}\n@book{b, title = {X &#39;Y}}\n")
    project = read_loose_library([path], date(2026, 11, 24))
    found = check(project, Selection(date(2026, 11, 24), only=("BIB218", "BIB219"))).findings
    assert [(f.code, f.span.line, f.severity) for f in found] == [
        ("BIB218", 1, Severity.ERROR),
        ("BIB219", 2, Severity.ERROR),
        ("BIB218", 1, Severity.INFO),
    ]


def test_a_loose_library_has_no_style_that_lowers_titles(tmp_path: Path) -> None:
    path = tmp_path / "library.bib"
    path.write_text("@book{a, title = {The role of Bandung in trade between cities}, langid = {english}}\n")
    project = read_loose_library([path], date(2026, 11, 24))
    assert not check(project, Selection(date(2026, 11, 24), only=("BIB221",))).findings


LOST = [
    "Naik 50% dalam setahun",
    "Naik 50%",
    "Naik {50%} lagi",
    "Biaya $5 juta",
    "Dari $5 ke $6 juta",
    "Lagu #1 di kota",
    "C#7 kota",
    "Naik 5\\\\% lagi",
    "Kota d&#39;Arc",
]
"""Titles that Pandoc does not print as they read."""

PRINTED = [
    "Sate & soto, C# dan F_1, #kota, 10^3",
    r"Naik 50\% dan \$5 \#1 \& lain",
    r"\url{https://example.org/a%20b}",
    r"Tabel~5 di Kota",
    r"{\'E}cole \emph{kota} {\textasciitilde}5",
    "p < 0,05 & x > y",
]
"""Titles that Pandoc prints as they read."""


def test_pandoc_loses_what_is_flagged_and_prints_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "library.bib"
    titles = LOST + PRINTED
    lines = [f"@book{{k{n}, langid = {{indonesian}}, title = {{{title}}}}}" for n, title in enumerate(titles)]
    path.write_text("\n".join(lines), encoding="utf-8")
    with Pandoc(1) as pandoc:
        project = read_loose_library([path], date(2026, 11, 24))
        project = read_references(project, needed_to_print(project), pandoc)
    printed = {
        fields["id"]["c"]: pandoc_ast.plain_text(fields.get("title", {}).get("c", []))
        for fields in (reference["c"] for reference in project.library.references)
    }
    right = {n for n, title in enumerate(titles) if _spaced(printed[f"k{n}"]) == _spaced(plain(title))}
    found = check(project, Selection(date(2026, 11, 24), only=("BIB218", "BIB219"))).findings
    assert right == set(range(len(LOST), len(titles)))
    lost = [finding for finding in found if "LaTeX" not in finding.message["en"]]  # at a bare “&” only LaTeX stops
    assert {finding.span.line - 1 for finding in lost} == set(range(len(LOST)))


def _spaced(text: str) -> str:
    return " ".join(text.split()).replace("\u200c", "")


OURS = {"BIB218", "BIB219", *(f"BIB{number}" for number in range(220, 228)), "BIB301", "BIB302", "BIB304"} | {
    "BIB305",
    "BIB306",
    "BIB307",
}


def _work(count: int, entry: str) -> int:
    """The calls of all these rules together on a library of that many entries."""
    text = "".join(entry.replace("N", str(number)) for number in range(count))
    source = Source("library.bib", text)
    settings = Settings({}, (), date(2026, 11, 24), (), {}, bibliography=(source.path,))
    library = read_library([source])
    project = Project(
        Path(), settings, {}, library, Glossary(), Data(), {}, Source("", ""), sources={source.path: text}
    )
    chosen = [rule for rule in rules() if rule.code in OURS]
    return calls(lambda: [list(rule.check(project)) for rule in chosen])


@pytest.mark.parametrize(
    "entry",
    [
        "@article{kN, author = {Wati N, Ana and Budi, Eko}, title = {Kota N}, doi = {10.1/N}, journal = {J. Kota N}}\n",
        "@article{kN, author = {Wati, Ana}, title = {Kota}, doi = {10.1/x}, journal = {Jurnal Kota}}\n",
        "@book{kN, author = {Wati, Ana}, title = {Kota}, edition = {N}, publisher = {PT N}}\n",
        "@inbook{kN, author = {Wati, Ana}, title = {Kota N}, doi = {10.1/x}}\n",
    ],
    ids=["all different", "all one work", "all of one title", "chapters of one book"],
)
def test_the_work_grows_with_the_library_and_no_faster(entry: str) -> None:
    _work(50, entry)  # what is loaded once
    assert _work(1600, entry) < 5 * _work(400, entry)
