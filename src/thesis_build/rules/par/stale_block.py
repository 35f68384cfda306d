"""PAR601."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.lock_matching import State
from thesis_build.model import Finding, Profile, Project, Related, Severity, Texts
from thesis_build.rules.par._pair_states import PairWithState, changes, standing
from thesis_build.rules.rule import Rule


class StaleBlock(Rule):
    """One side of a pair has changed since the pair was confirmed, the other has not.

    `paper/parity.lock` holds for every pair what its blocks were when somebody last said that they say the same.
    Only wrapping, quotation marks or the name of a citation key count as no change.

    Flagged: a number corrected in the Indonesian paragraph only.

    Not flagged: a pair that was never confirmed.
    """

    code = "PAR601"
    name = "stale-block"
    severity = Severity.WARNING
    profiles = {Profile.RELEASE: Severity.ERROR}
    message = {
        "en": "“{changed}” has changed since {day}, this text has not{diff}",
        "id": "“{changed}” berubah sejak {day}, teks ini tidak{diff}",
    }
    hint = {
        "en": "bring it up to date; if both say the same, confirm: thesis-build parity confirm {place}",
        "id": "mutakhirkan; jika keduanya sudah sama, nyatakan: thesis-build parity confirm {place}",
    }
    change: Texts = {"en": "what has changed", "id": "yang berubah"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for pairs of which some but not all sides have changed."""
        for where in standing(project, State.STALE):
            yield self._finding(project, where)

    def _finding(self, project: Project, where: PairWithState) -> Finding:
        changed = where.known.changed[0]
        left = next(tag for tag in where.pair.blocks if tag not in where.known.changed)
        diff = changes(project, where, changed)
        span = where.span(left)
        confirmed = where.known.confirmed
        return self.finding(
            span,
            changed=changed,
            day=confirmed.day if confirmed else "",
            diff=f": {diff}" if diff else "",
            place=f"{span.path}:{span.line}",
            related=(Related(where.span(changed), self.change),),
        )
