"""PAR403."""

from __future__ import annotations

from thesis_build.alignment.evidence import ForeignSentence
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class UntranslatedSentence(DifferenceRule[ForeignSentence]):
    """A sentence stands in the language of the other text.

    A warning where only its small words are of that language.

    Flagged: an Indonesian sentence in the English text.

    Not flagged: quotations, titles of works, foreign words in italics.
    """

    code = "PAR403"
    name = "untranslated-sentence"
    severities = (Severity.WARNING,)
    kinds = frozenset({Kind.SENTENCE_UNTRANSLATED})
    message = {
        "en": "this sentence is not in “{language}”: “{sentence}”",
        "id": "kalimat ini tidak dalam bahasa “{language}”: “{sentence}”",
    }
    hint = {"en": "translate it", "id": "terjemahkan"}

    def severity_of(self, evidence: ForeignSentence) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.ERROR if evidence.clearly else Severity.WARNING
