"""A sentence that stands twice in one language: which of the two is marked, and what is no repetition."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import bitext, found
from thesis_build.alignment.compare.repeated_sentences import repeated
from thesis_build.alignment.difference import Extents
from thesis_build.alignment.evidence import MissingSentence, RepeatedSentence
from thesis_build.alignment.kinds import Kind

FARMERS = "Petani menanam padi di sawah desa.", "Farmers plant rice in the village fields."
TEACHERS = "Guru mengajar siswa di sekolah.", "Teachers teach pupils at school."
PRICES = "Harga beras naik di seluruh kota.", "Rice prices rose in all cities."
WIDE = "Petani menanam padi di sawah desa yang luas."
NARROW = "Petani menanam padi di sawah desa yang sempit."


@pytest.mark.parametrize(
    ("indonesian", "english", "expected"),
    [
        ((FARMERS, FARMERS), (FARMERS,), [("id", *FARMERS)]),
        ((FARMERS,), (FARMERS, FARMERS), [("en", *FARMERS)]),
        ((FARMERS, TEACHERS, FARMERS), (FARMERS, TEACHERS), [("id", *FARMERS)]),
        ((FARMERS, FARMERS, TEACHERS, TEACHERS), (FARMERS, FARMERS, TEACHERS), [("id", *FARMERS), ("id", *TEACHERS)]),
        ((FARMERS, FARMERS, TEACHERS), (FARMERS, FARMERS, TEACHERS), []),
        ((FARMERS, FARMERS, TEACHERS), (FARMERS, TEACHERS, TEACHERS), []),
        ((FARMERS, TEACHERS, PRICES), (FARMERS, TEACHERS, PRICES), []),
    ],
)
def test_a_sentence_is_repeated_where_one_language_has_more_of_them(
    indonesian: tuple[tuple[str, str], ...],
    english: tuple[tuple[str, str], ...],
    expected: list[tuple[str, str, str]],
) -> None:
    texts = " ".join(one for one, _ in indonesian), " ".join(other for _, other in english)
    assert [each for each in found(*texts) if each[0] is Kind.SENTENCE_REPEATED] == [
        (
            Kind.SENTENCE_REPEATED,
            language,
            one,
            other,
            RepeatedSentence(one if language == "id" else other, word_for_word=True),
        )
        for language, one, other in expected
    ]


def test_the_second_of_two_equal_sentences_is_marked() -> None:
    for text, english in ((f"{FARMERS[0]} {FARMERS[0]}", FARMERS[1]), (f"{FARMERS[0]} {NARROW}", FARMERS[1])):
        texts = bitext(text, english)
        ((difference, explained),) = repeated(texts, Extents())
        start, end = len(FARMERS[0]) + 1, len(text)
        assert difference.extents["id"] == (start, end)
        assert explained == Extents.of([("id", (start, end))])


def test_a_sentence_after_two_others_is_repeated_and_after_three_it_is_not() -> None:
    ((kind, _, _, _, _),) = found(f"{FARMERS[0]} {TEACHERS[0]} {FARMERS[0]}", f"{FARMERS[1]} {TEACHERS[1]}")
    assert kind is Kind.SENTENCE_REPEATED
    far = f"{FARMERS[0]} {TEACHERS[0]} {PRICES[0]} {FARMERS[0]}"
    evidence = MissingSentence(FARMERS[0], found_elsewhere=True, short=False)
    assert found(far, f"{FARMERS[1]} {TEACHERS[1]} {PRICES[1]}") == [
        (Kind.SENTENCE_MISSING, "en", FARMERS[0], PRICES[1], evidence)
    ]


@pytest.mark.parametrize(
    ("indonesian", "english", "twice"),
    [
        ("Harga beras naik.", "Rice prices rose.", False),
        ("Harga beras naik lagi.", "Rice prices rose again.", True),
    ],
)
def test_a_sentence_of_three_words_may_stand_twice(indonesian: str, english: str, twice: bool) -> None:
    kinds = [each[0] for each in found(f"{indonesian} {indonesian} {TEACHERS[0]}", f"{english} {TEACHERS[1]}")]
    assert kinds == [Kind.SENTENCE_REPEATED if twice else Kind.SENTENCE_MISSING]


def test_a_sentence_with_another_word_is_repeated_but_not_word_for_word() -> None:
    assert found(f"{WIDE} {NARROW}", FARMERS[1]) == [
        (Kind.SENTENCE_REPEATED, "id", NARROW, FARMERS[1], RepeatedSentence(NARROW, word_for_word=False))
    ]


@pytest.mark.parametrize(
    "english",
    [
        "Farmers plant rice in the large village fields. Farmers plant rice in the small village fields.",
        "Farmers plant rice in the large village fields. The narrow fields of the village are where rice grows.",
    ],
)
def test_two_nearly_equal_sentences_with_a_counterpart_each_are_no_repetition(english: str) -> None:
    assert found(f"{WIDE} {NARROW}", english) == []


def similar(first: str, second: str) -> list[bool]:
    """Whether the second of two Indonesian sentences repeats the first word for word; empty if it does not at all."""
    found_here = repeated(bitext(f"{first} {second}", FARMERS[1]), Extents())
    evidence = [each.evidence for each, _ in found_here]
    return [each.word_for_word for each in evidence if isinstance(each, RepeatedSentence)]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh", [True]),
        ("satu dua tiga empat lima enam tujuh delapan sembilan", [True]),  # 9 of 10 words
        ("satu dua tiga empat lima enam tujuh delapan", [False]),  # 8 of 10
        ("satu dua tiga empat lima enam tujuh", []),  # 7 of 10
        ("satu dua tiga empat lima enam tujuh delapan sembilan sebelas", [False]),  # 9 of 11
        ("satu dua tiga empat lima enam tujuh delapan sebelas belas", []),  # 8 of 12
        ("dua satu tiga empat lima enam tujuh delapan sembilan sepuluh", [True]),
    ],
)
def test_the_share_of_common_words_decides(other: str, expected: list[bool]) -> None:
    first = "Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh."
    assert similar(first, f"{other.capitalize()}.") == expected


def test_three_quarters_of_the_words_are_enough() -> None:
    assert similar("Padi tumbuh lebat.", "Padi tumbuh sangat lebat.") == [False]  # 3 of 4
    assert similar("Padi tumbuh lebat lagi.", "Padi tumbuh sangat lebat.") == []  # 3 of 5


def test_an_explained_sentence_is_not_reported_once_more() -> None:
    texts = bitext(f"{FARMERS[0]} {FARMERS[0]} {TEACHERS[0]} {TEACHERS[0]}", f"{FARMERS[1]} {TEACHERS[1]}")
    side = 0 if texts.language(0) == "id" else 1
    assert len(list(repeated(texts, Extents()))) == 2
    ((difference, _),) = repeated(texts, texts.extents((side, 1)))
    assert difference.extents["id"] == texts.extent(side, (3,))
    assert len(list(repeated(texts, texts.extents((side, 0), (side, 2))))) == 2


def test_capitals_do_not_make_another_sentence() -> None:
    assert similar("Satu dua TIGA empat lima.", "satu Dua tiga empat lima.".capitalize()) == [True]


def test_a_short_sentence_between_others_ends_nothing() -> None:
    texts = bitext(f"Ya. {FARMERS[0]} {FARMERS[0]} Ya. {TEACHERS[0]} {TEACHERS[0]}", f"{FARMERS[1]} {TEACHERS[1]}")
    assert len(list(repeated(texts, Extents()))) == 2
    assert similar("Padi tumbuh lebat lagi.", "Padi tumbuh lebat lagi.") == [True]
