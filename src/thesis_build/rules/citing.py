"""What rules about citations share: the keys a chapter cites, and the keys most like one."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from thesis_build.model import Chapter, Project, Severity

_NEAR = 75
"""Least similarity (0–100, rapidfuzz ratio) of a key or identifier that is suggested."""


def cited_keys(chapter: Chapter) -> tuple[str, ...]:
    """The keys of all `@key` in a chapter, cross-references among them, each once, in reading order."""
    keys = (
        citation["citationId"] for element in chapter.elements if element["t"] == "Cite" for citation in element["c"][0]
    )
    return tuple(dict.fromkeys(keys))


@lru_cache(maxsize=4)
def cited_itself(project: Project) -> frozenset[str]:
    """The keys that any chapter cites: those of the works that are printed."""
    return frozenset(key for chapter in project.chapters for key in cited_keys(chapter))


@lru_cache(maxsize=4)
def cited(project: Project) -> frozenset[str]:
    """The keys that any chapter cites, with the parents of their entries."""
    keys = set(cited_itself(project))
    waiting = list(keys)
    while waiting:
        entry = project.library.entry(waiting.pop())
        parents = entry.value("crossref").split() + entry.value("xdata").replace(",", " ").split() if entry else []
        waiting += [key for key in parents if key not in keys]
        keys.update(parents)
    return frozenset(keys)


def is_cited(project: Project, key: str) -> bool:
    """Whether an entry is used; of a library alone every entry is."""
    return not project.manuscripts or key in cited(project)


def graded(project: Project, key: str, grade: Severity) -> Severity:
    """The grade of what is wrong with an entry: info where it is not printed, a warning at most in a loose library."""
    if project.manuscripts and key not in cited_itself(project):
        return Severity.INFO
    return Severity.WARNING if grade is Severity.ERROR and not project.manuscripts else grade


def nearest(name: str, known: Collection[str]) -> str:
    """The known name most like `name`; empty where none is alike."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return str(found[0]) if found else ""


def same_but_for_case(key: str, known: Collection[str]) -> str:
    """The known key that differs from `key` only in case; empty where there is none."""
    return next((other for other in sorted(known) if other != key and other.lower() == key.lower()), "")
