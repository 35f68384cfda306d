"""Long texts are compared in a band; what is found there is what comparing everything would find."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from thesis_build.alignment.align import sentence_band
from thesis_build.alignment.align.sentence_alignment import Bead, beads
from thesis_build.alignment.align.word_alignment import Links, Weights
from thesis_build.alignment.text.passages import Passage, joined
from thesis_build.alignment.text.segmentation import segmented
from thesis_build.languages.lexicon import lexicon

WORDS = [
    ("kota", "city"),
    ("desa", "village"),
    ("guru", "teacher"),
    ("sekolah", "school"),
    ("petani", "farmer"),
    ("padi", "rice"),
    ("hukum", "law"),
    ("kebijakan", "policy"),
    ("anggaran", "budget"),
    ("pegawai", "employee"),
    ("jaringan", "network"),
    ("wilayah", "area"),
    ("penelitian", "research"),
    ("pembangunan", "development"),
    ("kesehatan", "health"),
    ("perdagangan", "trade"),
    ("keamanan", "security"),
    ("lingkungan", "environment"),
]

Items = tuple[list[str], list[str]]


def items(count: int, seed: int = 1) -> Items:
    """List items that say the same in both languages, every third with a number of its own."""
    rng = random.Random(seed)
    found: Items = ([], [])
    for number in range(count):
        chosen = [WORDS[rng.randrange(len(WORDS))] for _ in range(6)]
        end = f" {number + 100}" if number % 3 == 0 else ""
        for side in (0, 1):
            found[side].append(" ".join(pair[side] for pair in chosen).capitalize() + f"{end}.")
    return found


def links(sides: Items) -> Links:
    table = lexicon("id", "en")
    texts = dict(zip(("id", "en"), sides, strict=True))
    one, other = (segmented(joined([Passage(tag, text) for text in texts[tag]])) for tag in table.languages)
    return Links((one, other), table, (), Weights(({}, {}), 1.0))


def whole(sides: Items, monkeypatch: pytest.MonkeyPatch) -> tuple[Bead, ...]:
    """The beads where every pair of sentences is compared."""
    with monkeypatch.context() as patch:
        patch.setattr(sentence_band, "_MODEL", replace(sentence_band._MODEL, whole=10**9))
        return beads(links(sides))


def without(texts: Sequence[str], *numbers: int) -> list[str]:
    return [text for number, text in enumerate(texts) if number not in numbers]


CHANGES: dict[str, Callable[[Items], Items]] = {
    "alike": lambda sides: sides,
    "one missing": lambda sides: (sides[0], without(sides[1], 30)),
    "some missing on both sides": lambda sides: (without(sides[0], 5, 50), without(sides[1], 12, 13, 70)),
    "twenty missing": lambda sides: (sides[0], without(sides[1], *range(30, 50))),
    "two made one": lambda sides: (
        sides[0],
        [*sides[1][:20], f"{sides[1][20][:-1]} and {sides[1][21]}", *sides[1][22:]],
    ),
    "the first missing": lambda sides: (sides[0], sides[1][1:]),
    "the last missing": lambda sides: (sides[0][:-1], sides[1]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_band_finds_what_the_whole_does(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sides = CHANGES[change](items(90))
    assert len(sides[0]) * len(sides[1]) > sentence_band._MODEL.whole
    assert beads(links(sides)) == whole(sides, monkeypatch)


def test_short_texts_are_compared_whole() -> None:
    assert sentence_band.rows(links(items(60))) == [range(61)] * 61


def test_of_long_texts_few_pairs_are_compared() -> None:
    rows = sentence_band.rows(links(items(400)))
    assert len(rows) == 401
    assert sum(map(len, rows)) < 401 * 30


def test_very_long_texts_have_a_narrow_band() -> None:
    rows = sentence_band.band((10_000, 9_000), [])
    assert sum(map(len, rows)) < 12 * 10_000
    assert all(row.start <= following.stop - 1 and following.start <= row.stop - 1 for row, following in pairwise(rows))


def test_a_band_leads_from_the_beginnings_to_the_ends() -> None:
    rows = sentence_band.band((100, 80), [(50, 20), (90, 75)])
    assert (rows[0].start, rows[-1].stop) == (0, 81)
    assert 20 in rows[50]
    assert 75 in rows[90]
    assert 0 not in rows[90]


def test_equal_items_are_in_step() -> None:
    sides = ["Kota kerja sama."] * 100, ["City cooperation."] * 100
    assert beads(links(sides)) == tuple(Bead(((number,), (number,))) for number in range(100))


def test_sentences_are_compared_with_those_in_the_band() -> None:
    near = sentence_band.compared(links(items(90)))
    assert len(near) == 90
    assert all(number in row for number, row in enumerate(near))
    assert not any(row.start < 0 or row.stop > 90 for row in near)
    assert 80 not in near[10]
