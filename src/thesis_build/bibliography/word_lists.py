"""Lists of words in the code, written as text."""

from __future__ import annotations


def word_set(text: str, separator: str | None = None) -> frozenset[str]:
    """The words of a text, split at spaces, or at `separator`."""
    return frozenset(text.split(separator))
