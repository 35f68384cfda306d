"""Names of organisations among those of persons."""

from __future__ import annotations

import pytest

from thesis_build.bibliography.institutions import is_corporate, may_be_corporate


@pytest.mark.parametrize(
    "name",
    [
        "Badan Pusat Statistik",
        "Kementerian Pendidikan dan Kebudayaan",
        "Bank Indonesia",
        "World Health Organization",
        "Ministry of Health",
        "Tim Penyusun",
        "{Badan} Pusat Statistik",
    ],
)
def test_an_organisation_is_known_by_its_first_or_last_words(name: str) -> None:
    assert is_corporate(name)
    assert may_be_corporate(name) or name == "Tim Penyusun"


@pytest.mark.parametrize("name", ["Budi Sutanto", "Bank Wijaya", "UNESCO", "Dewan Sutanto", "Komisi"])
def test_a_person_or_a_single_word_is_not_certainly_one(name: str) -> None:
    assert not is_corporate(name)


def test_a_name_may_be_one_by_any_word() -> None:
    assert may_be_corporate("Perkumpulan Peneliti dan Yayasan")
    assert not may_be_corporate("Sutanto, Budi")
    assert not may_be_corporate("Bankole, Ade")
