"""Citations, locators, cross-references and links that one side lacks."""

from __future__ import annotations

import pytest

from tests.reported import code
from thesis_build.alignment.compare.texts import compare, context
from thesis_build.alignment.text.passages import OBJECT, Mark, Passage

INDONESIAN = f"Harga beras naik di seluruh kota {OBJECT}. Penyebabnya adalah musim kering {OBJECT}."
ENGLISH = f"Rice prices rose in all cities {OBJECT}. The cause was the dry season {OBJECT}."


def codes(indonesian: list[Mark], english: list[Mark]) -> list[str]:
    def passage(tag: str, text: str, marks: list[Mark]) -> Passage:
        places = [at for at, sign in enumerate(text) if sign == OBJECT]
        return Passage(tag, text, dict(zip(places, marks, strict=True)))

    sides = (passage("id", INDONESIAN, indonesian),), (passage("en", ENGLISH, english),)
    return [code(each) for each in compare(*sides, context(*sides))]


def cited(key: str, locator: str = "") -> Mark:
    return Mark("citation", key, locator)


SAME = {
    "the same": ([cited("a", "hlm. 5"), cited("b")], [cited("a", "p. 5"), cited("b")]),
    "in another order": ([cited("a"), cited("b")], [cited("b"), cited("a")]),
    "a locator word that is not known": ([cited("a", "lbr. 5"), cited("b")], [cited("a", "p. 5"), cited("b")]),
    "language versions of a page": (
        [Mark("link", "https://www.example.org/id/harga"), cited("b")],
        [Mark("link", "http://example.org/en/harga/"), cited("b")],
    ),
}
DIFFERENT = {
    "another key": ([cited("a"), cited("b")], [cited("a"), cited("c")], ["PAR101"]),
    "another page": ([cited("a", "hlm. 5"), cited("b")], [cited("a", "p. 15"), cited("b")], ["PAR102"]),
    "a page on one side": ([cited("a", "hlm. 5"), cited("b")], [cited("a"), cited("b")], ["PAR102"]),
    "another figure": (
        [Mark("crossref", "fig:a"), cited("b")],
        [Mark("crossref", "fig:c"), cited("b")],
        ["PAR104"],
    ),
    "another link": (
        [Mark("link", "https://example.org/a"), cited("b")],
        [Mark("link", "https://example.org/b"), cited("b")],
        ["PAR106"],
    ),
}


@pytest.mark.parametrize(("indonesian", "english"), SAME.values(), ids=SAME)
def test_the_same(indonesian: list[Mark], english: list[Mark]) -> None:
    assert codes(indonesian, english) == []


@pytest.mark.parametrize(("indonesian", "english", "found"), DIFFERENT.values(), ids=DIFFERENT)
def test_different(indonesian: list[Mark], english: list[Mark], found: list[str]) -> None:
    assert codes(indonesian, english) == found
