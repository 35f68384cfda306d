"""Identifier, classes and key-value attributes of an element."""

from __future__ import annotations

from typing import Any

from thesis_build.model import Element

_ATTRIBUTE_INDEX = {
    "Header": 1,
    "Div": 0,
    "Span": 0,
    "Figure": 0,
    "Table": 0,
    "Link": 0,
    "Image": 0,
    "Code": 0,
    "CodeBlock": 0,
}


def identifier(element: Element) -> str:
    """The identifier of an element; empty where it has none."""
    attribute = _attribute(element)
    return str(attribute[0]) if attribute else ""


def classes(element: Element) -> tuple[str, ...]:
    """The classes of an element."""
    attribute = _attribute(element)
    return tuple(attribute[1]) if attribute else ()


def attribute(element: Element, name: str, default: str = "") -> str:
    """The value of a key-value attribute of an element."""
    found = _attribute(element)
    return next((str(value) for key, value in found[2] if key == name), default) if found else default


def address(element: Element, kind: str) -> str:
    """The address of an element of this kind (Link or Image); empty where it is of another."""
    return str(element["c"][2][0]) if element["t"] == kind else ""


def with_attributes(element: Element, **values: str) -> Element:
    """The element with key-value attributes set (replacing those of the same name)."""
    index = _ATTRIBUTE_INDEX[element["t"]]
    name, kinds, pairs = element["c"][index]
    kept = [pair for pair in pairs if pair[0] not in values]
    content = list(element["c"])
    content[index] = [name, kinds, kept + [[key, value] for key, value in values.items()]]
    return {"t": element["t"], "c": content}


def _attribute(element: Element) -> Any:
    index = _ATTRIBUTE_INDEX.get(element["t"])
    return None if index is None else element["c"][index]
