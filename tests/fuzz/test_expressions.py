"""Regular expressions take time in proportion to the text: four times the text, about four times as long."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from thesis_build.alignment.text import passages
from thesis_build.bibliography import dates
from thesis_build.readers import pasted_text
from thesis_build.resolve import locators
from thesis_build.rules.bib import improper_name
from thesis_build.rules.par import unbalanced_brackets
from thesis_build.writers import typst_body

SIZE = 4_000
MOST = 9.0
"""Times as long for four times the text: 4 in proportion, 16 in proportion to its square."""

CASES: dict[str, tuple[Callable[[str], object], Callable[[int], str]]] = {
    "lines without a title": (pasted_text._TITLE.findall, lambda n: "\n" * n),
    "a long title": (pasted_text._TITLE.findall, lambda n: "a" * n + "1"),
    "a word that is not broken": (pasted_text._BROKEN.findall, lambda n: "a" * n),
    "many broken words": (pasted_text.unbroken, lambda n: "kota-\nkota " * (n // 10)),
    "blank lines": (pasted_text._second_language, lambda n: "a\n" + " \n" * n),
    "spaces without a line end": (pasted_text._second_language, lambda n: "a\n" + "\f " * n + "b"),
    "an article of many digits": (locators._ARTICLE.findall, lambda n: "1" * n),
    "spaces without a dash": (locators._DASHES.findall, lambda n: " " * n),
    "spaces without a dash in a text": (passages._DASHES.findall, lambda n: " " * n),
    "an interval that is not closed": (unbalanced_brackets._NONE.findall, lambda n: "(" + "," * n),
    "brackets that are not opened": (lambda text: list(unbalanced_brackets._alone(text)), lambda n: "a" + "}" * n),
    "a number without a comma": (typst_body._DECIMAL_COMMA.findall, lambda n: "1" * n),
    "a month of many letters": (dates._MONTH_DAY.fullmatch, lambda n: "a" * n + " " * n),
    "spaces in a name": (improper_name._NUMBER.search, lambda n: "a" + " " * n + "b"),
    "points in a name": (improper_name._NUMBER.search, lambda n: "a" + " ." * n + "b"),
    "brackets in a name": (improper_name._BRACKET.search, lambda n: "a" + "(" * n + "b"),
}


def seconds(look: Callable[[str], object], text: str) -> float:
    """The least time of a few that looking at a text takes."""
    times = []
    for _ in range(5):
        start = time.process_time()
        look(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("name", CASES)
def test_the_time_is_in_proportion_to_the_text(name: str) -> None:
    look, text = CASES[name]
    once = max(seconds(look, text(SIZE)), 1e-4)
    assert seconds(look, text(4 * SIZE)) < MOST * once
