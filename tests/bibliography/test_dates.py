"""Years and dates, and how they had better be written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thesis_build.bibliography.dates import DateState, Reading, read_date


@given(st.dates())
def test_days_are_read_and_written_better(day: object) -> None:
    assert read_date(f"{day}").state is DateState.GOOD
    year, month, number = str(day).split("-")
    assert read_date(f"{year}/{int(month)}/{int(number)}").better == str(day)


@given(st.text(alphabet="0123456789-/.XuT?~{} Meicd", max_size=20))
def test_what_is_better_is_good(value: str) -> None:
    better = read_date(value).better
    assert not better or read_date(better).state is DateState.GOOD


@pytest.mark.parametrize(
    ("written", "state", "better"),
    [
        ("2020", DateState.GOOD, ""),
        ("2020-05-17/2020-06", DateState.GOOD, ""),
        ("2020-21", DateState.GOOD, ""),
        ("-0044-03-15", DateState.GOOD, ""),
        ("199X", DateState.LOST, "1990/1999"),
        ("2020/..", DateState.LOST, "2020/"),
        ("t.t.", DateState.ABSENT, ""),
        ("in press", DateState.PENDING, ""),
        ("sekitar 1920", DateState.ABOUT, "1920~"),
        ("2021/2020", DateState.REVERSED, ""),
        ("17 Mei 2020", DateState.BAD, "2020-05-17"),
        ("May 17, 2020", DateState.BAD, "2020-05-17"),
        ("Agustus 2020", DateState.BAD, "2020-08"),
        ("2020-5-7", DateState.BAD, "2020-05-07"),
        ("17/05/2020", DateState.BAD, "2020-05-17"),
        ("05/06/2020", DateState.BAD, ""),
        ("2019 - 2020", DateState.BAD, "2019/2020"),
        ("2020-02-30", DateState.BAD, ""),
        ("kemarin", DateState.BAD, ""),
    ],
)
def test_a_date_has_a_state_and_perhaps_a_better_form(written: str, state: DateState, better: str) -> None:
    assert read_date(written) == Reading(state, better)
