"""PAR602."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.lock_matching import State
from thesis_build.model import Finding, Profile, Project, Related, Severity
from thesis_build.rules.par._difference_rule import COUNTERPART
from thesis_build.rules.par._pair_states import standing
from thesis_build.rules.rule import Rule


class BothChanged(Rule):
    """Both sides of a pair have changed since it was confirmed: they probably still say the same, but nobody said so.

    Flagged: a paragraph rewritten in Indonesian and in English.

    Not flagged: one side changed (PAR601).
    """

    code = "PAR602"
    name = "both-changed"
    severity = Severity.INFO
    profiles = {Profile.RELEASE: Severity.WARNING}
    message = {
        "en": "both languages have changed since {day}; numbers and citations {facts}",
        "id": "kedua bahasa berubah sejak {day}; angka dan sitasi {facts}",
    }
    hint = {
        "en": "read both; then confirm: thesis-build parity confirm {place}",
        "id": "baca keduanya; lalu nyatakan: thesis-build parity confirm {place}",
    }
    same = {"en": "are the same", "id": "tetap sama"}
    other = {"en": "have changed, too", "id": "juga berubah"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for pairs of which all sides have changed."""
        for where in standing(project, State.BOTH_CHANGED):
            first, *others = where.pair.blocks
            span = where.span(first)
            confirmed = where.known.confirmed
            unchanged = confirmed is not None and confirmed.facts == where.known.pair.facts
            yield self.finding(
                span,
                day=confirmed.day if confirmed else "",
                facts=self.same if unchanged else self.other,
                place=f"{span.path}:{span.line}",
                related=tuple(Related(where.span(tag), COUNTERPART) for tag in others),
            )
