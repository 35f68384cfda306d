"""Which works of the library a thesis uses, in four words that each mean one thing.

A work is *cited* where the text of a chapter has its `@key`, *listed* where a front matter names it under `nocite`,
*printed* in the reference list if it is cited or listed, and *referenced* if a printed work names it, as in `crossref`.
A library that is checked alone is taken to be printed whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Entry, Library, Project, derived
from thesis_build.readers.data import keys_from_tables
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


@derived
def cited(project: Project) -> frozenset[str]:
    """The keys of the works that a chapter cites, in its text or in a table from a data file."""
    keys = [key for chapter in project.chapters for key in pandoc_ast.cited_keys(chapter.elements)]
    keys += [key for chapter in project.chapters for key in keys_from_tables(chapter, project.data)]
    return frozenset(key for key in keys if project.library.entry(key))


@derived
def listed(project: Project) -> tuple[str, ...]:
    """The keys of the works that a chapter of any language lists under `nocite`, in reading order; `@*` lists all."""
    keys = dict.fromkeys(key for chapter in project.chapters for key in _listed_in(chapter))
    if _ALL in keys:
        keys = _all_keys(project)
    return tuple(key for key in keys if project.library.entry(key))


@derived
def printed(project: Project) -> frozenset[str]:
    """The keys of the works in the reference list: those cited, and those listed, which every edition prints."""
    return cited(project).union(listed(project)) if project.manuscripts else frozenset(_all_keys(project))


@derived
def referenced(project: Project) -> frozenset[str]:
    """The keys that printed works name in `crossref`, `related` and the like, and those that these name.

    The work that `based-on` names is among them: the page names it, whether the text cites it or not.
    """
    return _named(project.library, printed(project), _NAMING) | _basis(project)


def is_used(project: Project, key: str) -> bool:
    """Whether an entry is printed or referenced, so that what it says can reach the reader."""
    return key in printed(project) or key in referenced(project)


def needed_to_print(project: Project) -> frozenset[str]:
    """The keys of the entries that Pandoc has to read: the printed works, and those from which they inherit."""
    keys = printed(project) | _basis(project)
    return keys | _named(project.library, keys, _INHERITING)


def works_cited(project: Project) -> list[Entry]:
    """The entries of the works that are cited; what is only listed does not count as read."""
    keys = cited(project)
    return [entry for entry in project.library.entries if entry.key in keys]


def _basis(project: Project) -> frozenset[str]:
    return frozenset({project.settings.based_on} - {""})


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
