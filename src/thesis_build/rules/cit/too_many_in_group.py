"""CIT012."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Chapter, Finding, Project, Severity
from thesis_build.rules._citations import Group, groups
from thesis_build.rules.cit._context import surroundings
from thesis_build.rules.rule import Rule

_SOURCES = re.compile(r"\b(?:sumber|sources?|data)(?: data)?:\s*$", re.IGNORECASE)


class TooManyInGroup(Rule):
    """A group cites more works than the settings allow; six, unless `check: {citations-max: …}` says otherwise.

    Such a group does not show which work supports what.

    Flagged: seven works in one pair of brackets.

    Not flagged: the sources of a table or figure, after `Sumber:`; any number, if the limit is 0; cross-references.
    """

    code = "CIT012"
    name = "too-many-in-group"
    severity = Severity.INFO
    message = {
        "en": "{count} works in one group; {limit} are allowed",
        "id": "{count} karya dalam satu kelompok; batasnya {limit}",
    }
    hint = {
        "en": "keep those that matter, or say which supports what",
        "id": "pilih yang penting saja, atau jelaskan karya mana yang mendukung apa",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Count the works of each group."""
        limit = project.settings.check.citations_max
        for chapter in project.chapters if limit else ():
            for group in groups(chapter):
                count = len({member.key for member in group.members})
                if count > limit and not _lists_sources(chapter, group):
                    yield self.finding(group.members[0].cited.span, count=count, limit=limit)


def _lists_sources(chapter: Chapter, group: Group) -> bool:
    """Whether a group is the list of sources below a table or figure."""
    around = surroundings(chapter).get(id(group.cite))
    return around is not None and _SOURCES.search(around.before) is not None
