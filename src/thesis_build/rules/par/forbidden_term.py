"""PAR302."""

from __future__ import annotations

from thesis_build.alignment.evidence import ForbiddenWording
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class ForbiddenTerm(DifferenceRule[ForbiddenWording]):
    """A wording stands here that the glossary forbids.

    Flagged: “kerjasama” where the glossary forbids it for “kerja sama”.

    Not flagged: the same words as part of a longer agreed term.
    """

    code = "PAR302"
    name = "forbidden-term"
    severity = Severity.WARNING
    kinds = frozenset({Kind.TERM_FORBIDDEN})
    message = {
        "en": "“{wording}” is a wording that the glossary forbids",
        "id": "“{wording}” adalah ungkapan yang dilarang glosarium",
    }
    hint = {"en": "write “{term}”", "id": "tulis “{term}”"}
