"""PAR210."""

from __future__ import annotations

from thesis_build.alignment.evidence import ForeignNotation
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class MonthNameWrongLanguage(DifferenceRule[ForeignNotation]):
    """A month has its name of the other language.

    Flagged: “5 Mei 2023” in the English text.

    Not flagged: names of months that both languages share (April, September, November).
    """

    code = "PAR210"
    name = "month-name-wrong-language"
    severity = Severity.WARNING
    kinds = frozenset({Kind.MONTH_NAME})
    message = {
        "en": "“{value}” is the month's name in another language",
        "id": "“{value}” adalah nama bulan dalam bahasa lain",
    }
    hint = {"en": "write the month in the language of the text", "id": "tulis nama bulan dalam bahasa teks ini"}
