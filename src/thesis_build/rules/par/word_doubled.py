"""PAR407."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.languages import known
from thesis_build.languages.word_lists import words
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.par._passages import own_words
from thesis_build.rules.rule import Rule

_TWICE = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]+) (?P<again>(?P=word))(?![\w-])", re.IGNORECASE)


class WordDoubled(Rule):
    """A word stands twice in a row.

    Flagged: “the results were were compared”; “dengan dengan”.

    Not flagged: words that may stand twice (“that that”), names, italics, and an Indonesian word with content, which
    lacks its hyphen (“rata rata”).
    """

    code = "PAR407"
    name = "word-doubled"
    severity = Severity.WARNING
    message = {"en": "“{word}” stands twice", "id": "“{word}” tertulis dua kali"}
    hint = {"en": "remove one", "id": "hapus salah satunya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for words that stand twice in running text."""
        for chapter in project.chapters:
            if chapter.language not in known():
                continue
            lists = words(chapter.language)
            for one in own_words(chapter):
                for match in _TWICE.finditer(one.text):
                    word = match["word"].lower()
                    if word in lists.twice or (lists.reduplicates and word not in lists.stop):
                        continue
                    if word in lists.stop or match["again"].islower():
                        yield self.finding(one.span(*match.span("again")), word=match["again"])
