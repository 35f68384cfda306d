"""Terms of the glossary and keywords in a pair of sentences: forbidden, missing, or in the place of another."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.alignment.side_by_side import Found, bitext, found, sentence_pair
from thesis_build.alignment.compare import substitutions
from thesis_build.alignment.compare.terms import agreed_terms, keyword_terms, strengths, uses
from thesis_build.alignment.compare.texts import terms_of
from thesis_build.alignment.evidence import ForbiddenWording, MissingClause, MissingTerm, Substitution
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Glossary, Span, Term

INDONESIAN = "Warga menjual plastik ke bank sampah di desa."
ENGLISH = "Residents sell plastic to the waste bank in the village."
REST = " Guru mengajar siswa di sekolah.", " Teachers teach pupils at school."
KEYWORDS = {"id": ["bank sampah", "guru"], "en": ["waste bank", "teacher"]}


def term(
    indonesian: str,
    english: str,
    variants: tuple[str, ...] = (),
    forbidden: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
    abbreviations: tuple[str, str] = ("", ""),
) -> Term:
    tags = "id", "en"
    return Term(
        indonesian,
        {"id": indonesian, "en": english},
        {"id": (), "en": variants},
        dict(zip(tags, forbidden, strict=True)),
        dict(zip(tags, abbreviations, strict=True)),
        "",
        Span("paper/glossary.yaml"),
    )


BANK = term("bank sampah", "waste bank", ("garbage bank",), (("bank limbah",), ("trash bank", "Waste Bank")))
WORKER = term("petugas kebersihan", "sanitation worker")


def bank(english: str, indonesian: str = INDONESIAN) -> list[Found]:
    """What is found where the bank of waste is a term of the glossary."""
    return found(indonesian + REST[0], english + REST[1], Glossary((BANK, WORKER)))


# ── forbidden wordings ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("english", "wordings"),
    [
        ("Residents sell plastic to the waste bank in the village.", []),
        ("Residents sell plastic to the trash bank in the village.", ["trash bank"]),
        ("Residents sell plastic to the Trash Bank in the village.", ["Trash Bank"]),
        ("Residents sell plastic to the waste-bank and trash banks in the village.", []),
        ("Residents sell plastic to the eurotrash bank in the village.", []),
        ("Residents sell plastic to the Waste Bank in the village.", ["Waste Bank"]),
        ("Trash bank and trash bank sell plastic in the village.", ["Trash bank", "trash bank"]),
        ("Waste Bank is where residents sell plastic in the village.", []),  # the capital of a sentence
    ],
)
def test_a_forbidden_wording_stands_as_a_whole_word_in_any_capitals(english: str, wordings: list[str]) -> None:
    forbidden = [each for each in bank(english) if each[0] is Kind.TERM_FORBIDDEN]
    assert forbidden == [
        (Kind.TERM_FORBIDDEN, "en", INDONESIAN, wording, ForbiddenWording(wording, "waste bank"))
        for wording in wordings
    ]


def test_a_forbidden_wording_of_a_later_sentence_and_of_the_indonesian_text() -> None:
    later = "Teachers teach pupils at school in the trash bank."
    (each,) = [
        each
        for each in found(INDONESIAN + REST[0], f"{ENGLISH} {later}", Glossary((BANK,)))
        if each[0] is Kind.TERM_FORBIDDEN
    ]
    assert each[2:4] == (REST[0].strip(), "trash bank")
    (each,) = [each for each in bank(ENGLISH, INDONESIAN.replace("sampah", "limbah")) if each[0] is Kind.TERM_FORBIDDEN]
    assert each == (Kind.TERM_FORBIDDEN, "id", "bank limbah", ENGLISH, ForbiddenWording("bank limbah", "bank sampah"))


def test_a_wording_with_signs_of_its_own_is_taken_as_written() -> None:
    glossary = Glossary((term("bank sampah", "waste bank", forbidden=((), ("w.b",))),))
    english = "Residents sell plastic to the {} waste bank in the village."
    assert found(INDONESIAN, english.format("wxb"), glossary) == []
    assert [each[3] for each in found(INDONESIAN, english.format("w.b"), glossary)] == ["w.b"]


# ── missing terms ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("wording", ["waste bank", "garbage bank", "waste banks", "Waste bank", "bank"])
def test_a_term_a_variant_or_its_own_words_are_enough(wording: str) -> None:
    assert bank(ENGLISH.replace("waste bank", wording)) == []


def test_a_term_is_missing_where_another_word_stands_or_nothing() -> None:
    other = ENGLISH.replace("waste bank", "factory")
    evidence = MissingTerm("bank sampah", "waste bank", even=False, replaced=True)
    assert bank(other) == [(Kind.GLOSSARY_TERM_MISSING, "en", "bank sampah", other, evidence)]
    without = ENGLISH.replace(" to the waste bank", "")
    evidence = MissingTerm("bank sampah", "waste bank", even=False, replaced=False)
    assert bank(without) == [(Kind.GLOSSARY_TERM_MISSING, "en", "bank sampah", without, evidence)]


def test_a_term_is_missing_in_the_indonesian_text() -> None:
    other = INDONESIAN.replace("bank sampah", "pabrik")
    evidence = MissingTerm("waste bank", "bank sampah", even=False, replaced=True)
    assert bank(ENGLISH, other) == [(Kind.GLOSSARY_TERM_MISSING, "id", other, "waste bank", evidence)]


def test_a_term_with_nothing_in_its_place_is_a_missing_phrase_where_the_sentence_is_shorter_by_it() -> None:
    without = INDONESIAN.replace(" ke bank sampah", "")
    assert bank(ENGLISH, without) == [(Kind.CLAUSE_MISSING, "id", without, "waste bank", MissingClause("waste bank"))]


@pytest.mark.parametrize(
    ("old", "new", "replaced"),
    [("waste bank", "factory", True), (" to the waste bank", "", False), ("waste bank", "waste factory", True)],
)
def test_a_keyword_is_missing_even_where_half_of_it_is_there(old: str, new: str, replaced: bool) -> None:
    english = ENGLISH.replace(old, new)
    evidence = MissingTerm("bank sampah", "waste bank", even=True, replaced=replaced)
    assert found(INDONESIAN + REST[0], english + REST[1], keywords=KEYWORDS) == [
        (Kind.TERM_MISSING, "en", "bank sampah", english, evidence)
    ]


def test_both_keywords_are_there() -> None:
    assert found(INDONESIAN + REST[0], ENGLISH + REST[1], keywords=KEYWORDS) == []


# ── a term for another ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new", "more"),
    [
        ("waste bank", "sanitation worker", ("", "")),
        (
            "waste bank",
            "sanitation worker",
            (" Petugas kebersihan bekerja di kota.", " The sanitation worker works in the city."),
        ),
        ("waste bank", "Adipura", ("", "")),
    ],
)
def test_a_term_for_another_term_or_a_name(old: str, new: str, more: tuple[str, str]) -> None:
    indonesian, english = INDONESIAN + REST[0] + more[0], ENGLISH.replace(old, new) + REST[1] + more[1]
    evidence = Substitution(new, "bank sampah", clear=True, familiar=True, unequal=False, agreed=new != "Adipura")
    assert found(indonesian, english, Glossary((BANK, WORKER))) == [
        (Kind.TERM_SUBSTITUTED, "en", "bank sampah", new, evidence)
    ]


def test_a_name_for_a_term_in_the_indonesian_text() -> None:
    evidence = Substitution("waste bank", "Adipura", clear=True, familiar=True, unequal=False, agreed=False)
    assert bank(ENGLISH, INDONESIAN.replace("bank sampah", "Adipura")) == [
        (Kind.TERM_SUBSTITUTED, "en", "Adipura", "waste bank", evidence)
    ]


# ── how terms are made and counted ──────────────────────────────────────────────────────────────


def test_a_term_has_its_variants_and_its_abbreviation_in_each_language_once() -> None:
    given = term("bank sampah", "waste bank", ("garbage banks", "waste banks"), abbreviations=("BS", ""))
    (agreed,) = agreed_terms(Glossary((given,)), ("id", "en"))
    assert agreed.texts == ("bank sampah", "waste bank")
    assert agreed.wordings == ((("bank", "sampah"), ("bs",)), (("waste", "bank"), ("garbage", "bank")))
    assert agreed.stems[0] == (("bank", "sampah"), ("bs",))
    assert not agreed.keyword


def test_the_forbidden_wordings_are_in_the_order_of_the_languages() -> None:
    (agreed,) = agreed_terms(Glossary((BANK,)), ("id", "en"))
    assert agreed.forbidden == (("bank limbah",), ("trash bank", "Waste Bank"))
    (agreed,) = agreed_terms(Glossary((BANK,)), ("en", "id"))
    assert agreed.forbidden == (("trash bank", "Waste Bank"), ("bank limbah",))
    assert agreed.texts == ("waste bank", "bank sampah")


def test_a_term_that_one_language_lacks_is_not_agreed() -> None:
    assert agreed_terms(Glossary((term("bank sampah", ""), WORKER)), ("id", "en")) == agreed_terms(
        Glossary((WORKER,)), ("id", "en")
    )
    assert agreed_terms(Glossary((term("", "waste bank"),)), ("id", "en")) == ()


def test_keywords_are_paired_by_number() -> None:
    terms = keyword_terms({"id": ["padi", "desa"], "en": ["village", "rice"]}, [(0, 1), (1, 0)], ("id", "en"))
    assert [each.texts for each in terms] == [("padi", "rice"), ("desa", "village")]


def test_terms_of_a_pair_of_sentences_with_their_positions() -> None:
    texts = bitext(INDONESIAN, "Residents sell plastic to the waste bank in the village, and the waste bank sells it.")
    tags = texts.language(0), texts.language(1)
    (bead,) = texts.beads
    terms = agreed_terms(Glossary((BANK, WORKER)), tags)
    (unit,) = uses(texts, bead, terms)
    english = tags.index("en")
    assert unit.term == terms[0]
    assert [[token.text for token in place] for place in unit.places[english]] == [["waste", "bank"]] * 2
    assert [[token.text for token in place] for place in unit.places[1 - english]] == [["bank", "sampah"]]
    assert (unit.surplus(english), unit.surplus(1 - english)) == (1, -1)
    assert unit.counted({unit.label: 3}) == 3
    assert unit.counted({"bank": 3}) == 0


def test_how_well_the_words_of_a_term_are_found() -> None:
    texts = bitext(INDONESIAN, "Residents sell plastic to the bank in the village.")
    side = [texts.language(each) for each in (0, 1)].index("id")
    (bead,) = texts.beads
    words = {token.text: token for token in texts.sentence(side, 0).tokens}
    bank_found, waste_found = strengths(texts, bead, side, [words["bank"], words["sampah"]])
    assert bank_found == 1.0
    assert waste_found < 0.3
    assert strengths(texts, bead, side, [words["ke"]]) == [1.0]


@pytest.mark.parametrize(("text", "name"), [("Moodle", True), ("goat", False), ("kambing", False)])
def test_a_term_is_a_name_where_no_language_knows_a_word_of_it(text: str, name: bool) -> None:
    glossary = Glossary((Term(text, {"id": text, "en": text}, {}, {}, {}, "", Span("glossary.yaml")),))
    (term,) = terms_of(glossary, {}, ("en", "id"))
    assert substitutions._is_name(bitext("Ya.", "Yes."), term) == name


CITIES = Glossary(
    tuple(
        Term(ours, {"id": ours, "en": theirs}, {}, {}, {}, "", Span("glossary.yaml"))
        for ours, theirs in (
            ("kota kembar", "sister city"),
            ("kota cerdas", "smart city"),
            ("kota kambing", "goat city"),
        )
    )
)


def test_a_term_of_which_the_other_text_has_a_word_may_be_said_in_other_words() -> None:
    texts, bead = sentence_pair("Bandung menjadi kota kembar sejak lama.", "Bandung has been a smart city for long.")
    twin, smart = uses(texts, bead, terms_of(CITIES, {}, ("en", "id")))
    evidence = substitutions._evidence(texts, bead, (smart, twin), (Counter(), Counter()))
    assert (evidence.paraphrased, evidence.akin, evidence.rendered) == (True, True, False)
