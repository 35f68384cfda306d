"""PAR603."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.lock_matching import State
from thesis_build.alignment.pair_states import agreement
from thesis_build.model import Finding, Profile, Project, Severity, Span
from thesis_build.rules.rule import Rule


class UnconfirmedPairs(Rule):
    """Pairs of a chapter have never been confirmed.

    Said once a chapter, and only in a thesis that has a `paper/parity.lock`.

    Flagged: a new paragraph in both languages.

    Not flagged: anything in a thesis without a lock.
    """

    code = "PAR603"
    name = "unconfirmed-pairs"
    severity = Severity.INFO
    profiles = {Profile.RELEASE: Severity.WARNING}
    message = {
        "en": "{count} of {total} pairs of this chapter have never been confirmed",
        "id": "{count} dari {total} pasangan bab ini belum pernah dinyatakan sama",
    }
    hint = {
        "en": "read them; then confirm: thesis-build parity confirm {chapter}",
        "id": "baca; lalu nyatakan: thesis-build parity confirm {chapter}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Count the new pairs of every chapter."""
        found = agreement(project)
        for chapter in found.chapters if found.locked else ():
            known = [found.known[pair.identifier] for pair in chapter.pairs if pair.identifier in found.known]
            new = sum(pair.state is State.NEW for pair in known)
            if new:
                path = next(iter(project.in_each_language(chapter.name).values())).source.path
                yield self.finding(Span(path), count=new, total=len(known), chapter=chapter.name)
