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


def with_attributes(element: Element, **values: str) -> Element:
    """The element with key-value attributes set (replacing those of the same name)."""
    index = _ATTRIBUTE_INDEX[element["t"]]
    name, kinds, pairs = element["c"][index]
    kept = [pair for pair in pairs if pair[0] not in values]
    content = list(element["c"])
    content[index] = [name, kinds, kept + [[key, value] for key, value in values.items()]]
    return {"t": element["t"], "c": content}


def without_identifier(element: Element) -> Element:
    """The element without its identifier."""
    if not identifier(element):
        return element
    index = _ATTRIBUTE_INDEX[element["t"]]
    content = list(element["c"])
    content[index] = ["", *content[index][1:]]
    return {"t": element["t"], "c": content}


def attributes(element: Element) -> list[Any]:
    """Identifier, classes and key-value pairs of an element that can have them."""
    found: list[Any] = element["c"][_ATTRIBUTE_INDEX[element["t"]]]
    return found


def key_values(element: Element) -> list[list[str]]:
    """The key-value attributes of an element, in the order in which they are written."""
    found = _attribute(element)
    return list(found[2]) if found else []


def _attribute(element: Element) -> Any:
    index = _ATTRIBUTE_INDEX.get(element["t"])
    return None if index is None else element["c"][index]
