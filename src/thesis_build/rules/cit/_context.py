"""The context of each citation of a chapter: the words before and after it, and whether it is in a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Element, derived

CITE = "\ufffc"
"""What represents another citation in the words around one."""

_REACH = 600


@dataclass(frozen=True, slots=True)
class Around:
    """The words before and after a citation in its paragraph, and whether that is in a block quotation."""

    before: str
    after: str
    quoted: bool


@derived
def surroundings(chapter: Chapter) -> dict[int, Around]:
    """What is around each citation of a chapter, by `id` of Pandoc's element."""
    quotations = [element for element in chapter.elements if element["t"] == "BlockQuote"]
    quoted = {id(element) for quotation in quotations for element in pandoc_ast.walk(quotation)}
    found: dict[int, Around] = {}
    stack: list[Any] = [chapter.blocks]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            if any(isinstance(child, dict) and child.get("t") == "Cite" for child in value):
                found |= _in_inlines(value, quoted)
            stack += [child for child in value if isinstance(child, list | dict)]
        else:
            stack += [child for child in value.values() if isinstance(child, list | dict)]
    return found


def _in_inlines(inlines: list[Element], quoted: set[int]) -> dict[int, Around]:
    pieces = [_piece(element) for element in inlines]
    text = "".join(pieces)
    starts = [0, *accumulate(len(piece) for piece in pieces)]
    return {
        id(element): Around(
            text[max(0, starts[index] - _REACH) : starts[index]],
            text[starts[index + 1] : starts[index + 1] + _REACH],
            id(element) in quoted,
        )
        for index, element in enumerate(inlines)
        if element["t"] == "Cite"
    }


def _piece(element: Element) -> str:
    if element["t"] == "Cite":
        return CITE
    text = pandoc_ast.plain_text([element])
    if element["t"] == "Quoted":
        return f"“{text}”" if pandoc_ast.is_double_quoted(element) else f"‘{text}’"
    return text
