"""Opposites are found as a pair of words, and not where a negation makes them say the same."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import found
from thesis_build.alignment.evidence import Antonyms
from thesis_build.alignment.kinds import Kind


@pytest.mark.parametrize(
    ("indonesian", "english", "ours", "theirs"),
    [
        ("Harga beras naik di pasar.", "The price of rice fell in the market.", "naik", "fell"),
        ("Harga beras turun di pasar.", "The price of rice rose in the market.", "turun", "rose"),
    ],
)
def test_both_words_are_marked(indonesian: str, english: str, ours: str, theirs: str) -> None:
    assert found(indonesian, english) == [(Kind.ANTONYM, "en", ours, theirs, Antonyms(theirs, ours))]


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Harga beras naik di pasar.", "The price of rice rose in the market."),
        ("Harga naik lalu turun.", "Prices fell and then rose."),
    ],
)
def test_the_same_poles(indonesian: str, english: str) -> None:
    assert found(indonesian, english) == []


def test_a_denied_pole_is_no_opposite() -> None:
    kinds = [kind for kind, *_ in found("Harga beras tidak naik di pasar.", "The price of rice fell in the market.")]
    assert Kind.ANTONYM not in kinds
