"""Keywords pair by their words, never by their order."""

from __future__ import annotations

import pytest

from thesis_build.alignment.compare import keywords
from thesis_build.alignment.compare.keywords import pair_keywords, unlike_keywords
from thesis_build.alignment.text.passages import Passage
from thesis_build.alignment.text.segmentation import segmented
from thesis_build.languages.lexicon import lexicon
from thesis_build.languages.stems import stem

SAME = {
    "id": ["diplomasi", "Bandung", "tata kelola pemerintahan", "kantuk"],
    "en": ["Bandung", "drowsiness", "diplomacy", "governance"],
}


def test_keywords_pair_in_any_order() -> None:
    found = pair_keywords(SAME)
    assert {(SAME["en"][one], SAME["id"][other]) for one, other in found.pairs} == {
        ("Bandung", "Bandung"),
        ("diplomacy", "diplomasi"),
        ("governance", "tata kelola pemerintahan"),
        ("drowsiness", "kantuk"),
    }
    assert unlike_keywords(SAME) == ()


def test_where_one_is_missing_none_is_judged() -> None:
    assert unlike_keywords({"id": ["diplomasi", "pertanian", "kota"], "en": ["education", "diplomacy"]}) == ()


def test_another_keyword() -> None:
    (found,) = unlike_keywords({"id": ["diplomasi", "pertanian"], "en": ["education", "diplomacy"]})
    assert found == {"id": 1, "en": 0}


def test_an_unknown_word_is_given_the_benefit_of_the_doubt() -> None:
    assert unlike_keywords({"id": ["diplomasi", "kacapuri"], "en": ["diplomacy", "barbican"]}) == ()


def test_a_wider_keyword_is_another_one() -> None:
    (found,) = unlike_keywords({"id": ["klasifikasi"], "en": ["classification of false news"]})
    assert found == {"id": 0, "en": 0}


@pytest.mark.parametrize(
    ("score", "covered", "known", "pair", "unlike"),
    [
        # from half on they are one, unless one wholly covered has two known words less
        (0.5, (0.5, 0.5), (5, 5), True, False),
        (0.5, (0.9, 0.1), (0, 2), False, True),
        (0.5, (0.1, 0.9), (2, 0), False, True),
        (0.5, (0.9, 0.1), (1, 1), True, False),
        (0.5, (0.89, 0.11), (2, 2), True, False),
        # below: where nobody knows the words, or both have some of the other's
        (0.49, (0.49, 0.49), (1, 1), True, False),
        (0.49, (0.79, 0.2), (1, 1), True, False),
        (0.49, (0.8, 0.19), (1, 1), False, False),
        (0.49, (0.8, 0.19), (1, 0), True, False),
        (0.49, (0.8, 0.19), (0, 1), True, False),
        (0.2, (0.3, 0.1), (1, 1), False, False),
        (0.2, (0.3, 0.1), (2, 2), False, False),
        (0.48, (0.9, 0.06), (0, 2), True, True),
        # below a fifth they share nothing
        (0.19, (0.19, 0.19), (1, 1), False, True),
        (0.19, (0.19, 0.19), (1, 0), True, False),
        (0.19, (0.19, 0.19), (0, 1), True, False),
    ],
)
def test_two_keywords_by_what_they_share(
    score: float, covered: tuple[float, float], known: tuple[int, int], pair: bool, unlike: bool
) -> None:
    match = keywords._Match((0, 0), score, covered, known)
    assert (match.is_pair(), match.is_unlike()) == (pair, unlike)


def matched(english: str, indonesian: str) -> keywords._Match:
    texts = (segmented(Passage("en", english)), segmented(Passage("id", indonesian)))
    return keywords._match((3, 4), texts, lexicon("en", "id"), ())


def test_how_much_two_keywords_cover_each_other() -> None:
    assert matched("drowsiness", "kantuk") == keywords._Match((3, 4), 1.0, (1.0, 1.0), (0, 0))
    assert matched("education", "pertanian") == keywords._Match((3, 4), 0.0, (0.0, 0.0), (1, 1))
    wider = matched("drowsiness", "kantuk dan pertanian")
    assert (wider.covered, wider.score, wider.known) == ((1.0, 0.5), 0.75, (0, 1))
    narrower = matched("drowsiness and education", "kantuk")
    assert (narrower.covered, narrower.score, narrower.known) == ((0.5, 1.0), 0.75, (1, 0))


def test_a_keyword_without_words_shares_nothing() -> None:
    for english, indonesian in (("", "kantuk"), ("drowsiness", "")):
        assert matched(english, indonesian) == keywords._Match((3, 4), 0.0, (0.0, 0.0), (0, 0))


def test_a_keyword_is_read_without_emphasis_and_in_one_sentence() -> None:
    assert keywords._passage("*deep learning* v.2", "en") == Passage("en", "deep learning v 2")


def test_of_keywords_that_share_as_much_those_at_the_same_position_are_a_pair() -> None:
    same = {"en": ["education", "education"], "id": ["pendidikan", "pendidikan"]}
    assert pair_keywords(same).pairs == ((0, 0), (1, 1))
    apart = {"en": ["education", "barbican", "citadel"], "id": ["kacapuri", "kedaton", "pendidikan"]}
    assert pair_keywords(apart).pairs == ((0, 2), (1, 1), (2, 0))


def test_what_a_glossary_agrees_on_is_the_same() -> None:
    unlike = {"en": ["education"], "id": ["pertanian"]}
    stems = [tuple(stem(word, tag) for word in unlike[tag]) for tag in ("en", "id")]
    assert unlike_keywords(unlike) and not unlike_keywords(unlike, [(stems[0], stems[1])])


def test_no_keyword_is_judged_where_the_numbers_differ() -> None:
    assert unlike_keywords({"id": ["pertanian"], "en": ["education", "barbican"]}) == ()
    assert unlike_keywords({"id": ["pertanian"], "en": ["education"]}) == ({"en": 0, "id": 0},)
    assert unlike_keywords({"id": ["klasifikasi"], "en": ["classification of false news", "barbican"]}) == ()


def test_a_word_is_found_from_a_strength_on() -> None:
    match = matched("attentive", "teliti")  # 0.40 in the tables
    assert match == keywords._Match((3, 4), 0.4, (0.4, 0.4), (0, 0))


def test_where_one_is_missing_those_that_share_a_fifth_are_a_pair() -> None:
    shared = {"en": ["attentive education"], "id": ["kedaton", "teliti kacapuri"]}
    assert pair_keywords(shared).pairs == ((0, 1),)
    less = {"en": ["attentive education"], "id": ["kedaton", "teliti kacapuri kedaton"]}
    assert pair_keywords(less).pairs == ()
