"""Keywords pair by their words, never by their order."""

from __future__ import annotations

from thesis_build.alignment.compare.keywords import pair_keywords, unlike_keywords

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
