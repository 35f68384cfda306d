"""PAR202."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class NumberValueDiffers(DifferenceRule):
    """A number has another value in the other language.

    Flagged: “92,5 persen” and “95.2 per cent”.

    Not flagged: `92,5` and `92.5`; “dua puluh lima” and 25.
    """

    code = "PAR202"
    name = "number-value-differs"
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "look the number up and give it in both", "id": "periksa angkanya, lalu samakan keduanya"}
