"""The kind of thesis that an entry describes, by the words in it."""

from __future__ import annotations

import re

from thesis_build.model import Entry

_WORDS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), kind, shown)
    for words, kind, shown in (
        (r"skripsi|tugas akhir|sarjana", "bachelor", "Skripsi"),
        (r"tesis|magister", "master", "Tesis"),
        (r"disertasi|doktor", "doctor", "Disertasi"),
        (r"bachelor(?:'?s|’s)?|undergraduate", "bachelor", "Bachelor’s thesis"),
        (r"master(?:'?s|’s)? (?:thesis|degree|dissertation)", "master", "Master’s thesis"),
        (r"ph\.?d\.?|doctoral", "doctor", "PhD thesis"),
    )
)
"""Words, the degree that they stand for, and the kind of thesis as a `type` field has it."""

_FIELDS = ("type", "note", "howpublished", "titleaddon", "addendum", "school", "institution")
_IN_TITLE = re.compile(r"[(\[]([^()\[\]]*)[)\]][\s.}]*$")

PRINTED = {"phdthesis": "doctor", "mastersthesis": "master"}
"""The degree that Pandoc prints for a type without a `type` field (“PhD thesis”)."""


def degree(entry: Entry) -> tuple[str, str]:
    """The degree that the words of an entry name, and its kind of thesis; empty where they name none or several."""
    texts = [entry.value(name) for name in _FIELDS]
    bracket = _IN_TITLE.search(entry.value("title"))
    text = "\n".join([*texts, bracket[1] if bracket else ""])
    found = {kind: shown for pattern, kind, shown in reversed(_WORDS) if pattern.search(text)}
    return next(iter(found.items())) if len(found) == 1 else ("", "")
