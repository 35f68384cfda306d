"""Types of entries, and what an unknown one means."""

from __future__ import annotations

import pytest

from thesis_build.bibliography.entry_types import COMMON, KNOWN, meant_type


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("artcle", "article"),
        ("skripsi", "thesis"),
        ("website", "online"),
        ("inproceeding", "inproceedings"),
        ("bok", "book"),
        ("xyzzy", ""),
    ],
)
def test_an_unknown_type_means_the_nearest_known_one(written: str, meant: str) -> None:
    assert meant_type(written) == meant


def test_words_in_place_of_types_mean_known_ones_and_are_none() -> None:
    assert set(COMMON.values()) <= KNOWN
    assert not COMMON.keys() & KNOWN
