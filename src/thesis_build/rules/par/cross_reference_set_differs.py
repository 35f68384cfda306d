"""PAR104."""

from __future__ import annotations

from thesis_build.alignment.evidence import MissingReference, SubstitutedReference
from thesis_build.alignment.kinds import Kind
from thesis_build.rules.par._difference_rule import DifferenceRule


class CrossReferenceSetDiffers(DifferenceRule[MissingReference | SubstitutedReference]):
    """A cross-reference stands in one language only.

    Flagged: `@fig:egdi` in Indonesian, “the figure below” in English.

    Not flagged: another order within the paragraph.
    """

    code = "PAR104"
    name = "cross-reference-set-differs"
    kinds = frozenset({Kind.CROSS_REFERENCE_MISSING, Kind.CROSS_REFERENCE_SUBSTITUTED})
    message = {
        "en": "the other language refers to “{value}”, this one does not",
        "id": "rujukan ke “{value}” tidak ada di sini, tetapi ada dalam bahasa yang lain",
    }
    hint = {"en": "refer to it here too", "id": "rujuk juga di sini"}
    texts = {
        Kind.CROSS_REFERENCE_SUBSTITUTED: (
            {
                "en": "this refers to “{here}”, the other language to “{there}”",
                "id": "di sini merujuk ke “{here}”, dalam bahasa yang lain ke “{there}”",
            },
            {"en": "refer to the same in both languages", "id": "samakan rujukan dalam kedua bahasa"},
        )
    }
