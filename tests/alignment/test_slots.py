"""Two names in the same place of two sentences."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import found
from thesis_build.alignment.evidence import Substitution
from thesis_build.alignment.kinds import Kind


def substitutions(indonesian: str, english: str) -> list[tuple[Kind, str, str, bool, bool]]:
    """The substitutions: their kind, the Indonesian and the English words, whether they are clear and familiar."""
    return [
        (kind, one, other, evidence.clear, evidence.familiar)
        for kind, _, one, other, evidence in found(indonesian, english)
        if isinstance(evidence, Substitution)
    ]


NAME = Kind.NAME_SUBSTITUTED


@pytest.mark.parametrize(
    ("indonesian", "english", "expected"),
    [
        # a word with a meaning of its own, in a name whose other words are the same
        (
            "Data diolah dengan Random Kramer Classifier di laboratorium.",
            "The data were processed with a Random Forest Classifier in the laboratory.",
            [(NAME, "Kramer", "Forest", True, False)],
        ),
        # before the same acronym, behind the same word
        (
            "Metode Multilayer Surakarta (MLP) dipilih peneliti.",
            "The Multilayer Perceptron (MLP) method was chosen by the researcher.",
            [(NAME, "Surakarta", "Perceptron", True, False)],
        ),
        # a word of the name twice, though its translation stands elsewhere in the sentence
        (
            "Uji User Acceptance Testing (UAT) mengukur penerimaan pengguna.",
            "The User User Testing (UAT) measures the acceptance of the user.",
            [(NAME, "Acceptance", "User", True, True)],
        ),
        # one neighbour the same, the other one translated
        (
            "Rapat menurut Kramer Health Organization berjalan lancar.",
            "The meeting according to World Health Organization went smoothly.",
            [(NAME, "Kramer", "World", True, False)],
        ),
        # behind the first word, which is the same
        ("Grup Kramer tumbuh.", "Grup Surakarta grows.", [(NAME, "Kramer", "Surakarta", True, False)]),
        # a compound at the beginning, of which the text has the halves elsewhere
        (
            "Metode fine-tuning dipakai di Bandung. Kendal-tuning melatih model itu.",
            "The fine-tuning method is used in Bandung. Fine-tuning trains the model.",
            [(NAME, "Kendal", "Fine", False, True)],
        ),
        # a name at the beginning of a sentence, known as one from another sentence
        (
            "Kami membandingkan Redis dengan CitusData. CitusData memberikan hasil terbaik.",
            "We compared Redis with CitusData. Redis gives the best results.",
            [(NAME, "CitusData", "Redis", True, True)],
        ),
    ],
)
def test_another_name(indonesian: str, english: str, expected: list[tuple[Kind, str, str, bool, bool]]) -> None:
    assert substitutions(indonesian, english) == expected


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Alat Pelindung Diri (APD) wajib dipakai.", "Personal Protective Equipment (PPE) must be used."),
        ("Provinsi Jawa Barat, Indonesia, menjadi lokasi.", "The province of West Java, Indonesia, was the location."),
        ("Menurut Ny. Clinton hal itu benar.", "According to Mrs Clinton that is true."),  # forms of address
        ("Kami melihat RME Bandung berjalan.", "We saw EMR Bandung working."),  # an acronym of the same words
        ("Pendirian RSPB telah membawanya ke pusat.", "The RSPB has brought it into the centre."),
        ("Bank Mandiri Cabang Medan dipilih.", "Bank Mandiri Medan Branch was chosen."),
        ("Data dari SVM, KNN, dan CNN dibandingkan.", "The data of KNN, SVM, and CNN were compared."),  # other order
        (
            "Kerja Sama Sister City Bandung – Seoul Periode 2016.",
            "Sister City Cooperation of Bandung City and Seoul 2016.",
        ),
    ],
)
def test_the_same_name(indonesian: str, english: str) -> None:
    assert substitutions(indonesian, english) == []
