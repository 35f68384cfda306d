"""PAR109."""

from __future__ import annotations

from thesis_build.alignment.evidence import MissingReference, SubstitutedReference
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule


class InlineCodeDiffers(DifferenceRule[MissingReference | SubstitutedReference]):
    """A file name, variable or other code in backticks is another one, or stands in one language only.

    Flagged: `model_v2.py` in Indonesian, `model_v1.py` in English.

    Not flagged: code that is plain words (`kode`, `code`), which may be translated; another order.
    """

    code = "PAR109"
    name = "inline-code-differs"
    severity = Severity.WARNING
    kinds = frozenset({Kind.INLINE_CODE_MISSING, Kind.INLINE_CODE_SUBSTITUTED})
    message = {
        "en": "the code “{value}” is in the other language, but not here",
        "id": "kode “{value}” tidak ada di sini, tetapi ada dalam bahasa yang lain",
    }
    hint = {"en": "write the same code in both languages", "id": "tulis kode yang sama dalam kedua bahasa"}
    texts = {
        Kind.INLINE_CODE_SUBSTITUTED: (
            {
                "en": "the code here is “{here}”, in the other language “{there}”",
                "id": "kode di sini “{here}”, dalam bahasa yang lain “{there}”",
            },
            {"en": "write the same code in both languages", "id": "tulis kode yang sama dalam kedua bahasa"},
        )
    }
