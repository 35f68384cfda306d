"""PAR124."""

from __future__ import annotations

from thesis_build.alignment.evidence import QuotedSentence
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class ContentDiffers(DifferenceRule[QuotedSentence]):
    """Two sentences that stand for each other have hardly a word in common.

    Flagged: “Data diperoleh dari wawancara” beside “The budget was cut in half”.

    Not flagged: a free translation: synonyms and names are known.
    """

    code = "PAR124"
    name = "content-differs"
    severity = Severity.WARNING
    kinds = frozenset({Kind.SENTENCE_CONTENT})
    message = {
        "en": "this sentence says something different from its counterpart: “{sentence}”",
        "id": "kalimat ini tidak sama isinya dengan padanannya: “{sentence}”",
    }
    hint = {"en": "read both; correct the one that is wrong", "id": "baca keduanya; perbaiki yang salah"}
