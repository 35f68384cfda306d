"""The thesis of this repository, a case a chapter: it resolves, and its two languages keep step."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from tests.conftest import ROOT
from thesis_build import pandoc_ast
from thesis_build.alignment.blocks.pairing import align
from thesis_build.languages import language
from thesis_build.model import Chapter, ChapterKind, Element, Project
from thesis_build.readers.project import read_project
from thesis_build.resolve.crossrefs import is_cross_reference, target
from thesis_build.resolve.locators import read_locator
from thesis_build.resolve.numbers import kind_of, title_of
from thesis_build.resolve.values import print_value
from thesis_build.tools.pandoc import Pandoc
from thesis_build.tools.project_files import DiskFiles

NAMES = sorted({path.stem for path in (ROOT / "paper").glob("[a-z][a-z]/*.md")})
SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z]|\s*$)")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@cache
def project() -> Project:
    with Pandoc() as pandoc:
        return read_project(DiskFiles(ROOT), pandoc)


def versions(name: str) -> dict[str, Chapter]:
    return {tag: c for tag, m in project().manuscripts.items() for c in m.chapters if c.name == name}


def citations(block: Element) -> list[tuple[str, str]]:
    """Keys and locators by meaning, cross-references among them, in reading order."""
    return [
        (c["citationId"], str(read_locator(c["citationSuffix"])))
        for e in pandoc_ast.walk(block)
        if e["t"] == "Cite"
        for c in e["c"][0]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_citation_and_cross_reference_resolves(name: str) -> None:
    keys = {entry.key for entry in project().library.entries}
    for tag, chapter in versions(name).items():
        known = {
            pandoc_ast.identifier(e) for c in project().manuscripts[tag].chapters for e in pandoc_ast.walk(c.blocks)
        } | set(re.findall(r"\{#(eq:[^\s}]+)", "".join(c.source.text for c in project().manuscripts[tag].chapters)))
        for key, _ in (pair for block in chapter.blocks for pair in citations(block)):
            assert (target(key) in known) if is_cross_reference(key) else (key in keys), key


@pytest.mark.parametrize("name", NAMES)
def test_every_block_has_its_pair_with_the_same_citations(name: str) -> None:
    both = versions(name)
    assert set(both) == {"id", "en"}
    chapter = next(pairs for pairs in align(project()).chapters if pairs.name == name)
    for pair in chapter.pairs:
        assert set(pair.blocks) == {"id", "en"} or pair.alone
        if pair.alone:
            continue
        blocks = {tag: both[tag].blocks[index] for tag, index in pair.blocks.items()}
        assert blocks["id"]["t"] == blocks["en"]["t"]
        assert Counter(citations(blocks["id"])) == Counter(citations(blocks["en"])), pair.identifier


# ── the abstracts ───────────────────────────────────────────────────────────────────────────────


def abstract(tag: str) -> str:
    chapter = next(c for c in project().manuscripts[tag].chapters if kind_of(c) is ChapterKind.ABSTRACT)
    title = title_of(chapter.blocks)
    note, *blocks = [block for block in chapter.blocks if block is not title]
    assert "Ivonne Chandra Dewi" in pandoc_ast.plain_text(note), "it says whose abstract it restates"
    assert len(blocks) == 1, "an abstract is one paragraph"

    def value(element: Element) -> Element | None:
        found = project().data.values.get(pandoc_ast.plain_text(element).strip())
        return pandoc_ast.span(pandoc_ast.text(print_value(found, language(tag)))) if found else None

    return " ".join(pandoc_ast.plain_text(pandoc_ast.rewrite(blocks, {"Span": value})).split())


def test_the_abstracts_have_the_same_sentences() -> None:
    assert len(SENTENCE_END.findall(abstract("id"))) == len(SENTENCE_END.findall(abstract("en"))) == 6


def test_the_abstracts_have_the_same_numbers() -> None:
    assert NUMBER.findall(abstract("id")) == NUMBER.findall(abstract("en"))


def test_the_abstracts_keep_to_their_limit() -> None:
    for tag in ("id", "en"):
        assert len(abstract(tag).split()) <= 250


def test_the_keywords_pair_by_the_glossary() -> None:
    keywords = project().settings.keywords
    terms = {(term.texts["id"].lower(), term.texts["en"].lower()) for term in project().glossary.terms}
    assert len(keywords["id"]) == len(keywords["en"]) == 6
    for indonesian, english in zip(keywords["id"], keywords["en"], strict=True):
        assert indonesian == english or (indonesian.lower(), english.lower()) in terms, (indonesian, english)


def test_the_titles_name_the_same_years_cities_and_field() -> None:
    title = project().settings.title
    for word in ("Sister City", "Bandung", "Seoul", "2016–2020", "E-Government"):
        assert word in title["id"]
        assert word in title["en"]


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [("e-government", "e-government"), ("wawancara", "interviews"), ("pandemi", "pandemic"), ("dana", "funds")],
)
def test_the_abstracts_do_not_drift_as_the_published_ones_do(indonesian: str, english: str) -> None:
    assert indonesian in abstract("id")
    assert english in abstract("en")


def test_the_first_sentences_name_the_same_field() -> None:
    for tag in ("id", "en"):
        assert "e-government" in abstract(tag).split(". ")[0]


# ── what the companion says of itself ───────────────────────────────────────────────────────────


def test_the_companion_names_no_university_and_says_what_it_is() -> None:
    settings = project().settings
    assert not settings.institution
    assert settings.title["id"].startswith("Pendamping skripsi: ")
    assert settings.title["en"].startswith("Companion to the thesis: ")
    assert (settings.authors, settings.based_on) == ((), "dewi_skripsi")
    assert "companion" in settings.front


def test_locators_are_articles_of_laws_only() -> None:
    laws = {entry.key for entry in project().library.entries if entry.type == "legislation"}
    for manuscript in project().manuscripts.values():
        for chapter in manuscript.chapters:
            for key, locator in (pair for block in chapter.blocks for pair in citations(block)):
                assert locator == "None" or (key in laws and "article-locator" in locator), (key, locator)


def test_every_row_of_data_names_its_source() -> None:
    keys = {entry.key for entry in project().library.entries}
    for table in project().data.tables.values():
        for row in table.rows:
            sources = [name.strip() for name in row["source"].split(";")]
            assert set(sources) <= keys, (table.name, sources)
