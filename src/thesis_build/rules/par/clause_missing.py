"""PAR125."""

from __future__ import annotations

from thesis_build.alignment.evidence import MissingClause
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class ClauseMissing(DifferenceRule[MissingClause]):
    """Part of a sentence has no counterpart in the other language.

    Several words in a row have no partner in the paired sentence.

    Flagged: “, yang dibiayai oleh pemerintah pusat pada tahun itu,” without a word of it in English.

    Not flagged: a word or two that the other language does not need.
    """

    code = "PAR125"
    name = "clause-missing"
    severity = Severity.WARNING
    kinds = frozenset({Kind.CLAUSE_MISSING})
    message = {
        "en": "only in the other language, not in this sentence: “{clause}”",
        "id": "tidak ada dalam kalimat ini, tetapi ada dalam bahasa yang lain: “{clause}”",
    }
    hint = {"en": "add it, or remove it there", "id": "tambahkan, atau hapus di sana"}
