"""Ranges of pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thesis_build.bibliography.page_ranges import ranges


@given(st.integers(1, 3999), st.integers(1, 3999))
def test_pages_that_rise_are_not_reversed(one: int, other: int) -> None:
    (found,) = ranges(f"{one:04}--{other:04}")
    assert found.is_reversed is (other < one)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("12-18", [(12, 18, "-", False)]),
        ("12--18, 20--21", [(12, 18, "--", False), (20, 21, "--", False)]),
        ("S12–S19", [(12, 19, "–", False)]),
        ("123--9", [(123, 129, "--", True)]),
        ("xi--xv", [(11, 15, "--", False)]),
        ("1-1--1-20", []),
        ("A-1", []),
        ("S12--T19", []),
        ("12", []),
    ],
)
def test_ranges_are_read_with_what_is_meant(written: str, found: list[tuple[int, int, str, bool]]) -> None:
    listed = list(ranges(written))
    assert [(one.first, one.second, one.dash, one.short) for one in listed] == found
    assert all(one.dash in written[one.start : one.end] for one in listed)
