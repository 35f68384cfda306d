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

    Pandoc accepts keys that BibTeX and biber reject: the library could no longer be used with LaTeX. Letters with
    accents work, but only where they are typed the same way in the text: “ä” may be one character or two, and the
    two look alike.

    Flagged: `o'brien2020`, `budi(2020)`; an accent that is a separate character; as a note, `bäck1997`.

    Not flagged: characters that BibTeX accepts, such as `:`, `/`, `+`; spaces, commas and braces, which no key can
    contain (BIB001); a file that is not UTF-8 (BIB009).
    """

    code = "BIB010"
    name = "invalid-key-characters"
    severity = Severity.WARNING
    message = {
        "en": "the key “{key}” contains “{character}”, which BibTeX and biber reject",
        "id": "kunci “{key}” memuat “{character}”, yang ditolak BibTeX dan biber",
    }
    hint = {
        "en": "use only letters, digits and - _ : . here and where it is cited",
        "id": "pakai huruf, angka, dan - _ : . saja, di sini dan di setiap sitasinya",
    }
    parts_message = {
        "en": "in the key “{key}” an accent is a separate character: the same key typed in the text may differ",
        "id": "kunci “{key}” memuat aksen sebagai karakter terpisah: kunci yang diketik di naskah bisa berbeda",
    }
    letters_message = {
        "en": "the key “{key}” has letters other than a–z, which some programs reject",
        "id": "kunci “{key}” memuat huruf selain a–z, yang ditolak sebagian program",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for such characters in every key."""
        for entry in project.library.entries:
            key = entry.key
            refused = _REFUSED.search(key)
            if (not refused and key.isascii()) or "\ufffd" in key:
                continue
            composed = unicodedata.is_normalized("NFC", key)
            plain = plain_key(key) if refused or composed else unicodedata.normalize("NFC", key)
            message = None if refused else self.letters_message if composed else self.parts_message
            yield self.finding(
                entry.span,
                severity=Severity.INFO if not refused and composed else None,
                message=message,
                fix=renamed_key(entry, plain, project),
                key=key,
                character=refused[0] if refused else "",
            )
