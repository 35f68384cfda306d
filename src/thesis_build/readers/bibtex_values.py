"""The values of fields: braces, quotes, `@string` names and `#` between them."""

from __future__ import annotations

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names that BibTeX styles define for months."""

_NAME = re.compile(r"[^\s\"#%'(),={}\d][^\s\"#%'(),={}]*")


class Strings:
    """The `@string` names defined so far, in any file."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def define(self, name: str, written: str) -> None:
        """Take a definition in; its own value may use earlier names."""
        self._values[name.lower()] = self.resolve(written)[0]

    def resolve(self, written: str) -> tuple[str, list[str]]:
        """A value as written, without its outer braces or quotes, and the names in it that are not defined."""
        missing: list[str] = []
        parts = [self._part(part.strip(), missing) for part in _parts(written)]
        return "".join(parts), missing

    def _part(self, part: str, missing: list[str]) -> str:
        if len(part) > 1 and (part[0], part[-1]) in (("{", "}"), ('"', '"')):
            return part[1:-1]
        name = part.lower()
        if name in self._values:
            return self._values[name]
        if name not in MONTHS and _NAME.fullmatch(part):
            missing.append(part)
        return part


def _parts(written: str) -> list[str]:
    """What stands between the `#` outside braces and quotes."""
    parts = [""]
    depth = 0
    quoted = False
    for sign in written:
        if sign == '"' and depth == 0:
            quoted = not quoted
        depth += (sign == "{") - (sign == "}")
        if sign == "#" and depth == 0 and not quoted:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
