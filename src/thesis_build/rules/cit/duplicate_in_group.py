"""CIT005."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Chapter, Edit, Finding, Fix, Project, Related, Severity
from thesis_build.rules._citations import Group, Member, groups, offsets
from thesis_build.rules._edits import between
from thesis_build.rules.rule import Rule

_BEFORE = re.compile(r"\s*;\s*-?$")
_BEHIND = re.compile(r"\s*[;\]]")


class DuplicateInGroup(Rule):
    """A work is cited twice in one group, and the second citation adds nothing.

    It is printed twice: (Sutanto, 2020, 2020).

    Flagged: `[@a; @b; @a]`.

    Not flagged: `[@a, hlm. 3; @a, hlm. 7]`, which point to two pages.
    """

    code = "CIT005"
    name = "duplicate-in-group"
    severity = Severity.WARNING
    message = {
        "en": "“{key}” is cited twice in one group",
        "id": "“{key}” disitasi dua kali dalam satu kelompok",
    }
    hint = {"en": "remove the second one", "id": "hapus yang kedua"}
    first = {"en": "the first one", "id": "yang pertama"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the citations of each group."""
        for chapter in project.chapters:
            for group in groups(chapter):
                if len(group.members) > 1:
                    yield from self._group(chapter, group)

    def _group(self, chapter: Chapter, group: Group) -> Iterator[Finding]:
        seen: dict[str, list[Member]] = {}
        for member in group.members:
            before = seen.setdefault(member.key, [])
            adds = member.suffix.strip(" ,") not in ("", *(other.suffix.strip(" ,") for other in before))
            if before and not adds:
                related = (Related(before[0].cited.span, self.first),)
                yield self.finding(member.cited.span, key=member.key, related=related, fix=_without(chapter, member))
            before.append(member)


def _without(chapter: Chapter, member: Member) -> Fix | None:
    """The fix that removes a citation without other words, with the semicolon before it."""
    if not member.cited.exact or member.prefix or member.suffix:
        return None
    text = chapter.source.text
    start, end = offsets(member.cited, text)
    lead = _BEFORE.search(text, max(0, start - 80), start)
    if not lead or not _BEHIND.match(text, end):
        return None
    return Fix((Edit(between(text, chapter.source.path, lead.start(), end), ""),))
