"""PAR121."""

from __future__ import annotations

from thesis_build.alignment.evidence import RepeatedSentence
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class SentenceDuplicated(DifferenceRule[RepeatedSentence]):
    """A sentence stands twice, in one language only.

    A warning where some of its words were changed.

    Flagged: a sentence pasted twice in English.

    Not flagged: a refrain that both languages repeat.
    """

    code = "PAR121"
    name = "sentence-duplicated"
    severities = (Severity.WARNING,)
    kinds = frozenset({Kind.SENTENCE_REPEATED})
    message = {"en": "this sentence appears twice: “{sentence}”", "id": "kalimat ini tertulis dua kali: “{sentence}”"}
    hint = {"en": "remove one of the two", "id": "hapus salah satunya"}

    def severity_of(self, evidence: RepeatedSentence) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.ERROR if evidence.word_for_word else Severity.WARNING
