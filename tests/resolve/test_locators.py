"""Locator words of either language mean the same in both editions."""

from __future__ import annotations

import pytest

from thesis_build import pandoc_ast
from thesis_build.languages import language
from thesis_build.model import ChapterKind, Element, ResolvedChapter, Source
from thesis_build.resolve.locators import Locator, read_locator, translate_locators

ROWS = [
    # written, label and value, in Indonesian, in English
    (", hlm. 5", ("page", "5"), ", hlm. 5", ", p. 5"),
    (", halaman 5", ("page", "5"), ", hlm. 5", ", p. 5"),
    (", hal. 5–7", ("page", "5–7"), ", hlm. 5–7", ", pp. 5–7"),
    (", p. 5", ("page", "5"), ", hlm. 5", ", p. 5"),
    (", pp. 5-7", ("page", "5–7"), ", hlm. 5-7", ", pp. 5-7"),
    (", pages 5, 9", ("page", "5, 9"), ", hlm. 5, 9", ", pp. 5, 9"),
    ("p.\u00a03", ("page", "3"), ", hlm. 3", ", p. 3"),
    (", bab 2", ("chapter", "2"), ", bab 2", ", ch. 2"),
    (", ch. IV", ("chapter", "IV"), ", bab IV", ", ch. IV"),
    (", pasal 367 ayat (2)", ("article-locator", "367(2)"), ", pasal 367 ayat (2)", ", art. 367(2)"),
    (", art. 367(2)", ("article-locator", "367(2)"), ", pasal 367 ayat (2)", ", art. 367(2)"),
    (", art. 5", ("article-locator", "5"), ", pasal 5", ", art. 5"),
    (", tabel 3", ("table", "3"), ", tabel 3", ", table 3"),
    (", dan lain-lain", None, ", dan lain-lain", ", dan lain-lain"),
    (", see below", None, ", see below", ", see below"),
    ("", None, "", ""),
]


def chapter(suffix: str) -> tuple[ResolvedChapter, ...]:
    cite: Element = {
        "t": "Cite",
        "c": [[{"citationId": "a", "citationPrefix": [], "citationSuffix": pandoc_ast.text(suffix)}], []],
    }
    blocks = [pandoc_ast.paragraph([cite])]
    return (ResolvedChapter("01", ChapterKind.CHAPTER, "id", "", "", [], blocks, Source("x.md", "")),)


@pytest.mark.parametrize(("written", "meaning", "indonesian", "english"), ROWS)
def test_a_locator_is_read_by_meaning(
    written: str, meaning: tuple[str, str] | None, indonesian: str, english: str
) -> None:
    assert read_locator(pandoc_ast.text(written)) == (Locator(*meaning) if meaning else None)
    for tag, expected in (("id", indonesian), ("en", english)):
        (printed,) = translate_locators(chapter(written), language(tag))
        suffix = printed.blocks[0]["c"][0]["c"][0][0]["citationSuffix"]
        assert pandoc_ast.plain_text(suffix) == expected
