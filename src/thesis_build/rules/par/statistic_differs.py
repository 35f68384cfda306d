"""PAR213."""

from __future__ import annotations

from thesis_build.alignment.evidence import UnlikeRelations
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class StatisticDiffers(DifferenceRule[UnlikeRelations]):
    """A relation or a sign is turned round in the other language.

    A warning for a minus sign that one number lacks.

    Flagged: “p < 0,05” and “p > 0.05”; “−0,3” and “0.3”.

    Not flagged: “p < 0,05” and “p < 0.05”.
    """

    code = "PAR213"
    name = "statistic-differs"
    severities = (Severity.WARNING,)
    kinds = frozenset({Kind.RELATION})
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "look the result up and give it in both", "id": "periksa hasilnya, lalu samakan keduanya"}

    def severity_of(self, evidence: UnlikeRelations) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.WARNING if evidence.sign else Severity.ERROR
