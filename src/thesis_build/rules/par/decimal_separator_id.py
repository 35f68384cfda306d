"""PAR203."""

from __future__ import annotations

from thesis_build.alignment.evidence import ForeignNotation
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class DecimalSeparatorId(DifferenceRule[ForeignNotation]):
    """A number has a decimal point in a language that writes a decimal comma, such as Indonesian.

    The data of a language say which it writes; the rule has its name from the first one that writes a comma.

    Flagged: “0.66” in the Indonesian text.

    Not flagged: versions (2.0.1), thousands (6.000), clock times (14.45), numbers of sections.
    """

    code = "PAR203"
    name = "decimal-separator-id"
    severity = Severity.WARNING
    kinds = frozenset({Kind.DECIMAL_POINT})
    message = {
        "en": "“{value}” has the decimal separator of another language",
        "id": "“{value}” memakai tanda desimal bahasa lain",
    }
    hint = {"en": "write a decimal comma: 0,66", "id": "tulis koma desimal: 0,66"}
