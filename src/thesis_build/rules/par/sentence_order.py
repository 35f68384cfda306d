"""PAR122."""

from __future__ import annotations

from thesis_build.alignment.evidence import QuotedSentence
from thesis_build.alignment.kinds import Kind
from thesis_build.rules.par._difference_rule import DifferenceRule


class SentenceOrder(DifferenceRule[QuotedSentence]):
    """Two sentences stand in another order than in the other language.

    Flagged: results before method in Indonesian, method before results in English.

    Not flagged: another order of words within a sentence.
    """

    code = "PAR122"
    name = "sentence-order"
    kinds = frozenset({Kind.SENTENCE_ORDER})
    message = {
        "en": "this sentence comes at another point in the other language: “{sentence}”",
        "id": "kalimat ini berada di tempat lain dalam bahasa yang lain: “{sentence}”",
    }
    hint = {"en": "put the sentences into the same order", "id": "samakan urutan kalimatnya"}
