"""PAR310."""

from __future__ import annotations

from thesis_build.rules.differing import DifferenceRule


class TermDiffers(DifferenceRule):
    """One term stands here, the term of another pair in the other language.

    Terms are those of the glossary, and the paired keywords.

    Flagged: “kota kembar” beside “smart city”.

    Not flagged: a variant of the same term.
    """

    code = "PAR310"
    name = "term-differs"
    fact = {
        "en": "“{counterpart}” in the other language is agreed to be “{expected}”",
        "id": "“{counterpart}” dalam bahasa yang lain disepakati sebagai “{expected}”",
    }
    hint = {"en": "use “{expected}”, or mend the glossary", "id": "pakai “{expected}”, atau perbaiki glosarium"}
