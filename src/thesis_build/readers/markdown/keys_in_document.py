"""Every `@key` of a Pandoc document in reading order: the citations, and what only looks like one.

Code, maths, raw content, addresses and escaped characters are named too, so that what is written in the source can be
distinguished by what Pandoc made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Element, Elements, derived

KEY = re.compile(
    r"@(?:\{(?P<braced>(?:[^{}\s]|\{[^{}\s]*\})+)\}"
    r"|(?P<bare>[\w*](?:\w|[:.#$%&+?<>~/-](?=\w)|[:/](?=/))*))"
)
"""A key as Pandoc reads it: inner punctuation counts only before a letter or digit (pandoc 3.9, `citeKey`)."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One `@key` of a document: in which block, whether in a note or in a table's caption, in which column of a table.

    `citation` is Pandoc's citation, or None for what only looks like one; `cite` is the group it stands in.
    """

    key: str
    block: int
    noted: bool = False
    captioned: bool = False
    column: int | None = None
    citation: pandoc_ast.Citation | None = None
    cite: Element | None = None


@dataclass(frozen=True, slots=True)
class _Marked:
    """A citation that waits for its prefix to be read."""

    citation: pandoc_ast.Citation
    cite: Element


@dataclass(frozen=True, slots=True)
class _At:
    """Where in a block: in a note, in a table's caption, in which column of a table."""

    noted: bool = False
    captioned: bool = False
    column: int | None = None


@derived
def mentions_of(chapter: Chapter) -> tuple[Mention, ...]:
    """The mentions in a chapter, in reading order."""
    return tuple(mentions(chapter.blocks, chapter.source.text))


def mentions(blocks: Elements, text: str = "") -> Iterator[Mention]:
    """The mentions in `blocks`, in reading order; of addresses, those that are written out in `text`."""
    for index, block in enumerate(blocks):
        stack: list[tuple[Any, _At]] = [(block, _At())]
        while stack:
            value, at = stack.pop()
            if isinstance(value, str):
                for match in KEY.finditer(value):
                    key = match["braced"] or match["bare"]
                    yield Mention(key, index, at.noted, at.captioned, at.column)
            elif isinstance(value, _Marked):
                key = pandoc_ast.citation_key(value.citation)
                yield Mention(key, index, at.noted, at.captioned, at.column, value.citation, value.cite)
            elif isinstance(value, list):
                stack.extend((child, at) for child in reversed(value))
            elif isinstance(value, dict) and value.get("t") == "Table":
                stack.extend(reversed(_table(value, at)))
            elif isinstance(value, dict) and "t" in value:
                stack.append((_parts(value, text), replace(at, noted=True) if value["t"] == "Note" else at))


def _table(table: Element, at: _At) -> list[tuple[Any, _At]]:
    """A table's caption and its cells, row by row."""
    rows = pandoc_ast.table_rows(table)
    cells = [(cell, replace(at, column=column)) for row in rows for column, cell in enumerate(row)]
    caption = [pandoc_ast.caption_blocks(table), pandoc_ast.attributes(table)]
    return [(caption, replace(at, captioned=True)), *cells]


def _parts(element: Element, text: str) -> list[Any]:
    """What an element holds, in the order in which it is written."""
    kind = element["t"]
    if kind == "Str":
        return [pandoc_ast.word_text(element)]
    if kind == "Cite":
        return [part for citation in pandoc_ast.citations(element) for part in _around(citation, element)]
    if kind in ("Link", "Image"):
        return [pandoc_ast.inlines(element), *_address(element, text), pandoc_ast.key_values(element)]
    if kind == "Span":
        inlines = pandoc_ast.inlines(element)
        return [inlines] if "<span" in text else [inlines, pandoc_ast.attributes(element)]
    if kind in ("Code", "Header"):
        said = pandoc_ast.code_text(element) if kind == "Code" else pandoc_ast.inlines(element)
        return [said, pandoc_ast.attributes(element)]
    if kind == "Math":
        return [pandoc_ast.tex(element)]
    if kind in ("RawInline", "RawBlock"):
        return [pandoc_ast.raw_text(element)]
    if kind == "Figure":
        caption = pandoc_ast.caption_blocks(element)
        return [caption, _without_caption(pandoc_ast.blocks(element), caption)]
    return pandoc_ast.children(element)


def _around(citation: pandoc_ast.Citation, cite: Element) -> list[Any]:
    return [pandoc_ast.citation_prefix(citation), _Marked(citation, cite), pandoc_ast.citation_suffix(citation)]


def _address(element: Element, text: str) -> list[str]:
    """Address and title of a link or image, where they certainly stand after its text.

    What is left out does not keep the rest from being found; what stands in another order does.
    """
    address, title = pandoc_ast.address(element, element["t"]), pandoc_ast.link_title(element)
    automatic = {"uri", "email"} & set(pandoc_ast.classes(element))
    inline = f"({address}" in text
    elsewhere = f"]: {address}" in text or f"]:{address}" in text or f"<{address}" in text
    return [address, title] if inline and not elsewhere and not automatic else []


def _without_caption(blocks: Elements, caption: Elements) -> Elements:
    """A figure's blocks; Pandoc repeats the caption as the image's text where it has no other."""
    said = pandoc_ast.plain_text(caption).strip()

    def change(image: Element) -> Element | None:
        repeats = pandoc_ast.plain_text(pandoc_ast.inlines(image)).strip() == said
        return pandoc_ast.without_text(image) if repeats else None

    out: Elements = pandoc_ast.rewrite(blocks, {"Image": change})
    return out
