"""The negated and the affirmed word are marked, and which language has the negation does not matter."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import found
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
