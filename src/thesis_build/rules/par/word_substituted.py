"""PAR311."""

from __future__ import annotations

from thesis_build.alignment.evidence import WordPair
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class WordSubstituted(DifferenceRule[WordPair]):
    """One language names a method, an actor, a place or an amount, the other another one, or both in exchanged roles.

    The words are those of closed sets: methods, samplings, instruments, tests, measures, schools, actors, directions,
    amounts, limits, duties. Roles are those of “the effect of X on Y”, “from X to Y”, “X, whereas Y”.

    Flagged: “purposive sampling” beside “random sampling”; “siswa SMP” beside “senior high school students”; “pengaruh
    motivasi terhadap prestasi” beside “the effect of achievement on motivation”.

    Not flagged: a word of a set that one language leaves out, or puts in another sentence.
    """

    code = "PAR311"
    name = "word-substituted"
    severity = Severity.WARNING
    kinds = frozenset({Kind.WORD_SUBSTITUTED})
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "read both; correct the one that is wrong", "id": "baca keduanya; perbaiki yang salah"}
