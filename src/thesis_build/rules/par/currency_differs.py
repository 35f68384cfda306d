"""PAR207."""

from __future__ import annotations

from thesis_build.alignment.evidence import UnlikeCurrencies
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class CurrencyDiffers(DifferenceRule[UnlikeCurrencies]):
    """An amount is in another currency in the other language.

    A warning where one of the two names no currency.

    Flagged: “Rp5 juta” and “USD 5 million”.

    Not flagged: “Rp” and “IDR”; “US$” and “USD”.
    """

    code = "PAR207"
    name = "currency-differs"
    severities = (Severity.WARNING,)
    kinds = frozenset({Kind.CURRENCY})
    message = {
        "en": "“{here}” here is “{there}” in the other language: another currency",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain: beda mata uang",
    }
    hint = {"en": "give the same currency in both languages", "id": "pakai mata uang yang sama dalam kedua bahasa"}

    def severity_of(self, evidence: UnlikeCurrencies) -> Severity:
        """How much it matters, as the rule's page says."""
        return Severity.ERROR if evidence.unit_stated_by_both else Severity.WARNING
