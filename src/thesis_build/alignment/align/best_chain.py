"""The best way to set two rows of things side by side, keeping their order, and how sure it is.

Each thing has one partner or none. What a pair is worth is given; a thing without partner costs a little. A pair is
sure where every way to give one of its two things another partner is clearly worse.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from thesis_build.alignment.models import ChainModel

_MODEL = ChainModel()

Gain = Callable[[int, int], float]
"""What a pair of things (by their numbers in each row) is worth; minus infinity where they cannot be a pair."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Pairs in order, and the things (by row and number) of which it is not sure where they belong."""

    pairs: tuple[tuple[int, int], ...]
    unsure: tuple[frozenset[int], frozenset[int]]


def chain(counts: tuple[int, int], gain: Gain) -> Chain:
    """The chain of pairs of two rows of that many things that is worth most."""
    gains = _gains(counts, gain)
    before = _sums(counts, gains)
    turned = {(counts[0] - 1 - i, counts[1] - 1 - j): value for (i, j), value in gains.items()}
    after = _sums(counts, turned)
    pairs = _traced(counts, gains, before)
    others = _others(counts, gains, pairs, before, after)
    best = before[counts[0]][counts[1]]
    first, second = (
        frozenset(thing for thing, worth in enumerate(worths) if best - worth < _MODEL.margin) for worths in others
    )
    return Chain(pairs, (first, second))


def _gains(counts: tuple[int, int], gain: Gain) -> dict[tuple[int, int], float]:
    slope = counts[1] / max(1, counts[0])
    near = (
        (i, j)
        for i in range(counts[0])
        for j in range(counts[1])
        if abs(j - i * slope) <= max(_MODEL.band, abs(counts[0] - counts[1]))
    )
    return {pair: value for pair in near if (value := gain(*pair)) > -math.inf}


def _sums(counts: tuple[int, int], gains: Mapping[tuple[int, int], float]) -> list[list[float]]:
    """The worth of the best chain of the first i and the first j things."""
    skip = _MODEL.skip
    sums = [[0.0] * (counts[1] + 1) for _ in range(counts[0] + 1)]
    for i in range(counts[0] + 1):
        for j in range(counts[1] + 1):
            if i and j:
                paired = sums[i - 1][j - 1] + gains.get((i - 1, j - 1), -math.inf)
                sums[i][j] = max(paired, sums[i - 1][j] - skip, sums[i][j - 1] - skip)
            else:
                sums[i][j] = -skip * (i + j)
    return sums


def _traced(
    counts: tuple[int, int], gains: Mapping[tuple[int, int], float], sums: list[list[float]]
) -> tuple[tuple[int, int], ...]:
    pairs = []
    i, j = counts
    while i and j:
        paired = sums[i - 1][j - 1] + gains.get((i - 1, j - 1), -math.inf)
        if paired >= sums[i][j]:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif sums[i - 1][j] >= sums[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return tuple(reversed(pairs))


def _others(
    counts: tuple[int, int],
    gains: Mapping[tuple[int, int], float],
    pairs: tuple[tuple[int, int], ...],
    before: list[list[float]],
    after: list[list[float]],
) -> tuple[list[float], list[float]]:
    """For each thing, the worth of the best chain in which another one's partner is its own.

    Two things that stand alone are no such case: to pair them or not is a matter of what a pair is worth.
    """
    worths = ([-math.inf] * counts[0], [-math.inf] * counts[1])
    chosen = set(pairs)
    paired = {i for i, _ in pairs}, {j for _, j in pairs}
    for (i, j), value in gains.items():
        if (i, j) not in chosen and (i in paired[0] or j in paired[1]):
            worth = before[i][j] + value + after[counts[0] - 1 - i][counts[1] - 1 - j]
            worths[0][i] = max(worths[0][i], worth)
            worths[1][j] = max(worths[1][j], worth)
    return worths
