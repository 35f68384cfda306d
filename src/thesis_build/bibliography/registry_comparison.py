"""Entries beside what registries say of their works: which work is meant, and how similar titles and names are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from thesis_build.bibliography.cited_works import is_used
from thesis_build.bibliography.identifiers import registered_doi
from thesis_build.bibliography.latex_text import folded
from thesis_build.model import Entry, Field, Project, Standing, Work

_DOI_HOST = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s{}\"<>]+", re.IGNORECASE)
_NAME_PART = re.compile(r"\b(?:family|given|prefix|suffix)\s*=|\b(?:given-i|family-i|useprefix|id)\s*=[^,]*")


def doi_field(entry: Entry) -> Field | None:
    """The field in which an entry has its DOI: `doi`, else a `url` at doi.org; None where there is none."""
    for name in ("doi", "url"):
        field = entry.fields.get(name)
        if field and (name == "doi" or _DOI_HOST.match(field.value)) and registered_doi(field.value):
            return field
    return None


def registered(project: Project, *standings: Standing) -> Iterator[tuple[Entry, Field, Work]]:
    """The entries whose DOI has one of these standings, each with the field that holds it and the work."""
    for entry in project.library.entries if project.works else ():
        field = doi_field(entry)
        work = project.works.get(registered_doi(field.value)) if field else None
        if field and work and work.standing in standings:
            yield entry, field, work


def dois(project: Project) -> Iterator[str]:
    """The DOIs of the entries that are used, as registries know them."""
    for entry in project.library.entries:
        field = doi_field(entry)
        if field and is_used(project, entry.key):
            yield registered_doi(field.value)


def addresses(project: Project) -> Iterator[str]:
    """The web addresses of the entries that are used, DOIs left out."""
    for entry in project.library.entries:
        url = address(entry)
        if url and is_used(project, entry.key):
            yield url


def address(entry: Entry) -> str:
    """The web address of an entry as it is asked for; empty where there is none, or where it is a DOI."""
    field = entry.fields.get("url")
    url = re.sub(r"\\([_#%&$~])", r"\1", field.value.strip()) if field else ""
    return url if _WEB.fullmatch(url) and not _DOI_HOST.match(url) else ""


# ── titles ──────────────────────────────────────────────────────────────────────────────────────


def titles(entry: Entry) -> list[str]:
    """The forms of an entry's title, folded: alone, with its subtitle, short, and in the original language."""
    title, subtitle = entry.value("title"), entry.value("subtitle")
    forms = (title, f"{title} {subtitle}" if subtitle else "", entry.value("shorttitle"), entry.value("origtitle"))
    return [words for form in forms if (words := folded(form))]


def similarity(ours: Iterable[str], theirs: Iterable[str]) -> float | None:
    """The similarity (0 to 100) of the two most similar of folded titles; None where none can be compared.

    Titles in other scripts cannot, nor those of fewer than two words. A title that is part of the other one (without
    subtitle, shortened) counts as the same; the order of words does not matter.
    """
    from rapidfuzz import fuzz

    second = [other for other in theirs if _is_latin(other)]
    pairs = [(one, other) for one in ours if _is_latin(one) for other in second]
    if any(one == other for one, other in pairs):
        return 100.0
    scores = []
    for one, other in pairs:
        scores += [fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)]
        if min(len(one), len(other)) >= 15:
            scores.append(fuzz.partial_ratio(one, other))
        if min(one.count(" "), other.count(" ")) >= 1:
            scores.append(fuzz.token_set_ratio(one, other))
    return max(scores) if scores else None


def _is_latin(words: str) -> bool:
    letters = sum("a" <= character <= "z" for character in words)
    return letters * 2 > len(words) and letters >= 4


# ── people ──────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=4096)
def people(value: str) -> tuple[frozenset[str], ...]:
    """The names in an `author` field, each as the set of its words (folded, without initials)."""
    whole = " ".join(value.split())
    names = [whole] if whole.startswith("{") else whole.split(" and ")
    return tuple(words for name in names if (words := name_words(_NAME_PART.sub("", name))))


def name_words(name: str) -> frozenset[str]:
    """The words of a name, folded, without initials."""
    return frozenset(word for word in folded(name).split() if len(word) > 2 and word != "others")


def is_same_person(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two names share a word, or one that is spelt almost the same; true where one cannot be compared."""
    from rapidfuzz import fuzz

    ours = [word for word in one if word.isascii()]
    theirs = [word for word in other if word.isascii()]
    if not ours or not theirs:
        return True
    return any(fuzz.ratio(word, second) >= 80 for word in ours for second in theirs)
