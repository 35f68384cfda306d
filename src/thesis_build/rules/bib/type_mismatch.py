"""BIB106."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.thesis_types import PRINTED, degree
from thesis_build.model import Entry, Finding, Project, Severity
from thesis_build.rules._citations import severity_for
from thesis_build.rules._edits import added_field, renamed_type, type_span, unsafe
from thesis_build.rules.rule import Rule

_NO_ARTICLES = frozenset({"book", "booklet", "inbook", "incollection", "manual", "misc", "unpublished"})
_NO_THESES = frozenset({"article", "book", "booklet", "manual", "misc"})
_RANGE = re.compile(r"\d\s*[-–—]+\s*\d")
_ADDRESS = re.compile(r"https?:|www\.|\w\.(?:com|org|net|io|id)\b", re.IGNORECASE)
_THESIS = re.compile(r"\bthesis|\bdissertation|\btesis|\bskripsi|\bdisertasi", re.IGNORECASE)
_ONLINE = ("url", "urldate", "howpublished", "doi")
_IN_JOURNAL = re.compile(
    r"[\s{]*(?:unpublished\s+)?(?:(?:ph\.?\s?d\.?|doctoral|master(?:[’']?s)?|bachelor(?:[’']?s)?|undergraduate)\s+)?"
    r"(?:thesis|dissertation|skripsi|tesis|disertasi)\b",
    re.IGNORECASE,
)
_OF_ARTICLES = ("volume", "number", "issn", "doi")
_SOFT = frozenset({"misc", "unpublished"})
"""Types of web pages and data sets, too, whose exports name the site as a journal."""


_NO_LAWS = frozenset({"article", "book", "inproceedings", "incollection"})
_LAW = re.compile(
    r"[\s{]*(?:undang[- ]undang|peraturan|keputusan|instruksi"
    r"|per(?:pres|men\w*|da|gub|bup|wali)|(?:kep|in)pres|UU|PP)\b"
    r"[^,:]*\b(?:nomor|no\.?)\s*\d+",
    re.IGNORECASE,
)


class TypeMismatch(Rule):
    """The fields of an entry are those of another type.

    The type determines the form: a *skripsi* as `@phdthesis` is printed as “[PhD thesis]”, an article as `@misc` comes
    out as “In Jurnal Kota (No. 2; Vol. 3)”.

    Flagged: `@phdthesis` or `@mastersthesis` without `type` whose note, school or title has the word *skripsi*,
    *tesis* or *disertasi* of another degree; `@misc` or `@book` with a journal and a volume, number or range of
    pages; `@misc` or `@article` with a `school` and no journal or publisher, unless nothing says that it is a thesis
    and it is online or of several authors; `@article` whose journal or note begins with “Skripsi” or “PhD thesis”,
    without volume; `@proceedings` with an author and a range of pages; `@article` or `@book` whose title is that of
    an Indonesian law (“Undang-Undang Nomor 23 Tahun 2014 …”).

    Not flagged: `@phdthesis` with a `type`, which is printed instead; “skripsi” as a word of the title; a book with an
    ISBN or a publisher, whose `journal` is a slip of the export; a web page or a data set whose `journal` is its site.
    """

    code = "BIB106"
    name = "type-mismatch"
    severity = Severity.WARNING
    message = {
        "en": "“{key}” is @{type}, but its fields are those of @{other}",
        "id": "“{key}” berjenis @{type}, padahal ruasnya seperti @{other}",
    }
    hint = {"en": "write @{other}", "id": "tulis @{other}"}
    degree_message = {
        "en": "“{key}” is printed as “{printed}”, but describes itself as a “{kind}”",
        "id": "“{key}” tercetak sebagai “{printed}”, padahal entrinya menyebut “{kind}”",
    }
    degree_hint = {
        "en": "write @thesis with type = {{{kind}}}",
        "id": "tulis @thesis dengan type = {{{kind}}}",
    }

    law_message = {
        "en": "“{key}” is @{type}, but its title is that of a law",
        "id": "“{key}” berjenis @{type}, padahal judulnya judul peraturan",
    }
    law_hint = {
        "en": "write @legislation with number and year, and the state as author in braces of its own",
        "id": "tulis @legislation dengan number dan year, dan negara sebagai author dalam kurung kurawal sendiri",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the type of each entry with its fields."""
        for entry in project.library.entries:
            if entry.type in PRINTED:
                yield from self._degree(entry, project)
            elif entry.type in _NO_LAWS and _LAW.match(entry.value("title")):
                yield self.finding(
                    type_span(entry),
                    severity=severity_for(project, entry.key, self.severity),
                    message=self.law_message,
                    hint=self.law_hint,
                    key=entry.key,
                    type=entry.type,
                )
            elif other := _other_type(entry):
                yield self.finding(
                    type_span(entry),
                    severity=severity_for(project, entry.key, self.severity),
                    fix=None if _keeps_journal(entry, other) else unsafe(renamed_type(entry, other)),
                    key=entry.key,
                    type=entry.type,
                    other=other,
                )

    def _degree(self, entry: Entry, project: Project) -> Iterator[Finding]:
        stated, kind = degree(entry)
        if stated and stated != PRINTED[entry.type] and not entry.value("type"):
            yield self.finding(
                type_span(entry),
                severity=severity_for(project, entry.key, self.severity),
                message=self.degree_message,
                hint=self.degree_hint,
                fix=unsafe(renamed_type(entry, "thesis"), added_field(entry, "type", kind)),
                key=entry.key,
                printed="PhD thesis" if entry.type == "phdthesis" else "Master’s thesis",
                kind=kind,
            )


def _keeps_journal(entry: Entry, other: str) -> bool:
    """Whether the journal would not be printed any more, which has to become the institution by hand."""
    return other == "thesis" and any(name in entry.fields for name in ("journal", "journaltitle"))


def _other_type(entry: Entry) -> str:
    """The type whose fields an entry has; empty where it is its own."""
    fields = entry.fields
    journal = "journal" in fields or "journaltitle" in fields
    if entry.type in _NO_ARTICLES and journal and "booktitle" not in fields:
        return "article" if _is_in_journal(entry) else ""
    if entry.type == "article" and _is_thesis(entry):
        return "thesis"
    if entry.type in _NO_THESES and entry.value("school") and not journal and not entry.value("publisher"):
        stated = degree(entry)[0] or _THESIS.search(entry.value("type") + entry.value("note"))
        alone = " and " not in entry.value("author") and not any(entry.value(name) for name in _ONLINE)
        return "thesis" if stated or alone else ""
    if entry.type == "proceedings" and "author" in fields and _RANGE.search(entry.value("pages")):
        return "inproceedings"
    return ""


def _is_thesis(entry: Entry) -> bool:
    """Whether an article says in its journal or note that it is a thesis, and has nothing that an article has."""
    if any(entry.value(name) for name in _OF_ARTICLES):
        return False
    return any(_IN_JOURNAL.match(entry.value(name)) for name in ("journal", "journaltitle", "note", "howpublished"))


def _is_in_journal(entry: Entry) -> bool:
    """Whether an entry with a `journal` has what an article has in one, and nothing that a book or a web page has."""
    journal = entry.value("journal") or entry.value("journaltitle")
    if _ADDRESS.search(journal) or any(entry.value(name) for name in ("isbn", "publisher", "edition")):
        return False
    pages = bool(_RANGE.search(entry.value("pages")))
    if entry.type in _SOFT and not pages:
        return bool(entry.value("volume")) and not entry.value("urldate")
    return pages or bool(entry.value("volume") or entry.value("number"))
