"""PAR310."""

from __future__ import annotations

from thesis_build.alignment.evidence import MissingTerm, Substitution
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class TermDiffers(DifferenceRule[Substitution | MissingTerm]):
    """One term stands here, the term of another pair in the other language.

    Terms are those of the glossary, and the paired keywords.

    An error where the neighbours are the same; a warning where that is less clear, or a term is missing; a note where a
    pronoun may stand for it.

    Flagged: “kota kembar” beside “smart city”.

    Not flagged: a variant of the same term.
    """

    code = "PAR310"
    name = "term-differs"
    severities = (Severity.WARNING, Severity.INFO)
    kinds = frozenset({Kind.TERM_SUBSTITUTED, Kind.TERM_MISSING})
    message = {
        "en": "“{here}” here is “{there}” in the other language: two different terms",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain: dua istilah yang berbeda",
    }
    hint = {
        "en": "use the agreed term, or correct paper/glossary.yaml",
        "id": "pakai istilah yang disepakati, atau perbaiki paper/glossary.yaml",
    }
    texts = {
        Kind.TERM_MISSING: (
            {
                "en": "the term “{counterpart}” is not rendered here; the agreed term is “{expected}”",
                "id": "istilah “{counterpart}” tidak ada padanannya di sini; yang disepakati “{expected}”",
            },
            {
                "en": "use “{expected}”, or correct the glossary or the keywords",
                "id": "pakai “{expected}”, atau perbaiki glosarium atau kata kuncinya",
            },
        )
    }

    def severity_of(self, evidence: Substitution | MissingTerm) -> Severity:
        """How much it matters, as the rule's page says."""
        if isinstance(evidence, MissingTerm):
            return Severity.INFO if evidence.slight else Severity.WARNING
        return Severity.ERROR if evidence.clear and evidence.familiar else Severity.WARNING
