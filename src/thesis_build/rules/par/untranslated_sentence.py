"""PAR403."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class UntranslatedSentence(DifferenceRule):
    """A sentence stands in the language of the other text.

    Flagged: an Indonesian sentence in the English text.

    Not flagged: quotations, titles of works, foreign words in italics.
    """

    code = "PAR403"
    name = "untranslated-sentence"
    message = {
        "en": "this sentence is not in “{language}”: “{sentence}”",
        "id": "kalimat ini tidak dalam bahasa “{language}”: “{sentence}”",
    }
    hint = {"en": "translate it", "id": "terjemahkan"}
