"""PAR306."""

from __future__ import annotations

from thesis_build.alignment.evidence import MissingName, Misspelling, Substitution
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class NameDiffers(DifferenceRule[Substitution | Misspelling | MissingName]):
    """A name is another one in the other language.

    A name is a capitalised word that both texts use; one that only one sentence has is not reported.

    An error where one of the two names occurs in both texts and the neighbours are the same; a warning otherwise, for
    one letter that differs, and for a name that is missing.

    Flagged: “Sutanto” beside “Wibowo”.

    Not flagged: translated names (Tiongkok is China); a pronoun in place of the name.
    """

    code = "PAR306"
    name = "name-differs"
    severities = (Severity.WARNING,)
    kinds = frozenset({Kind.NAME_SUBSTITUTED, Kind.NAME_MISSPELT, Kind.NAME_MISSING})
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "correct the one that is wrong", "id": "perbaiki yang salah"}
    texts = {
        Kind.NAME_MISSING: (
            {
                "en": "the name “{name}” is in the other language, but not in this sentence",
                "id": "nama “{name}” tidak ada dalam kalimat ini, tetapi ada dalam bahasa yang lain",
            },
            {
                "en": "name it here too, or correct the other text",
                "id": "sebutkan juga di sini, atau perbaiki teks yang lain",
            },
        )
    }

    def severity_of(self, evidence: Substitution | Misspelling | MissingName) -> Severity:
        """How much it matters, as the rule's page says."""
        clear = isinstance(evidence, Substitution) and evidence.clear and evidence.familiar
        return Severity.ERROR if clear else Severity.WARNING
