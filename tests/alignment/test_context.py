"""What whole texts say about their words, and how the differences of a pair of texts are put together."""

from __future__ import annotations

import math

import pytest

from tests.alignment.side_by_side import found
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.compare.texts import _holds, _put_together, compare, context, terms_of
from thesis_build.alignment.difference import Difference, Extent
from thesis_build.alignment.evidence import Evidence
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.passages import from_text
from thesis_build.languages.quantities.read import read
from thesis_build.model import Glossary, Span, Term

INDONESIAN = "Petani menanam padi di 12 sawah.\n\nPadi dijual Adipura di kota."
ENGLISH = "Farmers plant rice in 12 fields.\n\nAdipura sells rice and rice in the city."
SIDES = from_text(INDONESIAN, "id"), from_text(ENGLISH, "en")
BANK = Term(
    "bank",
    {"id": "bank sampah", "en": "waste bank"},
    {"id": ("bank limbah",), "en": ()},
    {"id": (), "en": ()},
    {"id": "", "en": ""},
    "",
    Span("paper/glossary.yaml"),
)
KEYWORDS = {"id": ["padi", "bank sampah"], "en": ["waste bank", "rice"]}


def test_the_context_is_the_same_in_whatever_order_the_texts_are_given() -> None:
    one, other = context(*SIDES), context(*SIDES[::-1])
    assert one.lexicon.languages == other.lexicon.languages
    assert (one.weights, one.names, one.quantities) == (other.weights, other.names, other.quantities)


def test_a_word_weighs_more_the_fewer_sentences_have_it() -> None:
    whole = context(*SIDES)
    english = whole.weights.of[whole.lexicon.languages.index("en")]
    assert english["rice"] == math.log(1 + 2 / 2)  # both of two sentences, in one of them twice
    assert english["adipura"] == math.log(1 + 2 / 1)
    assert "the" not in english
    assert whole.weights.unseen == math.log(1 + 2)


def test_a_word_that_does_not_occur_weighs_as_in_the_longer_text() -> None:
    longer = from_text(f"{ENGLISH} Teachers teach.", "en")
    assert context(SIDES[0], longer).weights.unseen == math.log(1 + 3)
    assert context(longer, SIDES[0]).weights.unseen == math.log(1 + 3)


def test_names_and_terms_are_counted_in_each_text() -> None:
    text = "Bank sampah membuka bank limbah.", "The waste bank opens."
    sides = from_text(text[0], "id"), from_text(text[1], "en")
    whole = context(*sides, Glossary((BANK,)))
    (term,) = whole.terms
    counts = dict(zip(whole.lexicon.languages, whole.names, strict=True))
    assert (counts["id"][term.label], counts["en"][term.label]) == (2, 1)
    counts = dict(zip(context(*SIDES).lexicon.languages, context(*SIDES).names, strict=True))
    assert (counts["id"]["adipura"], counts["en"]["adipura"]) == (1, 1)
    assert (counts["id"]["rice"], counts["en"]["rice"]) == (0, 3)


def test_quantities_are_known_in_each_text() -> None:
    whole = context(*SIDES)
    (twelve,) = read("Ada 12 sawah.", "id")
    assert whole.quantities.has("id", twelve)
    assert whole.quantities.has("en", twelve)


def test_terms_are_those_of_the_glossary_and_of_paired_keywords() -> None:
    def texts(keywords: dict[str, list[str]], languages: tuple[str, str] = ("id", "en")) -> list[tuple[str, bool]]:
        terms = terms_of(Glossary((BANK,)), keywords, languages)
        return [(" = ".join(sorted(term.texts)), term.keyword) for term in terms]

    agreed = ("bank sampah = waste bank", False)
    paired = [("padi = rice", True), ("bank sampah = waste bank", True)]
    assert texts({}) == [agreed]
    assert texts({"id": ["padi"], "en": []}) == [agreed]
    assert texts({"en": ["rice"]}) == [agreed]
    first, *rest = texts(KEYWORDS)
    assert (first, sorted(rest)) == (agreed, sorted(paired))
    assert texts(KEYWORDS) == texts(KEYWORDS, ("en", "id"))


def test_terms_that_are_known_already_are_taken_as_given() -> None:
    terms = terms_of(Glossary((BANK,)), {}, ("id", "en"))
    given, made = context(*SIDES, terms=terms), context(*SIDES, Glossary((BANK,)))
    assert (given.terms, given.pairs) == (made.terms, made.pairs)
    assert context(*SIDES, Glossary((BANK,)), terms=()).terms == ()


def test_each_wording_of_a_term_is_a_pair_with_each_of_the_other_language() -> None:
    whole = context(*SIDES, Glossary((BANK,)))
    indonesian = whole.lexicon.languages.index("id")
    assert {pair[indonesian] for pair in whole.pairs} == {("bank", "sampah"), ("bank", "limbah")}
    assert {pair[1 - indonesian] for pair in whole.pairs} == {("wast", "bank")}
    assert len(whole.pairs) == 2


def test_an_empty_side_has_nothing_to_compare() -> None:
    whole = context(*SIDES)
    assert compare((), SIDES[1], whole) == ()
    assert compare(SIDES[0], (), whole) == ()


# ── putting together ────────────────────────────────────────────────────────────────────────────


def difference(indonesian: Extent, english: Extent, language: str = "en") -> Difference:
    return Difference(Kind.CLAUSE_MISSING, {"id": indonesian, "en": english}, Evidence(), language)


@pytest.mark.parametrize(
    ("inner", "held"),
    [
        ((10, 20), True),
        ((12, 18), True),
        ((9, 20), False),
        ((10, 21), False),
        ((9, 21), False),
        ((20, 22), False),
    ],
)
def test_a_difference_stands_in_words_that_the_other_language_lacks(inner: Extent, held: bool) -> None:
    run = difference((10, 20), (0, 99))
    assert _holds(run, difference(inner, (0, 5))) is held
    assert _holds(run, difference(inner, (0, 5), "id")) is held
    run = difference((0, 99), (10, 20), "id")
    assert _holds(run, difference((0, 5), inner)) is held


def test_a_difference_of_another_language_stands_nowhere_in_them() -> None:
    alone = Difference(Kind.CLAUSE_MISSING, {"en": (12, 18)}, Evidence(), "en")
    assert not _holds(difference((0, 20), (10, 20)), alone)


def test_sentences_in_another_order_are_set_beside_their_counterparts() -> None:
    chain = (Bead(((0,), (0, 1))), Bead(((1, 2), ())), Bead(((3,), (2,))))
    assert _put_together(chain, []) == chain
    assert _put_together(chain, [(1, 1)]) == (
        Bead(((0,), (0,))),
        Bead(((2,), ())),
        Bead(((3,), (2,))),
        Bead(((1,), (1,))),
    )
    assert _put_together(chain, [(3, 0), (0, 2)]) == (
        Bead(((), (1,))),
        Bead(((1, 2), ())),
        Bead(((3,), (0,))),
        Bead(((0,), (2,))),
    )


@pytest.mark.parametrize(("trees", "pupils", "was"), [(15, 15, "12"), (12, 13, "15"), (12, 15, "")])
def test_a_quantity_is_compared_with_those_of_the_corresponding_sentence(trees: int, pupils: int, was: str) -> None:
    english = f"Farmers plant {trees} trees. Teachers teach {pupils} pupils at school."
    results = found("Petani menanam 12 pohon. Guru mengajar 15 siswa di sekolah.", english)
    assert [(kind, ours) for kind, _, ours, _, _ in results] == ([(Kind.QUANTITY_VALUE, was)] if was else [])


def test_a_clause_with_a_quantity_in_it_is_reported_once() -> None:
    short = "Petani menanam padi di sawah desa.", "Farmers plant rice in the village fields."
    longer = "Farmers plant rice in the village fields, and traders sell fresh fruit in 12 markets of the city."
    results = found(short[0], longer)
    assert len({each[3] for each in results}) == len(results) == 1
