"""A sentence in the language of the other text, and a whole text that was not translated."""

from __future__ import annotations

from tests.alignment.side_by_side import found
from thesis_build.alignment.evidence import ForeignText
from thesis_build.alignment.kinds import Kind

INDONESIAN = "Petani menanam padi di sawah desa. Guru itu mengajar siswa di sekolah dengan buku yang baru."
ENGLISH = "Farmers plant rice in the village fields. The teacher teaches the pupils at school with a new book."


def test_translated_texts() -> None:
    assert found(INDONESIAN, ENGLISH) == []


def test_a_text_that_was_copied() -> None:
    assert found(INDONESIAN, INDONESIAN) == [(Kind.TEXT_UNTRANSLATED, "en", INDONESIAN, INDONESIAN, ForeignText())]
    assert found(ENGLISH, ENGLISH) == [(Kind.TEXT_UNTRANSLATED, "id", ENGLISH, ENGLISH, ForeignText())]


def test_a_sentence_that_was_copied() -> None:
    second = INDONESIAN.partition(". ")[2]
    english = f"{ENGLISH.partition('. ')[0]}. {second}"
    ((kind, language, ours, theirs, _),) = found(INDONESIAN, english)
    assert (kind, language, ours, theirs) == (Kind.SENTENCE_UNTRANSLATED, "en", second, second)
