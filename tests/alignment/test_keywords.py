"""Keywords pair by their words, never by their order."""

from __future__ import annotations

from thesis_build.alignment.compare.keywords import compare_keywords, pair_keywords
from thesis_build.model import Severity

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
    assert compare_keywords(SAME) == ()


def test_one_too_few() -> None:
    (found,) = compare_keywords({"id": SAME["id"], "en": SAME["en"][:3]})
    assert (found.code, found.severity, found.arguments["language"]) == ("PAR701", Severity.ERROR, "en")


def test_another_keyword() -> None:
    (found,) = compare_keywords({"id": ["diplomasi", "pertanian"], "en": ["education", "diplomacy"]})
    assert (found.code, found.severity) == ("PAR703", Severity.WARNING)
    assert found.keywords == {"id": 1, "en": 0}


def test_an_unknown_word_is_given_the_benefit_of_the_doubt() -> None:
    assert compare_keywords({"id": ["diplomasi", "kacapuri"], "en": ["diplomacy", "barbican"]}) == ()


def test_a_wider_keyword_is_another_one() -> None:
    (found,) = compare_keywords({"id": ["klasifikasi"], "en": ["classification of false news"]})
    assert found.code == "PAR703"
