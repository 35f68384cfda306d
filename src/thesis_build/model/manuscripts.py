"""What was read of the texts: chapters and manuscripts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thesis_build.model.derived import Memo
from thesis_build.model.spans import Element, Elements, Source


@dataclass(frozen=True, slots=True)
class Message:
    """What Pandoc said; `line` and `column` are 0 where it gave no position, `subject` is what it is about."""

    kind: str
    text: str
    line: int = 0
    column: int = 0
    subject: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Chapter:
    """One Markdown file, read by Pandoc: the blocks of its document, and what Pandoc said about it.

    `elements` are all elements of the blocks that are not plain text or space, parents first, in reading order.
    `name` is the file's name without its ending; `error` is set where Pandoc could not read the text at all.
    Positions of blocks, citations and the like are found by `readers.markdown.positions` when something is reported.
    """

    name: str
    language: str
    source: Source
    blocks: Elements
    elements: tuple[Element, ...] = ()
    messages: tuple[Message, ...] = ()
    error: Message | None = None
    memo: Memo = field(default_factory=dict, init=False, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The complete text in one language: its chapters in order (abstract and pages among them)."""

    language: str
    chapters: tuple[Chapter, ...]


def is_abstract(name: str) -> bool:
    """Whether a chapter of this name is an abstract: `NN-abstract`."""
    return re.fullmatch(r"\d+-abstract", name) is not None
