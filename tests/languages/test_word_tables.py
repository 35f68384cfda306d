"""The project's own word tables: every line is one pair of words, in lower case, and stands once."""

from __future__ import annotations

import re
from collections import Counter
from importlib import resources

import pytest

FOLDER = resources.files("thesis_build.languages").joinpath("lexicon")
TABLES = sorted(entry.name for entry in FOLDER.joinpath("own").iterdir() if entry.name.endswith(".tsv"))
WORDS = re.compile(r"[a-z0-9é&'().,+/-]+( [a-z0-9é&'().,+/-]+)*")


def _lines(*path: str) -> list[str]:
    return FOLDER.joinpath(*path).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("table", TABLES)
def test_every_line_is_a_pair_of_plain_words(table: str) -> None:
    wrong = [line for line in _lines("own", table) if not _is_pair(line)]
    assert not wrong


def test_a_pair_stands_in_one_table_only() -> None:
    counts = Counter(line for table in TABLES for line in _lines("own", table))
    assert [line for line, count in counts.items() if count > 1] == []


def test_acronyms_are_pairs_and_none_stands_twice() -> None:
    lines = _lines("acronyms.tsv")
    assert all(len([side for side in line.split("\t") if side.strip()]) == 2 for line in lines)
    assert len(set(lines)) == len(lines)


def _is_pair(line: str) -> bool:
    sides = line.split("\t")
    return len(sides) == 2 and all(WORDS.fullmatch(side) for side in sides)
