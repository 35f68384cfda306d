"""BIB405."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from thesis_build.bibliography import registry_comparison
from thesis_build.bibliography.identifiers import registered_doi
from thesis_build.model import Finding, Project, Severity, Standing
from thesis_build.rules import _edits
from thesis_build.rules.rule import Rule


class PublishedVersionExists(Rule):
    """A preprint has been published since, reviewed and perhaps changed; that version is the one to cite.

    Flagged: the DOI of a preprint whose published article Crossref knows.

    Not flagged: a preprint whose published version is in the library as well.
    """

    code = "BIB405"
    name = "published-version-exists"
    severity = Severity.INFO
    online = True
    message = {
        "en": "this preprint has been published: https://doi.org/{doi}",
        "id": "pracetak ini sudah terbit: https://doi.org/{doi}",
    }
    hint = {
        "en": "cite the published version, after checking that it still says the same",
        "id": "sitasi versi terbitannya setelah memastikan isinya masih sama",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for preprints with a published version that the library does not have."""
        fields = (registry_comparison.doi_field(entry) for entry in (project.library.entries if project.works else ()))
        there = {registered_doi(field.value) for field in fields if field}
        for _, field, work in registry_comparison.registered(project, Standing.FOUND):
            if work.published and not there.intersection(work.published):
                fix = _edits.new_value(field, work.published[0]) if field.name == "doi" else None
                unsafe = replace(fix, safe=False) if fix else None
                yield self.finding(field.written, doi=work.published[0], fix=unsafe)
