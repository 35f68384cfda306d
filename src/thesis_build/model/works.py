"""What registries and servers say, where they were asked: of the works of the library, and of web addresses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thesis_build.model.spans import Texts


class Standing(StrEnum):
    """What came of asking for a work or an address."""

    FOUND = "found"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"
    UNASKED = "unasked"


class NoticeKind(StrEnum):
    """Why a publisher took a work back, or warns of it."""

    RETRACTION = "retraction"
    WITHDRAWAL = "withdrawal"
    CONCERN = "expression-of-concern"


@dataclass(frozen=True, slots=True)
class Notice:
    """A publisher's notice about a work; `doi` is that of the notice, or empty."""

    kind: NoticeKind
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What Crossref has on a DOI: FOUND there, registered ELSEWHERE, MISSING everywhere, or UNASKED for a `reason`.

    `titles` are all forms of its title, `containers` those of the journal or book it stands in. `authors` are names as
    `family, given`, the first author first; `years` all years in which it is said to have appeared. `published` are
    the DOIs of what a preprint became.
    """

    doi: str
    standing: Standing
    kind: str = ""
    titles: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    volume: str = ""
    pages: str = ""
    notices: tuple[Notice, ...] = ()
    published: tuple[str, ...] = ()
    reason: Texts | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """What a web address answers: `answer` says how it is MISSING, `reason` why it is UNASKED."""

    url: str
    standing: Standing
    answer: Texts | None = None
    reason: Texts | None = None
