"""Which words are negative by themselves, by meaning or by an affix, and which have their other half elsewhere."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import sentence_pair
from thesis_build.alignment.compare import negation

EN, ID = 0, 1


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("unsafe", "safe"),
        ("unkind", "kind"),
        ("non-formal", "formal"),
        ("careless", "care"),
        ("fearless", "fear"),
        # in-, im-, dis- … begin other words too: only where the dictionary translates the word by a negation
        ("informal", "formal"),
        ("dislike", "like"),
        ("insight", None),
        ("impolite", None),
        # the rest must have three letters and be known
        ("unfit", "fit"),
        ("unit", None),
        ("until", None),
        ("safe", None),
    ],
)
def test_the_word_that_a_negative_affix_turns_round(word: str, base: str | None) -> None:
    texts, bead = sentence_pair("Ya.", f"It is {word}.")
    tokens = texts.tokens(EN, bead.sentences[EN])
    assert negation._base(texts, EN, next(token for token in tokens if token.text == word)) == base


def test_a_negative_affix_in_indonesian() -> None:
    texts, bead = sentence_pair("Itu ketidakadilan nonaktif antibodi aman.", "Yes.")
    found = [negation._base(texts, ID, token) for token in texts.tokens(ID, bead.sentences[ID])]
    assert found == [None, "adil", "aktif", None, None]


@pytest.mark.parametrize(
    ("word", "plain"), [("insight", True), ("informal", False), ("impolite", False), ("undo", False), ("zzz", False)]
)
def test_a_word_is_plain_where_all_its_translations_are(word: str, plain: bool) -> None:
    texts, bead = sentence_pair("Ya.", f"It is {word}.")
    tokens = texts.tokens(EN, bead.sentences[EN])
    assert negation._is_plain(texts, EN, tokens[2]) is plain


@pytest.mark.parametrize(
    ("indonesian", "text", "count"),
    [
        ("Ya.", "It is safe.", 0),
        ("Ya.", "It is hardly safe.", 1),
        ("Ya.", "HARDLY is it rarely unsafe.", 3),
        ("Ya.", "It is yet to come, rather than here.", 3),  # two phrases, and a word of one
        ("Ya.", "Besides, it is the only one.", 1),  # “the only” is a turn of phrase
        ("Ya.", "It is 5 hardly.", 1),
        # what has a partner is not negative by itself, unless something denies that
        ("Pasien itu gagal.", "The patient failed.", 0),
        ("Pasien itu tidak gagal.", "The patient failed.", 1),
        ("Pasien itu gagal, tetapi ia kini tidak gagal.", "The patient failed.", 0),
        ("Pasien itu buta.", "The patient failed.", 1),
        ("Pasien itu buta.", "The patient failed and failed.", 2),
    ],
)
def test_words_that_are_negative_by_themselves(indonesian: str, text: str, count: int) -> None:
    texts, bead = sentence_pair(indonesian, text)
    assert negation._negative_words(texts, bead, EN) == count


@pytest.mark.parametrize(
    ("indonesian", "text", "expected"),
    [
        ("Obat ini aman dan adil.", "This medicine is unsafe and unfair.", ["unsafe aman", "unfair adil"]),
        (
            "Obat ini tidak aman, tetapi sama sekali di sini adil.",
            "This medicine is unsafe and unfair.",
            ["unfair adil"],
        ),
        ("Obat ini tidak aman.", "This medicine is unsafe.", []),
        ("Obat ini, yang tidak dijual di kota besar itu juga, aman.", "This medicine is unsafe.", ["unsafe aman"]),
        ("Air ini jernih.", "This water is unclear.", ["unclear jernih"]),
        ("Obat ini baru.", "This medicine is unsafe.", []),
        ("Obat ini ilegal dan legal.", "This medicine is unsafe.", []),
    ],
)
def test_words_of_which_the_other_side_has_the_other_half(indonesian: str, text: str, expected: list[str]) -> None:
    texts, bead = sentence_pair(indonesian, text)
    assert [f"{one.text} {other.text}" for one, other in negation._privatives(texts, bead, EN)] == expected


def test_a_word_that_is_translated_is_passed_over() -> None:
    texts, bead = sentence_pair("Obat ilegal ini aman.", "This illegal medicine is unsafe.")
    assert [(one.text, other.text) for one, other in negation._privatives(texts, bead, EN)] == [("unsafe", "aman")]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The government faced fair rules.", [("ketidakadilan", "fair")]),
        ("The government faced injustice and fair rules.", []),
    ],
)
def test_negative_words_of_the_second_side(text: str, pairs: list[tuple[str, str]]) -> None:
    texts, bead = sentence_pair("Pemerintah itu menghadapi ketidakadilan.", text)
    assert [(one.text, other.text) for one, other in negation._privatives(texts, bead, ID)] == pairs


def test_a_negative_word_of_the_second_side_with_a_partner() -> None:
    for english, count in (("The patient failed.", 0), ("The patient never failed.", 1), ("The patient left.", 1)):
        texts, bead = sentence_pair("Pasien itu gagal.", english)
        assert negation._negative_words(texts, bead, ID) == count


def test_a_negation_is_no_word_with_another_half() -> None:
    texts, bead = sentence_pair("Data itu nonaktif.", "The data are active.")
    assert negation._privatives(texts, bead, ID) == []
