"""The best chain of two rows, and of which things it is not sure."""

from __future__ import annotations

import itertools
import math
import random

import pytest

from thesis_build.alignment.align.best_chain import chain

SKIP = 0.10


def from_table(*rows: str) -> list[list[float]]:
    """A table of gains: digits are tenths, a dot is no pair."""
    return [[-math.inf if sign == "." else int(sign) / 10 for sign in row] for row in rows]


@pytest.mark.parametrize(
    ("table", "pairs", "unsure"),
    [
        (("9",), [(0, 0)], ([], [])),
        (("9..", ".9.", "..9"), [(0, 0), (1, 1), (2, 2)], ([], [])),
        (("9..", "..9"), [(0, 0), (1, 2)], ([], [])),
        (("5", "5"), [(1, 0)], ([0], [0])),
        (("95", "59"), [(0, 0), (1, 1)], ([], [])),
        ((".9", "9."), [(0, 1)], ([], [])),
        ((".",), [], ([], [])),
    ],
)
def test_the_chain_of_small_tables(
    table: tuple[str, ...], pairs: list[tuple[int, int]], unsure: tuple[list[int], list[int]]
) -> None:
    gains = from_table(*table)
    found = chain((len(gains), len(gains[0])), lambda i, j: gains[i][j])
    assert list(found.pairs) == pairs
    assert tuple(sorted(side) for side in found.unsure) == unsure


def test_nothing_on_one_side() -> None:
    assert chain((3, 0), lambda i, j: 1.0).pairs == ()  # noqa: ARG005
    assert chain((0, 0), lambda i, j: 1.0).pairs == ()  # noqa: ARG005


@pytest.mark.parametrize("seed", range(20))
def test_no_other_chain_is_worth_more(seed: int) -> None:
    chance = random.Random(seed)
    counts = chance.randint(1, 4), chance.randint(1, 4)
    gains = [[chance.uniform(-0.5, 1) for _ in range(counts[1])] for _ in range(counts[0])]

    def worth(pairs: tuple[tuple[int, int], ...]) -> float:
        return sum(gains[i][j] for i, j in pairs) - SKIP * (sum(counts) - 2 * len(pairs))

    every = [
        tuple(zip(ones, others, strict=True))
        for size in range(min(counts) + 1)
        for ones in itertools.combinations(range(counts[0]), size)
        for others in itertools.combinations(range(counts[1]), size)
    ]
    found = chain(counts, lambda i, j: gains[i][j])
    assert worth(found.pairs) == pytest.approx(max(map(worth, every)))
