"""PAR212."""

from __future__ import annotations

from thesis_build.alignment.evidence import QuantityPair
from thesis_build.alignment.kinds import Kind
from thesis_build.rules.par._difference_rule import DifferenceRule


class UnitDiffers(DifferenceRule[QuantityPair]):
    """A measure has another unit in the other language.

    Flagged: “5 km” and “5 miles”.

    Not flagged: “km/jam” and “km/h”; “meter persegi” and “m²”.
    """

    code = "PAR212"
    name = "unit-differs"
    kinds = frozenset({Kind.UNIT})
    message = {
        "en": "“{here}” here is “{there}” in the other language: another unit",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain: beda satuan",
    }
    hint = {"en": "give the same unit in both languages", "id": "pakai satuan yang sama dalam kedua bahasa"}
