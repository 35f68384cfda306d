"""Two things that stand in each other's role."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import found, sentence_pair
from thesis_build.alignment.compare import roles
from thesis_build.alignment.evidence import WordPair
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token
from thesis_build.languages.word_lists import words

EFFECT = "Penelitian ini menguji pengaruh motivasi terhadap prestasi siswa."
ROAD = "Data dari tahun lalu menunjukkan bahwa garam diangkut dari pelabuhan ke gudang."
CLAUSES = "Di Indonesia petani menanam padi, sedangkan di Jerman petani menanam gandum."


def exchanged(indonesian: str, english: str) -> list[tuple[str, str]]:
    """The words that stand in each other's place, of the Indonesian and of the English text."""
    return [
        (ours, theirs)
        for kind, _, ours, theirs, evidence in found(indonesian, english)
        if kind is Kind.WORD_SUBSTITUTED and evidence == WordPair(theirs, ours)
    ]


@pytest.mark.parametrize(
    ("indonesian", "english", "expected"),
    [
        (
            EFFECT,
            "This study tests the effect of achievement on the motivation of pupils.",
            [("motivasi", "achievement")],
        ),
        (
            ROAD,
            "Data from last year show that salt is carried from the warehouse to the port.",
            [("pelabuhan", "warehouse")],
        ),
        (
            CLAUSES,
            "In Germany farmers plant rice, whereas in Indonesia farmers plant wheat.",
            [("Indonesia", "Germany")],
        ),
    ],
)
def test_exchanged(indonesian: str, english: str, expected: list[tuple[str, str]]) -> None:
    assert exchanged(indonesian, english) == expected


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        (EFFECT, "This study tests the effect of motivation on the achievement of pupils."),
        (EFFECT, "This study tests how achievement depends on the motivation of pupils."),
        (ROAD, "Data from last year show that salt is carried from the port to the warehouse."),
        (CLAUSES, "In Germany farmers plant wheat, whereas in Indonesia farmers plant rice."),  # the clauses as a whole
        (CLAUSES, "Rice is planted by farmers in Indonesia, whereas wheat is planted by farmers in Germany."),
        # a word that stands in both roles shows nothing
        (
            "Garam diangkut dari kota pelabuhan ke kota gudang.",
            "Salt is carried from the port city to the warehouse city.",
        ),
    ],
)
def test_in_place(indonesian: str, english: str) -> None:
    assert exchanged(indonesian, english) == []


def tokens_of(english: str) -> tuple[Token, ...]:
    texts, bead = sentence_pair("Ya.", english)
    return tuple(texts.tokens(0, bead.sentences[0]))


def test_the_halves_of_two_clauses_are_all_before_and_all_after_the_word_between() -> None:
    frame = next(each for each in words("en").roles.values() if "whereas" in each.between)
    ((before, after),) = roles._halves(tokens_of("Rice grows whereas wheat dies."), frame)
    assert [{token.text for token in half} for half in (before, after)] == [{"Rice", "grows"}, {"wheat", "dies"}]


def test_a_word_that_stays_is_before_one_that_does_not_only_where_it_stands_first() -> None:
    one, two, three = tokens_of("Rice grows here.")
    assert roles._is_before([(one, one)], [(two, two)])
    assert not roles._is_before([(three, three)], [(two, two)])
    assert not roles._is_before([], [(two, two)])
