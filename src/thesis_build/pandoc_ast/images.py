"""Images."""

from __future__ import annotations

from thesis_build.model import Element
from thesis_build.pandoc_ast.attributes import attribute
from thesis_build.pandoc_ast.elements import inlines
from thesis_build.pandoc_ast.texts import plain_text


def alternative_text(image: Element) -> str:
    """What an image shows, in one line: its text, or its attribute `alt` where it has no caption."""
    return " ".join((plain_text(inlines(image)) or attribute(image, "alt")).split())
