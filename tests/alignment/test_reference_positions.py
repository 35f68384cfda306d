"""Which mark of each text a difference of references is about, and what stands in its place in the other text."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import bitext, found_in, with_marks
from thesis_build.alignment.compare.references import _address, references
from thesis_build.alignment.difference import Extents
from thesis_build.alignment.evidence import Evidence, Locators, MissingReference, SubstitutedReference
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.passages import Mark

INDONESIAN = "Harga beras naik di seluruh kota {}. Guru mengajar siswa di sekolah {}. Petani menanam padi di sawah {}."
ENGLISH = "Rice prices rose in all cities {}. Teachers teach pupils at school {}. Farmers plant rice in the fields {}."
AT = (33, 67, 99), (31, 66, 102)
"""Where the three marks stand in the Indonesian and in the English text."""


def cited(*keys: str) -> list[Mark]:
    """Citations, each written as its key and perhaps its locator: a, a|hlm. 5."""
    return [Mark("citation", *key.split("|")) for key in keys]


def at(one: int, other: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The extents of two marks, by their number in each text."""
    a, b = AT[0][one], AT[1][other]
    return (a, a + 1), (b, b + 1)


def code(*values: str) -> list[Mark]:
    return [Mark("code", value) for value in values]


SUBSTITUTED = {
    "one key in the middle": (cited("a", "b", "c"), cited("a", "x", "c"), [(1, 1, "x", "b")]),
    "two keys": (cited("a", "b", "c"), cited("x", "b", "y"), [(0, 0, "x", "a"), (2, 2, "y", "c")]),
    "a key too often at the end": (cited("a", "b", "a"), cited("a", "b", "b"), [(2, 2, "b", "a")]),
    "a key too often in the middle": (cited("a", "a", "b"), cited("a", "b", "b"), [(1, 1, "b", "a")]),
}


@pytest.mark.parametrize(("indonesian", "english", "expected"), SUBSTITUTED.values(), ids=SUBSTITUTED)
def test_a_citation_is_set_against_the_one_in_the_corresponding_sentence(
    indonesian: list[Mark], english: list[Mark], expected: list[tuple[int, int, str, str]]
) -> None:
    found = found_in(with_marks("id", INDONESIAN, indonesian), with_marks("en", ENGLISH, english))
    assert found == [
        (Kind.CITATION_SUBSTITUTED, "en", *at(one, other), SubstitutedReference(here, there))
        for one, other, here, there in expected
    ]


KINDS = [
    ("crossref", "fig:a", "fig:b", Kind.CROSS_REFERENCE_SUBSTITUTED, Kind.CROSS_REFERENCE_MISSING),
    ("link", "a.org/x", "a.org/y", Kind.LINK_SUBSTITUTED, Kind.LINK_MISSING),
    ("code", "y_1", "y_2", Kind.INLINE_CODE_SUBSTITUTED, Kind.INLINE_CODE_MISSING),
    ("citation", "a", "b", Kind.CITATION_SUBSTITUTED, Kind.CITATION_MISSING),
]


@pytest.mark.parametrize(("kind", "one", "other", "substituted", "missing"), KINDS)
def test_each_kind_of_mark_is_substituted_or_missing(
    kind: str, one: str, other: str, substituted: Kind, missing: Kind
) -> None:
    same = cited("k")[0]
    indonesian = with_marks("id", INDONESIAN, [same, Mark(kind, one), same])
    expected: Evidence = SubstitutedReference(other, one)
    assert found_in(indonesian, with_marks("en", ENGLISH, [same, Mark(kind, other), same])) == [
        (substituted, "en", *at(1, 1), expected)
    ]
    without = ENGLISH.replace(" {}. F", ". F")
    assert found_in(indonesian, with_marks("en", without, [same, same])) == [
        (missing, "en", (67, 68), (34, 66), MissingReference(one))
    ]


def test_a_citation_that_the_indonesian_text_lacks_is_marked_beside_its_sentence() -> None:
    without = INDONESIAN.replace(" {}. P", ". P")
    found = found_in(with_marks("id", without, cited("a", "c")), with_marks("en", ENGLISH, cited("a", "b", "c")))
    assert found == [(Kind.CITATION_MISSING, "id", (36, 67), (66, 67), MissingReference("b"))]


def test_a_citation_that_begins_a_sentence_belongs_to_it() -> None:
    indonesian = with_marks("id", "{} naik. {} mengajar siswa di sekolah.", cited("a", "b"))
    english = with_marks("en", "{} rose. Teachers teach pupils at school.", cited("a"))
    assert [each for each in found_in(indonesian, english) if each[0] is Kind.CITATION_MISSING] == [
        (Kind.CITATION_MISSING, "en", (8, 9), (8, 40), MissingReference("b"))
    ]


def test_of_a_citation_given_twice_the_one_whose_sentence_lacks_it_is_missing() -> None:
    indonesian = with_marks("id", INDONESIAN.replace("kota {}", "kota {} {}"), cited("a", "a", "b", "c"))
    assert found_in(indonesian, with_marks("en", ENGLISH, cited("b", "a", "c"))) == [
        (Kind.CITATION_MISSING, "en", (33, 34), (0, 33), MissingReference("a"))
    ]
    indonesian = with_marks("id", INDONESIAN, cited("a", "b", "a"))
    without = ENGLISH.replace("cities {}", "cities")
    assert found_in(indonesian, with_marks("en", without, cited("b", "a"))) == [
        (Kind.CITATION_MISSING, "en", (33, 34), (0, 31), MissingReference("a"))
    ]


def test_of_a_citation_given_twice_in_one_sentence_the_first_is_missing() -> None:
    indonesian = with_marks("id", INDONESIAN.replace("kota {}", "kota {} {}"), cited("a", "a", "b", "c"))
    assert found_in(indonesian, with_marks("en", ENGLISH, cited("a", "b", "c"))) == [
        (Kind.CITATION_MISSING, "en", (33, 34), (0, 33), MissingReference("a"))
    ]


def test_what_a_missing_sentence_cites_is_not_missing_by_itself() -> None:
    english = ENGLISH.partition(" Farmers")[0]
    found = found_in(with_marks("id", INDONESIAN, cited("a", "b", "c")), with_marks("en", english, cited("a", "b")))
    assert [kind for kind, *_ in found] == [Kind.SENTENCE_MISSING]


def test_a_citation_in_an_explained_sentence_does_not_count() -> None:
    texts = bitext("Guru mengajar siswa [@a]. Petani menanam padi [@b].", "Teachers teach pupils. Farmers plant rice.")
    side = 0 if texts.language(0) == "id" else 1
    assert [each.evidence for each in references(texts, Extents())] == [MissingReference("a"), MissingReference("b")]
    assert [each.evidence for each in references(texts, texts.extents((side, 0)))] == [MissingReference("b")]
    assert [each.evidence for each in references(texts, texts.extents((side, 1)))] == [MissingReference("a")]
    assert [each.evidence for each in references(texts, texts.extents((1 - side, 0), (1 - side, 1)))] == [
        MissingReference("a"),
        MissingReference("b"),
    ]


@pytest.mark.parametrize(
    ("indonesian", "english", "expected"),
    [
        (["a|hlm. 5", "b", "a|hlm. 6"], ["a|p. 6", "b", "a|p. 5"], []),
        (["a|hlm. 5", "b", "a|hlm. 6"], ["a|p. 5", "b", "a|p. 7"], [(2, 2, "7", "6")]),
        (["a|hlm. 5", "a|hlm. 6", "a|hlm. 7"], ["a|p. 5", "a|p. 8", "a|p. 9"], [(1, 1, "8", "6"), (2, 2, "9", "7")]),
        (["a|lbr. 5", "b", "a|hlm. 6"], ["a|p. 5", "b", "a|p. 6"], []),
        (["a|lbr. 5", "b", "a|hlm. 6"], ["a|p. 5", "b", "a|ch. 7"], [(2, 2, "7", "6")]),
        (["a|hlm. 5", "b", "b|hlm. 6"], ["a|p. 5", "b|p. 6", "b"], []),
        (["a|hlm. 5", "b|hlm. 1", "c"], ["a|ch. 5", "b|p. 2", "c"], [(0, 0, "5", "5"), (1, 1, "2", "1")]),
        (["a|hlm. 5", "b", "c"], ["a", "b", "c"], [(0, 0, "", "5")]),
    ],
)
def test_locators_of_one_work_are_compared_in_any_order(
    indonesian: list[str], english: list[str], expected: list[tuple[int, int, str, str]]
) -> None:
    found = found_in(with_marks("id", INDONESIAN, cited(*indonesian)), with_marks("en", ENGLISH, cited(*english)))
    keys = [indonesian[one].partition("|")[0] for one, *_ in expected]
    assert found == [
        (Kind.CITATION_LOCATOR, "en", *at(one, other), Locators(key, here, there))
        for key, (one, other, here, there) in zip(keys, expected, strict=True)
    ]


def test_locators_of_a_work_that_one_text_cites_more_often_are_not_compared() -> None:
    indonesian = with_marks("id", INDONESIAN, cited("a|hlm. 5", "b", "a|hlm. 6"))
    found = found_in(indonesian, with_marks("en", ENGLISH.replace("fields {}", "fields"), cited("a|p. 9", "b")))
    assert [kind for kind, *_ in found] == [Kind.CITATION_MISSING]
    found = found_in(indonesian, with_marks("en", ENGLISH.replace("all cities {}", "all cities"), cited("b", "a|p. 9")))
    assert [kind for kind, *_ in found] == [Kind.CITATION_MISSING]


@pytest.mark.parametrize(
    ("indonesian", "english", "expected"),
    [
        ("data harga", "price data", []),
        ("Data harga", "Price data", []),
        ("data", "x", []),
        ("dataHarga", "priceData", [SubstitutedReference("priceData", "dataHarga")]),
        ("data harga", "price_data", [MissingReference("price_data")]),
        ("harga 1", "price 1", [SubstitutedReference("price 1", "harga 1")]),
    ],
)
def test_code_that_is_plain_words_may_be_translated(indonesian: str, english: str, expected: list[Evidence]) -> None:
    ours = with_marks("id", INDONESIAN, code("f()", indonesian, "g()"))
    found = found_in(ours, with_marks("en", ENGLISH, code("f()", english, "g()")))
    assert [evidence for *_, evidence in found] == expected


def test_formulas_are_not_compared_here() -> None:
    ours, theirs = [Mark("maths", "x")] * 3, [Mark("maths", "y")] * 3
    assert found_in(with_marks("id", INDONESIAN, ours), with_marks("en", ENGLISH, theirs)) == []


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://www.example.org/id/harga/", "example.org/*/harga"),
        ("http://example.org/en/harga", "example.org/*/harga"),
        (" www.example.org/ ", "example.org"),
        ("example.org//", "example.org"),
        ("#kepala", "#"),
        ("a#kepala", "a#kepala"),
        ("README.id.md", "README.md"),
        ("README-EN.md", "README.md"),
        ("readme_id.md", "readme.md"),
        ("example.org/a?lang=id&x=1", "example.org/a?lang=*&x=1"),
        ("example.org/en-us", "example.org/*-us"),
        ("example.org/a_en_b", "example.org/a_*_b"),
        ("example.org/a.id", "example.org/a.*"),
        ("example.org/idea/hen", "example.org/idea/hen"),
        ("en.wikipedia.org", "en.wikipedia.org"),
        ("id/a/en", "id/a/*"),
    ],
)
def test_an_address_without_what_differs_between_languages(written: str, address: str) -> None:
    assert _address(written) == address
