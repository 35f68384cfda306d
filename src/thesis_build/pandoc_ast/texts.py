"""The text of elements: as a reader sees it, and the letters a block begins with."""

from __future__ import annotations

from typing import Any

from thesis_build.model import Element

_TEXT = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}


def plain_text(value: Any) -> str:
    """The text of inlines or blocks as a reader sees it; notes are left out, code and maths are as written."""
    parts: list[str] = []
    _collect(value, parts)
    return "".join(parts)


def _collect(value: Any, parts: list[str]) -> None:
    if isinstance(value, list):
        for child in value:
            _collect(child, parts)
        return
    if not isinstance(value, dict):
        return
    kind = value.get("t")
    if kind == "Str":
        parts.append(value["c"])
    elif kind in _TEXT:
        parts.append(" ")
    elif kind in ("Code", "CodeBlock", "Math"):
        parts.append(value["c"][1])
    elif kind == "Quoted" or kind == "Cite":
        _collect(value["c"][1], parts)
    elif kind in ("RawInline", "RawBlock", "Note"):
        return
    elif kind is not None and "c" in value:
        _collect(value["c"], parts)
        if kind in ("Para", "Plain", "Header", "Cell"):
            parts.append(" ")


def opening(block: Element, length: int) -> str:
    """The letters and digits with which a block begins, up to the first thing whose source is not its text.

    About `length` of them; by these a block is found again in its source.
    """
    out: list[str] = []
    _open(block, length, out)
    return "".join(out)[:length]


def _open(value: Any, length: int, out: list[str]) -> bool:
    """Gather letters from `value` into `out`; False once that has to stop."""
    if isinstance(value, list):
        return all(_open(child, length, out) for child in value)
    if not isinstance(value, dict) or "c" not in value or value["t"] == "Note":
        return not isinstance(value, dict) or value.get("t") != "Note"
    kind, content = value["t"], value["c"]
    if kind in _WORDS:
        out.extend(character for character in (content if kind == "Str" else content[1]) if character.isalnum())
        return len(out) < length
    if kind == "Table":
        content = content[3][1] + [row for body in content[4] for row in body[3]]
    elif kind == "Figure":
        content = content[1][1]
    elif kind in _SECOND:
        content = content[1]
    elif kind in _LAST:
        content = content[-1]
    return _open(content, length, out) and kind not in _ELSEWHERE


_WORDS = frozenset({"Str", "RawInline", "RawBlock", "Code", "CodeBlock", "Math"})
_SECOND = frozenset({"Quoted", "Cite", "Link", "Image", "Span"})
_LAST = frozenset({"Header", "Div", "OrderedList"})
_ELSEWHERE = frozenset({"Link", "Image", "Span"})
"""Elements whose source goes on after their text: an address, attributes."""
