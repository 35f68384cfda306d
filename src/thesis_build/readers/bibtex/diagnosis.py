"""What is wrong where the grammar cannot go on: an offset in a text → the reason, and where the fault is.

Only the messages depend on this; that something is wrong is known before.
"""

from __future__ import annotations

import re

from thesis_build.readers.bibtex.syntax import Reason, Refusal

_LETTERS = re.compile(r"@([^\W\d_]*)([\w-]?)")
_LIKE_ENTRY = re.compile(r"@\s*[^\s{}()@,=]*\s*\{\s*[^\s{},]*\s*,")
_LIKE_ENTRY_IN_PARENTHESES = re.compile(r"@[^\W\d_]+\s*(\()\s*[^\s,()=]*\s*[,=]")
_NEXT_DELIMITER = re.compile(r'[^,={}"]*([,=}])')
_NAME = re.compile(r"[\w:+-]+\s*+")


def no_block(text: str, at: int) -> Refusal:
    """Why the `@` at `at` begins nothing that Pandoc knows."""
    letters = _LETTERS.match(text, at)
    in_parentheses = _LIKE_ENTRY_IN_PARENTHESES.match(text, at)
    if letters and letters[1].lower() == "comment" and not letters[2]:
        return Refusal(Reason.COMMENT, at)
    if in_parentheses:
        return Refusal(Reason.PARENTHESES, in_parentheses.start(1))
    if letters and _LIKE_ENTRY.match(text, at):
        return Refusal(Reason.TYPE, letters.end(1))
    return Refusal(Reason.STRAY_AT, at)


def no_comma(text: str, key: str, key_at: int, offset: int) -> Refusal:
    """Why no comma stands at `offset`, after the key."""
    character = text[offset]
    spaced = offset > key_at + len(key)
    following = _NEXT_DELIMITER.match(text, offset)
    if character == "=" or (key and "=" in key and character in '{"'):
        return Refusal(Reason.NO_KEY, key_at)
    if character == "}" or (spaced and following and following[1] != ","):
        return Refusal(Reason.KEY_COMMA, offset)
    return Refusal(Reason.KEY_SPACE if spaced and key else Reason.KEY_CHARACTER, offset)


def no_assignment(text: str, offset: int) -> Refusal:
    """Why no `name =` stands at `offset`, where a field should begin."""
    name = _NAME.match(text, offset)
    if not name:
        return Refusal(Reason.FIELD_NAME, offset)
    after = text[name.end() : name.end() + 1]
    if after == ".":
        return Refusal(Reason.NAME_CHARACTER, name.end())
    odd = bool(after) and after not in ',={}"'
    return Refusal(Reason.FIELD_NAME if odd else Reason.EQUALS, name.end())
