"""PAR201."""

from __future__ import annotations

from thesis_build.alignment.evidence import MissingQuantity
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class NumberValueMissing(DifferenceRule[MissingQuantity]):
    """A number stands in one language only.

    Numbers are compared by value: `0,66` is `0.66`, “dua puluh” is 20, “abad ke-20” is “the 20th century”, “Rp2
    miliar” is “IDR 2 billion”.

    A warning where the other text has the number elsewhere, or it is a single digit or a word; a note for a small
    number in words, which may be expressed otherwise.

    Flagged: “KSS 1–3” in Indonesian, “the KSS” in English.

    Not flagged: “satu” and “a”; “kedua” and “both”; numbers that are part of a name.
    """

    code = "PAR201"
    name = "number-value-missing"
    severities = (Severity.WARNING, Severity.INFO)
    kinds = frozenset({Kind.QUANTITY_MISSING})
    message = {
        "en": "“{value}” is in the other language, but not here",
        "id": "“{value}” tidak ada di sini, tetapi ada dalam bahasa yang lain",
    }
    hint = {
        "en": "give the number in both languages, or in neither",
        "id": "sebutkan angkanya dalam kedua bahasa, atau tidak sama sekali",
    }

    def severity_of(self, evidence: MissingQuantity) -> Severity:
        """How much it matters, as the rule's page says."""
        if evidence.small_word:
            return Severity.INFO
        weak = evidence.bare or evidence.in_other_text or evidence.repeated
        return Severity.WARNING if weak else Severity.ERROR
