"""PAR301."""

from __future__ import annotations

from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class GlossaryTermNotUsed(DifferenceRule):
    """The other language has a term of the glossary here, of which this one has not a word.

    Flagged: “jaringan saraf tiruan” beside “the algorithm”, where the glossary has artificial neural network.

    Not flagged: a pronoun, a variant, an inflected form.
    """

    code = "PAR301"
    name = "glossary-term-not-used"
    severity = Severity.WARNING
    message = {
        "en": "the term “{counterpart}” is not rendered here; the glossary has “{expected}”",
        "id": "istilah “{counterpart}” tidak ada padanannya di sini; glosarium menyebut “{expected}”",
    }
    hint = {
        "en": "use the agreed term, or add a variant to paper/glossary.yaml",
        "id": "pakai istilah yang disepakati, atau tambahkan varian pada paper/glossary.yaml",
    }
