"""PAR402."""

from __future__ import annotations

from thesis_build.alignment.evidence import ForeignText
from thesis_build.alignment.kinds import Kind
from thesis_build.rules.par._difference_rule import DifferenceRule


class UntranslatedBlock(DifferenceRule[ForeignText]):
    """A whole paragraph stands in the language of the other text.

    Flagged: a paragraph of the English text in Indonesian.

    Not flagged: quotations, titles of works, foreign words in italics.
    """

    code = "PAR402"
    name = "untranslated-block"
    kinds = frozenset({Kind.TEXT_UNTRANSLATED})
    message = {"en": "this paragraph is not in “{language}”", "id": "paragraf ini tidak dalam bahasa “{language}”"}
    hint = {"en": "translate it", "id": "terjemahkan"}
