"""CIT012."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity
from thesis_build.rule import Rule
from thesis_build.rules.citing import groups


class TooManyInGroup(Rule):
    """A group cites more works than the settings allow; six, unless `check: {citations-max: …}` says otherwise.

    Such a group does not tell which work supports what.

    Flagged: seven works in one pair of brackets.

    Not flagged: any number, where the limit is 0; cross-references.
    """

    code = "CIT012"
    name = "too-many-in-group"
    severity = Severity.INFO
    fact = {
        "en": "{count} works in one group, {limit} are allowed",
        "id": "{count} karya dalam satu kelompok, batasnya {limit}",
    }
    hint = {
        "en": "keep those that matter, or say which supports what",
        "id": "pilih yang penting, atau jelaskan karya mana mendukung apa",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Count the works of each group."""
        limit = project.settings.check.citations_max
        for chapter in project.chapters if limit else ():
            for group in groups(chapter):
                count = len({member.key for member in group.members})
                if count > limit:
                    yield self.finding(group.members[0].cited.span, count=count, limit=limit)
