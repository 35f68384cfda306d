"""Every `@key` of a Pandoc document in reading order: the citations, and what only looks like one.

Code, maths, raw content, addresses and escaped signs are named too, so that what is written in the source can be
told apart by what Pandoc made of it.
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
    citation: dict[str, Any] | None = None
    cite: Element | None = None


@dataclass(frozen=True, slots=True)
class _Marked:
    """A citation that waits for its prefix to be read."""

    citation: dict[str, Any]
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
                key = value.citation["citationId"]
                yield Mention(key, index, at.noted, at.captioned, at.column, value.citation, value.cite)
            elif isinstance(value, list):
                stack.extend((child, at) for child in reversed(value))
            elif isinstance(value, dict) and value.get("t") == "Table":
                stack.extend(reversed(_table(value, at)))
            elif isinstance(value, dict) and "t" in value:
                stack.append((_parts(value, text), replace(at, noted=True) if value["t"] == "Note" else at))


def _table(table: Element, at: _At) -> list[tuple[Any, _At]]:
    """A table's caption and its cells, row by row."""
    attributes, caption, _, head, bodies, foot = table["c"]
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    cells = [(cell[4], replace(at, column=column)) for row in rows for column, cell in enumerate(row[1])]
    return [([caption, attributes], replace(at, captioned=True)), *cells]


def _parts(element: Element, text: str) -> list[Any]:
    """What an element holds, in the order in which it is written."""
    kind, content = element["t"], element.get("c", [])
    if kind == "Str":
        return [content]
    if kind == "Cite":
        return [part for citation in content[0] for part in _around(citation, element)]
    if kind in ("Link", "Image"):
        return [content[1], *_address(content, text), content[0][2]]
    if kind == "Span":
        return [content[1]] if "<span" in text else [content[1], content[0]]
    if kind in ("Code", "Header"):
        return [content[-1], content[-2]]
    if kind in ("Math", "RawInline", "RawBlock"):
        return [content[1]]
    if kind == "Figure":
        return [content[1], _without_caption(content[2], content[1])]
    return content if isinstance(content, list) else []


def _around(citation: dict[str, Any], cite: Element) -> list[Any]:
    return [citation["citationPrefix"], _Marked(citation, cite), citation["citationSuffix"]]


def _address(content: list[Any], text: str) -> list[str]:
    """Address and title of a link or image, where they stand behind its text for certain.

    What is left out of a document is no harm to finding the rest; what stands in another order is.
    """
    address, title = content[2]
    automatic = {"uri", "email"} & set(content[0][1])
    inline = f"({address}" in text
    elsewhere = f"]: {address}" in text or f"]:{address}" in text or f"<{address}" in text
    return [address, title] if inline and not elsewhere and not automatic else []


def _without_caption(blocks: Elements, caption: list[Any]) -> Elements:
    """A figure's blocks; Pandoc repeats the caption as the image's text where it has no other."""
    said = pandoc_ast.plain_text(caption).strip()

    def change(image: Element) -> Element | None:
        attributes, inlines, target = image["c"]
        repeats = pandoc_ast.plain_text(inlines).strip() == said
        return {"t": "Image", "c": [attributes, [], target]} if repeats else None

    out: Elements = pandoc_ast.rewrite(blocks, {"Image": change})
    return out
