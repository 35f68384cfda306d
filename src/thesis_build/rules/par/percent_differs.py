"""PAR208."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class PercentDiffers(DifferenceRule):
    """A share is a percentage in one language, and a plain number or percentage points in the other.

    Flagged: “naik 5 poin persentase” and “rose by 5 per cent”.

    Not flagged: “persen”, `%` and “per cent”.
    """

    code = "PAR208"
    name = "percent-differs"
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {
        "en": "persen is per cent, poin persentase is percentage points",
        "id": "persen ialah per cent, poin persentase ialah percentage points",
    }
