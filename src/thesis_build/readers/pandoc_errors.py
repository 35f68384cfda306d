"""What Pandoc says when it refuses a text, with the position it names."""

from __future__ import annotations

import re

from thesis_build.model import Message

_POSITION = re.compile(r"\(?line (?P<line>\d+),? column (?P<column>\d+)\)?")


def error_span(text: str) -> Message:
    """Pandoc's error with its position; positions inside a YAML block count from its first line."""
    found = list(_POSITION.finditer(text))
    if not found:
        return Message("Error", text.strip())
    line = int(found[-1]["line"]) + (int(found[0]["line"]) - 1 if "YAML" in text and len(found) > 1 else 0)
    return Message("Error", text.strip(), line, int(found[-1]["column"]) + ("YAML" in text))
