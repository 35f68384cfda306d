"""A thesis as read from its folder, and which of its blocks say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from thesis_build.model.data import Data, Glossary, Image
from thesis_build.model.derived import Memo
from thesis_build.model.library import Library
from thesis_build.model.manuscripts import Chapter, Manuscript, is_abstract
from thesis_build.model.settings import Settings
from thesis_build.model.spans import Source
from thesis_build.model.works import Address, Work


class Cache(Protocol):
    """Keeps, from one run to the next, what was worked out: under a key that says everything it depends on."""

    def get(self, key: str) -> bytes | None:
        """What is kept under a key, or None."""

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    """A thesis as read from its folder. The same value serves build, check, watch and preview.

    It is compared by identity, so that what is worked out from it can be kept; `sources` holds the text of every file
    that a finding can stand in, by path. A library alone is a project without manuscripts.
    `bad_formulas` are the formulas that Pandoc cannot read or Typst cannot set, as written, and why; `unprintable` are
    the characters that no font of the PDF edition has, `fonts_instead` the fonts that there are where the one of the
    settings is missing; `unread` are the files beside the chapters that look like texts and are not read. `works` (by
    normal DOI) and `addresses` are what the network said; both are empty where it was not asked. `cache` is given by
    the command that runs; None means that nothing is kept. `language_files` are the data of the languages that the
    project brings.
    """

    root: Path
    settings: Settings
    manuscripts: Mapping[str, Manuscript]
    library: Library
    glossary: Glossary
    data: Data
    images: Mapping[str, Image]
    style: Source
    bad_formulas: Mapping[str, str] = field(default_factory=dict)
    unprintable: frozenset[str] = frozenset()
    fonts_instead: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    works: Mapping[str, Work] = field(default_factory=dict)
    addresses: Mapping[str, Address] = field(default_factory=dict)
    cache: Cache | None = None
    memo: Memo = field(default_factory=dict, init=False, repr=False, compare=False)
    language_files: Mapping[str, Any] = field(default_factory=dict)

    @property
    def chapters(self) -> Iterator[Chapter]:
        """The chapters of every language, one language after the other."""
        return (chapter for manuscript in self.manuscripts.values() for chapter in manuscript.chapters)

    def languages_of(self, name: str) -> tuple[str, ...]:
        """The languages in which a chapter of this name is expected: an abstract may have more than the others."""
        return tuple(self.manuscripts) if is_abstract(name) else self.settings.languages

    def in_each_language(self, name: str) -> dict[str, Chapter]:
        """The chapter of this name in each language that has it."""
        return {chapter.language: chapter for chapter in self.chapters if chapter.name == name}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two blocks that say the same thing.

    `blocks[language]` is the index into that chapter's blocks, absent where a block stands alone.
    `identifier` is unique in the thesis: the explicit identifier the two share, or one made from their content.
    `alone` says that it stands alone on purpose (`::: {.only-id}`).
    """

    identifier: str
    blocks: Mapping[str, int]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ChapterPairs:
    """The pairs of one chapter (same file name in each language), in reading order."""

    name: str
    pairs: tuple[Pair, ...]
