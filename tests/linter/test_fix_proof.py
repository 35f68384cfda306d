"""A fix of the library is applied only where the library is read afterwards as the fix means it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from thesis_build.linter.fix_proof import Proved, prove_fixes
from thesis_build.model import Edit, Finding, Fix, Severity, Source, Span
from thesis_build.readers.bibtex.csl_references import readings
from thesis_build.readers.bibtex.library import read_library
from thesis_build.tools.pandoc import Pandoc

TEXT = """\
@book{budi2020, title = {Kota.}, author = {Sutanto, Budi}, year = {2020}}
@book{wati2021, title = {{Desa} Kita}, author = {Wati, Ana}, year = {2021}, doi = {}}
@book{adi2022, title = {Laut}, author = {Adi}, year = {2022}, pages = {1-2}}
"""


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc(1) as started:
        yield started


def fix(old: str, new: str, *, safe: bool = True) -> Finding:
    """The finding whose fix replaces `old`, which the text has once."""
    assert TEXT.count(old) == 1
    start = TEXT.index(old)
    line, column = TEXT[:start].count("\n") + 1, start - TEXT.rfind("\n", 0, start)
    words = {"en": "odd", "id": "ganjil"}
    span = Span("a.bib", line, column, line, column + len(old))
    return Finding("ZZZ001", "odd", Severity.INFO, span, words, words, fix=Fix((Edit(span, new),), safe))


def prove(pandoc: Pandoc, *findings: Finding, text: str = TEXT, unsafe: bool = False) -> Proved:
    library = read_library([Source("a.bib", text)])
    return prove_fixes(findings, {"a.bib": text}, library, lambda texts: readings(texts, pandoc), unsafe=unsafe)


GOOD = [
    fix("Kota.", "Kota"),
    fix("1-2", "1--2"),
    fix(", doi = {}", ""),
    fix("Adi}", "Adi and others}"),
    fix("@book{adi2022", "@misc{adi2022", safe=False),
    fix("adi2022", "adi22", safe=False),
]
BAD = [
    fix("{Desa} Kita", "{Desa Kita"),
    fix("{Kota.}", "Kota."),
    fix("{Kota.}, author", "{Kota}, title"),
    fix("year = {2021}", ""),
    fix("{Adi}", "{}"),
    fix("@book{wati2021", "book{wati2021"),
    fix("1-2}}", "1--2}"),
]


@pytest.mark.parametrize("finding", GOOD, ids=lambda finding: finding.fix.edits[0].text)
def test_a_fix_that_changes_what_it_means_is_applied(finding: Finding, pandoc: Pandoc) -> None:
    proved = prove(pandoc, finding, unsafe=True)
    assert proved.fixed.count == 1
    assert not proved.withheld


@pytest.mark.parametrize("finding", BAD, ids=lambda finding: finding.fix.edits[0].text)
def test_a_fix_that_does_harm_is_withheld_and_the_others_are_not(finding: Finding, pandoc: Pandoc) -> None:
    good = [other for other in GOOD[:3] if other.span.line != finding.span.line]
    proved = prove(pandoc, finding, *good)
    assert proved.withheld == (finding,)
    assert proved.fixed.count == len(good)


def test_a_fix_in_a_file_that_pandoc_refuses_is_proved_by_our_own_reader(pandoc: Pandoc) -> None:
    text = f"{TEXT}@book{{broken, title = {{Kota\n"
    assert prove(pandoc, GOOD[0], text=text).fixed.count == 1
    assert prove(pandoc, BAD[5], text=text).withheld == (BAD[5],)


def test_what_only_other_texts_have_needs_no_proof(pandoc: Pandoc) -> None:
    span = Span("a.md", 1, 1, 1, 2)
    words = {"en": "odd", "id": "ganjil"}
    finding = Finding("ZZZ001", "odd", Severity.INFO, span, words, words, fix=Fix((Edit(span, "b"),)))
    proved = prove_fixes(
        [finding], {"a.md": "a"}, read_library([]), lambda texts: readings(texts, pandoc), unsafe=False
    )
    assert proved.fixed.texts == {"a.md": "b"}


def test_a_file_without_fixes_is_read_with_those_that_have_some(pandoc: Pandoc) -> None:
    texts = {"a.bib": TEXT, "b.bib": "@book{lain2019, title = {Gunung}, author = {Lain, Siti}, year = {2019}}\n"}
    library = read_library([Source(path, text) for path, text in texts.items()])
    proved = prove_fixes([GOOD[0], BAD[0]], texts, library, lambda asked: readings(asked, pandoc), unsafe=False)
    assert proved.withheld == (BAD[0],)
    assert list(proved.fixed.texts) == ["a.bib"]
