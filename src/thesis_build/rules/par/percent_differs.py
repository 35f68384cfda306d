"""PAR208."""

from __future__ import annotations

from thesis_build.alignment.evidence import UnlikePercentages
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class PercentDiffers(DifferenceRule[UnlikePercentages]):
    """A share is a percentage in one language, and a plain number or percentage points in the other.

    An error where one language gives a plain number: 40% and 40.

    Flagged: “naik 5 poin persentase” and “rose by 5 per cent”.

    Not flagged: “persen”, `%` and “per cent”.
    """

    code = "PAR208"
    name = "percent-differs"
    severity = Severity.WARNING
    severities = (Severity.ERROR,)
    kinds = frozenset({Kind.PERCENTAGE})
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {
        "en": "persen is per cent, poin persentase is percentage points",
        "id": "persen ialah per cent, poin persentase ialah percentage points",
    }

    def severity_of(self, evidence: UnlikePercentages) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.WARNING if evidence.both_shares else Severity.ERROR
