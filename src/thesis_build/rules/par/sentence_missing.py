"""PAR120."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class SentenceMissing(DifferenceRule):
    """A sentence has no counterpart in the other language.

    Sentences are aligned by the words they share (word tables, names, numbers, citations) and their length.

    Flagged: four sentences in Indonesian, of which the English paragraph has three.

    Not flagged: one sentence that the other language splits in two.
    """

    code = "PAR120"
    name = "sentence-missing"
    message = {"en": "a sentence is missing here: “{sentence}”", "id": "sebuah kalimat tidak ada di sini: “{sentence}”"}
    hint = {
        "en": "translate it, or remove it in the other language",
        "id": "terjemahkan, atau hapus dalam bahasa yang lain",
    }
