"""Names in a list of authors or editors, for rules that compare them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thesis_build.model import Entry, Field
from thesis_build.rules.tex import folded, plain

ROLES = ("author", "editor", "translator")
"""The fields that list names."""

_NO_NAME = re.compile(r"(?:others|[\w-]+=[^\s,]*)?", re.IGNORECASE)
_PART = re.compile(r"(?:^|,)\s*\"?(family|given)\s*=\s*([^,\"]*)", re.IGNORECASE)
_AND = re.compile(r"(?<!\s)\s+and\s+", re.IGNORECASE)


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


@lru_cache(maxsize=1 << 16)
def persons(value: str) -> tuple[Person, ...]:
    """The names in a value, without “others” and options such as `useprefix=true`."""
    return tuple(_person(text, start) for text, start in _names(value) if not _NO_NAME.fullmatch(text))


def listed(entry: Entry) -> Iterator[tuple[Field, Person]]:
    """The names in an entry's own fields, each with its field."""
    for role in ROLES:
        field = entry.fields.get(role)
        if field:
            for person in persons(field.value):
                yield field, person


def first_author(entry: Entry) -> str:
    """The last word of the first author's family name, folded; that of the editor where there is no author."""
    value = entry.value("author") or entry.value("editor")
    found = persons(value) if value else ()
    return folded(found[0].family).rpartition(" ")[2] if found else ""


def _names(value: str) -> Iterator[tuple[str, int]]:
    """The pieces between `and` outside braces, with their places."""
    start = depth = counted = 0
    for match in _AND.finditer(value):
        if "{" in value:
            depth += value.count("{", counted, match.start()) - value.count("}", counted, match.start())
            counted = match.start()
        if depth == 0:
            yield value[start : match.start()].strip(), start
            start = match.end()
    yield value[start:].strip(), start


def _person(written: str, start: int) -> Person:
    if written.startswith("{") and written.endswith("}") and _is_one_group(written):
        return Person(plain(written), "", written, start, whole=True)
    if "=" in written:
        named = {part[1].lower(): plain(part[2]).strip() for part in _PART.finditer(written)}
        return Person(named.get("family", ""), named.get("given", ""), written, start)
    parts = [part.strip() for part in _at_commas(written)]
    if len(parts) > 3:  # no name has more, so that these are several (BIB212)
        return Person(plain(written), "", written, start)
    if len(parts) > 1:
        return Person(plain(parts[0]), plain(parts[-1]), written, start)
    given, _, family = plain(written).rpartition(" ")
    return Person(family, given, written, start)


def _at_commas(written: str) -> list[str]:
    if "{" not in written:
        return written.split(",")
    parts = [""]
    depth = 0
    for sign in written:
        depth += (sign == "{") - (sign == "}")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _is_one_group(written: str) -> bool:
    """Whether the first brace is closed by the last sign."""
    depth = 0
    for place, sign in enumerate(written):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return place == len(written) - 1
    return False
