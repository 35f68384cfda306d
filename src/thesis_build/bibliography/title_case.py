"""Capital and small letters in titles: what the other titles of a library show about a word."""

from __future__ import annotations

import re

from thesis_build.model import Library, derived

TITLES = ("title", "subtitle", "booktitle", "booksubtitle")
"""The fields whose letters a style may change."""

_SMALL = re.compile(r"(?<![^\W_\\])[^\W\d_A-Z]{2,}(?![^\W_])")


@derived
def small_words(library: Library) -> frozenset[str]:
    """The words that some title of the library writes without a capital, so that they are not names or acronyms."""
    values = (entry.fields[name].value for entry in library.entries for name in TITLES if name in entry.fields)
    return frozenset(word for value in values for word in _SMALL.findall(value))
