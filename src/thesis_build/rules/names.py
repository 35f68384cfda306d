"""Lists of names in the library: a value as written → its names, as BibTeX, biber and Pandoc take it apart.

Names are separated by the word `and`, the parts of a name by commas; what stands in braces is never taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thesis_build.model import Entry, Field, Project

NAME_FIELDS = (
    "author",
    "editor",
    "editora",
    "editorb",
    "editorc",
    "translator",
    "bookauthor",
    "shortauthor",
    "shorteditor",
    "annotator",
    "commentator",
    "introduction",
    "foreword",
    "afterword",
    "holder",
)
"""The fields that are lists of names (biblatex 3.20, section 2.2.2)."""

INSTITUTION = re.compile(
    r"\b(?:badan|kementerian|kemen\w+|departemen|dinas|direktorat|ditjen|lembaga|dewan\s+\w+|majelis|komisi|komite|pusat|balai|"
    r"biro|pemerintah|pemkot|pemkab|pemprov|sekretariat|universitas|institut|fakultas|jurusan|perpustakaan|yayasan|"
    r"asosiasi|ikatan|himpunan|perhimpunan|bank|perusahaan|republik|kedutaan|mahkamah|kepolisian|tentara|"
    r"ministry|department|office|bureau|agency|board|council|commission|committee|cent(?:er|re)|institute|institution|"
    r"university|college|faculty|school|library|association|society|organi[sz]ation|foundation|federation|union|"
    r"consortium|group|team|network|program(?:me)?|project|government|embassy|corporation|company|"
    r"inc|ltd|llc|gmbh|corp|pt|cv|nations|international|national|laborator(?:y|ies)|observatory|collaboration|fund|"
    r"academy|division|administration|authority|service|services|research|technologies|development|kota|kabupaten|"
    r"provinsi|city|working|statistik|statistics|developers|contributors)\b\.?",
    re.IGNORECASE,
)
"""Words that no person's name has but names of institutions have, in Indonesian and English."""

SUFFIX = re.compile(
    r"\{?(?:Jr|Sr|Jnr|Snr|Junior|Senior|[IVX]{1,4}|\d(?:st|nd|rd|th)|Filho|Neto|Netto|fils|p[eè]re|Esq)\b\.?\}?", re.I
)
"""What may stand between the commas of `Family, Jr., Given`."""

_KEYED = re.compile(r"\s*(?:family|given|prefix|suffix|useprefix|id|nosort\w*|sort\w*)(?:-i)?\s*=", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_ESCAPE_OR_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_AND = re.compile(r"(?<!\S)and(?!\S)")


@dataclass(frozen=True, slots=True)
class Name:
    """One name: `text` as written, from `start` to `end` of the value."""

    text: str
    start: int
    end: int

    @property
    def parts(self) -> tuple[str, ...]:
        """What stands between the commas outside braces."""
        text = self.text
        if "," not in text:
            return (text,)
        visible = outside(text, "x")
        if visible is text:
            return tuple([part.strip() for part in text.split(",")])
        commas = [place for place, sign in enumerate(visible) if sign == ","]
        edges = zip([0, *(place + 1 for place in commas)], [*commas, len(text)], strict=True)
        return tuple([text[one:other].strip() for one, other in edges])

    @property
    def keyed(self) -> bool:
        """Whether it is written with the names of its parts."""
        return "=" in self.text and bool(_KEYED.match(self.text))

    @property
    def braced(self) -> bool:
        """Whether the whole of it stands in one pair of braces, so that it is printed as it is."""
        return self.text.startswith("{") and outside(self.text).strip() == ""

    @property
    def family(self) -> str:
        """The family name as Pandoc takes it, with its braces and its particle."""
        parts = self.parts
        if len(parts) > 1 or self.braced:
            return parts[0]
        words = _words(self.text)
        small = next((n for n, word in enumerate(words[:-1]) if n and word[:1].islower()), len(words) - 1)
        return " ".join(words[small:])

    @property
    def given(self) -> str:
        """The given names: what stands behind the last comma, or before the family name."""
        parts = self.parts
        if len(parts) > 1:
            return parts[-1]
        return "" if self.braced else " ".join(_words(self.text)).removesuffix(self.family).strip()

    @property
    def is_institution(self) -> bool:
        """Whether a word in it, outside braces, says that it is an institution."""
        return bool(INSTITUTION.search(outside(self.text)))


def names(value: str) -> tuple[Name, ...]:
    """The names of a list, empty ones (`and and`) among them, in time linear in its length."""
    if "and" not in value:
        return (_name(value, 0, len(value)),)
    found: list[Name] = []
    start = 0
    for joint in _AND.finditer(outside(value, "x")):
        found.append(_name(value, start, joint.start()))
        start = joint.end()
    found.append(_name(value, start, len(value)))
    return tuple(found)


def _name(value: str, start: int, end: int) -> Name:
    written = value[start:end]
    text = written.strip()
    begin = start + written.index(text)
    return Name(text, begin, begin + len(text))


def outside(value: str, blank: str = " ") -> str:
    """The value with what stands in braces, and signs behind a backslash, replaced by as many `blank`."""
    if "{" not in value and "\\" not in value:
        return value
    pieces: list[str] = []
    depth = cursor = 0
    for sign in _ESCAPE_OR_BRACE.finditer(value):
        between = sign.start() - cursor
        pieces.append(blank * between if depth else value[cursor : sign.start()])
        pieces.append(blank * len(sign[0]))
        if sign[0] in ("{", "}"):
            depth = max(0, depth + (1 if sign[0] == "{" else -1))
        cursor = sign.end()
    return "".join([*pieces, blank * (len(value) - cursor) if depth else value[cursor:]])


def _words(text: str) -> list[str]:
    """The words of a name; what stands in braces is part of one word."""
    return [text[word.start() : word.end()] for word in _WORD.finditer(outside(text, "x"))]


@lru_cache(maxsize=2)
def name_lists(project: Project) -> tuple[tuple[Entry, Field, tuple[Name, ...]], ...]:
    """Every list of names that an entry itself has, taken apart; lists without a value are left out."""
    return tuple(_lists(project))


def _lists(project: Project) -> Iterator[tuple[Entry, Field, tuple[Name, ...]]]:
    for entry in project.library.entries:
        for name in NAME_FIELDS:
            field = entry.fields.get(name)
            if field and field.value:
                yield entry, field, names(field.value)
