"""PAR703."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.compare.keywords import unlike_keywords
from thesis_build.model import Finding, Project, Related, Severity, Span
from thesis_build.rules.par._difference_rule import COUNTERPART
from thesis_build.rules.rule import Rule


class KeywordPairing(Rule):
    """Two keywords that are left for each other do not say the same.

    Keywords are paired by the words they share, in any order.

    Flagged: *kerja sama, anggaran* beside *cooperation, citizens*.

    Not flagged: lists that are sorted in each language; English technical terms in the Indonesian list.
    """

    code = "PAR703"
    name = "keyword-pairing"
    severity = Severity.WARNING
    message = {
        "en": "the keywords “{here}” and “{there}” do not mean the same",
        "id": "kata kunci “{here}” dan “{there}” tidak sama artinya",
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
            if not (keywords.get(first) and keywords.get(tag)):
                continue
            for pair in unlike_keywords({first: keywords[first], tag: keywords[tag]}):
                yield self.finding(
                    _place(project, tag, pair[tag]),
                    here=keywords[tag][pair[tag]],
                    there=keywords[first][pair[first]],
                    related=(Related(_place(project, first, pair[first]), COUNTERPART),),
                )


def _place(project: Project, tag: str, index: int) -> Span:
    places = project.settings.spans
    whole = places.get(f"keywords.{tag}", Span("paper/thesis.yaml"))
    return places.get(f"keywords.{tag}.{index}", whole)
