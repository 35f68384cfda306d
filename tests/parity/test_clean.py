"""Abstracts of several fields that say the same in both languages are left alone; a fault in each of them is found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reported import code as code_of
from thesis_build.alignment.compare.keywords import unlike_keywords
from thesis_build.alignment.compare.texts import compare, context
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.text.passages import from_text

FIELDS = sorted(path.stem for path in (Path(__file__).parent / "clean").glob("*.yaml"))


def read(field: str) -> dict[str, Any]:
    data = yaml.safe_load((Path(__file__).parent / "clean" / f"{field}.yaml").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def found(pair: Mapping[str, Any]) -> list[Difference]:
    sides = [from_text(pair[tag], tag) for tag in ("id", "en")]
    every = compare(sides[0], sides[1], context(sides[0], sides[1], keywords=pair["keywords"]))
    return [each for each in every if not each.evidence.slight]


@pytest.mark.parametrize("field", FIELDS)
def test_pairs_that_say_the_same(field: str) -> None:
    pair = read(field)
    assert found(pair) == []
    assert unlike_keywords(pair["keywords"]) == ()


FAULTS = {
    "law": ("en", "4 months", "14 months", "PAR202"),
    "medicine": ("en", "were not related", "were related", "PAR308"),
    "economics": ("id", "9.499 triliun", "9.949 triliun", "PAR202"),
    "education": (
        "en",
        " The subjects were 32 students of class VIII-B of SMP Negeri 5 Malang in the 2022/2023 academic year.",
        "",
        "PAR120",
    ),
    "social-science": ("id", "Putnam", "Scoones", "PAR306"),
    "agriculture": (
        "en",
        "Plant height was not affected by the treatments. ",
        "Tinggi tanaman tidak dipengaruhi oleh perlakuan. ",
        "PAR403",
    ),
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_fault_in_each(field: str) -> None:
    pair = read(field)
    tag, old, new, code = FAULTS[field]
    assert pair[tag].count(old) == 1
    pair[tag] = pair[tag].replace(old, new)
    assert [code_of(each) for each in found(pair)] == [code]
