"""BIB406."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thesis_build.bibliography import registry_comparison
from thesis_build.model import Finding, Project, Related, Severity, Span, Standing, Texts
from thesis_build.rules.rule import Rule

_MOST_NAMED = 20
"""Entries that one finding names."""

_Unasked = tuple[Span, Texts]


class Unverifiable(Rule):
    """Works or addresses could not be looked up; that says nothing against them.

    Registries other than Crossref (DataCite, and those of many Indonesian journals' repositories) have DOIs as well, of
    which Crossref knows nothing. Without a network nothing can be looked up. It is reported once, not for every entry.

    Flagged: once, all DOIs that exist at another registry; once for every reason, all that could not be looked up.

    Not flagged: entries without a DOI.
    """

    code = "BIB406"
    name = "unverifiable"
    severity = Severity.INFO
    online = True
    message = {
        "en": "{count} DOIs exist, but not at Crossref, so nothing could be compared",
        "id": "{count} DOI ada, tetapi bukan di Crossref, sehingga tidak ada yang dapat dibandingkan",
    }
    hint = {"en": "look them up yourself", "id": "periksa sendiri"}
    unasked_message = {
        "en": "{count} works and addresses could not be looked up: {reason}",
        "id": "{count} karya dan alamat tidak dapat diperiksa: {reason}",
    }
    unasked_hint = {
        "en": "try again later with --online; the answers so far are kept",
        "id": "coba lagi nanti dengan --online; jawaban yang sudah ada disimpan",
    }
    other = {"en": "this one as well", "id": "yang ini juga"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Gather what was not compared."""
        elsewhere = [field.written for _, field, _ in registry_comparison.registered(project, Standing.ELSEWHERE)]
        if elsewhere:
            yield self.finding(elsewhere[0], count=len(elsewhere), related=self._others(elsewhere))
        reasons: dict[str, list[_Unasked]] = {}
        for unasked in _unasked(project):
            reasons.setdefault(unasked[1]["en"], []).append(unasked)
        for entries in reasons.values():
            yield self.finding(
                entries[0][0],
                message=self.unasked_message,
                hint=self.unasked_hint,
                count=len(entries),
                reason=dict(entries[0][1]),
            )

    def _others(self, spans: Sequence[Span]) -> tuple[Related, ...]:
        return tuple(Related(span, self.other) for span in spans[1 : 1 + _MOST_NAMED])


def _unasked(project: Project) -> Iterator[_Unasked]:
    """Where DOIs and addresses are that were not looked up, and why."""
    for _, field, work in registry_comparison.registered(project, Standing.UNASKED):
        yield field.written, work.reason or {"en": "", "id": ""}
    for entry in project.library.entries if project.addresses else ():
        asked = project.addresses.get(registry_comparison.address(entry))
        if asked and asked.standing is Standing.UNASKED:
            yield entry.fields["url"].written, asked.reason or {"en": "", "id": ""}
