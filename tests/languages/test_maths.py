"""Formulas in words: what a listener hears, and that no source, however broken, is without words."""

from __future__ import annotations

import time
from functools import cache
from importlib import resources
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from thesis_build.languages import known
from thesis_build.languages.maths.speech import spoken
from thesis_build.languages.maths.tex_tables import ALIASES, DIGRAPHS, JOINED, PLAIN, RAISED, UNICODE

READINGS = [
    # numbers and signs
    (r"0{,}25", "0,25", "0,25"),
    (r"1.000{,}5", "1.000,5", "1.000,5"),
    (r"10^{-3}", "10 pangkat minus 3", "10 to the power minus 3"),
    (r"5\,\% \pm 1", "5 persen plus minus 1", "5 percent plus or minus 1"),
    (r"a \times b \div c / 2", "a kali b dibagi c per 2", "a times b divided by c over 2"),
    (r"3:2 \approx 1.5", "3 banding 2 kira-kira sama dengan 1.5", "3 to 2 is approximately equal to 1.5"),
    (r"p < .05", "p lebih kecil daripada .05", "p is less than .05"),
    (r"p \le 0.05", "p lebih kecil daripada atau sama dengan 0.05", "p is less than or equal to 0.05"),
    ("α≥0,05", "alfa lebih besar daripada atau sama dengan 0,05", "alpha is greater than or equal to 0,05"),
    (r"\mu_1 \not= \mu_2", "mu indeks 1 tidak sama dengan mu indeks 2", "mu sub 1 is not equal to mu sub 2"),
    (
        r"n! = n(n-1)!",
        "n faktorial sama dengan n kurung buka n minus 1 kurung tutup faktorial",
        "n factorial equals n open parenthesis n minus 1 close parenthesis factorial",
    ),
    # fractions
    (r"\frac{a}{b}", "a per b", "a over b"),
    (r"\frac12 mv^2", "1 per 2 kali m v kuadrat", "1 over 2 times m v squared"),
    (r"\dfrac{a+1}{b}", "pecahan a plus 1 per b akhir pecahan", "the fraction a plus 1 over b end of fraction"),
    (r"\binom{n}{k}", "kombinasi k dari n", "n choose k"),
    (
        r"\frac{\text{laju pertumbuhan}}{\text{jumlah penduduk}} \times 100\%",
        "laju pertumbuhan per jumlah penduduk kali 100 persen",
        "laju pertumbuhan over jumlah penduduk times 100 percent",
    ),
    (
        r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}",
        "x sama dengan pecahan minus b plus minus akar kuadrat dari b kuadrat minus 4 a c akhir akar "
        "per 2 a akhir pecahan",
        "x equals the fraction minus b plus or minus the square root of b squared minus 4 a c end of root "
        "over 2 a end of fraction",
    ),
    (
        r"n = \frac{N}{1 + Ne^2}",
        "n sama dengan pecahan N per 1 plus N e kuadrat akhir pecahan",
        "n equals the fraction N over 1 plus N e squared end of fraction",
    ),
    # powers, indices, roots
    (r"E = mc^2", "E sama dengan m c kuadrat", "E equals m c squared"),
    (r"x_i^3", "x indeks i pangkat tiga", "x sub i cubed"),
    (r"x^n", "x pangkat n", "x to the power n"),
    (r"e^{-x}", "e pangkat minus x", "e to the power minus x"),
    (r"x^{n+1}y", "x pangkat n plus 1 akhir pangkat y", "x to the power n plus 1 end of power y"),
    (r"Y_{it} = a_{t-1}", "Y indeks i t sama dengan a indeks t minus 1", "Y sub i t equals a sub t minus 1"),
    (r"x_{1,2}", "x indeks 1, 2", "x sub 1, 2"),
    (r"\sqrt{2}", "akar kuadrat dari 2", "the square root of 2"),
    (r"\sqrt[3]{x}", "akar pangkat tiga dari x", "the cube root of x"),
    (r"\sqrt[n]{x}", "akar pangkat n dari x", "the root of order n of x"),
    (r"\mathbf{X}^\top\mathbf{X}", "X transpos X", "X transpose X"),
    (r"20^\circ\text{C}", "20 derajat C", "20 degrees C"),
    (r"y' + f''(x)", "y aksen plus f aksen ganda dari x", "y prime plus f double prime of x"),
    (r"-0{,}25^{**}", "minus 0,25 bintang bintang", "minus 0,25 star star"),
    # sums, integrals, limits
    (
        r"\bar{x} = \frac{1}{n}\sum_{i=1}^{n} x_i",
        "x bar sama dengan 1 per n kali jumlah dari i sama dengan 1 sampai n dari x indeks i",
        "x bar equals 1 over n times the sum from i equals 1 to n of x sub i",
    ),
    (r"\sum_{i \in S} x_i", "jumlah untuk i elemen dari S dari x indeks i", "the sum over i in S of x sub i"),
    (r"n\sum XY", "n kali jumlah dari X Y", "n times the sum of X Y"),
    (r"\prod_k p_k", "hasil kali untuk k dari p indeks k", "the product over k of p sub k"),
    (
        r"\int_0^\infty e^{-x}\,dx",
        "integral dari 0 sampai tak hingga dari e pangkat minus x d x",
        "the integral from 0 to infinity of e to the power minus x d x",
    ),
    (
        r"\left.x\right|_0^1",
        "x dievaluasi dari 0 sampai 1",
        "x evaluated from 0 to 1",
    ),
    (
        r"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e",
        "limit untuk n mendekati tak hingga dari kurung buka 1 plus 1 per n kurung tutup pangkat n sama dengan e",
        "the limit as n approaches infinity of open parenthesis 1 plus 1 over n close parenthesis "
        "to the power n equals e",
    ),
    (
        r"\operatorname*{arg\,max}_\theta L(\theta)",
        "argumen maksimum untuk teta dari L dari teta",
        "the argument of the maximum over theta of L of theta",
    ),
    (r"x_{\max}", "x indeks maksimum", "x sub maximum"),
    # derivatives
    (r"\frac{dy}{dx}", "turunan y terhadap x", "the derivative of y with respect to x"),
    (
        r"\frac{\partial^2 f}{\partial x \partial y}",
        "turunan parsial kedua f terhadap x dan y",
        "the second partial derivative of f with respect to x and y",
    ),
    (
        r"\frac{d}{dx}\ln x",
        "turunan terhadap x dari logaritma natural dari x",
        "the derivative with respect to x of the natural logarithm of x",
    ),
    (r"\nabla f", "nabla f", "nabla f"),
    # functions
    (r"\log_{10} x", "log basis 10 dari x", "log base 10 of x"),
    (r"\sin^2 x", "sinus kuadrat dari x", "sine squared of x"),
    (
        r"\log(x+1)",
        "log dari kurung buka x plus 1 kurung tutup",
        "log of open parenthesis x plus 1 close parenthesis",
    ),
    (
        r"\beta_1\ln Y_t",
        "beta indeks 1 kali logaritma natural dari Y indeks t",
        "beta sub 1 times the natural logarithm of Y sub t",
    ),
    (r"\operatorname{Var}(X)", "varians dari X", "the variance of X"),
    (r"\text{SE}(\hat\beta_1)", "galat baku dari beta topi indeks 1", "the standard error of beta hat sub 1"),
    (r"f(\cdot)", "f dari titik", "f of dot"),
    # Greek, accents, bars, brackets
    (r"\Delta\varepsilon", "delta besar epsilon", "capital delta epsilon"),
    (r"\chi^2", "khi kuadrat", "chi squared"),
    (r"\vec{F} = m\tilde{a}", "vektor F sama dengan m a tilde", "vector F equals m a tilde"),
    (r"\overline{AB}", "bar di atas A B akhir bar", "bar over A B end of bar"),
    (r"|x|", "nilai mutlak dari x", "the absolute value of x"),
    (
        r"\left|a-b\right|c",
        "nilai mutlak dari a minus b akhir nilai mutlak c",
        "the absolute value of a minus b end of absolute value c",
    ),
    (r"\|x\|", "norma dari x", "the norm of x"),
    (
        r"X \sim N(\mu, \sigma^2)",
        "X berdistribusi N kurung buka mu, sigma kuadrat kurung tutup",
        "X is distributed as N open parenthesis mu, sigma squared close parenthesis",
    ),
    (
        r"P(A|B)",
        "P kurung buka A dengan syarat B kurung tutup",
        "P open parenthesis A given B close parenthesis",
    ),
    # sets and logic
    (r"A \cup B \subset C", "A gabungan B himpunan bagian dari C", "A union B is a subset of C"),
    (
        r"\forall x \in \mathbb{R}, \exists y",
        "untuk setiap x elemen dari himpunan bilangan real, terdapat y",
        "for all x in the real numbers, there exists y",
    ),
    (r"\{1,2,\ldots,n\}", "himpunan 1, 2, dan seterusnya sampai n", "the set of 1, 2, and so on up to n"),
    (
        r"\{x \mid x > 0\}",
        "himpunan x sedemikian sehingga x lebih besar daripada 0",
        "the set of x such that x is greater than 0",
    ),
    (r"p \Rightarrow q \iff r", "p mengakibatkan q jika dan hanya jika r", "p implies q if and only if r"),
    (r"f: A \to B", "f: A menuju B", "f: A to B"),
    (
        r"x_1 + \cdots + x_n",
        "x indeks 1 plus dan seterusnya sampai x indeks n",
        "x sub 1 plus and so on up to x sub n",
    ),
    # rows and columns
    (
        r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
        "matriks 2 kali 2, baris 1: a, b; baris 2: c, d",
        "2 by 2 matrix, row 1: a, b; row 2: c, d",
    ),
    (
        r"y = \begin{cases} 1 & x > 0 \\ 0, & \text{selain itu} \end{cases}",
        "y sama dengan menurut kasus: 1 jika x lebih besar daripada 0; 0, selain itu",
        "y equals by cases: 1 if x is greater than 0; 0, selain itu",
    ),
    (r"\begin{aligned} a &= b \\ &= c \end{aligned}", "a sama dengan b; sama dengan c", "a equals b; equals c"),
    # text, spacing, what is not said, what is not known
    (r"\text{EGDI}_{2020} > 0", "EGDI indeks 2020 lebih besar daripada 0", "EGDI sub 2020 is greater than 0"),
    (r"PDB_t", "PDB indeks t", "PDB sub t"),
    ("a \\quad % a comment\n b \\label{eq:x}", "a b", "a b"),
    (r"\unknown{x}", "unknown x", "unknown x"),
    ("", "rumus kosong", "empty formula"),
    ("{" * 10_000, "rumus kosong", "empty formula"),
]

HOSTILE = [
    *("{", "[{", "{(", "f(", r"\left(", "|", "||", r"\left|", r"\{", r"\begin{cases}", r"\end{cases}", "&", r"\\"),
    *(r"\frac", r"\frac{d", r"\frac{d}{d", r"\frac{\partial^2", r"\sqrt[", r"\sqrt{", r"\bar", r"\not", r"\underset"),
    *(r"\text{", r"\text{$", r"\mathrm{", r"\operatorname", r"\log(", r"\sum_", "x^", "^a", "_b", "'", "!", "d", "1,"),
    "x_{a}^{b}",
    "é\ud800\u200b\x00",
]


@pytest.mark.parametrize(("tex", "indonesian", "english"), READINGS)
def test_a_formula_is_read_aloud(tex: str, indonesian: str, english: str) -> None:
    assert spoken(tex, "id") == indonesian
    assert spoken(tex, "en") == english


@pytest.mark.parametrize("piece", HOSTILE)
def test_what_is_repeated_without_end_takes_linear_time(piece: str) -> None:
    started = time.process_time()
    said = spoken(piece * 4_000, "id")
    assert said.isprintable()
    assert said
    assert time.process_time() - started < 4


@pytest.mark.parametrize("piece", HOSTILE)
def test_what_nests_is_read_even_where_the_stack_is_half_full(piece: str) -> None:
    def call(frames: int) -> str:
        return call(frames - 1) if frames else spoken(piece * 1000 + "a" + "}" * 1000, "en")

    assert call(400)


TEX = st.lists(
    st.sampled_from([*HOSTILE, "}", "]", ")", r"\right)", r"\right|", "a", "2", "$", "%", " ", r"\mid", ":"])
)


@given(st.one_of(st.text(), st.text(alphabet=r"\{}^_'[]()|$&%!,.12abdx "), TEX.map("".join)), st.sampled_from(known()))
@settings(deadline=2000, max_examples=500)
def test_any_text_is_read_somehow(tex: str, language: str) -> None:
    said = spoken(tex, language)
    assert said.strip() == said != ""
    assert said.isprintable()
    assert said == spoken(tex, language)


def test_a_language_without_words_of_its_own_is_read_in_english() -> None:
    assert spoken("a+b", "xx") == spoken("a+b", "../en") == "a plus b"


@cache
def _data(language: str) -> dict[str, dict[str, Any]]:
    file = resources.files("thesis_build.languages").joinpath(f"maths-{language}.yaml")
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return loaded


def _keys(language: str) -> dict[str, list[str]]:
    return {section: sorted(words) for section, words in _data(language).items()}


@pytest.mark.parametrize("language", known())
def test_every_language_has_the_same_words(language: str) -> None:
    assert _keys(language) == _keys("en")
    assert all(isinstance(word, str) and word for section in _data(language).values() for word in section.values())


@pytest.mark.parametrize("form", _data("en")["forms"])
def test_a_phrase_has_the_same_parts_in_every_language(form: str) -> None:
    def parts(language: str) -> list[str]:
        return [part for part in ("{0}", "{1}", "{2}") if part in _data(language)["forms"][form]]

    assert [parts(language) for language in known()] == [parts("en")] * len(known())


def test_every_other_name_leads_to_a_word() -> None:
    words = {name for section, names in _data("en").items() if section not in ("forms", "orders") for name in names}
    handled = {"frac", "binom", "hat", "tilde", "bar", "vec", "stackrel", "ldots", "mid", "sqrt"}
    capitals = {name.capitalize() for name in _data("en")["greek"]}
    targets = [*ALIASES.values(), *UNICODE.values(), *DIGRAPHS.values(), *PLAIN.values()]
    targets += [name.lstrip("\\") for name in (*JOINED.values(), *RAISED.values()) if name.startswith("\\")]
    assert not set(targets) - words - handled - capitals
