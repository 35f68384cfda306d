"""The values of fields: `@string` names and `#` resolved, as Pandoc resolves them: in one file, in reading order."""

from __future__ import annotations

from collections.abc import Iterable

from thesis_build.readers.bibtex.syntax import Part

MONTHS = frozenset(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"))
"""The names that BibTeX styles define for months."""

_MOST = 10_000_000
"""Characters that the strings of one file may put in, so that definitions made of each other cannot fill the memory."""


class Strings:
    """The `@string` names defined so far in one file, and those of them that are `used`."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self._values: dict[str, str] = {}
        self._left = _MOST

    def define(self, name: str, value: str) -> None:
        """Take a definition in; a later one of the same name wins."""
        self._values[name.lower()] = value

    def resolve(self, parts: Iterable[Part]) -> tuple[str, list[str]]:
        """The value that the parts make, and the names among them that are not defined (they stand for themselves)."""
        missing: list[str] = []
        return "".join([self._part(part, missing) for part in parts]), missing

    def _part(self, part: Part, missing: list[str]) -> str:
        if not part.word:
            return part.text
        name = part.text.lower()
        value = self._values.get(name)
        if value is not None:
            self.used.add(name)
        if value is not None and self._left > 0:
            self._left -= len(value)
            return value
        if value is None and name[0].isalpha() and name not in MONTHS:
            missing.append(part.text)
        return part.text


def parts_of(written: str) -> list[Part]:
    """A value as written → its parts, for values that the grammar refused."""
    return [_part(piece.strip()) for piece in _pieces(written)]


def _part(piece: str) -> Part:
    if len(piece) > 1 and (piece[0], piece[-1]) in (("{", "}"), ('"', '"')):
        return Part(piece[1:-1])
    return Part(piece, word=piece.isidentifier())


def _pieces(written: str) -> list[str]:
    """What stands between the `#` outside braces and quotes."""
    pieces: list[str] = []
    start = depth = 0
    quoted = False
    for offset, character in enumerate(written):
        if character == '"' and depth == 0:
            quoted = not quoted
        depth += (character == "{") - (character == "}")
        if character == "#" and depth == 0 and not quoted:
            pieces.append(written[start:offset])
            start = offset + 1
    return [*pieces, written[start:]]
