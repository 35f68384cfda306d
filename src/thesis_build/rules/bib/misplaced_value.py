"""BIB228."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.dates import SHORT
from thesis_build.bibliography.identifiers import doi_of
from thesis_build.bibliography.latex_text import plain
from thesis_build.languages.months import month_numbers
from thesis_build.model import Entry, Field, Finding, Project, Severity
from thesis_build.rules._citations import severity_for
from thesis_build.rules.bib._values import shown
from thesis_build.rules.rule import Rule

_ADDRESS = re.compile(r"https?://[^\s{}]+|www\.[\w-]+\.[^\s{}]+", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/[^\s{}]+")
_SITE = re.compile(r"\s[|–—-]\s*(?:www\.)?[\w-]+\.(?:com|org|net|co\.id|ac\.id|go\.id|id|io)\b", re.IGNORECASE)
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|id|io|edu|gov)/?", re.IGNORECASE)
_LAST_PART = re.compile(r"\s[|–—-]\s([^|–—]{3,40})$")
_WITH_MONTH = re.compile(
    r"(?:(?P<number>\d+)\s*[,(]\s*)?(?P<month>[^\W\d_]{3,}\.?(?:\s?[/–-]+\s?[^\W\d_]{3,}\.?)?)\)?"
    r"(?:,?\s+(?P<year>\d{4}))?"
)
_HOLDERS = ("note", "howpublished", "journal", "journaltitle", "publisher")
_NUMBERS = ("number", "volume", "issue")


class MisplacedValue(Rule):
    """A value is in a field where programs do not look for it.

    An address in `note` is no link, a DOI in `isbn` finds nothing, and a month in `number` is printed as “(Mei)”.

    Flagged: an address in `note`, `howpublished`, `journal` or `publisher` of an entry without `url`; a DOI in `note`
    or `isbn` of one without `doi`; the name of a month in `number` or `volume`, after a number or with the year of
    the entry, too; a journal that is the name of a host; an address in `title`, or the name of the site at its end; a
    place in `city`. What is in `howpublished` is only a note, as it is printed.

    Not flagged: an address beside a `url` or a DOI; a number such as “Mei 2020” of another year than the entry's.
    """

    code = "BIB228"
    name = "misplaced-value"
    severity = Severity.WARNING
    message = {
        "en": "“{key}” has {value} in the field {field}, where no program looks for it",
        "id": "“{key}” memuat {value} di ruas {field}, tempat yang tidak dibaca program",
    }
    hint = {"en": "put it into the field {wanted}", "id": "pindahkan ke ruas {wanted}"}
    title_hint = {
        "en": "leave only the title of the work; the site belongs in organization, the address in url",
        "id": "sisakan judul karyanya saja; nama situs masuk ke organization, alamatnya ke url",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the fields of every entry."""
        for entry in project.library.entries:
            for field, value, wanted in _misplaced(entry):
                yield self.finding(
                    field.written,
                    severity=Severity.INFO
                    if field.name == "howpublished"
                    else severity_for(project, entry.key, self.severity),
                    hint=self.hint if wanted else self.title_hint,
                    key=entry.key,
                    value=f"“{shown(value)}”",
                    field=field.name,
                    wanted=wanted,
                )


def _misplaced(entry: Entry) -> Iterator[tuple[Field, str, str]]:
    """The fields with a value of another one: the value, and the field where it belongs (empty: nowhere)."""
    fields = entry.fields
    has_doi = bool(entry.value("doi"))
    for name in ("note", "isbn"):
        if name in fields and not has_doi and (found := _DOI.search(fields[name].value)) and doi_of(found[0]):
            yield fields[name], found[0], "doi"
            has_doi = True
    if not has_doi and not entry.value("url") and not entry.value("eprint"):
        for name in _HOLDERS:
            if name in fields and (found := _address(fields[name])):
                yield fields[name], found[0], "url"
                break
    for name in _NUMBERS:
        if name in fields and _is_month(fields[name].value, entry):
            yield fields[name], fields[name].value, "month"
    if "title" in fields and (found := _site(fields["title"].value, entry)):
        yield fields["title"], plain(found[0]).strip(), ""
    if "city" in fields and not entry.value("address") and not entry.value("location") and fields["city"].value:
        yield fields["city"], fields["city"].value, "location"


def _address(field: Field) -> re.Match[str] | None:
    """An address in a field, or a journal that is the name of a host."""
    host = _HOST.fullmatch(field.value.strip("{} ")) if field.name.startswith("journal") else None
    return _ADDRESS.search(field.value) or host


def _site(title: str, entry: Entry) -> re.Match[str] | None:
    """An address in a title, or the name of the site at its end."""
    found = _ADDRESS.search(title) or _SITE.search(title)
    last = None if found else _LAST_PART.search(title.rstrip("{} "))
    if last:
        name = re.sub(r"\W", "", last[1]).lower()
        host = re.match(r"\W*(?:https?://)?([^/\s]+)", entry.value("url").removeprefix("\\url"))
        return last if host and name in [re.sub(r"\W", "", part) for part in host[1].lower().split(".")] else None
    return found


def _is_month(value: str, entry: Entry) -> bool:
    """Whether a value is a month, alone, after a number, or with the year that the entry has anyway."""
    if value.isdigit():
        return False
    found = _WITH_MONTH.fullmatch(value.strip("{} "))
    if not found or "month" in entry.fields:
        return False
    if found["year"] and found["year"] != (entry.value("year") or entry.value("date"))[:4]:
        return False
    words = [word.strip(". ").lower() for word in re.split("[/–-]", found["month"])]
    return all(word in month_numbers() or word in SHORT for word in words)
