"""What a printed reference needs, by type of entry: which fields, and which others may take their place.

The required fields of the biblatex manual (section 2.1.1) and of BibTeX (“BibTeXing”, section 3.1), less what no reader
misses (pages), and with what the styles of CSL print in place of a field.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from thesis_build.bibliography import entry_types
from thesis_build.bibliography.field_names import misspelt
from thesis_build.model import Entry


class Importance(StrEnum):
    """How much a reference loses without a field.

    Without a REQUIRED one the work cannot be found, without a RECOMMENDED one the reference has a gap (“n.d.”), and an
    OPTIONAL one is missing by nature from some works of the type.
    """

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


_REQUIRED, _RECOMMENDED, _OPTIONAL = Importance
"""Short names for the table."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a reference needs: the fields to ask for, and all fields that satisfy it.

    What is REQUIRED is only RECOMMENDED where one of `substitutes` is there: the work can then be found.
    """

    asked_for: tuple[str, ...]
    fields: frozenset[str]
    importance: Importance
    substitutes: frozenset[str]


def _need(asked_for: str, others: str = "", importance: Importance = _RECOMMENDED, *, substitutes: str = "") -> Need:
    names = tuple(asked_for.split())
    return Need(names, frozenset(names) | frozenset(others.split()), importance, frozenset(substitutes.split()))


_ADDRESS = "url doi eprint"
_PUBLISHER = _need("publisher", f"organization institution school howpublished edition series {_ADDRESS}", _OPTIONAL)
_TITLE = _need("title", "", _REQUIRED)
_TITLE_OF_PART = _need("title", "chapter", _REQUIRED, substitutes="booktitle maintitle")
_TITLE_OR_ADDRESS = _need("title", "maintitle", _REQUIRED, substitutes=f"howpublished note {_ADDRESS}")
_TITLE_OF_PERIODICAL = _need("title", "journaltitle journal issuetitle", _REQUIRED)
_AUTHOR = _need("author editor", "organization institution shortauthor bookauthor translator")
_ANY_AUTHOR = _need(
    "author organization", "editor institution publisher holder howpublished translator journaltitle journal", _OPTIONAL
)
_DATE = _need("date year", "pubstate eventdate")
_ANY_DATE = _need("date year", "pubstate eventdate urldate", _OPTIONAL)
_JOURNAL = _need(
    "journal",
    "journaltitle school",  # an article with a school is a thesis of the wrong type, which lacks no journal
    _REQUIRED,
    substitutes=f"howpublished institution issn note organization publisher shortjournal {_ADDRESS}",
)
_BOOK = _need("booktitle", "maintitle journaltitle journal")
_BOOK_OR_CHAPTER = _need("booktitle", "maintitle chapter pages")
_PROCEEDINGS = _need("booktitle", "maintitle journaltitle journal eventtitle")
_UNIVERSITY = _need("institution", "school organization publisher")
_OFFICE = _need("institution", "organization publisher school howpublished")
_ADDRESS_OF_PAGE = _need("url", f"howpublished note {_ADDRESS}")

_BY_TYPE: dict[str, tuple[Need, ...]] = {
    "article": (_TITLE, _AUTHOR, _JOURNAL, _DATE),
    "book": (_TITLE, _AUTHOR, _DATE, _PUBLISHER),
    "conference": (_TITLE_OF_PART, _AUTHOR, _PROCEEDINGS, _DATE),
    "electronic": (_TITLE_OR_ADDRESS, _ANY_AUTHOR, _ADDRESS_OF_PAGE, _ANY_DATE),
    "bookinbook": (_TITLE_OF_PART, _AUTHOR, _BOOK, _DATE),
    "inbook": (_TITLE_OF_PART, _AUTHOR, _BOOK_OR_CHAPTER, _DATE),
    "incollection": (_TITLE_OF_PART, _AUTHOR, _BOOK, _DATE),
    "inproceedings": (_TITLE_OF_PART, _AUTHOR, _PROCEEDINGS, _DATE),
    "inreference": (_TITLE_OF_PART, _BOOK, _ANY_DATE),
    "mvbook": (_TITLE, _AUTHOR, _DATE),
    "periodical": (_TITLE_OF_PERIODICAL, _DATE),
    "suppperiodical": (_TITLE, _JOURNAL, _DATE),
    "report": (_TITLE, _AUTHOR, _OFFICE, _DATE),
    "unpublished": (_TITLE, _AUTHOR, _ANY_DATE),
}
_BY_TYPE |= dict.fromkeys(("online", "www"), _BY_TYPE["electronic"])
_BY_TYPE |= dict.fromkeys(("techreport",), _BY_TYPE["report"])
_BY_TYPE |= dict.fromkeys(entry_types.THESES, (_TITLE, _AUTHOR, _UNIVERSITY, _DATE))
_BY_TYPE |= dict.fromkeys(entry_types.WHOLES - {"periodical"}, (_need("title", "maintitle", _REQUIRED), _DATE))
_BY_TYPE |= dict.fromkeys(entry_types.LAWS, (_TITLE_OR_ADDRESS, _ANY_DATE))
_OTHERS = (_TITLE_OR_ADDRESS, _ANY_AUTHOR, _ANY_DATE)

_DROPPED = ("booktitle", "xref")
"""Fields that name the container of a work, and that Pandoc drops where they do not satisfy the need (measured)."""

_CONTAINERS = (_JOURNAL, _BOOK, _BOOK_OR_CHAPTER, _PROCEEDINGS)


def missing(entry: Entry) -> Iterator[tuple[Need, Importance]]:
    """What an entry lacks after inheritance, and how much that matters.

    A field that is there under a misspelt name, or as a title of the whole that Pandoc drops, is not missing.
    """
    lacking = _unmet(entry)
    if not lacking:
        return
    meant = {name for _, name in misspelt(entry)}
    for need in lacking:
        dropped = need in _CONTAINERS and any(_has(entry, name) for name in _DROPPED)
        if not dropped and not need.fields & meant:
            is_replaced = need.importance is _REQUIRED and any(_has(entry, name) for name in need.substitutes)
            yield need, _RECOMMENDED if is_replaced else need.importance


def missing_but_for_its_name(entry: Entry, name: str) -> bool:
    """Whether an entry needs a field, and lacks it where a misspelt one does not stand for it."""
    return any(name in need.fields and need.importance is not _OPTIONAL for need in _unmet(entry))


def _unmet(entry: Entry) -> list[Need]:
    if entry.type in entry_types.NOT_PRINTED:
        return []
    needs = _BY_TYPE.get(entry.type, _OTHERS)
    return [need for need in needs if not any(_has(entry, name) for name in need.fields)]


def _has(entry: Entry, name: str) -> bool:
    """Whether a field is there, own or inherited, and not empty."""
    field = entry.fields.get(name) or entry.inherited.get(name)
    return field is not None and bool(field.value.strip("{} \n"))
