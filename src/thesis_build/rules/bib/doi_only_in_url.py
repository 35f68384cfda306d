"""BIB203."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.identifiers import doi_of
from thesis_build.model import Edit, Finding, Fix, Project, Severity
from thesis_build.rules._edits import new_value
from thesis_build.rules.rule import Rule

_RESOLVER = re.compile(r"\{?\\?(?:url\{)?\s*(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|10\.\d{4,9}/", re.IGNORECASE)


class DoiOnlyInUrl(Rule):
    """A DOI is given in `url`, and there is no `doi`.

    Many styles print a DOI but leave an address out, others print a date of access with every address, and programs
    that look works up use `doi`.

    Flagged: `url = {https://doi.org/10.1000/182}` without `doi`; `url = {10.1000/182}`.

    Not flagged: the address of a publisher with a DOI in it; an entry that has a `doi` as well.
    """

    code = "BIB203"
    name = "doi-only-in-url"
    severity = Severity.INFO
    message = {
        "en": "“{key}” has its DOI in the field url only",
        "id": "DOI “{key}” hanya ada di ruas url",
    }
    hint = {
        "en": "write doi = {{{doi}}} instead",
        "id": "tulis doi = {{{doi}}} sebagai gantinya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every `url` of an entry without a DOI."""
        for entry in project.library.entries:
            field = entry.fields.get("url")
            if field and _RESOLVER.match(field.value) and not entry.value("doi"):
                doi = doi_of(field.value)
                value = new_value(field, doi) if doi and "doi" not in entry.fields else None
                fix = Fix((Edit(field.span, "doi"), *value.edits)) if value else None
                if doi:
                    yield self.finding(field.written, key=entry.key, doi=doi, fix=fix)
