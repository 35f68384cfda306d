"""When a sentence is in the language of the other text: by function words, by known words, or as a copy."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import bitext, found
from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.compare.untranslated import (
    _is_foreign,
    _outside_quotations,
    _Sentences,
    _vocabulary,
    untranslated,
)
from thesis_build.alignment.difference import Extents
from thesis_build.alignment.evidence import ForeignSentence, ForeignText
from thesis_build.alignment.kinds import Kind

FARMERS = "Petani menanam padi di sawah desa.", "Farmers plant rice in the village fields."
TEACHERS = "Guru mengajar siswa di sekolah.", "Teachers teach pupils at school."


def english(text: str, indonesian: str = FARMERS[0]) -> tuple[Bitext, int]:
    """A text that should be English beside an Indonesian one, and which side it is."""
    texts = bitext(indonesian, text)
    return texts, [texts.language(side) for side in (0, 1)].index("en")


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Guru yang di sekolah.", True),  # two function words of the other language, none of its own
        ("Guru di sekolah.", None),  # too short
        ("Guru yang di sekolah the.", None),  # two against one
        ("Guru yang di sekolah untuk the.", True),  # three against one
        ("Guru yang di sekolah untuk the of.", False),  # three against two
        ("Guru yang di sekolah untuk dan the of a.", False),  # four against three
        ("Guru yang di sekolah untuk the of a.", None),  # three against three
        ("Guru yang di sekolah the of.", None),  # two against two
        ("siswa rajin membaca buku tebal.", None),  # known words, but no function word
        ("siswa rajin membaca buku tebal di.", True),  # one function word, and known words
        ("siswa rajin membaca buku rice di.", True),  # four more known words
        ("Siswa rajin membaca buku rice di.", None),  # three more: a capital may begin a name
        ("siswa rajin membaca buku tebal di the.", None),  # one against one
        ("Teachers teach pupils at school.", None),
    ],
)
def test_a_sentence_is_foreign_by_the_function_words_of_both_languages(text: str, foreign: bool | None) -> None:
    texts, side = english(text)
    assert _is_foreign(texts, side, 0, _Sentences(texts.sides[1 - side])) is foreign


@pytest.mark.parametrize(
    ("text", "other", "foreign"),
    [
        (FARMERS[0], FARMERS[0], True),
        ("Tanam di.", "Tanam di.", True),  # a copy of two words is enough
        ("Di.", "Di.", None),
        ("Tanam di.", "Panen di.", None),
        ("Padi sawah desa.", "Padi sawah desa.", None),  # a copy without function words
        ("Padi di the sawah.", "Padi di the sawah.", None),  # a copy with as many of its own
        ("Padi di yang the sawah.", "Padi di yang the sawah.", True),  # a copy with more of the other
        ("Padi di yang the sawah.", FARMERS[0], None),
    ],
)
def test_a_copy_is_foreign_by_fewer_words(text: str, other: str, foreign: bool | None) -> None:
    texts, side = english(text, other)
    assert _is_foreign(texts, side, 0, _Sentences(texts.sides[1 - side])) is foreign


@pytest.mark.parametrize(
    ("other", "copy"),
    [
        ("Satu dua tiga empat lima enam tujuh delapan sembilan.", True),
        ("satu DUA tiga empat lima enam tujuh delapan sembilan.", True),
        ("Sembilan delapan tujuh enam lima empat tiga dua satu.", True),
        ("Satu dua tiga empat lima enam tujuh delapan padi.", True),  # eight of ten different words
        ("Satu dua tiga empat lima enam tujuh sawah padi.", False),
        ("Satu dua tiga empat lima enam tujuh delapan.", True),
        ("Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas.", True),  # nine of eleven
        ("Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas padi.", False),
        ("Petani menanam padi. Satu dua tiga empat lima enam tujuh delapan sembilan.", True),
        ("Satu dua tiga empat lima enam tujuh delapan sembilan. Petani menanam padi.", True),
        ("Petani menanam padi. Guru mengajar.", False),
    ],
)
def test_a_copy_has_four_fifths_of_the_words_in_common(other: str, copy: bool) -> None:
    texts, side = english("Satu dua tiga empat lima enam tujuh delapan sembilan.", other)
    assert _Sentences(texts.sides[1 - side]).have(texts.sentence(side, 0)) is copy


def test_exactly_four_fifths_are_enough_on_either_side() -> None:
    for one, other in (
        ("Satu dua tiga empat.", "Satu dua tiga empat lima."),
        ("Satu dua tiga empat lima.", "Satu dua tiga empat."),
    ):
        texts, side = english(one, other)
        assert _Sentences(texts.sides[1 - side]).have(texts.sentence(side, 0))


def test_signs_without_words_are_no_copy() -> None:
    texts, side = english("— … —", "— … —")
    assert not _Sentences(texts.sides[1 - side]).have(texts.sentence(side, 0))


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("padi", 1),
        ("padi sawah", 2),
        ("Padi sawah", 1),  # a capital may begin a name
        ("padi rice", 0),
        ("rice fields", -2),
        ("the padi", 1),  # a function word has no weight here
        ("xyzzy", 0),
        ("menanam", 1),  # by its stem
    ],
)
def test_the_balance_of_known_words(text: str, more: int) -> None:
    texts, side = english(text)
    assert _vocabulary(texts, side, list(texts.sentence(side, 0).tokens)) == more


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("The word “guru yang di sekolah” was used today.", "The word was used today"),
        ('The word "guru yang di sekolah" was used today.', "The word was used today"),
        ("The word ‘guru yang di sekolah’ was used today.", "The word was used today"),
        ("The word «guru yang di sekolah» was used today.", "The word was used today"),
        ("“guru yang di sekolah” was used here today.", "was used here today"),  # four words are enough
        ("“guru yang di sekolah” was used here.", "guru yang di sekolah was used here"),  # three are not
        ("“guru yang” was used here.", "was used here"),  # but for more than half
        ("“guru yang di” was used here.", "guru yang di was used here"),
        ("guru “yang” di sekolah.", "guru di sekolah"),
        ("The yang-di rice grows well.", "The rice grows well"),  # words in a compound
        ("A 12 YOLOv8 rice field grows.", "A rice field grows"),  # a number and a code are no words
    ],
)
def test_the_words_outside_quotation_marks(text: str, outside: str) -> None:
    texts, side = english(text)
    tokens = _outside_quotations(texts.sides[side], texts.sentence(side, 0))
    assert [token.text for token in tokens] == outside.split()


def test_quotation_marks_of_another_sentence_do_not_count() -> None:
    texts, side = english("He said “rice”. Rice grows well here now. The word “padi” is old.")
    assert texts.sides[side].text[slice(*texts.extent(side, (1,)))] == "Rice grows well here now."
    tokens = _outside_quotations(texts.sides[side], texts.sentence(side, 1))
    assert [token.text for token in tokens] == ["Rice", "grows", "well", "here", "now"]


@pytest.mark.parametrize("side", ["en", "id"])
def test_each_foreign_sentence_is_marked_beside_its_counterpart(side: str) -> None:
    own = 0 if side == "id" else 1
    foreign = TEACHERS[1 - own] if side == "id" else "Guru itu mengajar siswa di sekolah."
    texts = [f"{FARMERS[0]} {foreign}", f"{FARMERS[1]} {foreign}"]
    assert found(texts[0], texts[1]) == [
        (Kind.SENTENCE_UNTRANSLATED, side, foreign, foreign, ForeignSentence(foreign, clearly=True))
    ]


def test_a_sentence_that_is_partly_foreign_is_not_clearly_so() -> None:
    mixed = "Guru di sekolah dan the teacher of the village dengan siswa in the school."
    texts = bitext(f"{FARMERS[0]} {mixed}", f"{FARMERS[1]} {TEACHERS[1]}")
    ((difference, explained),) = untranslated(texts, Extents())
    assert isinstance(difference.evidence, ForeignSentence)
    assert (difference.language, difference.evidence.clearly) == ("id", False)
    start = len(FARMERS[0]) + 1
    assert explained == Extents.of([("id", (start, start + len(mixed)))])


def test_an_explained_sentence_is_not_reported_once_more() -> None:
    texts, side = english(f"{FARMERS[1]} Guru itu mengajar siswa di sekolah. Dokter itu memeriksa pasien di kota.")
    foreign = [explained for _, explained in untranslated(texts, Extents())]
    assert foreign == [texts.extents((side, 1)), texts.extents((side, 2))]
    assert [each for _, each in untranslated(texts, texts.extents((side, 1)))] == foreign[1:]
    assert [each for _, each in untranslated(texts, texts.extents((side, 2)))] == foreign[:1]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Guru yang mengajar siswa di sekolah desa.", False),  # seven words
        ("Guru yang mengajar siswa di sekolah desa itu.", True),  # eight
        ("Guru yang di sekolah. Dokter yang di desa.", True),
        ("Guru yang di sekolah. Bab dua. Dokter yang di desa.", True),  # a short one decides nothing
        ("Guru yang di sekolah. Dokter yang di desa. Rice grows well here.", False),  # one of four words does
    ],
)
def test_a_text_is_foreign_where_each_of_its_longer_sentences_is(text: str, whole: bool) -> None:
    texts, side = english(text, "Harga beras naik.")
    results = list(untranslated(texts, Extents()))
    kinds = {difference.kind for difference, _ in results}
    assert kinds == {Kind.TEXT_UNTRANSLATED if whole else Kind.SENTENCE_UNTRANSLATED}
    if whole:
        ((difference, explained),) = results
        assert difference.language == "en"
        assert difference.extents == {"en": (0, len(text)), "id": (0, len("Harga beras naik."))}
        assert difference.evidence == ForeignText()
        assert explained == texts.extents(*((side, index) for index in range(len(texts.sides[side].sentences))))


def test_both_texts_are_looked_at() -> None:
    texts = bitext(
        "The teacher of the village teaches the pupils at school.", "Guru yang mengajar siswa di sekolah desa itu."
    )
    assert [difference.language for difference, _ in untranslated(texts, Extents())] == ["en", "id"]
