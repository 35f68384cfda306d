"""PAR308."""

from __future__ import annotations

from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class NegationDiffers(DifferenceRule):
    """One language negates what the other affirms.

    The negated word has a translation in the paired sentence, where nothing negates it.

    Flagged: “tidak berpengaruh” beside “has an effect”.

    Not flagged: “tidak sah” and “invalid”; “tidak hanya” and “not only”.
    """

    code = "PAR308"
    name = "negation-differs"
    severity = Severity.WARNING
    message = {
        "en": "“{negated}” here is “{affirmed}”, without a negation, in the other language",
        "id": "“{negated}” di sini adalah “{affirmed}”, tanpa negasi, dalam bahasa yang lain",
    }
    hint = {"en": "read both; mend the one that is wrong", "id": "baca keduanya; perbaiki yang salah"}
