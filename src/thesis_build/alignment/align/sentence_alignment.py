"""Which sentences of two texts say the same: the best chain of beads, each of up to three sentences a side.

A bead is worth what its sentences cover of each other, less what an unlikely length or number of sentences costs.
The variance of lengths is that of Gale and Church, measured on Indonesian and English news, and made four times as
large for the freer abstracts of students. What none covers stays alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thesis_build.alignment.align.sentence_band import rows
from thesis_build.alignment.align.word_alignment import Links
from thesis_build.alignment.models import SentenceAlignmentModel

_MODEL = SentenceAlignmentModel()
_STEPS = ((1, 0), (0, 1), *_MODEL.cost)


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences, by number, that say the same; one side is empty where a sentence has no counterpart."""

    sentences: tuple[tuple[int, ...], tuple[int, ...]]

    @property
    def paired(self) -> bool:
        """Whether both sides have a sentence."""
        return bool(self.sentences[0] and self.sentences[1])


def beads(links: Links) -> tuple[Bead, ...]:
    """The best chain of beads for two texts; of long ones, the best near the line through what corresponds."""
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    back: dict[tuple[int, int], tuple[int, int]] = {}
    for i, row in enumerate(rows(links)):
        for j in row:
            for step in _STEPS:
                a, b = i - step[0], j - step[1]
                before = best.get((a, b))
                if before is None:
                    continue
                gain = _gain(links, tuple(range(a, i)), tuple(range(b, j))) if a < i and b < j else -_MODEL.skip
                value = before + gain
                if value > best.get((i, j), -math.inf):
                    best[i, j], back[i, j] = value, step
    return _traced(back, *(len(text.sentences) for text in links.sides))


def _traced(back: Mapping[tuple[int, int], tuple[int, int]], i: int, j: int) -> tuple[Bead, ...]:
    out: list[Bead] = []
    while i or j:
        a, b = back[i, j]
        out.append(Bead((tuple(range(i - a, i)), tuple(range(j - b, j)))))
        i, j = i - a, j - b
    return tuple(reversed(out))


def _gain(links: Links, one: tuple[int, ...], other: tuple[int, ...]) -> float:
    if len(one) + len(other) > 2 and not _all_touch(links, one, other):
        return -math.inf
    value = 0.0
    for side, own, others in ((0, one, other), (1, other, one)):
        for index in own:
            size = len(links.sides[side].sentences[index].content)
            value += (links.coverage(side, index, others) - _MODEL.threshold) * min(1.0, size / _MODEL.full_size)
    value -= (
        _MODEL.length * max(0.0, abs(_deviation(links, one, other)) - _MODEL.usual_deviation)
        + _MODEL.cost[len(one), len(other)]
    )
    if len(one) + len(other) > 2:
        value += _MODEL.margin_weight * min(0.0, _least_added(links, one, other) - _MODEL.margin)
    return value


def _all_touch(links: Links, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether every sentence of a bead has something in common with one of the other side, as any of the best has."""
    return all(
        any(links.coverage(side, index, (j,)) >= _MODEL.margin / 2 for j in others)
        for side, own, others in ((0, one, other), (1, other, one))
        for index in own
    )


def _deviation(links: Links, one: Sequence[int], other: Sequence[int]) -> float:
    """How far the lengths of two sides are from alike, in standard deviations."""
    lengths = [
        sum(links.sides[side].sentences[i].end - links.sides[side].sentences[i].start for i in own)
        for side, own in enumerate((one, other))
    ]
    expected = links.lexicon.length * max(1, lengths[0])
    return (lengths[1] - expected) / math.sqrt(_MODEL.variance * expected)


def _least_added(links: Links, one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The coverage that the least useful sentence adds to the other side of a bead."""
    least = 1.0
    for side, own, others in ((0, one, other), (1, other, one)):
        if len(own) < 2:
            continue
        whole = _mean_coverage(links, 1 - side, others, own)
        for index in own:
            rest = tuple(i for i in own if i != index)
            least = min(least, whole - _mean_coverage(links, 1 - side, others, rest))
    return least


def _mean_coverage(links: Links, side: int, own: tuple[int, ...], others: tuple[int, ...]) -> float:
    return sum(links.coverage(side, index, others) for index in own) / len(own)
