"""Pairs of abstracts written to say the same draw no error and hardly a warning; faults put into them are found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.reported import code as code_of
from tests.reported import severity
from thesis_build.alignment.compare.keywords import unlike_keywords
from thesis_build.alignment.compare.texts import compare, context
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.text.passages import from_text
from thesis_build.model import Severity

FOLDERS = {folder.name: folder for folder in sorted((Path(__file__).parent / "pairs").iterdir()) if folder.is_dir()}
TAGS = ("id", "en")
WARNED = 0.10
"""The share of correct pairs that may draw a warning."""


def read(pair: str) -> dict[str, str]:
    return {tag: (FOLDERS[pair] / f"{tag}.md").read_text(encoding="utf-8").replace("**", "") for tag in TAGS}


def found(texts: Mapping[str, str]) -> list[Difference]:
    bodies, keywords = {}, {}
    for tag in TAGS:
        bodies[tag], _, line = texts[tag].strip().rpartition("\n\n")
        listed = line.partition(":")[2].replace(";", ",").split(",")
        keywords[tag] = [keyword.strip(" .") for keyword in listed]
    sides = [from_text(bodies[tag], tag) for tag in TAGS]
    every = compare(sides[0], sides[1], context(sides[0], sides[1], keywords=keywords))
    assert unlike_keywords(keywords) == ()
    return [each for each in every if not each.evidence.slight]


def test_there_are_pairs() -> None:
    assert len(FOLDERS) >= 29


@pytest.mark.parametrize("pair", FOLDERS)
def test_no_error_in_a_correct_pair(pair: str) -> None:
    errors = [each for each in found(read(pair)) if severity(each) is Severity.ERROR]
    assert not errors


def test_hardly_a_warning_in_correct_pairs() -> None:
    warned = [pair for pair in FOLDERS if found(read(pair))]
    assert len(warned) <= WARNED * len(FOLDERS), warned


FAULTS = [
    ("law-2", "en", "three judges", "four judges", "PAR202"),
    ("law-2", "id", "terdakwa belum pernah dihukum", "terdakwa pernah dihukum", "PAR308"),
    ("medicine-1", "en", "p = 0.417", "p = 0.471", "PAR202"),
    ("medicine-1", "en", "No significant association was found", "A significant association was found", "PAR308"),
    ("medicine-1", "id", "Balita yang tidak mendapat ASI", "Balita yang mendapat ASI", "PAR308"),
    ("economics-1", "id", "48 perusahaan", "84 perusahaan", "PAR202"),
    ("economics-1", "en", " Tax avoidance was proxied by the cash effective tax rate (CETR).", "", "PAR120"),
    ("economics-5", "en", "is thus not the only determinant", "is thus the only determinant", "PAR308"),
    ("public-4", "id", "warga tidak pernah memperoleh", "warga pernah memperoleh", "PAR308"),
    ("public-2", "en", "economic diplomacy by way of", "visa exemption by way of", "PAR310"),
    ("law-4", "en", "pawning of communal land", "pawning of pawn", "PAR310"),
    ("engineering-1", "en", "1.5 million", "1.5 billion", "PAR206"),
    ("literature-1", "en", "1990s", "1980s", "PAR202"),
]


@pytest.mark.parametrize(("pair", "tag", "old", "new", "code"), FAULTS)
def test_a_fault_put_in(pair: str, tag: str, old: str, new: str, code: str) -> None:
    texts = read(pair)
    control = {(each.kind, str(each.evidence)) for each in found(texts)}
    assert old in texts[tag]
    texts[tag] = texts[tag].replace(old, new, 1)
    assert code in {code_of(each) for each in found(texts) if (each.kind, str(each.evidence)) not in control}
