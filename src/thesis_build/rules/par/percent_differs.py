"""PAR208."""

from __future__ import annotations

from thesis_build.alignment.evidence import UnlikePercentages
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class PercentDiffers(DifferenceRule[UnlikePercentages]):
    """A share is a percentage in one language, and a plain number or percentage points in the other.

    A plain number may stand for a percentage that its sentence or table speaks of.

    Flagged: “naik 5 poin persentase” and “rose by 5 per cent”.

    Not flagged: “persen”, `%` and “per cent”.
    """

    code = "PAR208"
    name = "percent-differs"
    severity = Severity.WARNING
    kinds = frozenset({Kind.PERCENTAGE})
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {
        "en": "persen is per cent, poin persentase is percentage points",
        "id": "persen ialah per cent, poin persentase ialah percentage points",
    }
