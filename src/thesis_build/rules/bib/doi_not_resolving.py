"""BIB401."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography import registry_comparison
from thesis_build.model import Finding, Project, Severity, Standing
from thesis_build.rules.rule import Rule


class DoiNotResolving(Rule):
    """A DOI does not exist: it is not registered at doi.org.

    The printed link leads nowhere; usually a digit was mistyped, or the reference was made up.

    Flagged: `doi = {10.1234/no-such-work}`, where doi.org answers that there is no such handle.

    Not flagged: a DOI of an agency other than Crossref; one that could not be looked up (BIB406).
    """

    code = "BIB401"
    name = "doi-not-resolving"
    severity = Severity.WARNING
    online = True
    message = {"en": "the DOI {doi} does not exist", "id": "DOI {doi} tidak ada"}
    hint = {
        "en": "copy the DOI from the work's own page; if the work has none, remove the field",
        "id": "salin DOI dari laman karya itu sendiri; jika tidak ada, hapus ruas ini",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for DOIs that are registered nowhere."""
        for _, field, work in registry_comparison.registered(project, Standing.MISSING):
            yield self.finding(field.written, doi=work.doi)
