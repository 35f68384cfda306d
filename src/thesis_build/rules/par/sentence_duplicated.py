"""PAR121."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class SentenceDuplicated(DifferenceRule):
    """A sentence stands twice, in one language only.

    Flagged: a sentence pasted twice in English.

    Not flagged: a refrain that both languages repeat.
    """

    code = "PAR121"
    name = "sentence-duplicated"
    message = {"en": "this sentence stands twice: “{sentence}”", "id": "kalimat ini tertulis dua kali: “{sentence}”"}
    hint = {"en": "remove one of the two", "id": "hapus salah satunya"}
