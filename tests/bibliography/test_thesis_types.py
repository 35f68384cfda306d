"""The kind of thesis that an entry describes."""

from __future__ import annotations

import pytest

from tests.bibliography.entries import entry
from thesis_build.bibliography.thesis_types import degree


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("type = {Skripsi}", ("bachelor", "Skripsi")),
        ("note = {Tesis Magister}", ("master", "Tesis")),
        ("school = {Program Doktor, Universitas Kota}", ("doctor", "Disertasi")),
        ("type = {Master's thesis}", ("master", "Master’s thesis")),
        ("title = {Kota (Skripsi).}", ("bachelor", "Skripsi")),
        ("title = {Skripsi tentang Kota}", ("", "")),
        ("note = {Skripsi dan Disertasi}", ("", "")),
        ("title = {Kota}", ("", "")),
    ],
)
def test_the_words_of_an_entry_name_its_degree(fields: str, expected: tuple[str, str]) -> None:
    assert degree(entry(f"@thesis{{a, {fields}}}")) == expected
