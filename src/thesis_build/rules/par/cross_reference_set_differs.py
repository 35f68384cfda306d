"""PAR104."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class CrossReferenceSetDiffers(DifferenceRule):
    """A cross-reference stands in one language only.

    Flagged: `@fig:egdi` in Indonesian, “the figure below” in English.

    Not flagged: another order within the paragraph.
    """

    code = "PAR104"
    name = "cross-reference-set-differs"
    message = {
        "en": "there is no reference to “{value}” here, but in the other language",
        "id": "rujukan ke “{value}” tidak ada di sini, tetapi ada dalam bahasa yang lain",
    }
    hint = {"en": "refer to it here too", "id": "rujuk juga di sini"}
