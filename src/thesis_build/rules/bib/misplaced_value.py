"""BIB228."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.dates import SHORT
from thesis_build.bibliography.identifiers import doi_of
from thesis_build.languages.months import month_numbers
from thesis_build.model import Entry, Field, Finding, Project, Severity
from thesis_build.rules._citations import severity_for
from thesis_build.rules.bib._values import shown
from thesis_build.rules.rule import Rule

_ADDRESS = re.compile(r"https?://[^\s{}]+|www\.[\w-]+\.[^\s{}]+", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/[^\s{}]+")
_SITE = re.compile(r"\s[|–—-]\s*(?:www\.)?[\w-]+\.(?:com|org|net|co\.id|ac\.id|go\.id|id|io)\b", re.IGNORECASE)
_HOLDERS = ("note", "howpublished", "journal", "journaltitle", "publisher")
_NUMBERS = ("number", "volume", "issue")


class MisplacedValue(Rule):
    """A value is in a field where programs do not look for it.

    An address in `note` is no link, a DOI in `isbn` finds nothing, and a month in `number` is printed as “(Mei)”.

    Flagged: an address in `note`, `howpublished`, `journal` or `publisher` of an entry without `url`; a DOI in `note`
    or `isbn` of one without `doi`; the name of a month in `number` or `volume`; an address or the name of a site in
    `title`; a place in `city`. What is in `howpublished` is only a note, as it is printed.

    Not flagged: an address beside a `url` or a DOI; a number such as “Mei 2020” of a magazine.
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
            if name in fields and (found := _ADDRESS.search(fields[name].value)):
                yield fields[name], found[0], "url"
                break
    for name in _NUMBERS:
        if name in fields and _is_month(fields[name].value) and "month" not in fields:
            yield fields[name], fields[name].value, "month"
    if "title" in fields and (found := _ADDRESS.search(fields["title"].value) or _SITE.search(fields["title"].value)):
        yield fields["title"], found[0].strip(), ""
    if "city" in fields and not entry.value("address") and not entry.value("location") and fields["city"].value:
        yield fields["city"], fields["city"].value, "location"


def _is_month(value: str) -> bool:
    word = value.strip("{}. ").lower()
    return word in month_numbers() or word in SHORT
