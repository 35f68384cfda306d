"""BIB012."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.cited_works import is_used
from thesis_build.model import Edit, Entry, Field, Finding, Fix, LibraryFault, Project, Severity
from thesis_build.rules._edits import inside, unsafe
from thesis_build.rules.rule import Rule

_SIGNS = "ƒŒœŠšŸŽžˆ˜™‹›‰€•†‡"
_QUOTES = "‘’“”‚„–—…"
_LEAD = re.compile("[ÂÃÄÅÐÑâï\ufffd]")
_SPOILT = re.compile(
    f"(?:[ÂÃÄÅÐÑ][\u0080-\u00bf{_SIGNS}]|(?<![A-Z])[ÂÃ][{_QUOTES}]"
    f"|â[€„‚ˆ†][\u0080-\u00bf{_SIGNS}{_QUOTES}]|ï»¿|ï¿½)+|\ufffd+"
)
"""UTF-8 read as Windows-1252, at the places where no text has such signs side by side; and what is lost for good."""

_UNPRINTED = frozenset({"abstract", "annotation", "annote", "comment", "file", "keywords", "review"})


class Mojibake(Rule):
    """Letters were spoilt on the way: UTF-8 that some program took for Windows-1252.

    It is printed as it stands: “Müller” as “MÃ¼ller”, a dash as “â€“”. It mostly comes from a web page or an export.

    Flagged: `MÃ¼ller`, `donâ€™t`, and U+FFFD, where a letter is lost; only a note in fields that are not printed
    (`abstract`, `keywords`) and in entries that are not cited.

    Not flagged: `Ångström`, `São Paulo`, `AMANHÃ”`; a file that is not UTF-8 at all (BIB009).
    """

    code = "BIB012"
    name = "mojibake"
    message = {
        "en": "spoilt letters in “{name}”: {found} for {right}",
        "id": "huruf rusak pada ruas “{name}”: {found}, seharusnya {right}",
    }
    hint = {"en": "write {right}", "id": "tulis {right}"}
    lost_message = {
        "en": "a letter in “{name}” is lost: {found}",
        "id": "ada huruf yang hilang pada ruas “{name}”: {found}",
    }
    lost_hint = {"en": "look it up in the source and type it again", "id": "lihat sumbernya dan ketik ulang"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for spoilt letters in every value of the files that have any."""
        library = project.library
        spoilt = {source.path for source in library.sources if _is_spoilt(source.text)}
        not_utf8 = {broken.span.path for broken in library.broken if broken.fault is LibraryFault.NOT_UTF8}
        for entry in library.entries if spoilt - not_utf8 else ():
            if entry.span.path in spoilt - not_utf8:
                for field in entry.fields.values():
                    if not field.value.isascii() and _LEAD.search(field.value):
                        yield from self._in(field, entry, project)

    def _in(self, field: Field, entry: Entry, project: Project) -> Iterator[Finding]:
        printed = field.name not in _UNPRINTED and is_used(project, entry.key)
        for match in _SPOILT.finditer(field.value):
            right = _mended(match[0])
            span = inside(field, match.start(), match.end(), project)
            yield self.finding(
                span,
                severity=self.severity if printed else Severity.INFO,
                message=None if right else self.lost_message,
                hint=None if right else self.lost_hint,
                fix=unsafe(Fix((Edit(span, right),))) if right and field.literal else None,
                name=field.name,
                found=match[0],
                right=right,
            )


def _is_spoilt(text: str) -> bool:
    return any(_SPOILT.match(text, lead.start()) for lead in _LEAD.finditer(text))


def _mended(spoilt: str) -> str:
    """What was meant; empty where that cannot be told."""
    try:
        return b"".join(_byte(sign) for sign in spoilt).decode().replace("\ufffd", "")
    except UnicodeError:
        return ""


def _byte(sign: str) -> bytes:
    """The byte that Windows-1252 shows as this sign; five it leaves undefined and are passed on."""
    return sign.encode("latin-1") if ord(sign) < 0xA0 else sign.encode("cp1252")
