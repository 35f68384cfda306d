"""Walking through the elements of a document, and rewriting them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from thesis_build.model import Element, Elements

Change = Callable[[Element], "Element | Elements | None"]

_LEAVES = frozenset({"Str", "Space", "SoftBreak", "LineBreak", "HorizontalRule", "Code", "CodeBlock", "Math"})
_PLAIN = frozenset({"Str", "Space", "SoftBreak"})


def walk(value: Any) -> Iterator[Element]:
    """Every element in `value` that is not plain text or space, parents before children, in reading order."""
    stack = [value]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            kind = value.get("t")
            if kind is None:
                stack.extend(reversed(value.values()))
                continue
            if kind not in _PLAIN:
                yield value
                if kind not in _LEAVES and "c" in value:
                    stack.append(value["c"])
        elif isinstance(value, list):
            stack.extend([child for child in reversed(value) if _holds_more(child)])


def _holds_more(child: Any) -> bool:
    return (child["t"] not in _PLAIN if "t" in child else True) if isinstance(child, dict) else isinstance(child, list)


def rewrite(elements: Any, changes: dict[str, Change]) -> Any:
    """`elements` with `changes[type]` applied to each element of that type, children first.

    A change returns a new element, a list of elements that replace it, or None to keep it.
    What holds no change is shared with the original.
    """
    if isinstance(elements, list):
        return _rewrite_list(elements, changes)
    if isinstance(elements, dict):
        return _rewrite_mapping(elements, changes)
    return elements


def _rewrite_list(elements: list[Any], changes: dict[str, Change]) -> list[Any]:
    out: list[Any] | None = None
    for index, child in enumerate(elements):
        new: Any = child
        if isinstance(child, dict):
            kind = child.get("t")
            if kind is None:
                new = _rewrite_mapping(child, changes)
            else:
                if kind not in _LEAVES and "c" in child:
                    new = _rewrite_mapping(child, changes)
                if kind in changes:
                    changed = changes[kind](new)
                    new = new if changed is None else changed
        elif isinstance(child, list):
            new = _rewrite_list(child, changes)
        if out is None and new is not child:
            out = elements[:index]
        if out is not None:
            if isinstance(new, list) and isinstance(child, dict):
                out.extend(new)
            else:
                out.append(new)
    return elements if out is None else out


def _rewrite_mapping(element: dict[str, Any], changes: dict[str, Change]) -> dict[str, Any]:
    out = element
    for name, child in element.items():
        if isinstance(child, (list, dict)):
            new = rewrite(child, changes)
            if new is not child:
                if out is element:
                    out = dict(element)
                out[name] = new
    return out
