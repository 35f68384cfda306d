"""What counts as a negation, how far one reaches, and when the other side affirms what it negates."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import sentence_pair
from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.compare import negation
from thesis_build.alignment.text.segmentation import Token

EN, ID = 0, 1


def english(text: str) -> tuple[Bitext, Bead, list[Token]]:
    texts, bead = sentence_pair("Ya.", text)
    return texts, bead, texts.tokens(EN, bead.sentences[EN])


def number(tokens: list[Token], text: str) -> int:
    return next(at for at, token in enumerate(tokens) if token.text == text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said Never again.", ["Never"]),
        ("He said NO Way.", ["NO idle"]),
        ("He said No WAY.", ["No idle"]),
        ("It isn’t here.", ["isn't"]),
        # names
        ("We read No Language Left Behind.", []),
        ("We read No Language left.", []),
        ("He said Never.", []),
        ("He said No.", []),
        ("No Language Left Behind was read.", ["No"]),
        # numbers
        ("Room No. five is open.", ["No"]),
        ("Room No. 5 is open.", []),
        ("Room No. A-12 is open.", []),
        ("It is in Room No. 5", []),
        ("It is no 5 of them.", ["no"]),
        ("He said NO.", ["NO"]),
        # turns of phrase
        ("Whether or not he comes is open.", ["not idle"]),
        ("Only not here.", ["not"]),
        ("Not only rice is here.", ["Not idle"]),
        ("It is not only not here.", ["not idle", "not again"]),
        ("This is not only rice, and it is surely not maize.", ["not idle", "not"]),
        ("It is not here or not only there.", ["not", "not idle again"]),
        ("It is never not only rice.", ["never", "not idle"]),
        # repetitions: the same word within four, or one that only repeats another
        ("No teachers, no books.", ["No", "no again"]),
        ("There is no old or new no.", ["no", "no again"]),
        ("There is no old or very new no.", ["no", "no"]),
        ("It is not old and far from new and never good.", ["not", "never"]),
        ("Neither rice nor maize.", ["Neither", "nor again"]),
        ("Nor is it here.", ["Nor"]),
    ],
)
def test_negations_of_a_sentence(text: str, expected: list[str]) -> None:
    texts, bead, tokens = english(text)
    found = negation._negations(texts, bead, EN)
    shown = [(tokens[each.at].text.replace("’", "'"), each.idle, each.again) for each in found]
    assert [f"{word}{' idle' * idle}{' again' * again}" for word, idle, again in shown] == expected


def test_negations_are_counted_with_and_without_idle_ones_and_repetitions() -> None:
    kinds = [(False, False), *[(True, False)] * 2, *[(False, True)] * 3, *[(True, True)] * 4]
    found = [negation._Negation(at, idle, again) for at, (idle, again) in enumerate(kinds)]
    assert negation._counts(found) == (10, 4, 3, 1)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("It is not safe.", "safe"),
        ("It is not of the safe.", "safe"),
        ("It is not of the and safe.", None),
        ("It is not 5 safe.", "safe"),
        ("It is not the safe fruit.", "safe"),
        ("It is not", None),
    ],
)
def test_the_word_that_is_negated_is_one_of_the_three_after_it(text: str, negated: str | None) -> None:
    *_, tokens = english(text)
    head = negation._head(tokens, number(tokens, "not"))
    assert (head and head.text) == negated


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Never safe.", True),
        ("Never very safe.", True),
        ("Never so very safe.", False),
        ("Safe is safe not.", False),
        ("It is safe not.", False),
        ("NEVER safe.", True),
    ],
)
def test_a_word_is_denied_by_one_of_the_two_before_it(text: str, denied: bool) -> None:
    texts, _, tokens = english(text)
    assert negation._is_negated(texts, tokens, number(tokens, "safe"), EN) is denied


def test_a_negation_is_negated_itself() -> None:
    texts, _, tokens = english("It is never.")
    assert negation._is_negated(texts, tokens, 2, EN)
    assert not negation._is_negated(texts, tokens, 1, EN)


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("It is safe.", False),
        # a negation, an inherent word, an unmistakable one within six before and two after
        ("Never was it in all the safe fruit.", True),
        ("Never was it in all of the safe fruit.", False),
        ("Rarely was it in all the safe fruit.", True),
        ("Unheated was it in all the safe fruit.", True),
        ("It is safe of never.", True),
        ("It is safe of all never.", False),
        ("It is safe, not only cheap.", False),
        # a negation before a comma says nothing about the word, a negative word does
        ("It was never old, it is safe.", False),
        ("It was never old or safe, it is new.", True),
        ("It was never safe, it is new.", True),
        ("It was rarely old, it is safe.", True),
        ("It is unkind fruit.", False),
    ],
)
def test_what_stands_near_a_word_turns_it(text: str, turned: bool) -> None:
    texts, bead, tokens = english(text)
    at = number(tokens, "fruit" if "safe" not in text else "safe")
    assert negation._is_turned(texts, tokens, at, EN, bead) is turned


@pytest.mark.parametrize(
    ("indonesian", "text", "turned"),
    [
        ("Obat itu aman dan gagal.", "It is safe and failed.", False),
        ("Obat itu aman dan murah.", "It is safe and failed.", True),
        ("Obat itu gagal.", "It failed.", True),  # the word itself
    ],
)
def test_a_negative_word_that_the_other_side_has_too_turns_nothing(indonesian: str, text: str, turned: bool) -> None:
    texts, bead = sentence_pair(indonesian, text)
    tokens = texts.tokens(EN, bead.sentences[EN])
    at = number(tokens, "safe" if "safe" in text else "failed")
    assert negation._is_turned(texts, tokens, at, EN, bead) is turned


def test_a_word_with_a_negative_affix_is_turned_itself() -> None:
    texts, bead, tokens = english("It is unkind.")
    assert negation._is_turned(texts, tokens, 2, EN, bead)


PLAIN = "Kami tidak setuju dengan aturan itu."


@pytest.mark.parametrize(
    ("indonesian", "text", "affirmed"),
    [
        (PLAIN, "We agree with the rule.", True),
        (PLAIN, "Instead of that we all agree.", False),
        (PLAIN, "Instead of that, in fact, we agree.", False),
        (PLAIN, "Instead of that, in fact, we all agree.", True),
        (PLAIN, "Out of that we all agree.", False),
        (PLAIN, "We agree with it instead of that.", False),
        (PLAIN, "We read it. We all agree.", True),
        (PLAIN, "We agree with it and that instead of those.", True),
        (PLAIN, "We hardly agree with the rule.", False),
        (PLAIN, "We read the rule.", False),
        ("Kami tidak setuju, lalu setuju.", "We agree.", False),
        ("Kami tidak ada.", "We are.", False),
    ],
)
def test_a_word_that_is_plainly_affirmed(indonesian: str, text: str, affirmed: bool) -> None:
    texts, bead = sentence_pair(indonesian, text)
    at = number(texts.tokens(ID, bead.sentences[ID]), "tidak")
    assert negation._is_plainly_affirmed(texts, bead, ID, at) is affirmed


@pytest.mark.parametrize(
    ("text", "affirmed"),
    [
        ("We agree with the rule.", "agree"),
        ("Never was it to all that agree.", None),
        ("Never was it to all of that which agree.", "agree"),
        ("NEVER agree.", None),
        ("We never agree, and then in all the other ways we surely agree.", "agree"),
        ("We read it.", None),
    ],
)
def test_the_translation_of_a_negated_word_with_no_negation_before_it(text: str, affirmed: str | None) -> None:
    texts, bead = sentence_pair(PLAIN, text)
    found = negation._affirmed(texts, bead, ID, 1)
    assert (found and found.text) == affirmed


def test_a_word_is_affirmed_by_a_link_of_half_strength() -> None:
    texts, bead = sentence_pair("Kami tidak isi botol itu.", "We fill the bottle.")  # 0.50 in the tables
    found = negation._affirmed(texts, bead, ID, 1)
    assert found is not None and found.text == "fill"
    assert negation._is_plainly_affirmed(texts, bead, ID, 1)


def test_without_a_negated_word_nothing_is_affirmed() -> None:
    texts, bead = sentence_pair("Kami setuju, atau tidak.", "We agree.")
    assert negation._affirmed(texts, bead, ID, 3) is None
