"""Roman numerals in running text: kelas VIII, World War II."""

from __future__ import annotations

import re

from thesis_build.languages.quantities.digits import roman
from thesis_build.languages.quantities.quantity import Quantity
from thesis_build.languages.quantities.vocabulary import Vocabulary

_NEXT = re.compile(r"\s?(?:[,–/&-]|[a-z]{2,6})\s?(?:I{2,3}|IV|VI{0,3}|IX)(?![^\W_])")


def roman_ordinal(
    text: str, run: re.Match[str], words_before: tuple[str, str], before: Quantity | None, words: Vocabulary
) -> Quantity | None:
    """A roman numeral after a word that takes one (kelas VIII), in a list of them, or of two letters and more.

    `run` are the letters that may be one; before them stand `words_before` (one word, two words), and `before` is the
    quantity that was found last.
    """
    letters, start = run.group(), run.start()
    listed = before is not None and before.form == "roman" and start - before.end < 8
    known = listed or not set(words_before).isdisjoint(words.listed("roman"))
    value = roman(letters) if len(letters) < 12 else None
    if value is None and known and letters[-1] in "ABCDEFGH":  # kelas VIIA
        value = roman(letters[:-1])
    if value is None or text.startswith(("'", "’"), run.end()):
        return None
    if words_before[0] in words.listed("roman-doubtful") and letters == "I" and not _is_capital_before(text, start):
        return None
    known = known or _NEXT.match(text, run.end()) is not None
    if not known and (len(letters) < 2 or set(letters) - set("IVX")):
        return None
    return Quantity(*run.span(), letters, "ordinal", frozenset({str(value)}), form="roman", optional=not known)


def _is_capital_before(text: str, start: int) -> bool:
    words = text[:start].split()
    return bool(words) and words[-1][0].isupper()
