"""Which entries of the library the thesis uses: those that its chapters cite, and those that these are printed with."""

from __future__ import annotations

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Entry, Project, derived
from thesis_build.readers.bibtex.csl_references import with_named
from thesis_build.readers.data import keys_from_tables
from thesis_build.readers.markdown import positions

_PARENTS = ("crossref", "xdata", "xref", "entryset", "related")
"""Fields that name other entries (biblatex manual 2.2.3)."""


def cited_keys(chapter: Chapter) -> tuple[str, ...]:
    """The keys of all `@key` in a chapter, cross-references and `nocite` among them, each once, in reading order."""
    listed = (located.name for located in positions.nocite(chapter.source))
    return tuple(dict.fromkeys([*listed, *pandoc_ast.cited_keys(chapter.elements)]))


@derived
def cited_itself(project: Project) -> frozenset[str]:
    """The keys that any chapter cites, in a table from a data file too: those of the works that are printed."""
    in_tables = (key for chapter in project.chapters for key in keys_from_tables(chapter, project.data))
    return frozenset((*(key for chapter in project.chapters for key in cited_keys(chapter)), *in_tables))


@derived
def cited(project: Project) -> frozenset[str]:
    """The keys that chapters cite or list under `nocite`, and that of `based-on`, with those they are printed with."""
    keys = {*cited_itself(project), project.settings.based_on}
    if "*" in keys:
        keys.update(entry.key for entry in project.library.entries)
    return with_named(project.library, keys, _PARENTS)


def is_cited(project: Project, key: str) -> bool:
    """Whether an entry is used; of a library alone every entry is."""
    return not project.manuscripts or key in cited(project)


def works_cited(project: Project) -> list[Entry]:
    """The entries that a chapter of any language cites itself; `nocite` is not printed and does not count."""
    keys = {key for chapter in project.chapters for key in pandoc_ast.cited_keys(chapter.elements)}
    keys.update(key for chapter in project.chapters for key in keys_from_tables(chapter, project.data))
    return [entry for entry in project.library.entries if entry.key in keys]
