"""What rules about the wording of one language share: the passages of a chapter, and those without foreign matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thesis_build import pandoc_ast
from thesis_build.alignment.text.passages import OBJECT, Passage, from_blocks, of_chapter
from thesis_build.model import Chapter, Edit, Element, Elements, Fix, Span, derived
from thesis_build.readers.markdown import passage_positions
from thesis_build.rules._edits import offset

_FOREIGN = frozenset({"Emph", "Strong", "Quoted", "Code", "Link", "Note", "Cite", "Math", "Image", "RawInline"})

_QUOTED = re.compile(r"“[^“”]*”")
"""A quotation whose marks are typed as they are printed."""


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage of a chapter, and the number of the block it stands in."""

    chapter: Chapter
    block: int
    passage: Passage

    @property
    def text(self) -> str:
        """The text of the passage."""
        return self.passage.text

    def span(self, start: int, end: int) -> Span:
        """The place in the file of a stretch of the text."""
        return passage_positions.span(self.chapter, self.block, self.text, start, end)

    def sentence(self, start: int, end: int) -> str:
        """The text around a stretch, up to the ends of its sentence."""
        before = max(self.text.rfind(sign, 0, start) for sign in ".!?\n") + 1
        after = re.compile(r"[.!?](?=\s|$)|\n").search(self.text, end)
        return self.text[before : after.end() if after else len(self.text)]


@derived
def said(chapter: Chapter) -> tuple[ReadPassage, ...]:
    """The passages of a chapter with those of its notes."""
    found = []
    for number, passages in enumerate(of_chapter(chapter)):
        notes = [e for e in pandoc_ast.walk(chapter.blocks[number]) if e["t"] == "Note"]
        more = [passage for note in notes for passage in from_blocks(pandoc_ast.blocks(note), chapter.language)]
        found += [ReadPassage(chapter, number, passage) for passage in (*passages, *more)]
    return tuple(found)


@derived
def own_words(chapter: Chapter) -> tuple[ReadPassage, ...]:
    """The paragraphs of a chapter, with one sign for what may be of another language: italics, quotations, links."""
    found = []
    for number, block in enumerate(chapter.blocks):
        if block["t"] == "BlockQuote" or (block["t"] == "Div" and "lang" in dict(pandoc_ast.key_values(block))):
            continue
        for element in (block, *pandoc_ast.walk(block)):
            if element["t"] in ("Para", "Plain"):
                text = _QUOTED.sub(OBJECT, "".join(_own(pandoc_ast.inlines(element))))
                if text.strip():
                    found.append(ReadPassage(chapter, number, Passage(chapter.language, text)))
    return tuple(found)


def _own(inlines: Elements) -> Iterator[str]:
    for inline in inlines:
        kind = inline["t"]
        if kind in _FOREIGN or (kind == "Span" and _is_foreign(inline)):
            yield OBJECT
        elif kind == "Str":
            yield pandoc_ast.word_text(inline)
        elif kind in pandoc_ast.SPACES:
            yield " "
        else:
            yield from _own(pandoc_ast.inlines(inline))


def _is_foreign(span: Element) -> bool:
    return bool(pandoc_ast.classes(span)) or "lang" in dict(pandoc_ast.key_values(span))


def replaced(span: Span, text: str, wanted: str, source: str, *, safe: bool) -> Fix | None:
    """The fix that writes `text` in place of `wanted`; None where something else stands there."""
    start, end = offset(source, span.line, span.column), offset(source, span.end_line, span.end_column)
    return Fix((Edit(span, text),), safe=safe) if source[start:end] == wanted else None
