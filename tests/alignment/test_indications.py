"""What speaks for and against two names or terms standing for each other, one indication at a time."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import bitext
from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.compare import omissions, substitutions
from thesis_build.alignment.compare.names import form
from thesis_build.alignment.compare.neighbours import is_pointed_to
from thesis_build.alignment.compare.terms import TermOccurrences, agreed_terms
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token
from thesis_build.model import Glossary, Span, Term

TEXTS = bitext(
    "Model BERT, Tegal, TPS3R, dan Sari dipasang di Rumah Sakit Padi Banyumas tersebut.",
    "The BERT model, Grafana, TPS3X, and the Hospital of Rice in Tegal were installed in these.",
)
(BEAD,) = TEXTS.beads


def side(texts: Bitext, language: str) -> int:
    return [texts.language(each) for each in (0, 1)].index(language)


def token(language: str, word: str, texts: Bitext = TEXTS) -> Token:
    number = side(texts, language)
    tokens = texts.tokens(number, texts.beads[0].sentences[number])
    return next(each for each in tokens if each.text == word)


def name(language: str, *words: str, texts: Bitext = TEXTS) -> TermOccurrences:
    """A name that one language has at these words, and the other has not."""
    own = [[token(language, word, texts)] for word in words]
    forms = frozenset(form(place[0]) for place in own)
    return TermOccurrences(words[0], (own, []) if side(texts, language) == 0 else ([], own), forms=forms)


def pair(indonesian: str, english: str) -> tuple[TermOccurrences, TermOccurrences]:
    both = name("id", indonesian), name("en", english)
    return both if side(TEXTS, "id") == 0 else both[::-1]


@pytest.mark.parametrize(
    ("indonesian", "english", "kind"),
    [
        ("TPS3R", "TPS3X", Kind.ALPHANUMERIC_SUBSTITUTED),
        ("BERT", "BERT", Kind.ACRONYM_SUBSTITUTED),
        ("BERT", "TPS3X", Kind.ACRONYM_SUBSTITUTED),
        ("BERT", "Grafana", Kind.NAME_SUBSTITUTED),
        ("Tegal", "BERT", Kind.NAME_SUBSTITUTED),
        ("Tegal", "TPS3X", Kind.NAME_SUBSTITUTED),
        ("Tegal", "Grafana", Kind.NAME_SUBSTITUTED),
    ],
)
def test_a_substitution_is_called_by_what_both_words_are(indonesian: str, english: str, kind: Kind) -> None:
    one, other = token("id", indonesian), token("en", english)
    assert substitutions._kind(one, other) is kind
    assert substitutions._kind(other, one) is kind


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("TPS3R", "TPS4R", True),
        ("TPS3R", "TPS3", False),
        ("TPS3R", "TPS3X", False),
        ("DHT22", "DHT11", True),
        ("DHT22", "DHT", False),
        ("DHT", "DHT22", False),
    ],
)
def test_codes_of_one_make_have_the_same_letters(one: str, other: str, same: bool) -> None:
    texts = bitext(f"Alat {one} dipasang.", f"The {other} device was installed.")
    both = name("id", one, texts=texts), name("en", other, texts=texts)
    assert substitutions._are_codes(*(both if side(texts, "id") == 0 else both[::-1])) is same


@pytest.mark.parametrize(
    ("indonesian", "english", "strangers"),
    [
        ("Tegal", "Grafana", True),
        ("BERT", "Grafana", False),  # an acronym
        ("Tegal", "BERT", False),
        ("Padi", "Grafana", False),  # a word with a meaning
        ("Tegal", "Rice", False),
    ],
)
def test_strangers_are_names_that_no_table_knows_between_the_same_neighbours(
    indonesian: str, english: str, strangers: bool
) -> None:
    assert substitutions._are_strangers(TEXTS, BEAD, *pair(indonesian, english)) is strangers


def test_a_name_that_stands_twice_is_no_stranger() -> None:
    one, other = pair("Tegal", "Grafana")
    twice = TermOccurrences(one.label, (one.places[0] * 2, one.places[1]), forms=one.forms)
    assert not substitutions._are_strangers(TEXTS, BEAD, twice, other)
    twice = TermOccurrences(other.label, (other.places[0], other.places[1] * 2), forms=other.forms)
    assert not substitutions._are_strangers(TEXTS, BEAD, one, twice)


@pytest.mark.parametrize(
    ("indonesian", "english", "both"),
    [
        ("Support", "Naive", True),
        ("Vector", "Classifier", True),
        ("Support", "Grafana", False),  # three words and two
        ("Tegal", "Naive", False),
        ("Tegal", "Prometheus", False),  # words that stand alone
    ],
)
def test_units_are_in_names_where_as_many_capitals_stand_around_them(indonesian: str, english: str, both: bool) -> None:
    texts = bitext(
        "Di sini metode Support Vector Machine dan Tegal dipakai.",
        "Here the Naive Bayes Classifier method, Grafana City and Prometheus are used.",
    )
    (bead,) = texts.beads
    units = name("id", indonesian, texts=texts), name("en", english, texts=texts)
    assert substitutions._are_in_names(texts, bead, *(units if side(texts, "id") == 0 else units[::-1])) is both


@pytest.mark.parametrize(
    ("language", "word", "common"),
    [
        ("id", "BERT", False),
        ("id", "Tegal", False),
        ("id", "Padi", True),
        ("en", "Rice", True),
        ("en", "Grafana", False),
    ],
)
def test_a_word_with_a_meaning_that_one_text_lacks_may_be_put_otherwise(language: str, word: str, common: bool) -> None:
    unit, number = name(language, word), side(TEXTS, language)
    here: dict[str, int] = {form(unit.places[number][0][0]): 1}
    assert substitutions._is_common(TEXTS, number, unit) is common
    assert substitutions._is_word(TEXTS, number, unit, ({}, {})) is common
    assert substitutions._is_word(TEXTS, number, unit, (here, {})) is common
    assert not substitutions._is_word(TEXTS, number, unit, (here, here))
    assert omissions._is_untranslatable(TEXTS, unit) is not common


@pytest.mark.parametrize(
    ("language", "word", "foreign"), [("en", "Grafana", True), ("id", "Tegal", False), ("en", "Rice", False)]
)
def test_a_unit_is_foreign_where_the_other_side_has_no_word_of_it(language: str, word: str, foreign: bool) -> None:
    assert substitutions._is_foreign(TEXTS, BEAD, side(TEXTS, language), name(language, word)) is foreign


def test_a_unit_that_the_other_side_has_as_such_is_foreign() -> None:
    rice, number = name("en", "Rice"), side(TEXTS, "en")
    places = ([[token("id", "Padi")]], rice.places[1]) if number == 1 else (rice.places[0], [[token("id", "Padi")]])
    assert substitutions._is_foreign(TEXTS, BEAD, number, TermOccurrences("rice", places))


def test_a_term_that_both_languages_write_alike_is_untranslatable() -> None:
    def term(indonesian: str, english: str) -> TermOccurrences:
        none: dict[str, tuple[str, ...]] = {}
        given = Term("t", {"id": indonesian, "en": english}, none, none, {}, "", Span("paper/glossary.yaml"))
        (agreed,) = agreed_terms(Glossary((given,)), ("id", "en"))
        return TermOccurrences(agreed.label, ([], []), agreed)

    assert omissions._is_untranslatable(TEXTS, term("TPS3R", "tps3r"))
    assert not omissions._is_untranslatable(TEXTS, term("padi", "rice"))


@pytest.mark.parametrize(
    ("indonesian", "english", "pointed"),
    [
        ("Padi itu tumbuh.", "This rice and these fields grow.", ["id"]),
        ("Padi tumbuh di sawah desa.", "Rice grows in fields of the village.", []),
        ("Padi tersebut tumbuh.", "Rice grows.", ["en"]),
        ("Padi tersebut tumbuh.", "These rice plants grow.", []),
    ],
)
def test_the_side_beside_more_words_that_point_back(indonesian: str, english: str, pointed: list[str]) -> None:
    texts = bitext(indonesian, english)
    sides = [texts.language(each) for each in (0, 1) if is_pointed_to(texts, texts.beads[0], each)]
    assert sides == pointed


@pytest.mark.parametrize(
    ("indonesian", "word", "listed"),
    [
        ("Kubernetes dan OpenShift", "OpenShift", True),
        ("OpenShift dan Kubernetes", "OpenShift", True),
        ("OpenShift Kubernetes", "OpenShift", False),
        ("OpenShift dan di Kubernetes", "OpenShift", False),
        ("OpenShift dan Nomad", "OpenShift", False),  # the other side has it not
        ("OpenShift dan sawah", "OpenShift", False),  # no name
        ("OpenShift padi Kubernetes", "OpenShift", False),  # a word with content between
    ],
)
def test_a_name_is_listed_beside_one_that_the_other_side_has(indonesian: str, word: str, listed: bool) -> None:
    texts = bitext(
        f"Kajian ini membandingkan {indonesian} pada data.", "This study compares Kubernetes and rice on data."
    )
    (bead,) = texts.beads
    number = side(texts, "id")
    assert omissions._is_listed(texts, bead, number, token("id", word, texts)) is listed
