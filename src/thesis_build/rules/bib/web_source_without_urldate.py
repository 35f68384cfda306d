"""BIB217."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from thesis_build.bibliography.dates import DateState, read_date
from thesis_build.bibliography.identifiers import doi_of
from thesis_build.model import Edit, Entry, Field, Finding, Fix, Profile, Project, Severity
from thesis_build.rules._edits import new_value, renamed_field
from thesis_build.rules.rule import Rule

_TYPES = frozenset({"online", "www", "electronic", "misc", "webpage", "webpages"})
_OTHER_NAMES = ("lastaccessed", "lastchecked", "accessed", "accessdate", "lastvisited", "visited")
_SAID = re.compile(r"\b(?:diakses|access\w*|retrieved|visited|viewed|diunduh|consulted|last checked)\b", re.IGNORECASE)
_NOTES = ("note", "addendum", "howpublished", "annote")
_NOT_WEB = ("doi", "eprint", "isbn", "archiveprefix", "pmid")


class WebSourceWithoutUrldate(Rule):
    """A web page is cited without the date on which it was read.

    Web pages change. Most Indonesian guides for theses ask for “diakses tanggal …”, and styles print it from
    `urldate`; if it is missing, they leave the date out without a warning.

    Flagged: an entry of type `online`, `www`, `electronic` or `misc` with `url` (or `\\url` in `howpublished`) and
    neither `urldate` nor `doi`; one whose date is in a field that Pandoc does not read, such as `accessed` (with
    a fix).

    Not flagged: articles and books with an address; an entry whose note says “diakses …” or “accessed …”; preprints
    with `eprint`; a `urldate` that is not a date (BIB209).
    """

    code = "BIB217"
    name = "web-source-without-urldate"
    severity = Severity.WARNING
    profiles: ClassVar[Mapping[Profile, Severity]] = {Profile.DRAFT: Severity.INFO}
    message = {
        "en": "the web source “{key}” does not say when it was read",
        "id": "sumber web “{key}” tidak menyebut kapan diakses",
    }
    hint = {
        "en": "add urldate = {{2020-05-17}}, the date on which you read it",
        "id": "tambahkan urldate = {{2020-05-17}}, yaitu tanggal Anda mengaksesnya",
    }
    name_message = {
        "en": "Pandoc does not read the field “{name}”; the date on which “{key}” was read is not printed",
        "id": "Pandoc tidak membaca ruas “{name}”; tanggal akses “{key}” tidak tercetak",
    }
    name_hint = {
        "en": "rename the field to urldate, and write the date as 2020-05-17",
        "id": "ganti nama ruas itu menjadi urldate, dan tulis tanggalnya seperti 2020-05-17",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every entry of a type for web pages."""
        for entry in project.library.entries:
            if entry.type in _TYPES and _has_address(entry) and not entry.value("urldate"):
                yield from self._judged(entry)

    def _judged(self, entry: Entry) -> Iterator[Finding]:
        if any(entry.value(name) for name in _NOT_WEB) or doi_of(entry.value("url")) or entry.value("urlyear"):
            return
        other = next((entry.fields[name] for name in _OTHER_NAMES if name in entry.fields), None)
        if other:
            yield self.finding(
                other.span,
                key=entry.key,
                name=other.name,
                message=self.name_message,
                hint=self.name_hint,
                fix=_renamed(other),
            )
        elif not any(_SAID.search(entry.value(name)) for name in _NOTES):
            yield self.finding(entry.span, key=entry.key)


def _has_address(entry: Entry) -> bool:
    """Whether the entry has an address; Pandoc takes one from `howpublished` as well."""
    return bool(entry.value("url")) or "\\url{" in entry.value("howpublished")


def _renamed(field: Field) -> Fix | None:
    """The fix that makes the field a `urldate`; None where its value is not a date."""
    reading = read_date(" ".join(field.value.split()))
    if reading.state is DateState.GOOD:
        return renamed_field(field, "urldate")
    value = new_value(field, reading.better) if reading.better else None
    return Fix((Edit(field.span, "urldate"), *value.edits)) if value else None
