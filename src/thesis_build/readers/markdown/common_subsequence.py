"""Two sequences set against each other: what can only be one and the same is matched, the rest is not."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Sequence

_MOST = 400_000
"""Pairs of equal members that are compared; beyond that nothing is matched."""


def matched(read: Sequence[Hashable], written: Sequence[Hashable], columns: Sequence[Hashable]) -> list[int | None]:
    """For each member of `read` the index of the member of `written` that it is, or None where that is not certain.

    A pair is certain that stands in every longest common subsequence. Members of `written` at the same of the
    `columns` are one.
    """
    if list(read) == list(written):
        return list(range(len(read)))
    out: list[int | None] = [None] * len(read)
    where: dict[Hashable, list[int]] = defaultdict(list)
    for index, member in enumerate(written):
        where[member].append(index)
    if sum(len(where.get(member, ())) for member in read) > _MOST:
        return out
    before = _ranks(read, where, 1)
    after = _ranks(read, where, -1)
    length = max(before.values(), default=0)
    by_rank: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair, rank in before.items():
        if rank + after[pair] - 1 == length:
            by_rank[rank].append(pair)
    for pairs in by_rank.values():
        if len({(one, columns[other]) for one, other in pairs}) == 1:
            out[pairs[0][0]] = pairs[0][1]
    return out


def _ranks(read: Sequence[Hashable], where: dict[Hashable, list[int]], step: int) -> dict[tuple[int, int], int]:
    """For each pair of equal members the length of the longest chain that ends (−1: begins) with it."""
    tails: list[int] = []
    ranks: dict[tuple[int, int], int] = {}
    for one in range(len(read))[::step]:
        for other in where.get(read[one], ())[::-step]:
            signed = other * step
            rank = bisect_left(tails, signed)
            tails[rank : rank + 1] = [signed]
            ranks[one, other] = rank + 1
    return ranks
