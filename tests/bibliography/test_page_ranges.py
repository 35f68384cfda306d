"""Ranges of pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thesis_build.bibliography.page_ranges import ranges


@given(st.integers(1, 3999), st.integers(1, 3999))
def test_pages_that_rise_are_not_reversed(one: int, other: int) -> None:
    (found,) = ranges(f"{one:04}--{other:04}")
    assert found.is_reversed is (other < one)
