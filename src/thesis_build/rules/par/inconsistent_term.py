"""PAR303."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.languages import data_files, known
from thesis_build.languages.word_lists import words
from thesis_build.model import Chapter, Finding, Project, Related, Severity, Span, is_abstract
from thesis_build.rules.par._difference_rule import COUNTERPART
from thesis_build.rules.par._passages import said
from thesis_build.rules.rule import Rule


class InconsistentTerm(Rule):
    """An abstract calls the work by two names, where the abstract in the other language has one.

    A reader takes two names for two things. Phrases of the chapters that are translated in two ways are listed by
    `thesis-build parity terms`.

    Flagged: “this research” and “this study” in English, “penelitian ini” throughout in Indonesian.

    Not flagged: two names in both languages.
    """

    code = "PAR303"
    name = "inconsistent-term"
    severity = Severity.INFO
    message = {
        "en": "the work is called “{one}” and “{other}”; in the other language it has one name: “{there}”",
        "id": "karya ini disebut “{one}” dan “{other}”; dalam bahasa yang lain namanya satu: “{there}”",
    }
    hint = {"en": "call it by one name", "id": "pakai satu sebutan"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the names of the work in each abstract."""
        names = dict.fromkeys(chapter.name for chapter in project.chapters if is_abstract(chapter.name))
        for name in names:
            found = {tag: _names(chapter) for tag, chapter in project.in_each_language(name).items() if tag in known()}
            for tag, here in found.items():
                there = next((others for other, others in found.items() if other != tag and len(others) == 1), None)
                if len(here) > 1 and there:
                    one, other = list(here)[:2]
                    own, place = next(iter(there.items()))
                    related = (Related(place, COUNTERPART),)
                    yield self.finding(here[other], one=one, other=other, there=own, related=related)


def _names(chapter: Chapter) -> dict[str, Span]:
    """The names by which a text calls the work, and where each stands first."""
    found: dict[str, Span] = {}
    for one in said(chapter):
        for match in _pattern(chapter.language).finditer(one.text):
            found.setdefault(match[0].lower(), one.span(*match.span()))
    return found


@data_files.remembered()
def _pattern(tag: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words(tag).self_reference)})(?!\w)", re.IGNORECASE)
