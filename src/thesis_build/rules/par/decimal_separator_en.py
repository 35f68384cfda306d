"""PAR204."""

from __future__ import annotations

from thesis_build.alignment.evidence import ForeignNotation
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class DecimalSeparatorEn(DifferenceRule[ForeignNotation]):
    """A number has a decimal comma in a language that writes a decimal point, such as English or Malay.

    The data of a language say which it writes; the rule has its name from the first one that writes a point.

    Flagged: “0,66” in the English text.

    Not flagged: thousands (6,000).
    """

    code = "PAR204"
    name = "decimal-separator-en"
    severity = Severity.WARNING
    kinds = frozenset({Kind.DECIMAL_COMMA})
    message = {
        "en": "“{value}” has the decimal separator of another language",
        "id": "“{value}” memakai tanda desimal bahasa lain",
    }
    hint = {"en": "write a decimal point: 0.66", "id": "tulis titik desimal: 0.66"}
