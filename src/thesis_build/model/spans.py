"""Spans in files, texts in several languages, and the elements of a Pandoc document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thesis_build.model.derived import Memo

Texts = Mapping[str, str]
"""A text in several languages: language tag (BCP 47) to text."""

Element = dict[str, Any]
"""One element of a Pandoc document: `{"t": …, "c": …}`."""

Elements = list[Element]
"""A list of blocks or of inlines of a Pandoc document."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A span in a file: lines and columns count from 1, columns in characters, the end is exclusive.

    `path` is relative to the project's root, with forward slashes.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __post_init__(self) -> None:
        if not self.end_line:
            object.__setattr__(self, "end_line", self.line)
            object.__setattr__(self, "end_column", max(self.end_column, self.column))


@dataclass(frozen=True, slots=True)
class Located:
    """A name (a citation key, an identifier, an image address …) and the span where it stands."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """A text file as read: `text` has no BOM and only `\\n` line ends.

    `broken_at` is the position of the first byte that is not UTF-8 (the text then has U+FFFD there), or None. `bom`
    says that the file begins with a byte order mark, `mixed_at` is the first line that ends unlike the lines before it.
    """

    path: str
    text: str
    broken_at: Span | None = None
    bom: bool = False
    mixed_at: Span | None = None
    memo: Memo = field(default_factory=dict, init=False, repr=False, compare=False)
