"""What registries and servers say, where they were asked: of the works of the library, and of web addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from thesis_build.model.spans import Texts

_PREFIX = re.compile(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s{}]*[^\s{}.,;]")


def normal_doi(written: str) -> str:
    """A DOI as written in a field (raw TeX, with or without an address) → bare and in lower case; empty if it is none.

    What has no form that any registry knows (spaces, a full stop at its end) is none.
    """
    bare = re.sub(r"\\([_#%&$])", r"\1", _PREFIX.sub("", written)).strip()
    return bare.lower() if _DOI.fullmatch(bare) else ""


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
