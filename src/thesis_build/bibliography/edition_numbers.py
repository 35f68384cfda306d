"""Editions of books: as written → the number."""

from __future__ import annotations

import re

_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first pertama kesatu",
            "second kedua",
            "third ketiga",
            "fourth keempat",
            "fifth kelima",
            "sixth keenam",
            "seventh ketujuh",
            "eighth kedelapan",
            "ninth kesembilan",
            "tenth kesepuluh",
            "eleventh kesebelas",
            "twelfth",
        ),
        1,
    )
    for word in words.split()
}
_EDITION = re.compile(
    r"(?:edisi|edition|edn?\.?)?\s*(?:ke\s*-?\s*)?(?P<number>\d{1,3})\s*(?:st|nd|rd|th|\.)?\s*(?:edisi|edition|edn?\.?)?"
    r"|(?:edisi|edition)?\s*(?P<word>[a-z]+)\s*(?:edisi|edition|edn?\.?)?",
    re.IGNORECASE,
)


def edition_number(written: str) -> int | None:
    """The number of an edition (`2`, `2nd ed.`, `Second`, `Edisi Kedua`, `Ke-2`); None where there is more to it."""
    match = _EDITION.fullmatch(written.strip())
    if not match:
        return None
    return int(match["number"]) if match["number"] else _ORDINALS.get(match["word"].lower())
