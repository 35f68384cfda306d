"""PAR301."""

from __future__ import annotations

from thesis_build.alignment.evidence import MissingTerm
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class GlossaryTermNotUsed(DifferenceRule[MissingTerm]):
    """The other language has a term of the glossary here, of which this one has not a word.

    A note where a pronoun may stand for it.

    Flagged: “jaringan saraf tiruan” beside “the algorithm”, where the glossary has artificial neural network.

    Not flagged: a pronoun, a variant, an inflected form.
    """

    code = "PAR301"
    name = "glossary-term-not-used"
    severity = Severity.WARNING
    severities = (Severity.INFO,)
    kinds = frozenset({Kind.GLOSSARY_TERM_MISSING})
    message = {
        "en": "the term “{counterpart}” is not rendered here; the glossary has “{expected}”",
        "id": "istilah “{counterpart}” tidak ada padanannya di sini; glosarium menyebut “{expected}”",
    }
    hint = {
        "en": "use the agreed term, or add a variant to paper/glossary.yaml",
        "id": "pakai istilah yang disepakati, atau tambahkan varian pada paper/glossary.yaml",
    }

    def severity_of(self, evidence: MissingTerm) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.INFO if evidence.slight else Severity.WARNING
