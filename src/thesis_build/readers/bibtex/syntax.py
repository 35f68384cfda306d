"""The blocks of a bibliography file as written, and the reasons why Pandoc refuses one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why Pandoc refuses a block, and with it the whole file."""

    STRAY_AT = "stray-at"
    COMMENT = "comment"
    TYPE = "type"
    PARENTHESES = "parentheses"
    NO_KEY = "no-key"
    KEY_CHARACTER = "key-character"
    KEY_SPACE = "key-space"
    KEY_COMMA = "key-comma"
    FIELD_NAME = "field-name"
    NAME_CHARACTER = "name-character"
    EQUALS = "equals"
    VALUE = "value"
    FIELD_COMMA = "field-comma"
    STRING_END = "string-end"
    UNCLOSED = "unclosed"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the pieces of a value that `#` joins: a bare `word`, or what stands in braces or quotes."""

    text: str
    word: bool = False


@dataclass(frozen=True, slots=True)
class Assignment:
    """`name = value` as written, the name in lower case; `start` is the offset of the name.

    The value stands from `value_start` up to `value_end`, delimiters and all.
    """

    name: str
    parts: tuple[Part, ...]
    start: int
    value_start: int
    value_end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text, from offset `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Between(Block):
    """Text outside every block."""


@dataclass(frozen=True, slots=True)
class Aside(Block):
    """A `@comment` or a `@preamble`."""


@dataclass(frozen=True, slots=True)
class WrittenString(Block):
    """The definition of an `@string`."""

    assignment: Assignment


@dataclass(frozen=True, slots=True)
class WrittenEntry(Block):
    """An entry; `key` is empty where it has none, and `key_at` then where it belongs."""

    type: str
    key: str
    key_at: int
    fields: tuple[Assignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused(Block):
    """What Pandoc does not read: `offset` is where the fault shows, `origin` where it may have begun (or -1).

    `entry` is what can be read of it all the same.
    """

    reason: Reason
    key: str
    offset: int
    origin: int = -1
    entry: WrittenEntry | None = None


class Refusal(Exception):
    """A fault at offset `at`, from where a block cannot be read on."""

    def __init__(self, reason: Reason, at: int, origin: int = -1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at
        self.origin = origin
