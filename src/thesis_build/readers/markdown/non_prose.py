"""What in a chapter's source is not prose: a text → its front matter, comments, code and maths, with their offsets.

One walk from the left, in time proportional to the text: for every kind it is remembered from where on there is no end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Mask(StrEnum):
    """A kind of text that is not prose."""

    FRONT = "front"
    COMMENT = "comment"
    FENCE = "fence"
    CODE = "code"
    MATHS = "maths"


@dataclass(frozen=True, slots=True)
class Hidden:
    """A piece that is not prose, from offset `start` up to `end`."""

    kind: Mask
    start: int
    end: int


_FRONT = re.compile(r"---\n.*?\n(?:---|\.\.\.)[ \t]*(?=\n|\Z)", re.DOTALL)
_OPENING = re.compile(r"<!--|^~~~+|`+|\$", re.MULTILINE)
_FENCE_END = re.compile(r"^(`{3,}|~{3,})[`~]*[ \t]*$", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t]*(?=\n)")
_TICKS = re.compile(r"`+")
_INLINE_MATHS = re.compile(r"(?<![\\$\w])\$(?=[^\s$])(?:\\.|[^$\\\n])*?(?<=[^\s\\])\$(?!\d)", re.DOTALL)


def hidden_pieces(text: str) -> Iterator[Hidden]:
    """The pieces of a text that are not prose, in order."""
    return _Walk(text).pieces()


class _Walk:
    """Goes through one text from opening to opening."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._blanks = [match.start() for match in _BLANK.finditer(text)]
        self._fence_ends = {
            character: [match for match in _FENCE_END.finditer(text) if match[0][0] == character]
            for character in ("`", "~")
        }
        self._fence_starts = {
            character: [match.start() for match in found] for character, found in self._fence_ends.items()
        }
        self._endless = {"`": len(text) + 1, "~": len(text) + 1}
        self._ticks: dict[int, list[int]] = {}
        for match in _TICKS.finditer(text):
            self._ticks.setdefault(len(match[0]), []).append(match.start())
        self._last = {end: text.rfind(end) for end in ("-->", "$$")}

    def pieces(self) -> Iterator[Hidden]:
        front = _FRONT.match(self._text)
        if front:
            yield Hidden(Mask.FRONT, 0, front.end())
        position = front.end() if front else 0
        while opening := _OPENING.search(self._text, position):
            found = self._piece(opening)
            if found:
                yield found
            position = found.end if found else opening.end()

    def _piece(self, opening: re.Match[str]) -> Hidden | None:
        start, character = opening.start(), opening[0][0]
        if character == "<":
            return self._up_to(Mask.COMMENT, "-->", start, start + 4)
        if character == "$":
            if self._text.startswith("$$", start) and (whole := self._up_to(Mask.MATHS, "$$", start, start + 2)):
                return whole
            maths = _INLINE_MATHS.match(self._text, start)
            return Hidden(Mask.MATHS, start, maths.end()) if maths else None
        is_fence = len(opening[0]) >= 3 and (start == 0 or self._text[start - 1] == "\n")
        fence = self._fence(character, len(opening[0]), start) if is_fence else None
        return fence or (self._code(len(opening[0]), start) if character == "`" else None)

    def _up_to(self, kind: Mask, end: str, start: int, inside: int) -> Hidden | None:
        if self._last[end] < inside:
            return None
        return Hidden(kind, start, self._text.index(end, inside) + len(end))

    def _fence(self, character: str, length: int, start: int) -> Hidden | None:
        """The block of code that a fence opens, up to the next fence of its character that is at least as long."""
        if length >= self._endless[character]:
            return None
        ends = self._fence_ends[character]
        for index in range(bisect_right(self._fence_starts[character], start), len(ends)):
            if len(ends[index][1]) >= length:
                return Hidden(Mask.FENCE, start, ends[index].end())
        self._endless[character] = length
        return None

    def _code(self, length: int, start: int) -> Hidden | None:
        """The code between two runs of backticks of the same length in one paragraph."""
        ticks = self._ticks.get(length, [])
        index = bisect_right(ticks, start)
        blank = bisect_left(self._blanks, start)
        limit = self._blanks[blank] if blank < len(self._blanks) else len(self._text)
        if index < len(ticks) and ticks[index] < limit:
            return Hidden(Mask.CODE, start, ticks[index] + length)
        return None
