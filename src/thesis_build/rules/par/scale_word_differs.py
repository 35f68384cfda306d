"""PAR206."""

from __future__ import annotations

from thesis_build.alignment.evidence import QuantityPair
from thesis_build.alignment.kinds import Kind
from thesis_build.rules.par._difference_rule import DifferenceRule


class ScaleWordDiffers(DifferenceRule[QuantityPair]):
    """A number has another order of magnitude in the other language.

    “miliar” is billion, “triliun” is trillion, “juta” is million.

    Flagged: “Rp2 miliar” and “IDR 2 million”.

    Not flagged: “2 miliar” and “2,000 million”.
    """

    code = "PAR206"
    name = "scale-word-differs"
    kinds = frozenset({Kind.ORDER_OF_MAGNITUDE})
    message = {
        "en": "“{here}” here is “{there}” in the other language: another order of magnitude",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain: beda skala",
    }
    hint = {
        "en": "juta is million, miliar billion, triliun trillion",
        "id": "juta ialah million, miliar billion, triliun trillion",
    }
