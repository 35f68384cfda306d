"""What a printed reference needs, by type of entry: which fields, with what may stand in their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thesis_build.bibliography import entry_types
from thesis_build.bibliography.field_names import misspelt
from thesis_build.model import Entry, Severity, Texts

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that is needed: the fields to name in a message, and all fields that satisfy it.

    An error is softened to a warning where one of the fields `soft` is there: the reference can then be found.
    """

    named: tuple[str, ...]
    fields: frozenset[str]
    grade: Severity = _W
    soft: frozenset[str] = frozenset()

    @property
    def shown(self) -> Texts:
        """The fields as a text: “author or editor”."""
        return {"en": " or ".join(self.named), "id": " atau ".join(self.named)}


def _need(named: str, others: str = "", grade: Severity = _W, soft: str = "") -> Need:
    names = tuple(named.split())
    return Need(names, frozenset(names) | frozenset(others.split()), grade, frozenset(soft.split()))


_ADDRESS = "url doi eprint"
_TITLE = _need("title", grade=_E)
_TITLE_OF_PART = _need("title", "chapter", _E, "booktitle maintitle")
_TITLE_OR_ADDRESS = _need("title", "maintitle", _E, f"howpublished note {_ADDRESS}")
_TITLE_OF_PERIODICAL = _need("title", "journaltitle journal issuetitle", _E)
_AUTHOR = _need("author editor", "organization institution shortauthor bookauthor translator")
_ANY_AUTHOR = _need(
    "author organization", "editor institution publisher holder howpublished translator journaltitle journal", _I
)
_DATE = _need("date year", "pubstate eventdate")
_ANY_DATE = _need("date year", "pubstate eventdate urldate", _I)
_JOURNAL = _need(
    "journal",
    "journaltitle school",  # an article with a school is a thesis: another rule
    _E,
    f"howpublished institution issn note organization publisher shortjournal {_ADDRESS}",
)
_BOOK = _need("booktitle", "maintitle journaltitle journal")
_BOOK_OR_CHAPTER = _need("booktitle", "maintitle chapter pages")
_PROCEEDINGS = _need("booktitle", "maintitle journaltitle journal eventtitle")
_UNIVERSITY = _need("institution", "school organization publisher")
_OFFICE = _need("institution", "organization publisher school author editor howpublished")
_ADDRESS_OF_PAGE = _need("url", f"howpublished note {_ADDRESS}")

_BY_TYPE: dict[str, tuple[Need, ...]] = {
    "article": (_TITLE, _AUTHOR, _JOURNAL, _DATE),
    "book": (_TITLE, _AUTHOR, _DATE),
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
_BY_TYPE |= dict.fromkeys(entry_types.WHOLES - {"periodical"}, (_need("title", "maintitle", _E), _DATE))
_BY_TYPE |= dict.fromkeys(entry_types.LAWS, (_TITLE_OR_ADDRESS, _ANY_DATE))
_OTHERS = (_TITLE_OR_ADDRESS, _ANY_AUTHOR, _ANY_DATE)

_LOST = ("booktitle", "xref")
"""Fields that say where a work stands, of which Pandoc makes nothing where they do not satisfy the need."""

_CONTAINERS = (_JOURNAL, _BOOK, _BOOK_OR_CHAPTER, _PROCEEDINGS)


def missing(entry: Entry) -> Iterator[tuple[Need, Severity]]:
    """What an entry lacks after inheritance, graded as if it were cited.

    What a misspelt field was meant to give, and a title of the whole that Pandoc loses, belong to other rules.
    """
    if entry.type in entry_types.NOT_PRINTED:
        return
    needs = _BY_TYPE.get(entry.type, _OTHERS)
    lacking = [need for need in needs if not any(_has(entry, name) for name in need.fields)]
    if not lacking:
        return
    meant = {name for _, name in misspelt(entry)}
    for need in lacking:
        lost = need in _CONTAINERS and any(_has(entry, name) for name in _LOST)
        if not lost and not need.fields & meant:
            soft = need.grade is _E and any(_has(entry, name) for name in need.soft)
            yield need, _W if soft else need.grade


def _has(entry: Entry, name: str) -> bool:
    """Whether a field is there, own or inherited, and not empty."""
    field = entry.fields.get(name) or entry.inherited.get(name)
    return field is not None and bool(field.value.strip("{} \n"))
