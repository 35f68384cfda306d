"""The comparison never raises, whatever the texts; its places are inside the texts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from thesis_build.alignment.compare.keywords import unlike_keywords
from thesis_build.alignment.compare.texts import compare, context
from thesis_build.alignment.text.passages import from_text, joined

WORDS = [
    "tidak",
    "not",
    "Bandung",
    "GPU",
    "YOLOv8",
    "p95",
    "3,5",
    "Rp5.000",
    "kota",
    "cities",
    "anak-anak",
    "U.S.",
    "dan",
]
SIGNS = [". ", "? ", ", ", " ", "\n\n", " [@a2020, hlm. 5] ", "”", "’s ", "-", " (", ")", "\ufffc", "*", "…"]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS + SIGNS), max_size=30).map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_any_text(indonesian: str, english: str) -> None:
    sides = from_text(indonesian, "id"), from_text(english, "en")
    lengths = {tag: len(joined(side).text) for tag, side in zip(("id", "en"), sides, strict=True)}
    for found in compare(*sides, context(*sides)):
        for tag, (start, end) in found.extents.items():
            assert 0 <= start <= end <= lengths[tag]


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, max_size=3), st.lists(TEXTS, max_size=3))
def test_any_keywords(indonesian: list[str], english: list[str]) -> None:
    for pair in unlike_keywords({"id": indonesian, "en": english}):
        assert pair["id"] < len(indonesian) and pair["en"] < len(english)
