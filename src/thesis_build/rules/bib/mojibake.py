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
"""UTF-8 read as Windows-1252, where no text has such characters side by side; and what is lost for good."""

_UNPRINTED = frozenset({"abstract", "annotation", "annote", "comment", "file", "keywords", "review"})


class Mojibake(Rule):
    """Letters are garbled: UTF-8 that some program took for Windows-1252.

    It is printed as it is: “Müller” as “MÃ¼ller”, a dash as “â€“”. It usually comes from a web page or an export.

    Flagged: `MÃ¼ller`, `donâ€™t`, and U+FFFD, where a letter is lost; only a note in fields that are not printed
    (`abstract`, `keywords`) and in entries that are not used.

    Not flagged: `Ångström`, `São Paulo`, `AMANHÃ”`; a file that is not UTF-8 at all (BIB009).
    """

    code = "BIB012"
    name = "mojibake"
    message = {
        "en": "garbled letters in the field “{name}”: {found} for {right}",
        "id": "huruf rusak pada ruas “{name}”: {found}, seharusnya {right}",
    }
    hint = {"en": "write {right}", "id": "tulis {right}"}
    lost_message = {
        "en": "a letter in the field “{name}” is lost: {found}",
        "id": "ada huruf yang hilang pada ruas “{name}”: {found}",
    }
    lost_hint = {"en": "look it up in the source and type it again", "id": "lihat sumbernya dan ketik ulang"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for garbled letters in every value of the files that have any."""
        library = project.library
        garbled = {source.path for source in library.sources if _is_garbled(source.text)}
        not_utf8 = {broken.span.path for broken in library.broken if broken.fault is LibraryFault.NOT_UTF8}
        for entry in library.entries if garbled - not_utf8 else ():
            if entry.span.path in garbled - not_utf8:
                for field in entry.fields.values():
                    if not field.value.isascii() and _LEAD.search(field.value):
                        yield from self._in(field, entry, project)

    def _in(self, field: Field, entry: Entry, project: Project) -> Iterator[Finding]:
        printed = field.name not in _UNPRINTED and is_used(project, entry.key)
        for match in _SPOILT.finditer(field.value):
            right = _meant(match[0])
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


def _is_garbled(text: str) -> bool:
    return any(_SPOILT.match(text, lead.start()) for lead in _LEAD.finditer(text))


def _meant(garbled: str) -> str:
    """What was meant; empty where that is not certain."""
    try:
        return b"".join(_byte(character) for character in garbled).decode().replace("\ufffd", "")
    except UnicodeError:
        return ""


def _byte(character: str) -> bytes:
    """The byte that Windows-1252 shows as this character; five bytes that it leaves undefined stay as they are."""
    return character.encode("latin-1") if ord(character) < 0xA0 else character.encode("cp1252")
