"""Formulas in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thesis_build.languages.maths import spoken

READINGS = [
    (r"E = mc^2", "E sama dengan m c kuadrat", "E equals m c squared"),
    (r"\frac{a}{b}", "a per b", "a over b"),
    (r"\frac{a+1}{b}", "pecahan a plus 1 per b akhir pecahan", "the fraction a plus 1 over b end of fraction"),
    (r"0{,}25", "0,25", "0,25"),
    (r"x_i^3", "x indeks i pangkat tiga", "x sub i cubed"),
    (r"e^{-x}", "e pangkat minus x", "e to the power minus x"),
    (r"\sqrt{2}", "akar kuadrat dari 2", "the square root of 2"),
    (r"\sqrt[3]{x}", "akar pangkat 3 dari x", "the root of order 3 of x"),
    (
        r"\bar{x} = \frac{1}{n}\sum_{i=1}^{n} x_i",
        "x bar sama dengan 1 per n jumlah dari i sama dengan 1 sampai n dari x indeks i",
        "x bar equals 1 over n the sum from i equals 1 to n of x sub i",
    ),
    (r"p \le 0.05", "p lebih kecil daripada atau sama dengan 0.05", "p is less than or equal to 0.05"),
    (r"\mu_1 \ne \mu_2", "mu indeks 1 tidak sama dengan mu indeks 2", "mu sub 1 is not equal to mu sub 2"),
    (r"\text{EGDI} > 0", "EGDI lebih besar daripada 0", "EGDI is greater than 0"),
    (r"\alpha \in A \cup B", "alfa elemen dari A gabungan B", "alpha is an element of A union B"),
    (r"n!", "n faktorial", "n factorial"),
    (r"\binom{n}{k}", "kombinasi k dari n", "n choose k"),
    (r"\infty", "tak hingga", "infinity"),
    (r"y'", "y aksen", "y prime"),
    (r"\unknown{x}", "unknown x", "unknown x"),
    ("", "rumus kosong", "empty formula"),
    ("{" * 10_000, "rumus kosong", "empty formula"),
]


@pytest.mark.parametrize(("tex", "indonesian", "english"), READINGS)
def test_a_formula_is_read_aloud(tex: str, indonesian: str, english: str) -> None:
    assert spoken(tex, "id") == indonesian
    assert spoken(tex, "en") == english


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list(r"\{}^_'[]$&%")))))
@settings(deadline=500, max_examples=300)
def test_any_text_is_read_somehow(tex: str) -> None:
    said = spoken(tex, "id")
    assert said
    assert said.isprintable()
