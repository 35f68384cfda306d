"""CIT011."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import ChapterKind, Finding, Project, Severity
from thesis_build.resolve.numbers import kind_of
from thesis_build.rules._citations import groups
from thesis_build.rules.rule import Rule


class CitationInAbstract(Rule):
    """The abstract cites a work.

    Abstracts are read apart from the thesis, in catalogues that have no reference list; most guides do not
    allow citations there.

    Flagged: `[@sutanto2020]` in `paper/id/00-abstract.md`.

    Not flagged: citations in every other file.
    """

    code = "CIT011"
    name = "citation-in-abstract"
    severity = Severity.WARNING
    message = {"en": "the abstract cites “{key}”", "id": "abstrak menyitasi “{key}”"}
    hint = {"en": "say it without the citation", "id": "sampaikan tanpa sitasi"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for citations in abstracts."""
        for chapter in project.chapters:
            if kind_of(chapter) is ChapterKind.ABSTRACT:
                for group in groups(chapter):
                    yield self.finding(group.members[0].cited.span, key=group.members[0].key)
