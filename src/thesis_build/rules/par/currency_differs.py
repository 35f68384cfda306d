"""PAR207."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class CurrencyDiffers(DifferenceRule):
    """An amount is in another currency in the other language.

    Flagged: “Rp5 juta” and “USD 5 million”.

    Not flagged: “Rp” and “IDR”; “US$” and “USD”.
    """

    code = "PAR207"
    name = "currency-differs"
    message = {
        "en": "“{here}” here is “{there}” in the other language: another currency",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain: beda mata uang",
    }
    hint = {"en": "give the same currency in both languages", "id": "pakai mata uang yang sama dalam kedua bahasa"}
