"""TeX in the values of a library, as a reader sees it."""

from __future__ import annotations

import pytest

from thesis_build.bibliography.latex_text import folded, plain


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Kota  dan\n desa", "Kota dan desa"),
        ("{Kota} dan {{Desa}}", "Kota dan Desa"),
        (r"{\"U}ber {\'e}cole \c{c} \o re {\L}uk \v{s} \'\i", "Über école ç øre Łuk š í"),
        (r"Naik 50% dan 5\% lagi \& lain", "Naik 50% dan 5% lagi & lain"),
        (r"\emph{Kota} \textbf{besar} \textdegree C", "Kota besar °C"),
        (r"\url{https://example.org/a_b%20c}", "https://example.org/a_b%20c"),
        (r"\href{https://example.org}{Kota}", "Kota"),
        (r"{\textless}i{\textgreater}", "<i>"),
        (r"$x^2$ kota", "$x^2$ kota"),
        (r"Tabel~5 ke {\textasciitilde}6 di Espa\~na", "Tabel 5 ke ~6 di España"),
        ("\\", ""),
    ],
)
def test_plain_is_what_a_reader_sees(value: str, expected: str) -> None:
    assert plain(value) == expected


def test_folded_forgets_case_accents_and_punctuation() -> None:
    assert folded(r"Garc{\'i}a-M\'arquez, {Gabriel}") == folded("garcía márquez gabriel") == "garcia marquez gabriel"
