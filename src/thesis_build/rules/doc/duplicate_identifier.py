"""DOC002."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Located, Project, Related
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule


class DuplicateIdentifier(Rule):
    """The same identifier is used twice in one language, so that a reference to it is ambiguous.

    Flagged: two figures `{#fig:egdi}`, in one file or in two.
    """

    code = "DOC002"
    name = "duplicate-identifier"
    message = {
        "en": "the identifier “{name}” is used a second time",
        "id": "pengenal “{name}” dipakai untuk kedua kalinya",
    }
    hint = {"en": "rename one of the two", "id": "ganti nama salah satunya"}
    first = {"en": "first used here", "id": "pertama kali dipakai di sini"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the identifiers written in all files of a language."""
        for manuscript in project.manuscripts.values():
            seen: dict[str, Located] = {}
            for chapter in manuscript.chapters:
                for located in positions.identifiers(chapter.source):
                    before = seen.setdefault(located.name, located)
                    if before is not located:
                        related = (Related(before.span, self.first),)
                        yield self.finding(located.span, name=located.name, related=related)
