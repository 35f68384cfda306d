"""Sentences that are missing, in another order, or about something else, with what is marked in each text."""

from __future__ import annotations

from tests.alignment.side_by_side import found
from thesis_build.alignment.evidence import MissingSentence, QuotedSentence
from thesis_build.alignment.kinds import Kind

FARMERS = "Petani menanam padi di sawah desa.", "Farmers plant rice in the village fields."
TEACHERS = "Guru mengajar siswa di sekolah.", "Teachers teach pupils at school."


def test_the_same_sentences() -> None:
    assert found(" ".join((FARMERS[0], TEACHERS[0])), " ".join((FARMERS[1], TEACHERS[1]))) == []


def test_a_missing_sentence_is_marked_beside_the_one_before_it() -> None:
    evidence = MissingSentence(TEACHERS[0], found_elsewhere=False, short=False)
    expected = (Kind.SENTENCE_MISSING, "en", TEACHERS[0], FARMERS[1], evidence)
    assert found(" ".join((FARMERS[0], TEACHERS[0])), FARMERS[1]) == [expected]


def test_sentences_in_another_order() -> None:
    expected = (Kind.SENTENCE_ORDER, "en", *FARMERS, QuotedSentence(FARMERS[1]))
    assert found(" ".join((TEACHERS[0], FARMERS[0])), " ".join((FARMERS[1], TEACHERS[1]))) == [expected]


def test_a_sentence_about_something_else() -> None:
    cars = "Electric cars need large expensive batteries."
    assert found(FARMERS[0], cars) == [(Kind.SENTENCE_CONTENT, "en", FARMERS[0], cars, QuotedSentence(cars))]


def test_a_sentence_of_which_only_its_first_word_is_left_is_missing() -> None:
    indonesian = "Warga menjemur padi. Akan tetapi, harga beras turun tajam di pasar kota. Petani membeli pupuk."
    english = "Residents dry the rice. However. Farmers buy fertiliser."
    ((kind, language, ours, _, evidence),) = found(indonesian, english)
    assert (kind, language) == (Kind.SENTENCE_MISSING, "en")
    assert ours == "Akan tetapi, harga beras turun tajam di pasar kota."
    assert evidence == MissingSentence(ours)
