"""CIT105."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.cited_works import works_cited
from thesis_build.model import Finding, Project, Severity, Span
from thesis_build.rules.rule import Rule


class MinReferences(Rule):
    """Fewer works are cited than the guide asks for; off until `check: {references-min: 25}` is set.

    Flagged: 18 works cited, where the guide asks for 25.

    Not flagged: the limit or more; entries that the text does not cite are not counted.
    """

    code = "CIT105"
    name = "min-references"
    severity = Severity.WARNING
    message = {
        "en": "{count} works are cited; at least {least} are required",
        "id": "{count} karya disitasi; paling sedikit seharusnya {least}",
    }
    hint = {"en": "cite more works", "id": "sitasi lebih banyak karya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Count the works cited."""
        least = project.settings.check.references_min
        count = len(works_cited(project)) if least and project.manuscripts else least
        if count < least:
            span = project.settings.spans.get("check.references-min", Span("paper/thesis.yaml"))
            yield self.finding(span, count=count, least=least)
