"""PAR310."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class TermDiffers(DifferenceRule):
    """One term stands here, the term of another pair in the other language.

    Terms are those of the glossary, and the paired keywords.

    Flagged: “kota kembar” beside “smart city”.

    Not flagged: a variant of the same term.
    """

    code = "PAR310"
    name = "term-differs"
    message = {
        "en": "“{here}” here is “{there}” in the other language: two different terms",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain: dua istilah yang berbeda",
    }
    hint = {
        "en": "use the agreed term, or mend paper/glossary.yaml",
        "id": "pakai istilah yang disepakati, atau perbaiki paper/glossary.yaml",
    }
    lacking = (
        {
            "en": "the term “{counterpart}” is not rendered here; it is agreed to be “{expected}”",
            "id": "istilah “{counterpart}” tidak ada padanannya di sini; yang disepakati “{expected}”",
        },
        {
            "en": "use “{expected}”, or mend the glossary or the keywords",
            "id": "pakai “{expected}”, atau perbaiki glosarium atau kata kuncinya",
        },
    )
