"""What rules about the structure of two languages share: paired blocks, their kinds in words, places inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thesis_build import pandoc_ast
from thesis_build.alignment.differences import differences
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.pair_states import agreement
from thesis_build.model import Chapter, Element, Elements, Pair, Project, Related, Span, Texts, derived, is_abstract
from thesis_build.readers.markdown import positions
from thesis_build.readers.markdown.prose import span_between

COUNTERPART: Texts = {"en": "in the other language", "id": "dalam bahasa yang lain"}
LISTS = frozenset({"BulletList", "OrderedList", "DefinitionList"})
_KINDS: dict[str, Texts] = {
    "BlockQuote": {"en": "quotation", "id": "kutipan"},
    "BulletList": {"en": "list", "id": "daftar"},
    "CodeBlock": {"en": "code", "id": "kode"},
    "DefinitionList": {"en": "list of terms", "id": "daftar istilah"},
    "Div": {"en": "division", "id": "kotak :::"},
    "Figure": {"en": "figure", "id": "gambar"},
    "Header": {"en": "heading", "id": "judul"},
    "HorizontalRule": {"en": "line", "id": "garis"},
    "OrderedList": {"en": "numbered list", "id": "daftar bernomor"},
    "Table": {"en": "table", "id": "tabel"},
}
_PARAGRAPH: Texts = {"en": "paragraph", "id": "paragraf"}
_TABLE: Texts = {"en": "table", "id": "tabel"}


@dataclass(frozen=True, slots=True)
class Both:
    """A pair of blocks: the chapter in two languages, and the block of each, the first language first."""

    chapter: str
    pair: Pair
    chapters: tuple[Chapter, Chapter]

    @property
    def blocks(self) -> tuple[Element, Element]:
        """The two blocks."""
        one, other = self.chapters
        return one.blocks[self.pair.blocks[one.language]], other.blocks[self.pair.blocks[other.language]]

    def span(self, side: int, needle: str = "", line: int = 0) -> Span:
        """The place of a text in the block of one side (in its line of this number), or of the block."""
        chapter = self.chapters[side]
        index = self.pair.blocks[chapter.language]
        if needle:
            start, end = positions.block_extent(chapter, index)
            text = chapter.source.text
            for _ in range(line):
                start = text.find("\n", start, end) + 1 or start
            whole = re.compile(rf"(?<!\w){re.escape(needle)}(?!\w)")
            if found := whole.search(text, start, end):
                return span_between(chapter.source, *found.span())
        return positions.block_span(chapter, index)

    def related(self, side: int, needle: str = "", line: int = 0) -> tuple[Related, ...]:
        """The same as a second place."""
        return (Related(self.span(side, needle, line), COUNTERPART),)

    def found(self, *kinds: str) -> tuple[Elements, Elements]:
        """The elements of these kinds in each of the blocks, notes not among them."""
        one, other = (
            [each for each in _outside_notes(chapter)[self.pair.blocks[chapter.language]] if each["t"] in kinds]
            for chapter in self.chapters
        )
        return one, other


def both(project: Project) -> Iterator[Both]:
    """The pairs of blocks of the first language and each other one, without those of chapters Pandoc cannot read."""
    first, *others = project.manuscripts or ("",)
    for chapter in agreement(project).chapters:
        chapters = project.in_each_language(chapter.name)
        for other in others:
            if first in chapters and other in chapters:
                for pair in chapter.pairs:
                    if first in pair.blocks and other in pair.blocks:
                        yield Both(chapter.name, pair, (chapters[first], chapters[other]))


def whole(project: Project, chapter: str) -> bool:
    """Whether the blocks of a chapter are compared one by one: it is read, and it is no abstract."""
    chapters = project.in_each_language(chapter)
    return len(chapters) > 1 and not any(v.error for v in chapters.values()) and not is_abstract(chapter)


def differing(project: Project, where: Both) -> frozenset[Kind]:
    """The kinds of difference that the comparison of the texts finds in a pair of blocks."""
    if not is_abstract(where.chapter):  # an abstract is compared as a whole
        return _differing(project).get((where.chapter, where.pair.identifier), frozenset())
    blocks = {chapter.language: where.span(side) for side, chapter in enumerate(where.chapters)}
    return frozenset(
        each.kind
        for each in differences(project)
        if each.chapter == where.chapter
        and any(_is_inside(span, blocks.get(language)) for language, span in each.spans.items())
    )


def _is_inside(span: Span, block: Span | None) -> bool:
    return block is not None and span.path == block.path and block.line <= span.line <= block.end_line


@derived
def _differing(project: Project) -> dict[tuple[str, str], frozenset[Kind]]:
    found: dict[tuple[str, str], frozenset[Kind]] = {}
    for each in differences(project):
        key = (each.chapter, each.pair)
        found[key] = found.get(key, frozenset()) | {each.kind}
    return found


def kind(block: Element) -> Texts:
    """What a block is, in words."""
    return _TABLE if "csv" in pandoc_ast.classes(block) else _KINDS.get(block["t"], _PARAGRAPH)


def caption(block: Element) -> str | None:
    """The caption of a figure or table, empty for an image alone in its paragraph; None for other blocks."""
    if block["t"] in ("Figure", "Table"):
        return pandoc_ast.plain_text(pandoc_ast.caption_inlines(block)).strip()
    if "csv" in pandoc_ast.classes(block):
        return pandoc_ast.plain_text(block).strip()
    alone = block["t"] == "Para" and [inline["t"] for inline in pandoc_ast.inlines(block)] == ["Image"]
    return "" if alone else None


@derived
def _outside_notes(chapter: Chapter) -> tuple[tuple[Element, ...], ...]:
    """The elements of each block of a chapter, those of its notes left out."""
    without = (pandoc_ast.rewrite([block], {"Note": lambda note: [] if note else None}) for block in chapter.blocks)
    return tuple(tuple(pandoc_ast.walk(blocks)) for blocks in without)
