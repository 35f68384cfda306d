"""PAR123."""

from __future__ import annotations

from thesis_build.alignment.evidence import TruncatedText
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class TextTruncated(DifferenceRule[TruncatedText]):
    """A text breaks off, where the other language goes on to the end.

    A note where only the full stop is missing.

    Flagged: a last sentence without its end and full stop.

    Not flagged: headings and list items, which have no full stop in either language.
    """

    code = "PAR123"
    name = "text-truncated"
    severities = (Severity.INFO,)
    kinds = frozenset({Kind.TEXT_TRUNCATED})
    message = {"en": "the text breaks off here: “{sentence}”", "id": "teks terpotong di sini: “{sentence}”"}
    hint = {
        "en": "write the sentence to its end, with a full stop",
        "id": "tulis kalimatnya sampai selesai, dengan titik",
    }

    def severity_of(self, evidence: TruncatedText) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.INFO if evidence.complete else Severity.ERROR
