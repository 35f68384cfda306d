"""The rules about what registries say, on works that are made up here: entry, work, and what is said of the two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.rules.work import calls
from thesis_build.linter.fixes import apply_fixes
from thesis_build.linter.registry import rules
from thesis_build.linter.run import Selection, check
from thesis_build.model import (
    Address,
    Data,
    Finding,
    Glossary,
    Notice,
    NoticeKind,
    Project,
    Settings,
    Severity,
    Source,
    Standing,
    Work,
)
from thesis_build.readers.bibtex.library import read_library
from thesis_build.readers.source import decode

TODAY = date(2026, 11, 24)
WORK = Work(
    doi="10.1234/kota",
    standing=Standing.FOUND,
    kind="journal-article",
    titles=("Sister cities and municipal services", "Sister cities and municipal services: A study of Bandung"),
    containers=("Journal of Cities",),
    authors=("Rahayu, Siti", "Wijaya, Budi"),
    years=(2019, 2020),
    volume="7",
    pages="15-30",
)
FIELDS = {
    "author": "Rahayu, Siti and Wijaya, Budi",
    "title": "Sister Cities and Municipal Services",
    "journal": "Journal of Cities",
    "year": "2020",
    "volume": "7",
    "pages": "15--30",
    "doi": "10.1234/kota",
}


def entry(kind: str = "article", key: str = "rahayu2020", **fields: str) -> str:
    given = {**FIELDS, **fields}
    return f"@{kind}{{{key}" + "".join(f",\n  {name} = {{{value}}}" for name, value in given.items() if value) + "\n}\n"


def project(text: str, *works: Work, addresses: tuple[Address, ...] = ()) -> Project:
    from pathlib import Path

    source = decode(text.encode(), "library.bib")
    return Project(
        root=Path(),
        settings=Settings({}, (), TODAY, (), {}, bibliography=("library.bib",)),
        manuscripts={},
        library=read_library([source]),
        glossary=Glossary(),
        data=Data(),
        images={},
        style=Source("", ""),
        sources={"library.bib": source.text},
        works={work.doi: work for work in works},
        addresses={address.url: address for address in addresses},
    )


def findings(read: Project, only: str = "BIB40") -> tuple[Finding, ...]:
    found = check(read, Selection(TODAY, only=(only,), online=True)).findings
    for finding in found:
        assert finding.severity is not Severity.ERROR
        assert set(finding.message) == set(finding.hint) == {"id", "en"}
        assert finding.message["id"] != finding.message["en"]
    return found


def said(text: str, *works: Work, **more: Any) -> list[str]:
    return [f"{finding.code} {finding.message['en']}" for finding in findings(project(text, *works, **more))]


def test_online_rules_run_only_where_they_are_wanted() -> None:
    read = project(entry(), replace(WORK, standing=Standing.MISSING))
    assert not check(read, Selection(TODAY, only=("ALL",))).ran & {rule.code for rule in rules() if rule.online}
    assert check(read, Selection(TODAY, only=("BIB401",), online=True)).ran == {"BIB401", "LNT005"}
    assert {rule.code for rule in rules() if rule.online} == {f"BIB40{number}" for number in range(1, 8)}
    assert all(rule.severity is not Severity.ERROR for rule in rules() if rule.online)


def test_nothing_is_said_of_a_work_that_is_as_registered() -> None:
    assert said(entry(), WORK) == []


def test_an_entry_of_which_nothing_is_known_is_not_spoken_of() -> None:
    assert said(entry(doi=""), WORK) == []
    assert said(entry(doi="10.1234/kota."), WORK) == []


def test_a_doi_that_does_not_exist() -> None:
    read = project(entry(), Work("10.1234/kota", Standing.MISSING))
    (finding,) = findings(read)
    assert (finding.code, finding.span.line, finding.span.column) == ("BIB401", 8, 9)
    assert "10.1234/kota" in finding.message["id"]
    assert said(entry(doi="", url="https://doi.org/10.1234/KOTA"), Work("10.1234/kota", Standing.MISSING)) == [
        "BIB401 the DOI 10.1234/kota does not exist"
    ]


# ── another work ──

OTHER = replace(WORK, titles=("Deep learning for the detection of crop diseases",), authors=("Smith, John",))


def test_a_doi_of_another_work() -> None:
    assert said(entry(), OTHER) == [
        "BIB402 the DOI 10.1234/kota belongs to another work:"
        " “Deep learning for the detection of crop diseases” (Smith, John)"
    ]
    assert said(entry(author=""), replace(OTHER, authors=()))[0].startswith("BIB402")


SAME = [
    ("without its subtitle", {"title": "Sister Cities"}, {"titles": ("Sister Cities: A Study of Fifty Places",)}),
    ("with the subtitle in its field", {"title": "Sister Cities", "subtitle": "A Study of Fifty Places"},
     {"titles": ("Sister Cities",)}),
    ("words in another order", {"title": "Municipal services and sister cities"}, {}),
    ("TeX and markup", {"title": r"{Sister} \emph{Cities} \& municipal servic\'es"}, {}),
    ("a letter with an accent", {"title": r"\'Etudes fran\c{c}aises d'histoire", "author": "Nobody, Ann"},
     {"titles": ("Études françaises d’histoire",)}),
    ("translated, by the same author", {"title": "Kota kembar dan layanan warga"}, {}),
    ("translated, the author spelt otherwise", {"title": "Kota kembar dan layanan warga", "author": "Sitti Rahayu"},
     {}),
    ("another script", {"title": "Sister cities of the east", "author": "Petrov, Ivan"},
     {"titles": ("Города-побратимы",), "authors": ("Петров, Иван",)}),
    ("the book that it stands in", {"title": "Bandung", "booktitle": "A Handbook of Cities", "author": "Ann"},
     {"titles": ("A Handbook of Cities",), "authors": ("Smith, John",)}),
    ("a part of it", {"title": "A Handbook of Cities", "author": "Nobody, Ann"},
     {"titles": ("Bandung",), "containers": ("A Handbook of Cities",), "authors": ("Smith, John",)}),
    ("no title registered", {"author": "Nobody, Ann"}, {"titles": ()}),
    ("no title here", {"author": "Nobody, Ann", "title": ""}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "work"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_a_doi_of_the_same_work(fields: dict[str, str], work: dict[str, Any]) -> None:
    assert not [line for line in said(entry(**fields), replace(WORK, **work)) if "BIB402" in line]


# ── differences ──


def test_what_differs_is_named_and_can_be_taken_over() -> None:
    read = project(entry(year="2012", volume="8", pages="51--60", author="Pratama, Adi and Wijaya, Budi"), WORK)
    found = findings(read)
    assert [finding.message["en"] for finding in found] == [
        "the first author is “Pratama, Adi” here, “Rahayu, Siti” at Crossref",
        "the year is “2012” here, “2019” at Crossref",
        "the volume is “8” here, “7” at Crossref",
        "the first page is “51--60” here, “15-30” at Crossref",
    ]
    assert {finding.severity for finding in found} == {Severity.INFO}
    assert apply_fixes(found, read.sources, unsafe=False).texts == {}
    mended = apply_fixes(found, read.sources, unsafe=True).texts["library.bib"]
    assert mended == entry(year="2019", volume="7", pages="15--30", author="Pratama, Adi and Wijaya, Budi")


@pytest.mark.parametrize(
    ("fields", "work"),
    [
        ({"year": "2021"}, {}),
        ({"year": "in press"}, {}),
        ({"year": "", "date": "2019-12-31"}, {}),
        ({"pages": "15"}, {}),
        ({"pages": "1--12"}, {"pages": "106"}),
        ({"pages": "e015--e030"}, {"pages": "e15-e30"}),
        ({"volume": "07"}, {}),
        ({"volume": "VII"}, {}),
        ({"year": "1999"}, {"kind": "book"}),
        ({"author": "{Kementerian Luar Negeri}"}, {"authors": ("Ministry of Foreign Affairs",), "kind": "report"}),
        ({"author": "family=Rahayu, given=Siti"}, {}),
        ({"author": "Siti Rahayu"}, {}),
        ({"author": "S. Rahayu"}, {}),
        ({"author": r"M{\"u}ller, A"}, {"authors": ("Mueller, A.",)}),
        ({"title": "The price of rice in Java", "year": "1999", "author": "Rahayu"}, {}),
    ],
)
def test_what_may_differ(fields: dict[str, str], work: dict[str, Any]) -> None:
    assert said(entry(**fields), replace(WORK, **work)) == []


# ── notices, versions, what could not be asked, addresses ──


def test_a_retracted_work() -> None:
    concern, retraction = Notice(NoticeKind.CONCERN), Notice(NoticeKind.RETRACTION, "10.1234/notice")
    assert said(entry(), replace(WORK, notices=(concern, retraction))) == [
        "BIB404 this work was retracted: https://doi.org/10.1234/notice"
    ]
    assert said(entry(), replace(WORK, notices=(concern,))) == [
        "BIB404 the publisher expresses concern about this work"
    ]
    assert said(entry(note="Ditarik kembali"), replace(WORK, notices=(retraction,))) == []
    assert said(entry(title="Retracted: " + FIELDS["title"]), replace(WORK, notices=(retraction,))) == []


def test_a_preprint_that_has_been_published() -> None:
    preprint = replace(WORK, kind="posted-content", published=("10.1234/post",))
    read = project(entry(), preprint)
    (finding,) = findings(read)
    assert (finding.code, finding.severity) == ("BIB405", Severity.INFO)
    assert apply_fixes([finding], read.sources, unsafe=True).texts["library.bib"] == entry(doi="10.1234/post")
    both = entry() + entry(key="post", doi="https://doi.org/10.1234/POST")
    assert said(both, preprint) == []


def test_what_could_not_be_compared_is_said_once() -> None:
    dois = [f"10.1234/{number}" for number in range(30)]
    text = "".join(entry(key=f"k{number}", doi=doi) for number, doi in enumerate(dois))
    found = findings(project(text, *(Work(doi, Standing.ELSEWHERE) for doi in dois)))
    assert [finding.message["en"] for finding in found] == [
        "30 DOIs exist, but not at Crossref, so nothing could be compared"
    ]
    assert len(found[0].related) == 20
    reason = {"en": "no connection", "id": "tidak ada sambungan"}
    unasked = [Work(doi, Standing.UNASKED, reason=reason) for doi in dois]
    address = Address("https://example.org/", Standing.UNASKED, reason=reason)
    text += entry(key="web", doi="", url="https://example.org/")
    assert said(text, *unasked, addresses=(address,)) == [
        "BIB406 31 works and addresses could not be looked up: no connection"
    ]


def test_a_dead_address() -> None:
    text = entry(doi="", url=r"https://example.org/a\_b")
    answer = {"en": "the server answers 404", "id": "peladen menjawab 404"}
    dead = Address("https://example.org/a_b", Standing.MISSING, answer=answer)
    assert said(text, addresses=(dead,)) == [
        "BIB407 there is no page at https://example.org/a_b: the server answers 404"
    ]
    assert said(text, addresses=(replace(dead, standing=Standing.FOUND),)) == []


def test_the_work_of_the_rules_grows_with_the_library_and_no_faster() -> None:
    def work(count: int) -> int:
        dois = [f"10.1234/{number}" for number in range(count)]
        text = "".join(
            entry(key=f"k{number}", doi=doi, title=f"{FIELDS['title']} {number}") for number, doi in enumerate(dois)
        )
        read = project(text, *(replace(OTHER, doi=doi, published=("10.1/x",)) for doi in dois))
        found: list[Finding] = []
        count_of_calls = calls(lambda: found.extend(findings(read)))
        assert len(found) == 2 * count
        return count_of_calls

    work(10)  # what is loaded once
    assert work(400) < 5 * work(100)
