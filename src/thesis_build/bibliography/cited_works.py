"""Which works of the library a thesis uses, in four words that each mean one thing.

A work is *cited* where the text of a chapter has its `@key`, *listed* where a front matter names it under `nocite`,
*printed* in the reference list if it is cited or listed, and *referenced* if a printed work names it, as in `crossref`.
A library that is checked alone is taken to be printed whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Entry, Library, Project
from thesis_build.readers.markdown import positions

_ALL = "*"
"""What `nocite` lists as `@*`: every work (Pandoc’s manual, “Including uncited items in the bibliography”)."""

_INHERITING = ("crossref", "xdata")
"""Fields that name entries from which fields are inherited (biblatex manual, section 2.2.3)."""

_NAMING = (*_INHERITING, "xref", "entryset", "related")
"""Fields that name other entries (biblatex manual, section 2.2.3)."""


def keys_in(chapter: Chapter) -> tuple[str, ...]:
    """The keys that a chapter lists or cites, each once, in reading order; cross-references and `*` are among them."""
    return tuple(dict.fromkeys([*_listed_in(chapter), *pandoc_ast.cited_keys(chapter.elements)]))


@lru_cache(maxsize=4)
def cited(project: Project) -> frozenset[str]:
    """The keys of the works that the text of a chapter cites."""
    keys = (key for chapter in project.chapters for key in pandoc_ast.cited_keys(chapter.elements))
    return frozenset(key for key in keys if project.library.entry(key))


@lru_cache(maxsize=4)
def listed(project: Project) -> tuple[str, ...]:
    """The keys of the works that a chapter of any language lists under `nocite`, in reading order; `@*` lists all."""
    keys = dict.fromkeys(key for chapter in project.chapters for key in _listed_in(chapter))
    if _ALL in keys:
        keys = _all_keys(project)
    return tuple(key for key in keys if project.library.entry(key))


@lru_cache(maxsize=4)
def printed(project: Project) -> frozenset[str]:
    """The keys of the works in the reference list: those cited, and those listed, which every edition prints."""
    return cited(project).union(listed(project)) if project.manuscripts else frozenset(_all_keys(project))


@lru_cache(maxsize=4)
def referenced(project: Project) -> frozenset[str]:
    """The keys that printed works name in `crossref`, `related` and the like, and those that these name."""
    return _named(project.library, printed(project), _NAMING)


def is_used(project: Project, key: str) -> bool:
    """Whether an entry is printed or referenced, so that what it says can reach the reader."""
    return key in printed(project) or key in referenced(project)


def needed_to_print(project: Project) -> frozenset[str]:
    """The keys of the entries that Pandoc has to read: the printed works, and those from which they inherit."""
    keys = printed(project)
    return keys | _named(project.library, keys, _INHERITING)


def works_cited(project: Project) -> list[Entry]:
    """The entries of the works that are cited; what is only listed does not count as read."""
    keys = cited(project)
    return [entry for entry in project.library.entries if entry.key in keys]


def _listed_in(chapter: Chapter) -> Iterable[str]:
    return (located.name for located in positions.nocite(chapter.source))


def _all_keys(project: Project) -> dict[str, None]:
    return dict.fromkeys(entry.key for entry in project.library.entries)


def _named(library: Library, keys: Iterable[str], fields: Sequence[str]) -> frozenset[str]:
    """The keys that the entries of `keys` name in these fields, those that the entries so named name, and so on."""
    waiting = list(keys)
    found: set[str] = set()
    while waiting:
        entry = library.entry(waiting.pop())
        values = [entry.fields[name].value for name in fields if name in entry.fields] if entry else []
        named = {key for value in values for key in re.split(r"[\s,]+", value) if key} - found
        waiting += named
        found |= named
    return frozenset(found)
