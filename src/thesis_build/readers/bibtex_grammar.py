"""The grammar of bibliography files as Pandoc 3.9 reads them: a text → its blocks, each with its place.

Pandoc refuses a whole file for one fault; here the fault is a block of its own, and reading goes on behind it. What
Pandoc takes was found by experiment: `%` begins a comment everywhere but in values and right behind `@`, a backslash
takes the meaning from a brace, and only braces (no parentheses) hold an entry.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thesis_build.readers.bibtex_blocks import (
    Aside,
    Assignment,
    Between,
    Block,
    Part,
    Reason,
    Refused,
    WrittenEntry,
    WrittenString,
)

_SPACE = r"(?:[ \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|%[^\n]*+)*+"
_NAME = r"[\w:+-]+"
_SKIP = re.compile(_SPACE)
_TYPE = re.compile(r"@([^\W\d_]+)")
_OPENING = re.compile(rf"@([^\W\d_]+){_SPACE}\{{{_SPACE}")
_KEY = re.compile(r"[\w.:;?!`'()$/*@+=\[\]&-]+")
_FIELD = re.compile(rf"{_SPACE}({_NAME}){_SPACE}={_SPACE}")
_NAME = re.compile(_NAME)
_AFTER = re.compile(rf"{_SPACE}(.?)", re.DOTALL)
_BRACE = re.compile(r"(?<!\\)[{}]")
_IN_QUOTES = re.compile(r'\\.|["{]', re.DOTALL)
_AT_OR_COMMENT = re.compile(r"[@%]")
_LINE_START = re.compile(r"^[ \t]*(@)[\w-]*[ \t]*[{(]", re.MULTILINE)
_ENTRY_START = re.compile(r"^[ \t]*(@)[^\W\d_]+\s*\{\s*[^\s{}(),=%]+\s*,", re.MULTILINE)
_ANYWHERE = re.compile(r"@[^\W\d_]+[ \t]*\{")
_SWALLOWED = re.compile(r",\s*[A-Za-z][\w-]*\s*=\s*[{\"]")


class _Refusal(Exception):
    """A fault at offset `at`: reading cannot go on from there."""

    def __init__(self, reason: Reason, at: int, origin: int = -1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at
        self.origin = origin


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text, in order and without gaps other than white space."""
    yield from _Walk(text).blocks()


class _Walk:
    """Goes through one text; every lookup ahead is prepared once, so that the time is linear in its length."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._closing = _matching_braces(text)
        self._line_starts = [match.start(1) for match in _LINE_START.finditer(text)]
        self._entry_starts = [match.start(1) for match in _ENTRY_START.finditer(text)]

    def blocks(self) -> Iterator[Block]:
        position = 0
        while position < len(self._text):
            at = self._next_at(position)
            if at > position:
                yield Between(position, at)
            if at < len(self._text):
                block = self._block(at)
                position = block.end
                yield block
            else:
                position = at

    def _next_at(self, position: int) -> int:
        """The place of the next `@` outside `%` comments, or the end of the text."""
        while found := _AT_OR_COMMENT.search(self._text, position):
            if found[0] == "@":
                return found.start()
            position = self._text.find("\n", found.start())
            if position < 0:
                break
        return len(self._text)

    def _block(self, at: int) -> Block:
        opening = _OPENING.match(self._text, at)
        key = _Key()
        try:
            if not opening:
                raise _Refusal(*self._no_block(at))
            kind = opening[1].lower()
            if kind in ("comment", "preamble"):
                return Aside(at, self._end_of_braces(self._text.index("{", at), at))
            if kind == "string":
                return self._string(at, opening.end())
            return self._entry(at, kind, opening.end(), key)
        except _Refusal as refusal:
            return self._refused(at, refusal, key)

    def _refused(self, at: int, refusal: _Refusal, key: _Key) -> Refused:
        place = (key.at if key.text else at) if refusal.reason is Reason.UNCLOSED else refusal.at
        return Refused(at, self._resume(at, refusal), refusal.reason, key.text, place, refusal.origin)

    def _resume(self, at: int, refusal: _Refusal) -> int:
        """Where reading goes on after a fault: the next place that looks like the beginning of a block."""
        if refusal.reason is Reason.STRAY_AT:
            return at + 1
        limit = _first_after(self._line_starts, at, len(self._text))
        if refusal.reason is Reason.COMMENT:
            end = self._text.find("\n", at)
            return min(limit, end if end >= 0 else limit)
        found = _ANYWHERE.search(self._text, max(at + 1, refusal.at), limit)
        return found.start() if found else limit

    def _no_block(self, at: int) -> tuple[Reason, int]:
        """What is wrong with an `@` that begins nothing Pandoc knows, and where."""
        text = self._text
        letters = _TYPE.match(text, at)
        if not letters:
            return (Reason.TYPE, at + 1) if re.compile(r"@[\w-]*\s*\{").match(text, at) else (Reason.STRAY_AT, at)
        if letters[1].lower() == "comment" and not re.compile(r"[\w-]").match(text, letters.end()):
            return Reason.COMMENT, at
        if re.compile(r"[\w-]+\s*[{(]").match(text, letters.end()):
            return Reason.TYPE, letters.end()
        if re.compile(r"\s*\(\s*[^\s,()=]*\s*[,=]").match(text, letters.end()):
            return Reason.PARENTHESES, text.index("(", letters.end())
        return Reason.STRAY_AT, at

    def _string(self, at: int, position: int) -> WrittenString:
        assignment, position = self._assignment(position, at)
        sign, end = self._sign(position)
        if sign != "}":
            raise _Refusal(Reason.STRING_END if sign else Reason.UNCLOSED, end - 1)
        return WrittenString(at, end, assignment)

    def _entry(self, at: int, kind: str, position: int, key: _Key) -> WrittenEntry:
        found = _KEY.match(self._text, position)
        key.text, key.at = (found[0], position) if found else ("", position)
        sign, end = self._sign(position + len(key.text))
        if not key.text and sign == "}":
            return WrittenEntry(at, end, kind, "", position)
        if sign != ",":
            raise _Refusal(*self._no_comma(key, sign, end - 1))
        fields: list[Assignment] = []
        while True:
            if (sign := self._sign(end))[0] == "}":
                return WrittenEntry(at, sign[1], kind, key.text, key.at, tuple(fields))
            assignment, end = self._assignment(end, at, fields)
            fields.append(assignment)
            sign_after, behind = self._sign(end)
            if sign_after == "}":
                return WrittenEntry(at, behind, kind, key.text, key.at, tuple(fields))
            if sign_after != ",":
                raise self._unexpected(Reason.FIELD_COMMA, behind - 1, fields)
            end = behind

    def _no_comma(self, key: _Key, sign: str, place: int) -> tuple[Reason, int]:
        """What is wrong behind a key that no comma follows, and where."""
        if not sign:
            return Reason.UNCLOSED, len(self._text)
        if key.text and "=" in key.text and sign in '{"':
            return Reason.NO_KEY, key.at
        spaced = place > key.at + len(key.text)
        next_sign = re.compile(r'[^,={}"]*([,=}])').match(self._text, place)
        if sign == "}" or (spaced and next_sign and next_sign[1] != ","):
            return Reason.KEY_COMMA, place
        return (Reason.KEY_SPACE if spaced and key.text else Reason.KEY_CHARACTER), place

    def _assignment(self, position: int, at: int, before: list[Assignment] | None = None) -> tuple[Assignment, int]:
        found = _FIELD.match(self._text, position)
        if not found:
            raise self._no_assignment(position, before or [])
        parts: list[Part] = []
        end = found.end()
        while True:
            part, end = self._part(end, found.start(1), bool(parts), before or [])
            if part:
                parts.append(part)
            sign, behind = self._sign(end)
            if sign != "#" or not parts:
                return Assignment(found[1].lower(), tuple(parts), found.start(1)), end
            end = _skip_space(self._text, behind)

    def _no_assignment(self, position: int, before: list[Assignment]) -> _Refusal:
        place = _skip_space(self._text, position)
        name = _NAME.match(self._text, place)
        if not name:
            return self._unexpected(Reason.FIELD_NAME, place, before)
        behind = _skip_space(self._text, name.end())
        odd = re.compile(r"[^\s,={}\"]").match(self._text, behind)
        return self._unexpected(Reason.FIELD_NAME if odd else Reason.EQUALS, behind, before)

    def _unexpected(self, reason: Reason, place: int, before: list[Assignment]) -> _Refusal:
        """A fault at `place`; an entry that meets the next block or the end of the text was never closed."""
        text = self._text
        new_block = text.startswith("@", place) and not text[text.rfind("\n", 0, place) + 1 : place].strip()
        if place < len(text) and not new_block:
            return _Refusal(reason, place)
        culprit = next((a.start for a in before if any(_SWALLOWED.search(part.text) for part in a.parts)), -1)
        return _Refusal(Reason.UNCLOSED, place, culprit)

    def _part(self, at: int, origin: int, needed: bool, before: list[Assignment]) -> tuple[Part | None, int]:
        """One part of a value and the offset behind it; a value may be empty, a part behind `#` may not."""
        text = self._text
        sign = text[at : at + 1]
        if sign == "{":
            end = self._end_of_braces(at, origin)
            return Part(text[at + 1 : end - 1]), self._not_swallowing(at, end, origin)
        if sign == '"':
            end = self._end_of_quotes(at, origin)
            return Part(text[at + 1 : end - 1]), self._not_swallowing(at, end, origin)
        word = _NAME.match(text, at)
        if word:
            return Part(word[0], word=True), word.end()
        if needed or sign == "#":
            raise self._unexpected(Reason.VALUE, at, before)
        return None, at

    def _end_of_braces(self, at: int, origin: int) -> int:
        if at not in self._closing:
            raise _Refusal(Reason.UNCLOSED, len(self._text), origin)
        return self._closing[at] + 1

    def _end_of_quotes(self, at: int, origin: int) -> int:
        limit = _first_after(self._line_starts, at, len(self._text))
        position = at + 1
        while found := _IN_QUOTES.search(self._text, position, limit):
            if found[0] == '"':
                return found.end()
            position = self._closing.get(found.start(), found.end() - 1) + 1 if found[0] == "{" else found.end()
        raise _Refusal(Reason.UNCLOSED, limit, origin)

    def _not_swallowing(self, at: int, end: int, origin: int) -> int:
        """`end`, where no entry begins inside the value: Pandoc reads such a value, but the entry would be lost."""
        inside = _first_after(self._entry_starts, at, end)
        if inside < end:
            raise _Refusal(Reason.UNCLOSED, inside, origin)
        return end

    def _sign(self, position: int) -> tuple[str, int]:
        """The next sign behind white space and comments (empty at the end of the text), and the offset behind it."""
        found = _AFTER.match(self._text, position)
        assert found is not None  # both of its halves may be empty
        return found[1], found.end() if found[1] else found.end() + 1


@dataclass(slots=True)
class _Key:
    """The key of the entry that is being read, for the message should it fail."""

    text: str = ""
    at: int = field(default=0)


def _matching_braces(text: str) -> dict[int, int]:
    """The place of the closing brace for every opening one that has one; a brace behind a backslash is none."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            closing[opened.pop()] = match.start()
    return closing


def _first_after(sorted_places: list[int], place: int, otherwise: int) -> int:
    index = bisect_right(sorted_places, place)
    return sorted_places[index] if index < len(sorted_places) else otherwise


def _skip_space(text: str, position: int) -> int:
    found = _SKIP.match(text, position)
    return found.end() if found else position
