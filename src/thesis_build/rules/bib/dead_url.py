"""BIB407."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography import registry_comparison
from thesis_build.model import Finding, Project, Severity, Standing
from thesis_build.rules.rule import Rule


class DeadUrl(Rule):
    """A web address no longer leads to a page.

    Flagged: a `url` whose server answers 404 (not found) or 410 (gone).

    Not flagged: servers that refuse programs, ask for a password or are out of order; addresses that could not be
    looked up (BIB406).
    """

    code = "BIB407"
    name = "dead-url"
    severity = Severity.INFO
    online = True
    message = {"en": "there is no page at {url}: {answer}", "id": "tidak ada laman di {url}: {answer}"}
    hint = {
        "en": "find its new address, or cite a copy at web.archive.org with the date on which you read it",
        "id": "cari alamat barunya, atau sitasi salinannya di web.archive.org beserta tanggal aksesnya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for addresses whose servers answer that there is no page."""
        for entry in project.library.entries if project.addresses else ():
            url = registry_comparison.address(entry)
            asked = project.addresses.get(url)
            if asked and asked.standing is Standing.MISSING:
                yield self.finding(entry.fields["url"].written, url=url, answer=dict(asked.answer or {}))
