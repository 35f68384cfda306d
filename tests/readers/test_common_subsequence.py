"""Matching of two sequences: a pair is certain just where every longest common subsequence has it."""

from __future__ import annotations

from functools import cache
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from thesis_build.readers.markdown.common_subsequence import matched

SEQUENCES = st.text("abc", max_size=7)


@cache
def longest(one: str, other: str) -> tuple[frozenset[tuple[int, int]], ...]:
    """Every longest common subsequence, as pairs of indexes; by trying all of them."""
    for length in range(min(len(one), len(other)), 0, -1):
        found = {
            frozenset(zip(left, right, strict=True))
            for left in combinations(range(len(one)), length)
            for right in combinations(range(len(other)), length)
            if all(one[i] == other[j] for i, j in zip(left, right, strict=True))
        }
        if found:
            return tuple(found)
    return ()


@given(SEQUENCES, SEQUENCES)
def test_a_pair_is_certain_where_every_longest_common_subsequence_has_it(one: str, other: str) -> None:
    everywhere = frozenset.intersection(*(longest(one, other) or (frozenset(),)))
    found = matched(one, other, range(len(other)))
    assert {(i, j) for i, j in enumerate(found) if j is not None} == everywhere


def test_what_is_at_one_place_is_one() -> None:
    assert matched("a", "aa", [5, 5]) in ([0], [1])
    assert matched("a", "aa", [5, 6]) == [None]


def test_too_much_that_is_alike_is_left_alone() -> None:
    assert matched("a" * 700, "a" * 701, range(701)) == [None] * 700
    assert matched("a" * 700, "a" * 700, range(700)) == list(range(700))
