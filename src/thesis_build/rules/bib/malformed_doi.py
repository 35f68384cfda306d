"""BIB202."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.identifiers import DOI, doi_of, is_doi, plain, without_prefix
from thesis_build.model import Field, Finding, Project, Severity
from thesis_build.rules._edits import new_value, unsafe
from thesis_build.rules.bib._values import is_undefined, shown
from thesis_build.rules.rule import Rule

_SPACE = re.compile(r"\s+")


class MalformedDoi(Rule):
    """The field `doi` contains something that is not a DOI, or more than a DOI.

    Pandoc prints `https://doi.org/` and the field as it is, TeX and punctuation included, and links to that. A
    DOI is `10.`, a number of four digits or more, a slash, and a suffix without spaces.

    Flagged: `doi = {10.1234/abc.}` and `doi = {10.1234/a\\_b}` (with a fix); `doi = {-}`; `doi = {10.1234}`.

    Not flagged: brackets, semicolons and `<>` inside a DOI, `10.1002/(SICI)1097-0118(199601)21:1<1::AID>3.0.CO;2-X`;
    short DOIs, `10/abc1`; a DOI with its address (BIB201).
    """

    code = "BIB202"
    name = "malformed-doi"
    message = {
        "en": "“{value}” is not a DOI; the printed link would lead nowhere",
        "id": "“{value}” bukan DOI; tautan yang tercetak tidak menuju ke mana pun",
    }
    hint = {
        "en": "look the DOI up (it begins with “10.”), or remove the field",
        "id": "cari DOI-nya (diawali “10.”), atau hapus ruas ini",
    }
    surplus_message = {
        "en": "the field contains more than the DOI, and all of it is printed: {value}",
        "id": "ruas ini memuat lebih dari DOI-nya, dan semuanya ikut tercetak: {value}",
    }
    surplus_hint = {
        "en": "write the DOI alone: {doi}",
        "id": "tulis DOI-nya saja: {doi}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every `doi`."""
        for entry in project.library.entries:
            field = entry.fields.get("doi")
            if field and field.value and not is_doi(field.value) and not is_undefined(project, field):
                yield from self._judged(field)

    def _judged(self, field: Field) -> Iterator[Finding]:
        text = plain(field.value)
        doi = doi_of(field.value)
        if doi and without_prefix(text) != text:
            return  # BIB201
        fix = new_value(field, doi) if doi else None
        if not doi:
            found = set(DOI.findall(text))
            joined = doi_of("".join(line.strip() for line in text.split("\n")))
            doi = joined or (found.pop() if len(found) == 1 else "")
            certain = joined or not _SPACE.search(text)
            fix = unsafe(new_value(field, doi)) if doi and certain else None
        value = shown(field.value)
        if doi:
            yield self.finding(
                field.written,
                value=value,
                doi=doi,
                message=self.surplus_message,
                hint=self.surplus_hint,
                severity=Severity.WARNING,
                fix=fix,
            )
        else:
            yield self.finding(field.written, value=value)
