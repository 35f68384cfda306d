"""PAR211."""

from __future__ import annotations

from thesis_build.alignment.evidence import QuantityPair
from thesis_build.alignment.kinds import Kind
from thesis_build.rules.par._difference_rule import DifferenceRule


class TimeDiffers(DifferenceRule[QuantityPair]):
    """A time of day is another one in the other language.

    Flagged: “pukul 14.45” and “2:15 p.m.”.

    Not flagged: “pukul 14.45 WIB” and “2:45 p.m.”.
    """

    code = "PAR211"
    name = "time-differs"
    kinds = frozenset({Kind.TIME})
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "give the same time in both languages", "id": "tulis waktu yang sama dalam kedua bahasa"}
