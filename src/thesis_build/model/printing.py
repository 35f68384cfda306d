"""Manuscripts that are ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thesis_build.model.spans import Elements, Source


class ChapterKind(StrEnum):
    """What a Markdown file is in the book."""

    ABSTRACT = "abstract"
    PAGE = "page"
    CHAPTER = "chapter"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class ResolvedChapter:
    """A chapter in which nothing is left to look up.

    `number` is the chapter's label as printed ("BAB I", "Chapter 1", "Lampiran A"; empty for abstract and pages).
    Blocks keep their index. Numbers are attributes of the elements: a Header has `number="1.1"`, a Figure or
    Table `number="Gambar 1.1"`; display maths stand in a Span of class `equation` with `number="(1.1)"` and `alt`,
    inline maths in a Span of class `maths` with `alt`, a Note in a Span of class `note` with `number="3"`.
    """

    name: str
    kind: ChapterKind
    language: str
    identifier: str
    number: str
    title: Elements
    blocks: Elements
    source: Source


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the printed bibliography, as Pandoc blocks; `language` is the work's own, where known."""

    key: str
    blocks: Elements
    language: str


@dataclass(frozen=True, slots=True)
class ResolvedManuscript:
    """A manuscript ready to print: its chapters and its bibliography, in the order of the style."""

    language: str
    chapters: tuple[ResolvedChapter, ...]
    references: tuple[Reference, ...]
    hanging_indent: bool = True
