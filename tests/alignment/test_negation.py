"""A negation that one side lacks is told; what says the same in another way is not."""

from __future__ import annotations

import pytest

from tests.reported import code, reported
from thesis_build.alignment.compare.texts import compare, context
from thesis_build.alignment.text.passages import from_text

SAME = [
    ("Obat ini tidak aman bagi anak.", "This medicine is not safe for children."),
    ("Obat ini tidak aman bagi anak.", "This medicine is unsafe for children."),
    ("Hipotesis itu tidak diterima.", "The hypothesis was rejected."),
    ("Petani tidak hanya menanam padi, tetapi juga jagung.", "Farmers plant not only rice but also maize."),
    ("Petani tidak hanya menanam padi, tetapi juga jagung.", "Farmers plant rice and also maize."),
    ("Desa itu tidak memiliki dokter.", "The village lacks a doctor."),
    ("Data tahun 2020 belum tersedia.", "Data for 2020 are not yet available."),
    ("Sekolah itu tidak memiliki guru, buku, maupun meja.", "The school has no teachers, no books, and no desks."),
    ("Ruang No. 5 dipakai untuk rapat.", "Room No. 5 is used for meetings."),
    ("Informasi itu memberi wawasan baru.", "The information gives new insight."),
    ("Obat ini tidak aman bagi anak.", "This medicine isn’t safe for children."),
    ("Pasien itu gagal sembuh.", "The patient failed to recover."),
    ("Pasien itu tidak gagal sembuh.", "The patient did not fail to recover."),
    ("Peserta yang buta huruf tetap ikut.", "Participants who cannot read still take part."),
    # what a negation turns round reaches over "dan", and a negative word may be what the affix says
    ("Warga tidak sabar dan stabil.", "The residents feel impatience and instability."),
    ("Kondisi itu kurang stabil menurut warga.", "The condition is unstable according to the residents."),
    ("Token Non Fungible dipakai.", "The Non Fungible token is used."),
]
DIFFERENT = [
    ("Obat ini aman bagi anak.", "This medicine is not safe for children."),
    ("Obat ini tidak aman bagi anak.", "This medicine is safe for children."),
    ("Obat ini aman bagi anak.", "This medicine is unsafe for children."),
    ("Obat ini aman bagi anak.", "This medicine isn’t safe for children."),
    ("Data tahun 2020 tersedia.", "Data for 2020 are not available."),
    # a negation before a comma, and a negative word that the other side has too, say nothing about the word
    (
        "Warga mengalami rasa tidak berdaya, stabil, dan cemas.",
        "Residents feel helplessness, instability, and anxiety.",
    ),
    ("Teks bebas dan terstruktur itu panjang.", "The free and unstructured text is long."),
    ("Rapat diadakan dengan izin kepala desa.", "The meeting was held without the permission of the village head."),
]


def negations(indonesian: str, english: str) -> list[str]:
    sides = from_text(indonesian, "id"), from_text(english, "en")
    found = compare(*sides, context(*sides))
    return [code(each) for each in found if reported(each) == ("PAR308", "warning")]


@pytest.mark.parametrize(("indonesian", "english"), SAME)
def test_the_same(indonesian: str, english: str) -> None:
    assert negations(indonesian, english) == []


@pytest.mark.parametrize(("indonesian", "english"), DIFFERENT)
def test_different(indonesian: str, english: str) -> None:
    assert negations(indonesian, english) == ["PAR308"]
