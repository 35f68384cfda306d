"""A clause that only one sentence has is marked without its neighbours, beside the whole of the other sentence."""

from __future__ import annotations

from tests.alignment.side_by_side import found
from thesis_build.alignment.compare.texts import compare, context
from thesis_build.alignment.evidence import MissingClause, RepeatedSentence
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.passages import from_text

SHORT = "Petani menanam padi di sawah desa.", "Farmers plant rice in the village fields."


def test_a_clause_that_the_indonesian_text_lacks() -> None:
    english = "Farmers plant rice in the village fields, and traders sell fresh fruit in the city market."
    ((kind, language, ours, theirs, evidence),) = found(SHORT[0], english)
    assert (kind, language, ours) == (Kind.CLAUSE_MISSING, "id", SHORT[0])
    assert theirs.endswith("traders sell fresh fruit in the city market")
    assert evidence == MissingClause(theirs)


def test_sentences_with_the_same_clauses() -> None:
    assert found(*SHORT) == []


def test_a_sentence_that_stands_twice_is_no_clause() -> None:
    ((kind, language, ours, theirs, evidence),) = found(f"{SHORT[0]} {SHORT[0]}", SHORT[1])
    assert (kind, language, ours, theirs) == (Kind.SENTENCE_REPEATED, "id", *SHORT)
    assert evidence == RepeatedSentence(SHORT[0], word_for_word=True)


def lacking(indonesian: str, english: str) -> list[str]:
    """What is marked as missing, in the language that has it."""
    return [
        theirs if language == "id" else ours
        for kind, language, ours, theirs, _ in found(indonesian, english)
        if kind is Kind.CLAUSE_MISSING
    ]


def test_two_words_are_a_phrase_where_all_of_the_other_sentence_has_a_counterpart() -> None:
    indonesian = "Laporan dari sumber publik menggambarkan desa dengan jelas."
    assert lacking(indonesian, "The report describes the village clearly.") == ["sumber publik"]
    assert lacking(indonesian, "The report by them describes the village clearly.") == []  # a pronoun
    assert lacking(indonesian, "The media report describes the village clearly.") == []  # another word


def test_a_name_that_no_table_knows_counts_as_a_word() -> None:
    indonesian = "Aplikasi itu mengelola toko, kantor, dan rental yang terhubung dengan RTPintar."
    assert lacking(indonesian, "The application manages shops, offices, and rentals.") == ["terhubung dengan RTPintar"]
    assert lacking(indonesian, "The application manages shops, offices, and rentals connected with RTPintar.") == []


def test_only_words_where_the_counterpart_should_be_may_stand_for_a_phrase() -> None:
    english = "farmers in the village plant rice, and the small boat with the fresh fruit and the meat carries salt."
    indonesian = "petani di desa menanam padi, dan perahu kecil {}membawa garam."
    elsewhere = f"Setiap panen yang baik, {indonesian.format('')}"
    assert lacking(elsewhere, f"In the evening, {english}") == ["fresh fruit and the meat"]
    assert lacking(indonesian.format("pada setiap panen ").capitalize(), english.capitalize()) == []


def test_a_term_in_the_missing_words_is_no_finding_of_its_own() -> None:
    sides = (
        from_text("Kami memakai peladen. Peladen baru milik sekolah menyimpan seluruh data ujian.", "id"),
        from_text("We use a server. The data of all exams are stored.", "en"),
    )
    keywords = {"id": ["peladen"], "en": ["server"]}
    kinds = [each.kind for each in compare(*sides, context(*sides, keywords=keywords))]
    assert kinds == [Kind.CLAUSE_MISSING]
