"""Pairs of things in two rows, by their numbers: those in the same order, what stands between them, the most alike."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from thesis_build.alignment.models import BlockPairingModel

Columns = tuple[Sequence[int], Sequence[int]]
"""Some things of each row, by number, in order."""

_MODEL = BlockPairingModel()


def in_order(anchors: Sequence[tuple[int, int]], weights: Sequence[int]) -> list[tuple[int, int]]:
    """The anchors in the same order in both texts that weigh most together; given in the order of the first."""
    best: list[tuple[int, int]] = []
    for number, anchor in enumerate(anchors):
        ahead = [(best[k][0], k) for k in range(number) if anchors[k][1] < anchor[1]]
        total, previous = max(ahead, default=(0, -1))
        best.append((total + weights[number], previous))
    number = max(range(len(best)), key=lambda k: best[k][0], default=-1)
    kept = []
    while number >= 0:
        kept.append(anchors[number])
        number = best[number][1]
    return kept[::-1]


def between(columns: Columns, pairs: Sequence[tuple[int, int]]) -> Iterator[Columns]:
    """What stands before, between and after pairs of blocks."""
    before: tuple[float, float] = (-1, -1)
    for pair in [*pairs, (math.inf, math.inf)]:
        yield (
            [i for i in columns[0] if before[0] < i < pair[0]],
            [i for i in columns[1] if before[1] < i < pair[1]],
        )
        before = pair


def alike(scores: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    """The pairs that are alike, by far more than each of the two is like any other; the most alike first."""
    best: dict[tuple[int, int], list[float]] = {}
    for pair, score in scores.items():
        for side in (0, 1):
            key = (side, pair[side])
            best[key] = sorted([*best.get(key, [0.0, 0.0]), score])[-2:]
    for (i, j), score in sorted(scores.items(), key=lambda item: -item[1]):
        if score < _MODEL.same:
            return
        rivals = [second if score == first else first for second, first in (best[0, i], best[1, j])]
        if score - max(rivals) >= _MODEL.clearly:
            yield i, j


def sections(column: Sequence[int], headings: Sequence[int]) -> list[list[int]]:
    """Each heading with the blocks up to the next one."""
    ends = [*headings[1:], math.inf]
    return [[i for i in column if start <= i < end] for start, end in zip(headings, ends, strict=True)]
