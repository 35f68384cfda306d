"""PAR101."""

from __future__ import annotations

from thesis_build.alignment.evidence import MissingReference, SubstitutedReference
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Project
from thesis_build.rules._citations import is_undefined
from thesis_build.rules.par._difference_rule import DifferenceRule


class CitationSetDiffers(DifferenceRule[MissingReference | SubstitutedReference]):
    """A citation stands in one language only.

    The reader of the other edition does not learn what the sentence rests on, and the two bibliographies differ.

    Flagged: `[@budi2020; @wati2019]` in Indonesian, `[@budi2020]` in English.

    Not flagged: another order, and a citation that stands in another sentence of the same paragraph;
    a key that is not in the library (CIT001).
    """

    code = "PAR101"
    name = "citation-set-differs"
    kinds = frozenset({Kind.CITATION_MISSING, Kind.CITATION_SUBSTITUTED})
    message = {
        "en": "“{value}” is cited in the other language, but not here",
        "id": "“{value}” tidak disitasi di sini, tetapi disitasi dalam bahasa yang lain",
    }
    hint = {"en": "cite it here too, or remove it there", "id": "sitasi juga di sini, atau hapus di sana"}
    texts = {
        Kind.CITATION_SUBSTITUTED: (
            {
                "en": "“{here}” is cited here, “{there}” in the other language",
                "id": "“{here}” disitasi di sini, “{there}” dalam bahasa yang lain",
            },
            {"en": "cite the same work in both languages", "id": "sitasi karya yang sama dalam kedua bahasa"},
        )
    }

    def is_explained(self, project: Project, evidence: MissingReference | SubstitutedReference) -> bool:
        """Whether one of the two is reported as undefined (CIT001)."""
        if isinstance(evidence, MissingReference):
            return is_undefined(project, evidence.value)
        return is_undefined(project, evidence.here) or is_undefined(project, evidence.there)
