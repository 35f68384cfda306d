"""BIB010."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.bib._rename_key import plain_key, renamed_key
from thesis_build.rules.rule import Rule

_REFUSED = re.compile(r"[@'()=]")


class InvalidKeyCharacters(Rule):
    """A key has a character that does not work everywhere.

    Pandoc takes keys that BibTeX and biber refuse: the library could no longer be used with LaTeX. Letters with
    accents work, but only where they are typed the same way in the text: “ä” may be one character or two, and the
    two look alike.

    Flagged: `o'brien2020`, `budi(2020)`; an accent that is a character of its own; as a note, `bäck1997`.

    Not flagged: signs that BibTeX takes, such as `:`, `/`, `+`; spaces, commas and braces, of which no key can be
    made (BIB001); a file that is not UTF-8 (BIB009).
    """

    code = "BIB010"
    name = "invalid-key-characters"
    severity = Severity.WARNING
    message = {
        "en": "the key “{key}” has “{sign}” in it, which BibTeX and biber refuse",
        "id": "kunci “{key}” memuat “{sign}”, yang ditolak BibTeX dan biber",
    }
    hint = {
        "en": "write it in letters, digits and - _ : . only, here and where it is cited",
        "id": "tulis dengan huruf, angka, dan - _ : . saja, di sini dan di tempat ia disitasi",
    }
    parts_message = {
        "en": "in the key “{key}” an accent is a character of its own: the same key typed in the text may differ",
        "id": "dalam kunci “{key}” ada aksen sebagai karakter terpisah: kunci yang diketik di naskah bisa berbeda",
    }
    letters_message = {
        "en": "the key “{key}” has letters beyond a–z, which some programs refuse",
        "id": "kunci “{key}” memuat huruf di luar a–z, yang ditolak sebagian program",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for such characters in every key."""
        for entry in project.library.entries:
            key = entry.key
            sign = _REFUSED.search(key)
            if (not sign and key.isascii()) or "\ufffd" in key:
                continue
            composed = unicodedata.is_normalized("NFC", key)
            plain = plain_key(key) if sign or composed else unicodedata.normalize("NFC", key)
            message = None if sign else self.letters_message if composed else self.parts_message
            yield self.finding(
                entry.span,
                severity=Severity.INFO if not sign and composed else None,
                message=message,
                fix=renamed_key(entry, plain, project),
                key=key,
                sign=sign[0] if sign else "",
            )
