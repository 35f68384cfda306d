"""Forms of one word have one stem."""

from __future__ import annotations

import pytest

from thesis_build.languages.stems import parts, stem

INDONESIAN = [
    "menyapu sapu",
    "penelitian meneliti peneliti diteliti",
    "pengiriman mengirim dikirim kiriman",
    "penulisan menulis ditulis tulisan",
    "pemilihan memilih dipilih pilihan",
    "pembelajaran belajar mengajar pelajaran",
    "keamanan aman pengamanan",
    "kotanya kota",
    "anak-anak anak",
    "memperbaiki baik perbaikan",
]
ENGLISH = [
    "detect detection detecting detected",
    "study studies studied",
    "analysis analyses analyze",
    "found find finding",
]


@pytest.mark.parametrize("words", INDONESIAN)
def test_indonesian(words: str) -> None:
    assert len({stem(word, "id") for word in words.split()}) == 1


@pytest.mark.parametrize("words", ENGLISH)
def test_english(words: str) -> None:
    assert len({stem(word, "en") for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("dari", "hari"), ("bukan", "buka"), ("makan", "akan"), ("seorang", "serang")]
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one, "id") != stem(other, "id")


@pytest.mark.parametrize(
    ("word", "language", "found"),
    [
        ("real-time", "en", ("real", "time")),
        ("non-formal", "id", ("nonformal",)),
        ("kota-kota", "id", ("kota-kota",)),
        ("kota", "id", ("kota",)),
        ("", "id", ()),
    ],
)
def test_parts(word: str, language: str, found: tuple[str, ...]) -> None:
    assert parts(word, language) == found
