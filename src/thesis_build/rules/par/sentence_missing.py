"""PAR120."""

from __future__ import annotations

from thesis_build.alignment.evidence import MissingSentence
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class SentenceMissing(DifferenceRule[MissingSentence]):
    """A sentence has no counterpart in the other language.

    Sentences are aligned by the words they share (word tables, names, numbers, citations) and their length.

    A warning for a very short sentence, and where the other text has much of it in another sentence.

    Flagged: four sentences in Indonesian, of which the English paragraph has three.

    Not flagged: one sentence that the other language splits in two.
    """

    code = "PAR120"
    name = "sentence-missing"
    severities = (Severity.WARNING,)
    kinds = frozenset({Kind.SENTENCE_MISSING})
    message = {"en": "a sentence is missing here: “{sentence}”", "id": "sebuah kalimat tidak ada di sini: “{sentence}”"}
    hint = {
        "en": "translate it, or remove it in the other language",
        "id": "terjemahkan, atau hapus dalam bahasa yang lain",
    }

    def severity_of(self, evidence: MissingSentence) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.WARNING if evidence.found_elsewhere or evidence.short else Severity.ERROR
