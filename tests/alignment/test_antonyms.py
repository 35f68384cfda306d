"""Opposites are found as a pair of words, and not where a negation makes them say the same."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import found, sentence_pair
from thesis_build.alignment.compare import antonyms
from thesis_build.alignment.difference import Extents
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


@pytest.mark.parametrize(
    ("ours", "contrary", "theirs", "other", "pair"),
    [
        ([3], [], [], [5], (3, 5)),
        # ours and theirs have another of the same pole: the one that is left over is the last
        ([3, 8], [], [3], [9], (8, 9)),
        ([3, 8], [], [3], [3], (8, 3)),
        ([3], [4], [], [5, 9], (3, 9)),
        # as many, or two more
        ([3], [], [4], [5], None),
        ([3, 8], [], [], [5], None),
        ([3], [], [], [5, 9], None),
        ([3], [4], [], [5], None),
        ([], [], [], [], None),
        ([], [], [], [5], None),
    ],
)
def test_the_words_that_a_side_has_once_more(
    ours: list[int], contrary: list[int], theirs: list[int], other: list[int], pair: tuple[int, int] | None
) -> None:
    assert antonyms._exchanged(ours, contrary, theirs, other) == pair


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Prices rose.", False),
        ("Never was it that prices rose.", False),
        ("Never was that prices rose.", True),
        ("Never was prices that rose.", True),
        ("Never prices rose.", True),
        ("Prices rose in the not.", True),
        ("Prices rose in all the not.", False),
        ("Prices rose little.", True),
        ("Prices rose a little.", False),
        ("Few rose.", True),
        ("Few prices rose.", False),
        ("NEVER rose.", True),
    ],
)
def test_what_denies_a_pole(text: str, turned: bool) -> None:
    texts, bead = sentence_pair("Ya.", text)
    tokens = texts.tokens(0, bead.sentences[0])
    at = next(at for at, token in enumerate(tokens) if token.text == "rose")
    poles = frozenset({"rose"}), frozenset({"fell"})
    assert antonyms._is_turned(texts, tokens, at, 0, poles) is turned


def test_the_words_of_the_poles_themselves_deny_nothing() -> None:
    texts, bead = sentence_pair("Ya.", "It was rejected or refused.")
    tokens = texts.tokens(0, bead.sentences[0])
    rejected, refused = frozenset({"rejected"}), frozenset({"refused"})
    assert not antonyms._is_turned(texts, tokens, 3, 0, (rejected, refused))
    assert not antonyms._is_turned(texts, tokens, 3, 0, (refused, rejected))
    assert antonyms._is_turned(texts, tokens, 2, 0, (refused, refused))


@pytest.mark.parametrize(
    ("indonesian", "english", "marked"),
    [
        ("Naik harga beras itu.", "The price fell today.", ["fell Naik"]),
        # farther than half a sentence apart
        ("Naik harga beras itu.", "The price of rice fell.", []),
        ("Harga beras itu tidak naik.", "The price of rice fell.", []),
        ("Harga beras naik.", "The price of rice never fell.", []),
        # the poles of several pairs
        ("Harga itu positif.", "The price is negative.", ["negative positif"]),
        ("Harga rendah itu naik.", "The high price fell.", ["fell naik", "high rendah"]),
    ],
)
def test_opposites(indonesian: str, english: str, marked: list[str]) -> None:
    texts, _ = sentence_pair(indonesian, english)
    found = [each.evidence for each in antonyms.opposites(texts, Extents())]
    expected = [Antonyms(*pair.split()) for pair in marked]
    assert len(found) == len(expected)
    assert all(each in found for each in expected)
