"""PAR205."""

from __future__ import annotations

from thesis_build.alignment.evidence import AmbiguousSeparators, ForeignNotation
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class ThousandsSeparator(DifferenceRule[ForeignNotation | AmbiguousSeparators]):
    """A separator of thousands is that of the other language, so that the value can be misread.

    `1.250` is one thousand two hundred and fifty in Indonesian and one and a quarter in English.

    An error where the same number has two values by the conventions of the two languages, or is a measure.

    Flagged: “1.250 responden” and “1.250 respondents”.

    Not flagged: a separator whose two readings the other language distinguishes.
    """

    code = "PAR205"
    name = "thousands-separator"
    severity = Severity.WARNING
    severities = (Severity.ERROR,)
    kinds = frozenset({Kind.THOUSANDS_SEPARATOR, Kind.AMBIGUOUS_SEPARATOR})
    message = {
        "en": "the separator in this number is that of another language",
        "id": "pemisah ribuan pada angka ini milik bahasa lain",
    }
    hint = {"en": "Indonesian: 1.250; English: 1,250", "id": "bahasa Indonesia: 1.250; bahasa Inggris: 1,250"}

    def severity_of(self, evidence: ForeignNotation | AmbiguousSeparators) -> Severity:
        """How much it matters, as the rule's page says."""
        if isinstance(evidence, AmbiguousSeparators) and (evidence.misread or evidence.measured):
            return Severity.ERROR
        return Severity.WARNING
