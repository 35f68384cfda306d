"""PAR701."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Span
from thesis_build.rules.rule import Rule


class KeywordCountDiffers(Rule):
    """The languages have different numbers of keywords.

    Flagged: six keywords in Indonesian, five in English.
    """

    code = "PAR701"
    name = "keyword-count-differs"
    message = {
        "en": "{count} keywords in “{tag}”, {other_count} in “{other}”",
        "id": "{count} kata kunci dalam “{tag}”, {other_count} dalam “{other}”",
    }
    hint = {
        "en": "list the same keywords in both languages",
        "id": "tulis kata kunci yang sama dalam kedua bahasa",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare every language's keywords with the first language's."""
        first, *others = project.manuscripts
        keywords = project.settings.keywords
        for tag in others:
            count, first_count = len(keywords.get(tag, ())), len(keywords.get(first, ()))
            if count != first_count:
                place = project.settings.spans.get(f"keywords.{tag}", Span("paper/thesis.yaml"))
                yield self.finding(place, tag=tag, count=count, other=first, other_count=first_count)
