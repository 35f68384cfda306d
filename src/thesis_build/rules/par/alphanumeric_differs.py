"""PAR307."""

from __future__ import annotations

from thesis_build.alignment.evidence import Substitution
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class AlphanumericDiffers(DifferenceRule[Substitution]):
    """A name made of letters and digits is another one in the other language.

    An error where both are of one make or occur in both texts, and their neighbours are the same, else a warning.

    Flagged: “YOLOv5” beside “YOLOv8”.

    Not flagged: “p95” and “persentil 95”.
    """

    code = "PAR307"
    name = "alphanumeric-differs"
    severities = (Severity.WARNING,)
    kinds = frozenset({Kind.ALPHANUMERIC_SUBSTITUTED})
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "correct the one that is wrong", "id": "perbaiki yang salah"}

    def severity_of(self, evidence: Substitution) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.ERROR if evidence.clear and evidence.familiar else Severity.WARNING
