"""BIB302."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.abbreviated_names import are_one_name
from thesis_build.bibliography.edition_numbers import edition_number
from thesis_build.bibliography.latex_text import folded
from thesis_build.bibliography.person_names import persons
from thesis_build.bibliography.same_work import PARTS, IdentifiedEntry, are_known_apart, namesakes, pairs, same_doi
from thesis_build.bibliography.word_lists import word_set
from thesis_build.model import Entry, Finding, Project, Related, Severity
from thesis_build.rules.bib._replaced_entry import replaced_entry
from thesis_build.rules.rule import Rule

_GENERIC = word_set(
    "introduction|pendahuluan|editorial|preface|foreword|prakata|kata pengantar|pengantar|conclusion|conclusions"
    "|kesimpulan|simpulan|penutup|abstract|abstrak|appendix|lampiran|book review|book reviews|resensi|review"
    "|reviews|erratum|corrigendum|reply|comment|discussion|untitled|index|glossary|bibliography|daftar pustaka"
    "|contents|daftar isi|acknowledgements|acknowledgments|letter to the editor|from the editor|dari redaksi",
    "|",
)
"""Titles that many works of one author have."""

_THESES = word_set("thesis phdthesis mastersthesis bathesis bachelorsthesis")
_BOOKS = word_set("book mvbook collection mvcollection proceedings mvproceedings booklet")
_WEB = word_set("online electronic www misc software dataset")
_KINDS = {
    **dict.fromkeys(_THESES, "thesis"),
    **dict.fromkeys(_BOOKS, "book"),
    **dict.fromkeys(_WEB, "web"),
    **dict.fromkeys(PARTS, "part"),
    **dict.fromkeys(("report", "techreport", "manual"), "report"),
}
_NUMBER = re.compile(r"\w*\d+")


class DuplicateWork(Rule):
    """Two entries are the same work under two keys.

    Cited under both keys, it appears twice in the reference list, as 2020a and 2020b. Such pairs come from two
    reference managers, or from importing twice.

    Flagged: entries with the same title, first author and year (or the next), if nothing else contradicts it.

    Not flagged: pairs with one DOI (BIB301), or whose keys differ only in case (BIB003); a preprint and its
    published version (BIB306); other editions, volumes, numbers, pages, DOIs or places of publication; parts of a
    series; a paper and the book it is in; web pages with different addresses; titles such as
    “Introduction” or “Pendahuluan”.
    """

    code = "BIB302"
    name = "duplicate-work"
    severity = Severity.WARNING
    message = {
        "en": "“{key}” is the same work as “{other}”",
        "id": "“{key}” adalah karya yang sama dengan “{other}”",
    }
    hint = {
        "en": "keep one entry and cite that one, or give what distinguishes them (edition, volume, part)",
        "id": "pertahankan satu entri dan sitasi yang itu, atau tuliskan pembedanya (edisi, volume, bagian)",
    }
    first = {"en": "the other entry", "id": "entri yang satunya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the works that share title and first author."""
        known = same_doi(project.library)
        for group in namesakes(project.library):
            if group[0].title in _GENERIC:
                continue
            reported = {work.entry.key for work in group if work.entry.key in known}
            for earlier, later in pairs(group):
                if later.entry.key not in reported and _are_one(earlier, later):
                    reported.add(later.entry.key)
                    yield self._finding(earlier.entry, later.entry, project)

    def _finding(self, earlier: Entry, later: Entry, project: Project) -> Finding:
        related = (Related(earlier.span, self.first),)
        fix = replaced_entry(later, earlier, project)
        return self.finding(later.span, related=related, fix=fix, key=later.key, other=earlier.key)


def _are_one(one: IdentifiedEntry, other: IdentifiedEntry) -> bool:
    """Whether nothing distinguishes two works of the same title and author."""
    if (one.doi and other.doi) or one.is_preprint != other.is_preprint:
        return False
    if not _years_agree(one, other):
        return False
    if one.container and other.container and not are_one_name(one.container, other.container):
        return False
    agree = _kinds_agree(one.entry, other.entry) and _numbers_agree(one, other)
    return agree and not are_known_apart(one.entry, other.entry)


def _years_agree(one: IdentifiedEntry, other: IdentifiedEntry) -> bool:
    """Whether the years are the same, or, where there are as many authors, one apart or missing."""
    if one.year == other.year:
        return True
    if one.year and other.year and abs(one.year - other.year) > 1:
        return False
    return one.entry.type == other.entry.type and _authors(one.entry) == _authors(other.entry)


def _authors(entry: Entry) -> int:
    return len(persons(entry.value("author") or entry.value("editor")))


def _kinds_agree(one: Entry, other: Entry) -> bool:
    kinds = {_KINDS.get(one.type, one.type), _KINDS.get(other.type, other.type)}
    if kinds == {"web"}:
        addresses = {_address(entry) for entry in (one, other)} - {""}
        dates = {entry.value("date") for entry in (one, other) if len(entry.value("date")) > 7}
        return len(addresses) < 2 and len(dates) < 2
    return len(kinds) == 1 or ("web" in kinds and "thesis" not in kinds)


def _numbers_agree(one: IdentifiedEntry, other: IdentifiedEntry) -> bool:
    a, b = one.entry, other.entry
    for name in ("volume", "number", "issue", "chapter", "part", "series"):
        if _differ(folded(a.value(name)), folded(b.value(name))):
            return False
    if _differ(_first_page(a), _first_page(b)):
        return False
    editions = [edition_number(entry.value("edition")) or folded(entry.value("edition")) for entry in (a, b)]
    if _differ(*(str(edition) for edition in editions)):
        return False
    # with a year between them, or a volume of a book on one side only, what is missing may be the difference
    is_book = _KINDS.get(a.type) == "book"
    is_unclear = editions[0] != editions[1] and one.year != other.year
    return not is_unclear and not (is_book and bool(a.value("volume")) != bool(b.value("volume")))


def _differ(one: str, other: str) -> bool:
    return bool(one) and bool(other) and one != other


def _first_page(entry: Entry) -> str:
    found = _NUMBER.search(entry.value("pages"))
    return found[0].lower() if found else ""


def _address(entry: Entry) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", entry.value("url").strip())
