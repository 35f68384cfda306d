"""What is written as a name, and in which form it is counted."""

from __future__ import annotations

import pytest

from thesis_build.alignment.compare.names import count_forms, form, is_name
from thesis_build.alignment.compare.neighbours import around, run, span
from thesis_build.alignment.text.passages import Passage
from thesis_build.alignment.text.segmentation import Token, segmented


def tokens(text: str) -> list[Token]:
    return [token for sentence in segmented(Passage("en", text)).sentences for token in sentence.tokens]


def token(text: str, said: str) -> Token:
    return next(each for each in tokens(text) if each.text == said)


@pytest.mark.parametrize(
    ("text", "said", "named"),
    [
        ("We used Kubernetes here.", "Kubernetes", True),
        ("Kubernetes was used here.", "Kubernetes", False),  # a capital at the beginning of a sentence says nothing
        ("GeoJSON was used here.", "GeoJSON", True),
        ("We used eBay data here.", "eBay", True),
        ("We used YOLOv8 here.", "YOLOv8", True),
        ("We used ropes here.", "ropes", False),
        ("We visited Stage XIV again.", "XIV", False),
    ],
)
def test_names(text: str, said: str, named: bool) -> None:
    assert is_name(token(text, said)) is named


def test_a_name_is_counted_without_capitals_and_plural() -> None:
    assert form(token("We met Robots there.", "Robots")) == "robot"
    counts = count_forms(tokens("Nomads and YOLOv8 met a Nomad 12 times."))
    assert (counts["nomad"], counts["yolov8"], counts["12"]) == (2, 1, 0)


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
