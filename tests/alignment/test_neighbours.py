"""Which words stand beside a word, and what stands between the same neighbours on the other side."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import sentence_pair
from thesis_build.alignment.compare import neighbours
from thesis_build.alignment.compare.neighbours import around, run, span
from thesis_build.alignment.compare.terms import TermOccurrences
from thesis_build.alignment.text.passages import Passage
from thesis_build.alignment.text.segmentation import Token, segmented


def tokens(text: str) -> list[Token]:
    return [token for sentence in segmented(Passage("en", text)).sentences for token in sentence.tokens]


def token(text: str, said: str) -> Token:
    return next(each for each in tokens(text) if each.text == said)


def test_the_neighbours_of_a_word_are_two_content_words_on_each_side() -> None:
    text = "Old farmers carefully planted fresh Nomad rice and muddy rivers."
    every = tokens(text)
    named = token(text, "Nomad")
    assert [each.text for each in around(every, [named])] == ["planted", "fresh", "rice", "muddy"]
    assert [each.text for each in around(every, [every[0]])] == ["farmers", "carefully"]
    assert [each.text for each in around(every, [every[-1]])] == ["rice", "muddy"]


def test_words_with_a_capital_in_a_row() -> None:
    text = "We saw Uni Eropa Baru there."
    every = tokens(text)
    assert [run(every, each) for each in every] == [1, 1, 3, 3, 3, 1]
    start, end = span(every[2:5])
    assert text[start:end] == "Uni Eropa Baru"


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("Uni Eropa here", [2, 2, 1]),
        ("here Uni Eropa", [1, 2, 2]),
        ("Uni", [1]),
        ("uni Eropa uni Baru", [1, 1, 1, 1]),
        ("Uni eropa Uni", [1, 1, 1]),
    ],
)
def test_rows_of_capitals_at_the_ends_of_a_text(text: str, lengths: list[int]) -> None:
    every = tokens(text)
    assert [neighbours.run(every, each) for each in every] == lengths


def test_the_neighbours_at_the_beginning() -> None:
    every = tokens("Old farmers planted rice.")
    assert [each.text for each in around(every, [every[1]])] == ["Old", "planted", "rice"]


def test_a_neighbour_counts_once_it_has_a_sure_partner() -> None:
    texts, bead = sentence_pair("Obat aman itu murah.", "Safe medicine is cheap of zzyzx.")
    english, indonesian = (texts.tokens(side, bead.sentences[side]) for side in (0, 1))
    named = {each.text: each for each in english}
    assert neighbours.shared_neighbours(texts, 0, list(named.values()), indonesian) == 3
    assert neighbours.shared_neighbours(texts, 0, [named["zzyzx"]], indonesian) == 0
    assert neighbours.shared_neighbours(texts, 0, [named["Safe"]], indonesian[:1]) == 0
    assert neighbours.shared_neighbours(texts, 1, indonesian, [named["medicine"], named["Safe"]]) == 2


@pytest.mark.parametrize(
    ("text", "said", "known"),
    [
        ("Zzyzx medicine Kwyjibo kwyjibo GeoJSON geo of", "Zzyzx", False),
        ("Zzyzx medicine Kwyjibo kwyjibo", "medicine", True),
        ("Zzyzx medicine Kwyjibo kwyjibo", "Kwyjibo", True),
        ("Zzyzx medicine Kwyjibo kwyjibo", "kwyjibo", False),
        ("Medicine Kwyjibo kwyjibo", "Medicine", True),
    ],
)
def test_a_word_is_known_from_the_tables_or_as_a_name(text: str, said: str, known: bool) -> None:
    texts, bead = sentence_pair("Ya.", text)
    found = next(each for each in texts.tokens(0, bead.sentences[0]) if each.text == said)
    assert bool(neighbours._is_known(texts, 0, found)) is known


@pytest.mark.parametrize(
    ("english", "known", "but", "replaced"),
    [
        ("The safe medicine was cheap.", False, "", False),
        # a word without partner between the same neighbours
        ("The safe zzyzx was cheap.", False, "", True),
        ("The safe zzyzx was cheap.", False, "zzyzx", False),
        ("The safe zzyzx was cheap.", True, "", False),
        ("The safe Kwyjibo was cheap.", True, "", True),
        ("The safe Kwyjibo was cheap.", True, "Kwyjibo", False),
        ("The safe fruit was cheap.", True, "", True),
        # between others
        ("The zzyzx fruit fell.", False, "", False),
        # a word whose partner another one took
        ("The safe safe was cheap.", False, "", False),
        ("The safe safe was cheap.", True, "", True),
    ],
)
def test_what_is_in_the_place_of_a_term(english: str, known: bool, but: str, replaced: bool) -> None:
    texts, bead = sentence_pair("Obat aman kuning murah.", english)
    here, there = (texts.tokens(side, bead.sentences[side]) for side in (0, 1))
    place = [each for each in there if each.text == "kuning"]
    assert neighbours.is_replaced(texts, bead, 0, place, [t for t in here if t.text == but], known) is replaced
    if not known and not but:
        assert neighbours.is_replaced(texts, bead, 0, place) is replaced


def test_the_place_that_is_least_like_those_of_the_other_side() -> None:
    indonesian = "Obat aman Kwyjibo murah, lalu petani Kwyjibo padi."
    texts, bead = sentence_pair(indonesian, "Safe medicine Kwyjibo cheap.")
    english, other = ([[t] for t in texts.tokens(side, bead.sentences[side]) if t.text == "Kwyjibo"] for side in (0, 1))

    def apart(here: list[list[Token]], there: list[list[Token]]) -> list[Token]:
        return neighbours.apart(texts, bead, TermOccurrences("kwyjibo", (there, here)), 1)

    assert apart(other, english) == other[1]
    assert apart(other[::-1], english) == other[1]
    assert apart(other[:1], english) == other[0]
    assert apart(other, []) == other[1]
    assert apart(other[::-1], []) == other[0]
    turned = TermOccurrences("kwyjibo", (english, other))
    assert neighbours.apart(texts, bead, turned, 0) == english[0]


@pytest.mark.parametrize(
    ("indonesian", "english", "pointed"),
    [
        ("Obat aman.", "It is safe.", True),
        ("Obat ini aman.", "It is safe.", False),
        ("Obat ini aman.", "Medicine is safe.", False),
        ("Obat ini aman.", "It is as safe as THIS.", True),
    ],
)
def test_words_that_point_to_what_was_said(indonesian: str, english: str, pointed: bool) -> None:
    texts, bead = sentence_pair(indonesian, english)
    assert neighbours.is_pointed_to(texts, bead, 1) is pointed


def test_a_word_of_the_second_side_is_known_from_its_own_table() -> None:
    texts, bead = sentence_pair("Ini obat kwyjibo.", "Yes.")
    known = {each.text: neighbours._is_known(texts, 1, each) for each in texts.tokens(1, bead.sentences[1])}
    assert (known["obat"], known["kwyjibo"]) == (True, False)


def test_a_link_of_three_quarters_makes_two_neighbours_the_same() -> None:
    texts, _ = sentence_pair("Itu mandi.", "The bathroom.")  # 0.75 in the tables
    english, indonesian = (list(texts.sentence(side, 0).content) for side in (0, 1))
    assert neighbours.shared_neighbours(texts, 0, english, indonesian) == 1


@pytest.mark.parametrize(("word", "replaced"), [("kambing", True), ("xqzv", False)])
def test_what_stands_for_a_term_must_be_known_in_the_language_of_its_side(word: str, replaced: bool) -> None:
    texts, bead = sentence_pair(f"Petani memakai {word} sensor hari ini.", "The farmers use drone sensors today.")
    (drone,) = (token for token in texts.tokens(0, bead.sentences[0]) if token.text == "drone")
    assert neighbours.is_replaced(texts, bead, 1, [drone], known=True) == replaced
