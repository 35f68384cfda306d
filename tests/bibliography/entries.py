"""Entries for the tests of this folder, read from BibTeX."""

from __future__ import annotations

from thesis_build.model import Entry, Library, Source
from thesis_build.readers.bibtex.library import read_library


def library(text: str) -> Library:
    return read_library([Source("library.bib", text)])


def entry(text: str) -> Entry:
    """The only entry of a library."""
    (only,) = library(text).entries
    return only
