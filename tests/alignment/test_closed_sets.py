"""Of the members of a closed set that two sentences name, the one that is left over on each side is marked."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import sentence_pair
from thesis_build.alignment.align.one_to_one import one_to_one
from thesis_build.alignment.compare import closed_sets
from thesis_build.alignment.compare.closed_sets import other_members
from thesis_build.alignment.difference import Extents
from thesis_build.alignment.evidence import WordPair
from thesis_build.alignment.kinds import Kind

OTHER = [
    ("Penelitian ini menggunakan metode kualitatif.", "This study used a quantitative method.", "kualitatif"),
    ("Data dikumpulkan dengan kuesioner.", "The data were collected by interviews.", "kuesioner"),
    ("Data dikumpulkan dengan kuesioner dan wawancara.", "The data were collected by interview and test.", "kuesioner"),
    ("Data diuji dengan uji t.", "The data were tested by analysis of variance.", "uji t"),
    ("Data diuji dengan uji Mann-Whitney.", "The data were tested by ANOVA.", "Mann-Whitney"),
    ("Kualitatif adalah metodenya.", "The method is a mixed method", "Kualitatif"),
]
MARKED = ["quantitative", "interviews", "test", "analysis of variance", "ANOVA", "mixed method"]


@pytest.mark.parametrize(
    ("indonesian", "english", "ours", "theirs"), [(*a, b) for a, b in zip(OTHER, MARKED, strict=True)]
)
def test_another_member_of_a_set(indonesian: str, english: str, ours: str, theirs: str) -> None:
    texts, _ = sentence_pair(indonesian, english)
    found = [each for each in other_members(texts, Extents()) if each.evidence == WordPair(theirs, ours)]
    assert [(each.kind, each.language) for each in found] == [(Kind.WORD_SUBSTITUTED, "en")]
    (a, b), (c, d) = found[0].extents["id"], found[0].extents["en"]
    assert (indonesian[a:b], english[c:d]) == (ours, theirs)


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Penelitian ini menggunakan metode kualitatif.", "This study used a qualitative method."),
        ("Penelitian ini menggunakan metode kualitatif.", "This study used a method."),
        ("Penelitian ini menggunakan sebuah metode.", "This study used a qualitative method."),
        # members of two sets
        ("Penelitian ini menggunakan metode kualitatif.", "This study used random samples."),
        # two left over, on either side
        ("Data berasal dari kuesioner dan observasi.", "The data came from interviews."),
        ("Data berasal dari wawancara.", "The data came from questionnaires and observations."),
        # either has a translation, which is no member
        ("Data uji itu berasal dari wawancara.", "The data of the test are read."),
        # a beginning of a phrase of the set is not a phrase of it
        ("Penelitian ini menggunakan total biaya.", "This study used random samples."),
    ],
)
def test_no_other_member(indonesian: str, english: str) -> None:
    texts, _ = sentence_pair(indonesian, english)
    assert list(other_members(texts, Extents())) == []


def test_an_explained_sentence_is_not_looked_at() -> None:
    texts, _ = sentence_pair(*OTHER[0][:2])
    assert list(other_members(texts, texts.extents((0, 0)))) == []


def test_all_the_words_of_a_phrase_must_have_partners() -> None:
    texts, bead = sentence_pair("Obat ini aman dan merah.", "This medicine of ours is safe and cheap.")
    matched = one_to_one(texts, bead)[0]
    tokens = {token.text: token for token in texts.tokens(0, bead.sentences[0])}

    def rendered(*words: str) -> bool:
        named = closed_sets._Named(tuple(tokens[word] for word in words), frozenset({1}))
        return closed_sets._has_partner(matched, named)

    assert rendered("safe") and rendered("medicine", "safe")
    assert not rendered("cheap") and not rendered("safe", "cheap")
    assert not rendered("of") and not rendered("safe", "of")


@pytest.mark.parametrize(
    ("english", "indonesian", "rendered"), [("cheap", "merah", False), ("safe", "merah", True), ("cheap", "aman", True)]
)
def test_what_has_a_translation_on_the_other_side_is_rendered(english: str, indonesian: str, rendered: bool) -> None:
    texts, bead = sentence_pair("Obat ini aman dan merah.", "This medicine is safe and cheap.")
    one, other = (
        closed_sets._Named((token,), frozenset({1}))
        for side, word in enumerate((english, indonesian))
        for token in texts.tokens(side, bead.sentences[side])
        if token.text == word
    )
    assert closed_sets._is_rendered(texts, bead, (one, other)) is rendered


def test_the_longest_phrase_is_named_and_then_the_rest() -> None:
    texts, bead = sentence_pair("Ya.", "A total sampling of total random-sampling total.")
    said = closed_sets._words(texts.tokens(0, bead.sentences[0]))
    one, two = frozenset({1}), frozenset({2})
    phrases = {("total", "sampling"): one, ("total",): two, ("sampling",): two, ("random", "sampling", "total"): one}

    def named(phrases: dict[tuple[str, ...], frozenset[int]]) -> list[tuple[str, frozenset[int]]]:
        found = closed_sets._named(said, phrases)
        return [(" ".join(token.text for token in each.tokens), each.members) for each in found]

    assert [word for word, _ in said] == ["a", "total", "sampling", "of", "total", "random", "sampling", "total"]
    assert named(phrases) == [("total sampling", one), ("total", two), ("random sampling total", one)]
    assert named({("a",): one, ("total", "x"): two}) == [("A", one)]
    assert named({}) == []


def test_what_may_be_the_same_finds_each_other_the_surest_first() -> None:
    def named(*members: int) -> closed_sets._Named:
        return closed_sets._Named((), frozenset(members))

    assert closed_sets._left([named(1, 2), named(1)], [named(1), named(2)]) == ([], [])
    assert closed_sets._left([named(1)], [named(1, 2), named(1)]) == ([], [named(1, 2)])
    assert closed_sets._left([named(1), named(3)], [named(1), named(2)]) == ([named(3)], [named(2)])
    assert closed_sets._left([], [named(2)]) == ([], [named(2)])
