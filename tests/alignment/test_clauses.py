"""A clause that only one sentence has is marked without its neighbours, beside the whole of the other sentence."""

from __future__ import annotations

from tests.alignment.side_by_side import found
from thesis_build.alignment.evidence import MissingClause, RepeatedSentence
from thesis_build.alignment.kinds import Kind

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
