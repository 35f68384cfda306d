"""Years and dates, and how they had better be written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thesis_build.bibliography.dates import DateState, read_date


@given(st.dates())
def test_days_are_read_and_written_better(day: object) -> None:
    assert read_date(f"{day}").state is DateState.GOOD
    year, month, number = str(day).split("-")
    assert read_date(f"{year}/{int(month)}/{int(number)}").better == str(day)


@given(st.text(alphabet="0123456789-/.XuT?~{} Meicd", max_size=20))
def test_what_is_better_is_good(value: str) -> None:
    better = read_date(value).better
    assert not better or read_date(better).state is DateState.GOOD
