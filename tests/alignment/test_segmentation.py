"""Where sentences end, and which words are in them."""

from __future__ import annotations

import pytest

from thesis_build.alignment.text.passages import Mark, Passage
from thesis_build.alignment.text.segmentation import SegmentedText, segmented

ENDS = {
    "full stops": ("en", "We went home. They stayed.", ["We went home.", "They stayed."]),
    "a question, an exclamation": (
        "id",
        "Mengapa? Karena hujan! Kami pulang.",
        ["Mengapa?", "Karena hujan!", "Kami pulang."],
    ),
    "quotation marks belong to the sentence": ("en", "He said “no.” She left.", ["He said “no.”", "She left."]),
    "abbreviations": (
        "id",
        "Menurut Prof. Dr. Siti dkk. hasilnya baik.",
        ["Menurut Prof. Dr. Siti dkk. hasilnya baik."],
    ),
    "initials": ("en", "J. R. Brown of the U.S. Senate spoke.", ["J. R. Brown of the U.S. Senate spoke."]),
    "decimals": ("en", "It rose by 2.5 percent. Then it fell.", ["It rose by 2.5 percent.", "Then it fell."]),
    "a number of a list": ("id", "1. Kota Bandung", ["1. Kota Bandung"]),
    "a small letter after a long word": (
        "en",
        "It ended there. the rest is known.",
        ["It ended there.", "the rest is known."],
    ),
    "a paragraph": ("id", "Latar belakang\n\nKota ini tua.", ["Latar belakang", "Kota ini tua."]),
    "nothing": ("en", "", []),
}


def cut(language: str, text: str) -> SegmentedText:
    return segmented(Passage(language, text))


@pytest.mark.parametrize(("language", "text", "sentences"), ENDS.values(), ids=ENDS)
def test_ends(language: str, text: str, sentences: list[str]) -> None:
    found = cut(language, text)
    assert [text[sentence.start : sentence.end] for sentence in found.sentences] == sentences


TOKENS = {
    "words by their stem": ("en", "Detecting detections", [("word", "detect"), ("word", "detect")]),
    "a doubled word is one": ("id", "anak-anak", [("word", "anak")]),
    "a compound is several": ("en", "real-time", [("word", "real"), ("word", "time")]),
    "a prefix joins its word": ("en", "non-governmental", [("word", "nongove")]),
    "numbers by their digits": (
        "id",
        "Rp5.000 dan 1960-an",
        [("word", "rp"), ("number", "5000"), ("word", "dan"), ("number", "1960")],
    ),
    "ordinals are numbers": ("en", "the 20th", [("word", "the"), ("number", "20")]),
    "codes stay whole": ("en", "YOLOv8 and p95", [("code", "yolov8"), ("word", "and"), ("code", "p95")]),
    "an acronym in the plural": (
        "en",
        "NGOs of the U.S.",
        [("word", "ngo"), ("word", "of"), ("word", "the"), ("word", "us")],
    ),
}


@pytest.mark.parametrize(("language", "text", "tokens"), TOKENS.values(), ids=TOKENS)
def test_tokens(language: str, text: str, tokens: list[tuple[str, str]]) -> None:
    (sentence,) = cut(language, text).sentences
    kept = [(token.kind, token.key) for token in sentence.tokens if token.text != "an"]
    assert kept == tokens
    assert all(text[token.start : token.end].startswith(token.text[:1]) for token in sentence.tokens)


def test_objects_are_tokens() -> None:
    (sentence,) = segmented(Passage("en", "See \ufffc.", {4: Mark("citation", "a2020")})).sentences
    assert [(token.kind, token.key) for token in sentence.tokens] == [("word", "see"), ("mark", "citation a2020")]


@pytest.mark.parametrize(
    ("text", "closed"), [("It ends.", True), ("It ends.”", True), ("It ends", False), ("Why?", True)]
)
def test_whether_a_text_is_closed(text: str, closed: bool) -> None:
    assert cut("en", text).closed is closed


def test_an_empty_passage_has_no_sentences_even_without_a_language() -> None:
    assert segmented(Passage("", "")).sentences == ()


def test_a_roman_number_that_numbers_a_heading_belongs_to_it() -> None:
    text = cut("en", "IV. The use of maps. They are free.")
    assert [text.text[s.start : s.end] for s in text.sentences] == ["IV. The use of maps.", "They are free."]
