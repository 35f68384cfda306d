"""BIB201."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.identifiers import doi_of, plain, without_prefix
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules._edits import new_value
from thesis_build.rules.rule import Rule


class DoiAsUrl(Rule):
    """The field `doi` contains an address, or begins with `doi:`.

    Pandoc puts `https://doi.org/` before whatever the field contains, so that “https://doi.org/https://doi.org/10.…” is
    printed, and the link leads nowhere. LaTeX styles do the same.

    Flagged: `doi = {https://doi.org/10.1000/182}`; `doi = {http://dx.doi.org/10.1000/182}`; `doi = {doi:10.1000/182}`.

    Not flagged: `doi = {10.1000/182}`; such an address in `url` (BIB203).
    """

    code = "BIB201"
    name = "doi-as-url"
    severity = Severity.WARNING
    message = {
        "en": "the DOI of “{key}” is written with an address or a prefix; the printed link would be broken",
        "id": "DOI pada entri “{key}” ditulis dengan alamat atau awalan; tautan yang tercetak akan rusak",
    }
    hint = {
        "en": "write the DOI alone: {doi}",
        "id": "tulis DOI-nya saja: {doi}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every `doi`."""
        for entry in project.library.entries:
            field = entry.fields.get("doi")
            if field and not field.value.startswith("10."):
                text = plain(field.value)
                doi = doi_of(field.value) if without_prefix(text) != text else ""
                if doi:
                    yield self.finding(field.written, key=entry.key, doi=doi, fix=new_value(field, doi))
