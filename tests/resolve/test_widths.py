"""Widths of the columns of a table from a data file."""

from __future__ import annotations

import pytest

from thesis_build.model import Element
from thesis_build.resolve.values import table_widths


def division(widths: str) -> Element:
    return {"t": "Div", "c": [["", ["csv"], [["file", "a.csv"], ["widths", widths]]], []]}


def test_widths_are_shares_of_the_width() -> None:
    assert table_widths(division("20, 50,30"), 3) == (0.2, 0.5, 0.3)
    assert table_widths(division("12.5,40"), 2) == (0.125, 0.4)


def test_no_widths_are_none() -> None:
    assert table_widths(division(""), 3) == ()


@pytest.mark.parametrize("widths", ["50", "50,60", "0,50", "-1,50", "a,b", "50,", "nan,50", "inf,1", "50;50"])
def test_widths_that_do_not_fit_are_refused(widths: str) -> None:
    with pytest.raises(ValueError, match=r"\d|a"):
        table_widths(division(widths), 2)
