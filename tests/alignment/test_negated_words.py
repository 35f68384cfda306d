"""The negated and the affirmed word are marked, and which language has the negation does not matter."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import found, sentence_pair
from thesis_build.alignment.compare import negation
from thesis_build.alignment.compare.negation import negations
from thesis_build.alignment.difference import Extents
from thesis_build.alignment.evidence import NegatedWord
from thesis_build.alignment.kinds import Kind


@pytest.mark.parametrize(
    ("indonesian", "english", "denying", "ours", "theirs"),
    [
        ("Obat ini tidak aman bagi anak.", "This medicine is safe for children.", "id", "tidak aman", "safe"),
        ("Obat ini aman bagi anak.", "This medicine is not safe for children.", "en", "aman", "not safe"),
        ("Obat ini aman bagi anak.", "This medicine is unsafe for children.", "en", "aman", "unsafe"),
    ],
)
def test_both_words_are_marked(indonesian: str, english: str, denying: str, ours: str, theirs: str) -> None:
    negated, affirmed = (ours, theirs) if denying == "id" else (theirs, ours)
    evidence = NegatedWord(negated, affirmed, corresponding=True)
    assert found(indonesian, english) == [(Kind.NEGATION, denying, ours, theirs, evidence)]


def test_without_an_affirmed_word_the_whole_sentence_is_marked() -> None:
    english = "The price of rice fell in the market."
    evidence = NegatedWord("tidak naik", english, corresponding=True)
    expected = (Kind.NEGATION, "id", "tidak naik", english, evidence)
    assert found("Harga beras tidak naik di pasar.", english) == [expected]


@pytest.mark.parametrize(
    ("indonesian", "text", "expected"),
    [
        # one difference for a sentence, at the first word
        (
            "Obat ini aman dan adil.",
            "This medicine is unsafe and unfair.",
            [("en", NegatedWord("unsafe", "aman", corresponding=True))],
        ),
        # the negation whose word the other side affirms is the one that is marked
        (
            "Obat ini tidak merah dan bukan murah.",
            "This medicine is cheap.",
            [("id", NegatedWord("bukan murah", "cheap", corresponding=True))],
        ),
        # as many negations, or a word that is negative by itself in place of one
        ("Obat ini tidak aman dan tidak murah.", "This medicine is not cheap and not safe.", []),
        ("Obat ini tidak aman.", "This medicine is hardly safe.", []),
        ("Obat ini tidak merah.", "This medicine is undone.", []),
        # … which stands for another thing where the negated word is plainly affirmed
        (
            "Obat ini tidak aman bagi anak yang muda di kota itu.",
            "Safe medicine for children in that city, which are young, failed.",
            [("id", NegatedWord("tidak aman", "Safe", corresponding=True))],
        ),
        # a negation in an empty turn of phrase is not the one that is marked
        (
            "Obat ini tidak hanya murah, tetapi juga tidak aman.",
            "This medicine is cheap and also safe.",
            [("id", NegatedWord("tidak aman", "safe", corresponding=True))],
        ),
        # as many on both sides, though each of another word
        (
            "Obat ini tidak aman, tetapi di kota besar itu murah.",
            "This medicine is safe, but in the big city not cheap.",
            [],
        ),
        # all the sentences that have no affirmed word
        (
            "Harga beras itu turun. Beras tidak naik.",
            "The price of rice fell, and rice fell.",
            [("id", NegatedWord("tidak naik", "The price of rice fell, and rice fell.", corresponding=True))],
        ),
        (
            "Harga beras tidak naik.",
            "The price of rice fell. The price fell.",
            [("id", NegatedWord("tidak naik", "The price of rice fell. The price fell.", corresponding=False))],
        ),
        # less must be the same where the other side has the negated word than where it has not
        (
            "Obat itu tidak aman bagi petani di toko.",
            "The safe rice of farmers fell in the market.",
            [("id", NegatedWord("tidak aman", "safe", corresponding=True))],
        ),
        (
            "Harga beras itu tidak naik di toko kecil.",
            "The price of rice fell in the market.",
            [("id", NegatedWord("tidak naik", "The price of rice fell in the market.", corresponding=False))],
        ),
        # … nor may a word there deny it by its beginning
        (
            "Harga beras tidak naik dan bukan merah di pasar.",
            "The unclear price of rice rose in the market.",
            [("id", NegatedWord("tidak naik", "rose", corresponding=True))],
        ),
        (
            "Harga beras di pasar desa tidak naik dan bukan merah.",
            "The UNCLEAR price of rice fell in the village market.",
            [
                (
                    "id",
                    NegatedWord(
                        "tidak naik", "The UNCLEAR price of rice fell in the village market.", corresponding=False
                    ),
                )
            ],
        ),
        # too little of both is the same
        (
            "Petani miskin itu tidak pergi.",
            "The farmers planted safe rice in the village fields.",
            [
                (
                    "id",
                    NegatedWord(
                        "tidak pergi", "The farmers planted safe rice in the village fields.", corresponding=False
                    ),
                )
            ],
        ),
    ],
)
def test_what_is_found(indonesian: str, text: str, expected: list[tuple[str, NegatedWord]]) -> None:
    texts, _ = sentence_pair(indonesian, text)
    assert [(each.language, each.evidence) for each in negations(texts, Extents())] == expected


@pytest.mark.parametrize(
    ("indonesian", "text", "may"),
    [
        ("Obat ini aman.", "This medicine is unsafe.", True),
        ("Obat ini aman.", "UNSAFE medicine is here.", True),
        ("Obat ini tidak aman.", "This medicine is unsafe.", False),
        ("Obat ini aman.", "This medicine is safe.", False),
        ("Obat ini aman.", "This medicine is cheap.", False),
    ],
)
def test_a_word_without_translation_that_begins_as_a_negative_one_may_deny(
    indonesian: str, text: str, may: bool
) -> None:
    texts, bead = sentence_pair(indonesian, text)
    assert negation._may_deny(texts, bead, 0) is may
