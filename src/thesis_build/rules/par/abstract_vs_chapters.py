"""PAR709."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.languages.quantities import read as quantities
from thesis_build.model import Chapter, Finding, Project, Severity, is_abstract
from thesis_build.rules.par._passages import said
from thesis_build.rules.rule import Rule


class AbstractVsChapters(Rule):
    """A measured number stands in the abstract and in no chapter of that language; off by default.

    The abstract reports what the chapters found; a number that they do not have was mistyped, or left from a draft. A
    sum that only the abstract gives is flagged, too: that is why this rule is off.

    Flagged: “92,5 %” in the abstract, “91,5 %” in the chapters.

    Not flagged: numbers in words, numbers of references, a number that the chapters write in another form.
    """

    code = "PAR709"
    name = "abstract-vs-chapters"
    severity = Severity.WARNING
    default = False
    message = {"en": "“{number}” is in no chapter", "id": "“{number}” tidak ada dalam bab mana pun"}
    hint = {"en": "correct the number here or in the chapter", "id": "perbaiki angkanya di sini atau dalam babnya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look in the chapters for every number of the abstract."""
        for manuscript in project.manuscripts.values():
            abstracts = [chapter for chapter in manuscript.chapters if is_abstract(chapter.name)]
            chapters = [chapter for chapter in manuscript.chapters if chapter not in abstracts]
            if not (abstracts and chapters):
                continue
            known = _values(chapters)
            for chapter in abstracts:
                for one in said(chapter):
                    for each in quantities.numbers(one.text, chapter.language):
                        if not each.readings & known:
                            yield self.finding(one.span(each.start, each.end), number=each.text)


def _values(chapters: list[Chapter]) -> set[str]:
    """Every reading of every quantity of the chapters."""
    return {
        reading
        for chapter in chapters
        for one in said(chapter)
        for each in quantities.read(one.text, chapter.language)
        for reading in each.readings
    }
