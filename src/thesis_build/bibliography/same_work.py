"""Entries as works: whether two of them are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thesis_build.bibliography.identifiers import doi_of
from thesis_build.bibliography.latex_text import folded
from thesis_build.bibliography.person_names import first_author
from thesis_build.bibliography.word_lists import word_set
from thesis_build.model import Entry, Library, LibraryFault, derived

PARTS = word_set("inbook incollection inproceedings conference inreference suppbook suppcollection bookinbook")
"""Types of parts of a book (biblatex manual, section 2.1.1)."""

_YEAR = re.compile(r"\d{4}")
_ARTICLE = re.compile(r"^(?:the|an?) ")
_PREPRINT = re.compile(r"arxiv|biorxiv|medrxiv|ssrn|preprints?\b|osf\.io|researchsquare", re.IGNORECASE)
_PREPRINT_DOI = ("10.48550/", "10.1101/", "10.2139/ssrn", "10.20944/preprints", "10.21203/rs", "10.31234/osf")
_BARE_KEY = re.compile(r"\w(?:[:.#$%&+?<>~/-]?\w)*")
_NEIGHBOURS = 8
"""Entries of the same title and author with which one is compared; no real library has more."""


@dataclass(frozen=True, slots=True)
class IdentifiedEntry:
    """An entry with what identifies the work: `title` and `author` folded, `year` 0 where there is none."""

    entry: Entry
    title: str
    author: str
    year: int
    doi: str

    @property
    def container(self) -> str:
        """The journal or book it appeared in, as written."""
        return journal(self.entry) or self.entry.value("booktitle")

    @property
    def is_preprint(self) -> bool:
        """Whether the entry is the version on a preprint server."""
        if self.container and not _PREPRINT.search(self.container):
            return False
        if self.doi.startswith(_PREPRINT_DOI):
            return True
        names = ("journal", "journaltitle", "eprinttype", "archiveprefix", "publisher", "howpublished", "url")
        return any(_PREPRINT.search(self.entry.value(name)) for name in names if name in self.entry.fields)


def journal(entry: Entry) -> str:
    """The journal of an entry, under either of its names."""
    return entry.value("journaltitle") or entry.value("journal")


def doi(entry: Entry) -> str:
    """An entry's own DOI, bare and in lower case; empty where there is none."""
    field = entry.fields.get("doi")
    return doi_of(field.value).lower() if field else ""


@derived
def works(library: Library) -> tuple[IdentifiedEntry, ...]:
    """Every entry of the library that has a title, in reading order."""
    return tuple(_work(entry) for entry in library.entries if "title" in entry.fields)


@derived
def namesakes(library: Library) -> tuple[Sequence[IdentifiedEntry], ...]:
    """The works of the same title and first author, in groups of at least two."""
    groups: dict[tuple[str, str], list[IdentifiedEntry]] = {}
    for work in works(library):
        if work.title and work.author:
            groups.setdefault((work.title, work.author), []).append(work)
    return tuple(group for group in groups.values() if len(group) > 1)


def pairs(group: Sequence[IdentifiedEntry]) -> Iterator[tuple[IdentifiedEntry, IdentifiedEntry]]:
    """The pairs (earlier, later) of a group, the later ones in order; in a large group only of neighbours."""
    for index, later in enumerate(group):
        for earlier in group[max(0, index - _NEIGHBOURS) : index]:
            yield earlier, later


@derived
def same_doi(library: Library) -> Mapping[str, Entry]:
    """The keys of entries whose DOI an earlier entry has → that entry."""
    seen: dict[str, list[Entry]] = {}
    found: dict[str, Entry] = {}
    for entry in library.entries:
        name = doi(entry)
        if not name:
            continue
        known = seen.setdefault(name, [])
        earlier = next((other for other in known if _are_one(other, entry)), None)
        if earlier:
            found[entry.key] = earlier
        elif len(known) < _NEIGHBOURS:
            known.append(entry)
    return found


def are_known_apart(one: Entry, other: Entry) -> bool:
    """Whether the library itself relates the two, or their keys differ only in case, which is a fault of its own."""
    names = ("crossref", "xref", "xdata", "related", "entryset")
    if one.key.lower() == other.key.lower():
        return True
    return any(a.key in re.split(r"[\s,]+", b.value(n)) for a, b in ((one, other), (other, one)) for n in names)


def _are_one(one: Entry, other: Entry) -> bool:
    """Whether two entries with one DOI are not parts of the book whose DOI it is."""
    if are_known_apart(one, other):
        return False
    is_part = one.type in PARTS or other.type in PARTS
    return not is_part or folded(one.value("title")) == folded(other.value("title"))


def has_faults(entry: Entry, library: Library) -> bool:
    """Whether an entry was read from a span that Pandoc refuses, so that its end is a guess."""
    whole = entry.whole
    lines = _refused_lines(library).get(whole.path, ())
    return any(whole.line <= line <= whole.end_line for line in lines)


@derived
def _refused_lines(library: Library) -> Mapping[str, Sequence[int]]:
    lines: dict[str, list[int]] = {}
    for fault in library.broken:
        if fault.fault is LibraryFault.UNPARSEABLE:
            lines.setdefault(fault.span.path, []).append(fault.span.line)
    return lines


def _work(entry: Entry) -> IdentifiedEntry:
    subtitle = entry.value("subtitle")
    title = entry.value("title") + (f" {subtitle}" if subtitle else "")
    title = "" if title.startswith("xdata=") else folded(title)
    year = _YEAR.search(entry.value("date") or entry.value("year"))
    return IdentifiedEntry(entry, _ARTICLE.sub("", title), first_author(entry), int(year[0]) if year else 0, doi(entry))
