"""PAR204."""

from __future__ import annotations

from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class DecimalSeparatorEn(DifferenceRule):
    """A number has a decimal comma in a language that writes a decimal point, such as English or Malay.

    The data of a language say which it writes; the rule has its name from the first one that writes a point.

    Flagged: “0,66” in the English text.

    Not flagged: thousands (6,000).
    """

    code = "PAR204"
    name = "decimal-separator-en"
    severity = Severity.WARNING
    message = {
        "en": "“{value}” has the decimal sign of another language",
        "id": "tanda desimal “{value}” bukan tanda bahasa ini",
    }
    hint = {"en": "write a decimal point: 0.66", "id": "tulis titik desimal: 0.66"}
