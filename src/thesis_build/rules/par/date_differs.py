"""PAR209."""

from __future__ import annotations

from thesis_build.alignment.evidence import QuantityPair
from thesis_build.alignment.kinds import Kind
from thesis_build.rules.par._difference_rule import DifferenceRule


class DateDiffers(DifferenceRule[QuantityPair]):
    """A date is another day, month or year in the other language.

    Flagged: “17 Agustus 2023” and “August 7, 2023”.

    Not flagged: “17 Agustus 2023” and “the 17th of August, 2023”.
    """

    code = "PAR209"
    name = "date-differs"
    kinds = frozenset({Kind.DATE})
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "look the date up and give it in both", "id": "periksa tanggalnya, lalu samakan keduanya"}
