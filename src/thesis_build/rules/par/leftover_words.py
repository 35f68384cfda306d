"""PAR405."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.languages import data_files, known
from thesis_build.languages.lexicon import Lexicon, lexicon
from thesis_build.languages.stems import stem
from thesis_build.languages.word_lists import words
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.par._passages import ReadPassage, own_words
from thesis_build.rules.rule import Rule

_SENTENCE = 3
"""From this many left-over words on, it is a sentence that is not translated (PAR403)."""


class LeftoverWords(Rule):
    """A small word of the other language is left between words of this one.

    Flagged: “Smith dan Jones (2010)” in the English text; “hasil of penelitian” in the Indonesian one.

    Not flagged: quotations, words in italics, names of offices and works; a whole sentence (PAR403).
    """

    code = "PAR405"
    name = "leftover-words"
    severity = Severity.WARNING
    message = {"en": "“{word}” is left over from another language", "id": "“{word}” tertinggal dari bahasa lain"}
    hint = {
        "en": "translate it, or put the foreign words in italics",
        "id": "terjemahkan, atau miringkan kata asingnya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for the small words of the other languages in running text."""
        for chapter in project.chapters:
            for other in project.manuscripts if chapter.language in known() else ():
                if other in known() and other != chapter.language:
                    pattern = _pattern(chapter.language, other)
                    for one in own_words(chapter):
                        yield from self._found(one, pattern, other)

    def _found(self, one: ReadPassage, pattern: re.Pattern[str], other: str) -> Iterator[Finding]:
        for match in pattern.finditer(one.text):
            left, word, right = match.groups()
            if not _is_left_over(left, word, right, one.chapter.language, other):
                continue
            if len(pattern.findall(one.sentence(*match.span(2)))) < _SENTENCE:
                yield self.finding(one.span(*match.span(2)), word=word)


@data_files.remembered()
def _pattern(tag: str, other: str) -> re.Pattern[str]:
    """Finds the small words that only the other language has, each between two words."""
    listed = "|".join(sorted(words(other).leftover - words(tag).stop))
    return re.compile(rf"(?=(?<![\w-])([^\W\d_][\w-]*) ({listed}) ([^\W\d_][\w-]*))")


def _is_left_over(left: str, word: str, right: str, tag: str, other: str) -> bool:
    """Whether a word stands between words of this language, or joins two names of persons."""
    table = lexicon(tag, other)
    if left[0].isupper() and right[0].isupper():
        conjunction = word in words(other).joining
        return conjunction and not any(_is_known(table, name, own) for name in (left, right) for own in (tag, other))
    own = words(tag).function
    if left in own or right in own:
        return not any(side in words(other).function for side in (left, right))
    return all(
        side.islower() and _is_known(table, side, tag) and not _is_known(table, side, other) for side in (left, right)
    )


def _is_known(table: Lexicon, word: str, tag: str) -> bool:
    return table.knows(table.languages.index(tag), stem(word.lower(), tag))
