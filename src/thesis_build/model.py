"""The values that flow through the build: frozen, without I/O, importing nothing of ours.

A new type per stage: `Project` is what was read, `ResolvedManuscript` is what is ready to print,
`Pair` says which blocks of two manuscripts say the same. Pandoc documents are kept as the plain
JSON that Pandoc writes (lists and dicts, see `document`); they are never changed in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

Texts = Mapping[str, str]
"""A text in several languages: language tag (BCP 47) to text."""

Element = dict[str, Any]
"""One element of a Pandoc document: `{"t": …, "c": …}`."""

Elements = list[Element]
"""A list of blocks or of inlines of a Pandoc document."""


# ── places and findings ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: lines and columns count from 1, columns in characters, the end is exclusive.

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


class Severity(StrEnum):
    """How much a finding matters; only an error stops the build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding speaks of."""

    span: Span
    message: Texts


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with the thesis: rule, place, fact and way out."""

    code: str
    name: str
    severity: Severity
    span: Span
    message: Texts
    hint: Texts
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """A name (a citation key, an identifier, an image address …) and the place where it stands."""

    name: str
    span: Span


# ── what was read ───────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Source:
    """A text file as read: `text` has no BOM and only `\\n` line ends.

    `broken_at` is the place of the first byte that is not UTF-8 (the text then has U+FFFD there), or None.
    """

    path: str
    text: str
    broken_at: Span | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What Pandoc said; `line` and `column` are 0 where it gave no place, `subject` is what it is about."""

    kind: str
    text: str
    line: int = 0
    column: int = 0
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One Markdown file, read by Pandoc: the blocks of its document, and what Pandoc said about it.

    `elements` are all elements of the blocks that are not plain text or space, parents first, in reading order.
    `name` is the file's name without its ending; `error` is set where Pandoc could not read the text at all.
    Places of blocks, citations and the like are found by `readers.places` when something is to be reported.
    """

    name: str
    language: str
    source: Source
    blocks: Elements
    elements: tuple[Element, ...] = ()
    messages: tuple[Message, ...] = ()
    error: Message | None = None


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The complete text in one language: its chapters in order (abstract and pages among them)."""

    language: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry: `value` without its outer braces or quotes, strings and `#` resolved."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the library as written; `type` and field names are in lower case.

    `fields` are its own; `inherited` come through `crossref` or `xdata`.
    """

    key: str
    type: str
    fields: Mapping[str, Field]
    span: Span
    inherited: Mapping[str, Field] = field(default_factory=dict)

    def value(self, name: str) -> str:
        """The value of a field, own or inherited; empty where there is none."""
        found = self.fields.get(name) or self.inherited.get(name)
        return found.value if found else ""


class LibraryFault(StrEnum):
    """What can be wrong with a library as a text."""

    UNPARSEABLE = "unparseable"
    DUPLICATE_KEY = "duplicate-key"
    CASE_VARIANT_KEY = "case-variant-key"
    DUPLICATE_FIELD = "duplicate-field"
    EMPTY_KEY = "empty-key"
    TEXT_BETWEEN = "text-between"
    UNDEFINED_STRING = "undefined-string"
    NOT_UTF8 = "not-utf8"
    DANGLING = "dangling"
    CIRCULAR = "circular"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class BrokenEntry:
    """A fault of the library's text: `name` is the key, field or string concerned, `other` what it clashes with."""

    fault: LibraryFault
    name: str
    span: Span
    detail: str = ""
    other: Span | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """All bibliography files together, in reading order.

    `references` is what Pandoc reads from the same text: its `references` metadata (CSL-JSON with
    formatted fields as Pandoc inlines), or an empty list where the library has a fault Pandoc trips over.
    """

    sources: tuple[Source, ...] = ()
    entries: tuple[Entry, ...] = ()
    broken: tuple[BrokenEntry, ...] = ()
    references: tuple[Any, ...] = ()

    def entry(self, key: str) -> Entry | None:
        """The entry with this key, or None."""
        return next((entry for entry in self.entries if entry.key == key), None)


@dataclass(frozen=True, slots=True)
class Term:
    """An agreed pair of terms: `texts` by language, `abbreviation` by language for the list of abbreviations."""

    identifier: str
    texts: Texts
    variants: Mapping[str, tuple[str, ...]]
    forbidden: Mapping[str, tuple[str, ...]]
    abbreviation: Texts
    note: str
    span: Span


@dataclass(frozen=True, slots=True)
class Glossary:
    """The agreed terms of `paper/glossary.yaml`."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One number, amount or date of `paper/data/values.yaml`: `raw` as it stands in the data file."""

    name: str
    raw: str
    kind: str
    options: Mapping[str, Any]
    span: Span


@dataclass(frozen=True, slots=True)
class DataTable:
    """A CSV file of `paper/data/`: `heads[language][column]` is the printed head, `formats[column]` how to print it."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    heads: Mapping[str, Texts]
    formats: Mapping[str, Mapping[str, Any]]
    source: Source


@dataclass(frozen=True, slots=True)
class DataProblem:
    """Something in `paper/data/` or the glossary that cannot be used, and why (in both languages)."""

    span: Span
    message: Texts
    hint: Texts


@dataclass(frozen=True, slots=True)
class Data:
    """Everything under `paper/data/`."""

    values: Mapping[str, Value] = field(default_factory=dict)
    tables: Mapping[str, DataTable] = field(default_factory=dict)
    problems: tuple[DataProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """An image file the text shows: `data` is its content; `error` says why there is none."""

    path: str
    data: bytes = b""
    error: str = ""


# ── settings ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Author:
    """A person; `orcid` is the bare identifier (0000-0002-1825-0097) or empty."""

    name: str
    orcid: str = ""


@dataclass(frozen=True, slots=True)
class Margins:
    """Page margins as lengths with a unit (cm, mm, in, pt)."""

    left: str = "4cm"
    top: str = "4cm"
    right: str = "3cm"
    bottom: str = "3cm"


@dataclass(frozen=True, slots=True)
class Layout:
    """How the PDF edition is set."""

    paper: str = "a4"
    margins: Margins = Margins()
    font: str = "Libertinus Serif"
    size: str = "12pt"
    spacing: float = 1.5
    chapter_numerals: Mapping[str, str] = field(default_factory=dict)
    hyphenate: bool = False


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What the checker is told: severities by rule code, codes to ignore, limits, raw formats allowed in prose."""

    severity: Mapping[str, Severity] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    abstract_words: Mapping[str, int] = field(default_factory=dict)
    keywords_min: int = 0
    keywords_max: int = 0
    raw: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """`paper/thesis.yaml`, checked. `places` maps a dotted key (`keywords.id.2`) to where it stands."""

    title: Texts
    authors: tuple[Author, ...]
    date: date
    languages: tuple[str, ...]
    keywords: Mapping[str, tuple[str, ...]]
    subtitle: Texts = field(default_factory=dict)
    type: Texts = field(default_factory=dict)
    institution: Texts = field(default_factory=dict)
    url: str = ""
    style: str = "apa"
    bibliography: tuple[str, ...] = ("references/library.bib",)
    layout: Layout = Layout()
    front: tuple[str, ...] = (
        "title-page",
        "abstracts",
        "contents",
        "list-of-tables",
        "list-of-figures",
        "abbreviations",
    )
    back: tuple[str, ...] = ("bibliography", "appendices")
    check: CheckSettings = CheckSettings()
    places: Mapping[str, Span] = field(default_factory=dict)


# ── the project ─────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Project:
    """A thesis as read from its folder. The same value serves build, check, watch and preview.

    `bad_formulas` are the formulas that Pandoc cannot read, as written, and why.
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


# ── pairs ───────────────────────────────────────────────────────────────────────────────────────


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


# ── ready to print ──────────────────────────────────────────────────────────────────────────────


class Kind(StrEnum):
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
    kind: Kind
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
    """A manuscript ready to print: its chapters and its bibliography, in the order of the style.

    `labels` maps every identifier that can be referred to to its number as printed in references ("Gambar 1.1").
    """

    language: str
    chapters: tuple[ResolvedChapter, ...]
    references: tuple[Reference, ...]
    labels: Mapping[str, str]
    hanging_indent: bool = True
