"""The fields of the library whose text reaches the reference list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.cited_works import needed_to_print
from thesis_build.bibliography.latex_text import PRINTED, SELDOM_PRINTED, plain
from thesis_build.model import Entry, Field, Project

_AS_WRITTEN = frozenset({"url", "doi"})
"""Fields that are printed and that Pandoc does not read as TeX."""

_NOTE = re.compile(r"""variable=["'][\w -]*\bnote\b""")


def printed_fields(project: Project) -> Iterator[tuple[Entry, Field]]:
    """The fields, with their entries, that are printed of the works in the reference list."""
    if not project.manuscripts:
        return
    names = PRINTED | _AS_WRITTEN | (SELDOM_PRINTED if _NOTE.search(project.style.text) else frozenset())
    keys = needed_to_print(project)
    for entry in project.library.entries:
        if entry.key in keys:
            yield from ((entry, field) for name, field in entry.fields.items() if name in names)


def printed_texts(project: Project) -> Iterator[str]:
    """What these fields say."""
    for _, field in printed_fields(project):
        yield field.value if field.value.isascii() else plain(field.value)
