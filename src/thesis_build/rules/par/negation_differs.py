"""PAR308."""

from __future__ import annotations

from thesis_build.alignment.evidence import Antonyms, NegatedWord
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class NegationDiffers(DifferenceRule[NegatedWord | Antonyms]):
    """One language negates what the other affirms.

    The negated word has a translation in the paired sentence, where nothing negates it.

    A note where the sentences have little else in common.

    Flagged: “tidak berpengaruh” beside “has an effect”; “meningkat” beside “decreased”.

    Not flagged: “tidak sah” and “invalid”; “tidak hanya” and “not only”.
    """

    code = "PAR308"
    name = "negation-differs"
    severity = Severity.WARNING
    severities = (Severity.INFO,)
    kinds = frozenset({Kind.NEGATION, Kind.ANTONYM})
    message = {
        "en": "“{negated}” here is “{affirmed}”, without a negation, in the other language",
        "id": "“{negated}” di sini adalah “{affirmed}”, tanpa negasi, dalam bahasa yang lain",
    }
    hint = {"en": "read both; correct the one that is wrong", "id": "baca keduanya; perbaiki yang salah"}
    texts = {
        Kind.ANTONYM: (
            {
                "en": "“{here}” here is the opposite of “{there}” in the other language",
                "id": "“{here}” di sini berlawanan dengan “{there}” dalam bahasa yang lain",
            },
            hint,
        )
    }

    def severity_of(self, evidence: NegatedWord | Antonyms) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.INFO if evidence.slight else Severity.WARNING
