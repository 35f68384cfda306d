"""PAR104."""

from __future__ import annotations

from thesis_build.alignment.evidence import MissingReference, SubstitutedReference
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Project
from thesis_build.rules._citations import is_undefined
from thesis_build.rules.par._difference_rule import DifferenceRule


class CrossReferenceSetDiffers(DifferenceRule[MissingReference | SubstitutedReference]):
    """A cross-reference stands in one language only.

    Flagged: `@fig:egdi` in Indonesian, “the figure below” in English.

    Not flagged: another order within the paragraph; a target that is in neither language (DOC001).
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

    def is_explained(self, project: Project, evidence: MissingReference | SubstitutedReference) -> bool:
        """Whether one of the two is reported as undefined (DOC001)."""
        if isinstance(evidence, MissingReference):
            return is_undefined(project, evidence.value)
        return is_undefined(project, evidence.here) or is_undefined(project, evidence.there)
