"""The grammar of bibliography files as Pandoc 3.9 reads them: a text → its blocks, each with its offsets.

Pandoc refuses a whole file for one fault; here the fault is a block of its own, and reading goes on after it. What
Pandoc takes was found by experiment: `%` begins a comment everywhere but in values and right after `@`, a backslash
takes the meaning from the character after it, and only braces (no parentheses) hold an entry.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from thesis_build.readers.bibtex import diagnosis as refusals
from thesis_build.readers.bibtex.recovery import salvage
from thesis_build.readers.bibtex.syntax import (
    Aside,
    Assignment,
    Between,
    Block,
    Part,
    Reason,
    Refusal,
    Refused,
    WrittenEntry,
    WrittenString,
)

_SPACES = r"(?:[ \t\n\r\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|%[^\n]*+)*+"
_WORDS = r"[\w:+-]+"
_SPACE = re.compile(_SPACES)
_WORD = re.compile(_WORDS)
_OPENING = re.compile(rf"@([^\W\d_]+){_SPACES}(\{{){_SPACES}")
_KEY = re.compile(r"[\w.:;?!`'()$/*@+=\[\]&-]+")
_FIELD = re.compile(rf"{_SPACES}({_WORDS}){_SPACES}={_SPACES}")
_CHARACTER = re.compile(rf"{_SPACES}(.?)", re.DOTALL)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_SIMPLE_BRACES = re.compile(r"\{(?:[^{}\\]++|\\.|\{(?:[^{}\\]++|\\.)*+\})*+\}", re.DOTALL)
_IN_QUOTES = re.compile(r'\\.|["{]', re.DOTALL)
_AT_OR_COMMENT = re.compile(r"[@%]")
_LINE_START = re.compile(r"^[ \t]*(@)[\w-]*[ \t]*[{(]", re.MULTILINE)
_ENTRY_START = re.compile(r"^[ \t]*(@)[^\W\d_]+\s*\{\s*[^\s{}(),=%]+\s*,", re.MULTILINE)
_ANY_START = re.compile(r"@[^\W\d_]+[ \t]*\{")
_SWALLOWED_FIELD = re.compile(r",\s*[A-Za-z][\w-]*\s*=\s*[{\"]")


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text in order, with the text between them; nothing is raised, whatever the text."""
    return _Walk(text).blocks()


class _Walk:
    """Goes through one text; every look ahead is prepared once, so that the time is linear in its length."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_starts = [match.start(1) for match in _LINE_START.finditer(text)]
        self._entry_starts = [match.start(1) for match in _ENTRY_START.finditer(text)]
        self._starts = frozenset(self._line_starts)

    def blocks(self) -> Iterator[Block]:
        position = 0
        while position < len(self._text):
            at = self._next_at(position)
            if at > position:
                yield Between(position, at)
            if at == len(self._text):
                return
            block = self._block(at)
            position = block.end
            yield block

    def _next_at(self, position: int) -> int:
        """The offset of the next `@` outside `%` comments, or the end of the text."""
        while position >= 0 and (found := _AT_OR_COMMENT.search(self._text, position)):
            if found[0] == "@":
                return found.start()
            position = self._text.find("\n", found.start())
        return len(self._text)

    @cached_property
    def _closing(self) -> dict[int, int]:
        return _matching_braces(self._text)

    # ── blocks ──

    def _block(self, at: int) -> Block:
        opening = _OPENING.match(self._text, at)
        if not opening:
            return self._refused(at, refusals.no_block(self._text, at))
        inside = opening.end()
        kind = opening[1].lower()
        is_aside = kind in ("comment", "preamble")
        key = _KEY.match(self._text, inside) if not is_aside and kind != "string" else None
        try:
            if is_aside:
                return Aside(at, self._end_of_braces(opening.start(2), -1))
            if inside in self._starts:  # a key may begin with “@”, but this is the next block
                key = None
                raise Refusal(Reason.UNCLOSED, inside)
            if kind == "string":
                return self._string(at, inside)
            return self._entry(at, kind, key[0] if key else "", inside)
        except Refusal as refusal:
            return self._refused(at, refusal, key)

    def _refused(self, at: int, refusal: Refusal, key: re.Match[str] | None = None) -> Refused:
        reason = refusal.reason
        end = self._resume(at, refusal)
        entry, end = salvage(self._text, at, end) if reason not in (Reason.STRAY_AT, Reason.COMMENT) else (None, end)
        offset = refusal.at
        if reason is Reason.UNCLOSED:
            offset = key.start() if key else at
            if entry and "%" in self._text[at:end]:
                reason = Reason.PERCENT  # everything is closed, if only after a “%”
        name = entry.key if entry else key[0] if key else ""
        return Refused(at, end, reason, name, offset, refusal.origin, entry)

    def _resume(self, at: int, refusal: Refusal) -> int:
        """Where reading goes on after a fault: the next offset that looks like the beginning of a block."""
        if refusal.reason is Reason.STRAY_AT:
            return at + 1
        limit = _first_after(self._line_starts, at, len(self._text))
        if refusal.reason is Reason.COMMENT:
            end_of_line = self._text.find("\n", at)
            return min(limit, end_of_line) if end_of_line >= 0 else limit
        found = _ANY_START.search(self._text, max(at + 1, refusal.at), limit)
        return found.start() if found else limit

    def _string(self, at: int, inside: int) -> WrittenString:
        found = _FIELD.match(self._text, inside)
        if not found:
            raise self._no_assignment(inside, ())
        assignment, character, offset = self._assignment(found, ())
        if character != "}":
            raise self._unexpected(Refusal(Reason.STRING_END, offset), ())
        return WrittenString(at, offset + 1, assignment)

    def _entry(self, at: int, kind: str, key: str, key_at: int) -> WrittenEntry:
        character, offset = self._next_character(key_at + len(key))
        fields: list[Assignment] = []
        if character != "," and (key or character != "}"):
            raise self._no_comma(key, key_at, offset)
        while character == ",":
            found = _FIELD.match(self._text, offset + 1)
            if found:
                assignment, character, offset = self._assignment(found, fields)
                fields.append(assignment)
            else:
                after = offset + 1
                character, offset = self._next_character(after)
                if character != "}":
                    raise self._no_assignment(after, fields)
        if character != "}":
            in_name = character == "." and self._text[offset - 1].isalpha()  # the name of a string, such as “j.app”
            raise self._unexpected(Refusal(Reason.NAME_CHARACTER if in_name else Reason.FIELD_COMMA, offset), fields)
        return WrittenEntry(at, offset + 1, kind, key, key_at, tuple(fields))

    def _no_comma(self, key: str, key_at: int, offset: int) -> Refusal:
        if self._is_over(offset):
            return Refusal(Reason.UNCLOSED, offset)
        return refusals.no_comma(self._text, key, key_at, offset)

    # ── fields and values ──

    def _no_assignment(self, position: int, before: Sequence[Assignment]) -> Refusal:
        return self._unexpected(refusals.no_assignment(self._text, self._next_character(position)[1]), before)

    def _assignment(self, name: re.Match[str], before: Sequence[Assignment]) -> tuple[Assignment, str, int]:
        """The assignment that begins with `name =`, the character after it, and the offset of that."""
        start = name.start(1)
        offset = name.end()
        parts: list[Part] = []
        while True:
            part, end = self._part(offset, start)
            if part:
                parts.append(part)
            character, offset = self._next_character(end)
            if not part and (parts or character == "#"):
                raise self._unexpected(Refusal(Reason.VALUE, offset), before)
            if character != "#":
                return Assignment(name[1].lower(), tuple(parts), start, name.end(), end), character, offset
            offset = self._next_character(offset + 1)[1]

    def _part(self, at: int, origin: int) -> tuple[Part | None, int]:
        """One part of a value, or None where there is none, and the offset after it."""
        character = self._text[at : at + 1]
        if character in ("{", '"'):
            end = self._end_of_braces(at, origin) if character == "{" else self._end_of_quotes(at, origin)
            swallowed = _first_after(self._entry_starts, at, end)
            if swallowed < end:  # Pandoc reads such a value, but the entry in it would be lost without a word
                raise Refusal(Reason.UNCLOSED, swallowed, origin)
            return Part(self._text[at + 1 : end - 1]), end
        word = _WORD.match(self._text, at)
        return (Part(word[0], word=True), word.end()) if word else (None, at)

    def _end_of_braces(self, at: int, origin: int) -> int:
        simple = _SIMPLE_BRACES.match(self._text, at, _first_after(self._line_starts, at, len(self._text)))
        if simple:
            return simple.end()
        if at not in self._closing:
            raise Refusal(Reason.UNCLOSED, len(self._text), origin)
        return self._closing[at] + 1

    def _end_of_quotes(self, at: int, origin: int) -> int:
        limit = _first_after(self._line_starts, at, len(self._text))
        position = at + 1
        while found := _IN_QUOTES.search(self._text, position, limit):
            if found[0] == '"':
                return found.end()
            braces = found[0] == "{" and found.start() in self._closing
            position = self._closing[found.start()] + 1 if braces else found.end()
        raise Refusal(Reason.UNCLOSED, limit, origin)

    def _unexpected(self, refusal: Refusal, before: Sequence[Assignment]) -> Refusal:
        """The refusal; where it is the next block or the end of the text that was met, the entry was never closed."""
        if not self._is_over(refusal.at):
            return refusal
        culprits = (a.start for a in before if any(_SWALLOWED_FIELD.search(part.text) for part in a.parts))
        return Refusal(Reason.UNCLOSED, refusal.at, next(culprits, -1))

    def _is_over(self, offset: int) -> bool:
        return offset >= len(self._text) or offset in self._starts

    def _next_character(self, position: int) -> tuple[str, int]:
        """The next character after white space and comments, empty at the end of the text, and its offset."""
        found = _CHARACTER.match(self._text, position)
        assert found is not None  # both of its halves may be empty
        return found[1], found.start(1)


def _matching_braces(text: str) -> dict[int, int]:
    """The closing brace for every opening one that has one; a backslash takes the meaning from the next character."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            closing[opened.pop()] = match.start()
    return closing


def _first_after(offsets: Sequence[int], offset: int, otherwise: int) -> int:
    index = bisect_right(offsets, offset)
    return offsets[index] if index < len(offsets) else otherwise
