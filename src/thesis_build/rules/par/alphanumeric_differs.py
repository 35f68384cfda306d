"""PAR307."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class AlphanumericDiffers(DifferenceRule):
    """A name made of letters and digits is another one in the other language.

    Flagged: “YOLOv5” beside “YOLOv8”.

    Not flagged: “p95” and “persentil 95”.
    """

    code = "PAR307"
    name = "alphanumeric-differs"
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "mend the one that is wrong", "id": "perbaiki yang salah"}
