"""PAR213."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class StatisticDiffers(DifferenceRule):
    """A relation or a sign is turned round in the other language.

    Flagged: “p < 0,05” and “p > 0.05”; “−0,3” and “0.3”.

    Not flagged: “p < 0,05” and “p < 0.05”.
    """

    code = "PAR213"
    name = "statistic-differs"
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "look the result up and give it in both", "id": "periksa hasilnya, lalu samakan keduanya"}
