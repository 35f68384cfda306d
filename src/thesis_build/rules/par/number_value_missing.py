"""PAR201."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class NumberValueMissing(DifferenceRule):
    """A number stands in one language only.

    Numbers are compared by value: `0,66` is `0.66`, “dua puluh” is 20, “abad ke-20” is “the 20th century”, “Rp2
    miliar” is “IDR 2 billion”.

    Flagged: “KSS 1–3” in Indonesian, “the KSS” in English.

    Not flagged: “satu” and “a”; “kedua” and “both”; numbers that are part of a name.
    """

    code = "PAR201"
    name = "number-value-missing"
    message = {
        "en": "“{value}” is not here, but in the other language",
        "id": "“{value}” tidak ada di sini, tetapi ada dalam bahasa yang lain",
    }
    hint = {
        "en": "give the number in both languages, or in neither",
        "id": "sebutkan angkanya dalam kedua bahasa, atau tidak sama sekali",
    }
