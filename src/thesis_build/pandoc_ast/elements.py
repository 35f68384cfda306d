"""What elements hold, by the names of their parts."""

from __future__ import annotations

import re
from typing import Any

from thesis_build.model import Element, Elements

SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})
"""The inlines that are white space."""

_INLINES = {"Header": 2, "Cite": 1, "Quoted": 1, "Span": 1, "Link": 1, "Image": 1}
"""Where the inlines of an element stand in its content; the content of every other is its inlines."""

_BLOCKS = {"Div": 1, "Figure": 2}
"""Likewise the blocks of an element."""


def inlines(element: Element) -> Elements:
    """The inlines that a paragraph, heading, link, image, citation, quotation, span or emphasis holds."""
    index = _INLINES.get(element["t"])
    found: Elements = element["c"] if index is None else element["c"][index]
    return found


def blocks(element: Element) -> Elements:
    """The blocks that a division, figure, note or block quotation holds."""
    index = _BLOCKS.get(element["t"])
    found: Elements = element["c"] if index is None else element["c"][index]
    return found


def children(element: Element) -> list[Any]:
    """Whatever an element holds, nested as Pandoc nests it; empty where that is text or nothing."""
    content = element.get("c")
    return content if isinstance(content, list) else []


def level(block: Element) -> int:
    """The level of a heading; 0 for any other block."""
    return int(block["c"][0]) if block["t"] == "Header" else 0


def list_items(element: Element) -> list[Elements]:
    """The items of a bullet list or a numbered list: the blocks of each."""
    items: list[Elements] = element["c"][1] if element["t"] == "OrderedList" else element["c"]
    return items


def word_text(inline: Element) -> str:
    """The letters of a word (`Str`); empty for any other inline."""
    return str(inline["c"]) if inline["t"] == "Str" else ""


def code_text(element: Element) -> str:
    """What inline code or a code block says."""
    return str(element["c"][1])


def raw_format(element: Element) -> str:
    """The format of raw content."""
    return str(element["c"][0])


def raw_text(element: Element) -> str:
    """What raw content says."""
    return str(element["c"][1])


def tex(formula: Element) -> str:
    """The TeX of a formula."""
    return str(formula["c"][1])


def is_display(formula: Element) -> bool:
    """Whether a formula stands on a line of its own."""
    return bool(formula["c"][0]["t"] == "DisplayMath")


def is_double_quoted(quotation: Element) -> bool:
    """Whether a quotation (`Quoted`) has double quotation marks."""
    return bool(quotation["c"][0]["t"] == "DoubleQuote")


def address(element: Element, kind: str) -> str:
    """The address of an element of this kind (Link or Image); empty where it is of another."""
    return str(element["c"][2][0]) if element["t"] == kind else ""


def unsafe_scheme(element: Element) -> str:
    """The scheme of a link or image whose address is a script, data or a local file; empty for every other element.

    Browsers pass over spaces and control characters in a scheme.
    """
    written = address(element, "Link") or address(element, "Image")
    scheme, colon, _ = re.sub(r"(%[01][0-9a-f]|%20|[\x00-\x20])+", "", written, flags=re.IGNORECASE).partition(":")
    return scheme.lower() if colon and scheme.lower() in _UNSAFE else ""


_UNSAFE = frozenset({"javascript", "vbscript", "data", "file", "blob"})


def link_title(element: Element) -> str:
    """The title of a link or image, which browsers show beside it."""
    return str(element["c"][2][1])


def caption_blocks(element: Element) -> Elements:
    """The caption of a figure or table, as blocks."""
    found: Elements = element["c"][1][1]
    return found


def caption_inlines(element: Element) -> Elements:
    """The caption of a figure or table as inlines (its paragraphs joined by spaces)."""
    out: Elements = []
    for block in caption_blocks(element):
        if block["t"] in ("Plain", "Para"):
            if out:
                out.append({"t": "Space"})
            out.extend(block["c"])
    return out
