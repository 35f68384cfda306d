"""Lists of names in the library: a value as written → its names, as BibTeX, biber and Pandoc take it apart.

Names are separated by the word `and` in lower case, the parts of a name by commas (“BibTeXing”, section 4); what is in
braces is never taken apart. A `Name` is what is written, a `Person` what a reader sees of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from thesis_build.bibliography.institutions import may_be_corporate
from thesis_build.bibliography.latex_text import folded, plain
from thesis_build.model import Entry, Field, Project, derived

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

ROLES = ("author", "editor", "translator")
"""Those of them that the reference list prints."""

SUFFIX = re.compile(
    r"\{?(?:Jr|Sr|Jnr|Snr|Junior|Senior|[IVX]{1,4}|\d(?:st|nd|rd|th)|Filho|Neto|Netto|fils|p[eè]re|Esq)\b\.?\}?", re.I
)
"""What may be between the commas of `Family, Jr., Given`."""

_KEYED = re.compile(r"\s*(?:family|given|prefix|suffix|useprefix|id|nosort\w*|sort\w*)(?:-i)?\s*=", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:others|[\w-]+=[^\s,]*)?", re.IGNORECASE)
_PART = re.compile(r"(?:^|,)\s*\"?(family|given)\s*=\s*([^,\"]*)", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_ESCAPE_OR_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_AND = re.compile(r"(?<!\S)and(?!\S)")


@dataclass(frozen=True, slots=True)
class Name:
    """One name: `text` as written, from `start` to `end` of the value; `parts` are what its commas separate."""

    text: str
    start: int
    end: int
    parts: tuple[str, ...] = field(compare=False)

    @property
    def keyed(self) -> bool:
        """Whether it is written with the names of its parts."""
        return "=" in self.text and bool(_KEYED.match(self.text))

    @property
    def braced(self) -> bool:
        """Whether one pair of braces encloses all of it, so that it is printed as it is."""
        return self.text.startswith("{") and self.text.endswith("}") and _is_one_group(self.text)

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
        """The given names: what follows the last comma, or comes before the family name."""
        parts = self.parts
        if len(parts) > 1:
            return parts[-1]
        return "" if self.braced else " ".join(_words(self.text)).removesuffix(self.family).strip()

    @property
    def is_institution(self) -> bool:
        """Whether a word in it, outside braces, says that it is an institution."""
        return may_be_corporate(outside(self.text))


@dataclass(frozen=True, slots=True)
class Person:
    """One name: its parts as a reader sees them, as `written`, and where that begins in the value.

    `whole` says that braces keep it in one piece; it then is a `family` without `given`.
    """

    family: str
    given: str
    written: str
    start: int
    whole: bool = False

    @property
    def inverted(self) -> bool:
        """Whether it is written family name first."""
        return not self.whole and "," in self.written


@lru_cache(maxsize=1 << 18)
def names(value: str) -> tuple[Name, ...]:
    """The names of a list, empty ones (`and and`) among them, in time linear in its length."""
    if "and" not in value:
        return (_name(value, 0, len(value)),)
    found: list[Name] = []
    start = 0
    for separator in _AND.finditer(outside(value, "x")):
        found.append(_name(value, start, separator.start()))
        start = separator.end()
    found.append(_name(value, start, len(value)))
    return tuple(found)


def _name(value: str, start: int, end: int) -> Name:
    written = value[start:end]
    text = written.strip()
    begin = start + written.index(text)
    return Name(text, begin, begin + len(text), _parts(text))


def _parts(text: str) -> tuple[str, ...]:
    """What the commas outside braces separate."""
    if "," not in text:
        return (text,)
    visible = outside(text, "x")
    if visible is text:
        return tuple([part.strip() for part in text.split(",")])
    commas = [index for index, character in enumerate(visible) if character == ","]
    edges = zip([0, *(index + 1 for index in commas)], [*commas, len(text)], strict=True)
    return tuple([text[one:other].strip() for one, other in edges])


def _is_one_group(text: str) -> bool:
    """Whether the last character closes the first brace."""
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return index == len(text) - 1
    return False


def outside(value: str, blank: str = " ") -> str:
    """The value with what is in braces, and each character after a backslash, replaced by as many `blank`."""
    if "{" not in value and "\\" not in value:
        return value
    pieces: list[str] = []
    depth = cursor = 0
    for found in _ESCAPE_OR_BRACE.finditer(value):
        between = found.start() - cursor
        pieces.append(blank * between if depth else value[cursor : found.start()])
        pieces.append(blank * len(found[0]))
        if found[0] in ("{", "}"):
            depth = max(0, depth + (1 if found[0] == "{" else -1))
        cursor = found.end()
    return "".join([*pieces, blank * (len(value) - cursor) if depth else value[cursor:]])


def _words(text: str) -> list[str]:
    """The words of a name; what is in braces is part of one word."""
    return [text[word.start() : word.end()] for word in _WORD.finditer(outside(text, "x"))]


@derived
def name_lists(project: Project) -> tuple[tuple[Entry, Field, tuple[Name, ...]], ...]:
    """Every list of names that an entry itself has, taken apart; lists without a value are left out."""
    return tuple(_lists(project))


def _lists(project: Project) -> Iterator[tuple[Entry, Field, tuple[Name, ...]]]:
    for entry in project.library.entries:
        for name in NAME_FIELDS:
            own = entry.fields.get(name)
            if own and own.value:
                yield entry, own, names(own.value)


@lru_cache(maxsize=1 << 18)
def persons(value: str) -> tuple[Person, ...]:
    """The persons in a value, without “others” and options such as `useprefix=true`."""
    return tuple([_person(name) for name in names(value) if not _NO_NAME.fullmatch(name.text)])


def listed(entry: Entry) -> Iterator[tuple[Field, Person]]:
    """The persons in an entry's own fields that are printed, each with its field."""
    for role in ROLES:
        own = entry.fields.get(role)
        if own:
            for person in persons(own.value):
                yield own, person


def first_author(entry: Entry) -> str:
    """The last word of the first author's family name, folded; that of the editor where there is no author."""
    value = entry.value("author") or entry.value("editor")
    found = persons(value) if value else ()
    return folded(found[0].family).rpartition(" ")[2] if found else ""


def _person(name: Name) -> Person:
    written, parts = name.text, name.parts
    if name.braced:
        return Person(plain(written), "", written, name.start, whole=True)
    if "=" in written:
        named = {part[1].lower(): plain(part[2]).strip() for part in _PART.finditer(written)}
        return Person(named.get("family", ""), named.get("given", ""), written, name.start)
    if len(parts) > 3:  # no name has more, so that these are several persons
        return Person(plain(written), "", written, name.start)
    if len(parts) > 1:
        return Person(plain(parts[0]), plain(parts[-1]), written, name.start)
    given, _, family = plain(written).rpartition(" ")
    return Person(family, given, written, name.start)
