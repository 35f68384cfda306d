"""PAR202."""

from __future__ import annotations

from thesis_build.alignment.evidence import UnlikeValues
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class NumberValueDiffers(DifferenceRule[UnlikeValues]):
    """A number has another value in the other language.

    A warning where both texts have both numbers equally often, so that they may only have changed places.

    Flagged: “92,5 persen” and “95.2 per cent”.

    Not flagged: `92,5` and `92.5`; “dua puluh lima” and 25.
    """

    code = "PAR202"
    name = "number-value-differs"
    severities = (Severity.WARNING,)
    kinds = frozenset({Kind.QUANTITY_VALUE})
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "look the number up and give it in both", "id": "periksa angkanya, lalu samakan keduanya"}

    def severity_of(self, evidence: UnlikeValues) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.WARNING if evidence.balanced or evidence.optional else Severity.ERROR
