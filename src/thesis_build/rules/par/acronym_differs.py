"""PAR304."""

from __future__ import annotations

from thesis_build.alignment.evidence import Substitution
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class AcronymDiffers(DifferenceRule[Substitution]):
    """An acronym is another one in the other language.

    Acronyms that have their own form in each language are known (PBB is UN, PDB is GDP, UMKM is MSMEs).

    An error where both texts have one of the two elsewhere and their neighbours are the same, else a warning.

    Flagged: “PBB” beside “ASEAN”.

    Not flagged: “AS” and “US”; an acronym beside its written-out form.
    """

    code = "PAR304"
    name = "acronym-differs"
    severities = (Severity.WARNING,)
    kinds = frozenset({Kind.ACRONYM_SUBSTITUTED})
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "correct the one that is wrong", "id": "perbaiki yang salah"}

    def severity_of(self, evidence: Substitution) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.ERROR if evidence.clear and evidence.familiar else Severity.WARNING
