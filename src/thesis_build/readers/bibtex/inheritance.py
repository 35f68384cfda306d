"""Inheritance between entries (`crossref`, `xdata`): what is inherited, what is missing, and what runs in a circle.

Pandoc looks for parents in the same file only, by the exact key, and follows a circle without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from thesis_build.model import BrokenEntry, Entry, Field, LibraryFault

INHERITING = ("crossref", "xdata")
"""Fields that name parents; their values keep their line ends, at which Pandoc does not divide."""

_NAMING = ("entryset", "related", "xref")
_MOST_PARENTS = 16
"""Ancestors of one entry that are looked at, and parents named by one; no real library has more than five."""

_MOST_CIRCLES = 50
"""Circles in one file that are reported."""

_PRIVATE = frozenset(
    {
        "crossref",
        "entryset",
        "entrysubtype",
        "execute",
        "ids",
        "label",
        "options",
        "presort",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "shorthand",
        "shorthandintro",
        "sortkey",
        "xdata",
        "xref",
    }
)
"""Fields that are never inherited (biblatex manual, appendix B)."""

_OF_THE_WHOLE = frozenset(("shorttitle", "sorttitle", "indextitle", "indexsorttitle"))
"""Titles of the whole that say nothing of a part, so that they are not inherited by one."""

_MAIN = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_JOURNAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_IN_BOOK = frozenset({"inbook", "bookinbook", "suppbook"})
_IN_COLLECTION = frozenset({"incollection", "inreference", "suppcollection"})
_RENAMED: tuple[tuple[frozenset[str], frozenset[str], Mapping[str, str]], ...] = (
    (frozenset({"mvbook"}), _IN_BOOK | {"book"}, _MAIN),
    (frozenset({"mvcollection", "mvreference"}), _IN_COLLECTION | {"collection", "reference"}, _MAIN),
    (frozenset({"mvproceedings"}), frozenset({"proceedings", "inproceedings"}), _MAIN),
    (frozenset({"book"}), _IN_BOOK, _BOOK),
    (frozenset({"collection", "reference"}), _IN_COLLECTION, _BOOK),
    (frozenset({"proceedings"}), frozenset({"inproceedings"}), _BOOK),
    (frozenset({"periodical"}), frozenset({"article", "suppperiodical"}), _JOURNAL),
)
"""Types of the parent, types of the child, and what titles are called in the child (biblatex manual, appendix B)."""

_ByKey = Mapping[str, Sequence[Entry]]


@dataclass(frozen=True, slots=True)
class _Link:
    """A field of `child` that names the entry `parent`."""

    child: Entry
    field: Field
    parent: str


def inherit(files: Sequence[Sequence[Entry]]) -> tuple[list[Entry], list[BrokenEntry]]:
    """The entries of all files with `inherited` filled, and the inheritance that leads nowhere or in a circle."""
    everywhere: dict[str, Entry] = {}
    for entry in (entry for file in files for entry in file):
        for name in (entry.key, *_keys(entry.value("ids"))):
            everywhere.setdefault(name.lower(), entry)
    entries: list[Entry] = []
    faults: list[BrokenEntry] = []
    for file in files:
        by_key: dict[str, list[Entry]] = {}
        for entry in file:
            by_key.setdefault(entry.key, []).append(entry)
        faults += _dangling(file, by_key, everywhere)
        faults += islice(_circles(by_key), _MOST_CIRCLES)
        entries += [_heir(entry, by_key) for entry in file]
    return entries, faults


@lru_cache(maxsize=4096)
def _keys(value: str) -> tuple[str, ...]:
    """The keys in a list; Pandoc divides it at spaces and commas, but not at line ends."""
    return tuple(key for key in re.split(r"[ \t,]", value) if key)


def _links(entries: Iterable[Entry], names: Iterable[str]) -> Iterator[_Link]:
    for entry in entries:
        for field in (entry.fields[name] for name in names if name in entry.fields):
            yield from (_Link(entry, field, key) for key in _keys(field.value) if key.strip())


def _dangling(file: Sequence[Entry], by_key: _ByKey, everywhere: Mapping[str, Entry]) -> Iterator[BrokenEntry]:
    """The links to entries that are not there; `other` is the entry meant, where it is but Pandoc does not find it."""
    for link in _links(file, INHERITING + _NAMING):
        parent = link.parent.strip()
        meant = everywhere.get(parent.lower())
        inherits = link.field.name in INHERITING
        if (link.parent not in by_key) if inherits else meant is None:
            span = meant.span if meant else None
            yield BrokenEntry(LibraryFault.DANGLING, parent, link.field.span, link.child.key, span)


def _circles(by_key: _ByKey) -> Iterator[BrokenEntry]:
    """Every circle once, at the field of its first entry in reading order; `other` is the field that closes it."""
    finished: set[str] = set()
    for root in by_key:
        way = [(root, _links(by_key[root], INHERITING))]
        taken: list[_Link] = []  # taken[i] leads from way[i] to way[i + 1]
        indexes = {root: 0}
        while way and root not in finished:
            key, ahead = way[-1]
            link = next(ahead, None)
            if link is None:
                finished.add(key)
                del indexes[key], way[-1], taken[-1:]
            elif link.parent in indexes:
                yield _circle([*taken[indexes[link.parent] :], link])
            elif link.parent in by_key and link.parent not in finished:
                indexes[link.parent] = len(way)
                way.append((link.parent, _links(by_key[link.parent], INHERITING)))
                taken.append(link)


def _circle(links: Sequence[_Link]) -> BrokenEntry:
    first = min(range(len(links)), key=lambda index: links[index].child.span)
    links = [*links[first:], *links[:first]]
    keys = [link.child.key for link in (*links, links[0])]
    shown = keys if len(keys) < 9 else [*keys[:4], "…", *keys[-3:]]
    other = links[-1].field.span if len(links) > 1 else None
    return BrokenEntry(LibraryFault.CIRCULAR, keys[0], links[0].field.span, " → ".join(shown), other)


def _heir(entry: Entry, by_key: _ByKey) -> Entry:
    if not any(name in entry.fields for name in INHERITING):
        return entry
    seen = {entry.key}
    inherited: dict[str, Field] = {}
    for name in INHERITING:  # xdata comes last and wins, as in Pandoc
        inherited |= _from_parents([entry], (name,), entry, by_key, seen)
    return replace(entry, inherited=inherited)


def _from_parents(
    children: Iterable[Entry], names: Sequence[str], heir: Entry, by_key: _ByKey, seen: set[str]
) -> dict[str, Field]:
    """What `heir` gets from the parents of `children`; parents are taken in reading order, the last one wins."""
    links = islice(_links(children, names), _MOST_PARENTS)
    new = (link.parent for link in links if link.parent in by_key and link.parent not in seen)
    keys = set(islice(new, max(0, _MOST_PARENTS - len(seen))))
    seen |= keys
    parents = sorted((entry for key in keys for entry in by_key[key][-8:]), key=lambda entry: entry.span)
    fields: dict[str, Field] = {}
    for parent in parents:
        above = _from_parents([parent], INHERITING, heir, by_key, seen)
        fields |= {name: field for name, field in above.items() if name not in parent.fields}
        for field in parent.fields.values():
            for name in _passed_on(parent.type, heir.type, field.name):
                if name not in heir.fields:
                    fields[name] = replace(field, name=name)
    return fields


def _passed_on(parent: str, heir: str, name: str) -> tuple[str, ...]:
    """The names under which an heir of this type gets the field `name`: none, one, or two for an author."""
    if name in _PRIVATE:
        return ()
    if name == "author" and parent in ("book", "mvbook") and (heir in _IN_BOOK or (parent, heir) == ("mvbook", "book")):
        return ("bookauthor", "author")
    for parents, heirs, renamed in _RENAMED:
        if parent in parents and heir in heirs:
            return () if name in _OF_THE_WHOLE else (renamed.get(name, name),)
    return (name,)
