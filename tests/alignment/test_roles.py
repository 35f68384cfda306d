"""Two things that stand in each other's role."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import found
from thesis_build.alignment.evidence import WordPair
from thesis_build.alignment.kinds import Kind

EFFECT = "Penelitian ini menguji pengaruh motivasi terhadap prestasi siswa."
ROAD = "Data dari tahun lalu menunjukkan bahwa garam diangkut dari pelabuhan ke gudang."
CLAUSES = "Di Indonesia petani menanam padi, sedangkan di Jerman petani menanam gandum."


def exchanged(indonesian: str, english: str) -> list[tuple[str, str]]:
    """The words that stand in each other's place, of the Indonesian and of the English text."""
    return [
        (ours, theirs)
        for kind, _, ours, theirs, evidence in found(indonesian, english)
        if kind is Kind.WORD_SUBSTITUTED and evidence == WordPair(theirs, ours)
    ]


@pytest.mark.parametrize(
    ("indonesian", "english", "expected"),
    [
        (
            EFFECT,
            "This study tests the effect of achievement on the motivation of pupils.",
            [("motivasi", "achievement")],
        ),
        (
            ROAD,
            "Data from last year show that salt is carried from the warehouse to the port.",
            [("pelabuhan", "warehouse")],
        ),
        (
            CLAUSES,
            "In Germany farmers plant rice, whereas in Indonesia farmers plant wheat.",
            [("Indonesia", "Germany")],
        ),
    ],
)
def test_exchanged(indonesian: str, english: str, expected: list[tuple[str, str]]) -> None:
    assert exchanged(indonesian, english) == expected


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        (EFFECT, "This study tests the effect of motivation on the achievement of pupils."),
        (EFFECT, "This study tests how achievement depends on the motivation of pupils."),
        (ROAD, "Data from last year show that salt is carried from the port to the warehouse."),
        (CLAUSES, "In Germany farmers plant wheat, whereas in Indonesia farmers plant rice."),  # the clauses as a whole
        (CLAUSES, "Rice is planted by farmers in Indonesia, whereas wheat is planted by farmers in Germany."),
        # a word that stands in both roles shows nothing
        (
            "Garam diangkut dari kota pelabuhan ke kota gudang.",
            "Salt is carried from the port city to the warehouse city.",
        ),
    ],
)
def test_in_place(indonesian: str, english: str) -> None:
    assert exchanged(indonesian, english) == []
