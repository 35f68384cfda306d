"""PAR305."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thesis_build.model import Finding, Manuscript, Project, Related, Severity, Span, Texts
from thesis_build.rules.par._passages import said
from thesis_build.rules.rule import Rule

_ACRONYM = re.compile(r"(?<=[ -])\((?P<acronym>[A-Z]{2,8})\)")
_WORD = re.compile(r"[^\W\d_][\w-]*$")
_LONGEST = 8
"""Words that an acronym may stand for."""
_BEFORE = 300
"""Characters before an acronym that are looked at."""
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "dan", "di", "ke", "dari", "untuk", "yang", "atas"})


class AcronymDefinedTwice(Rule):
    """An acronym is written out in two ways in one language; off by default.

    Flagged: “Electronic Government System (EGS)” in one chapter, “Electronic Governance Service (EGS)” in another.

    Not flagged: the same words in the abstract and again in a chapter; an acronym whose words do not spell it.
    """

    code = "PAR305"
    name = "acronym-defined-twice"
    severity = Severity.INFO
    default = False
    message = {
        "en": "“{acronym}” is “{here}” here, “{there}” before",
        "id": "“{acronym}” di sini “{here}”, sebelumnya “{there}”",
    }
    hint = {"en": "write it out in one way", "id": "tulis kepanjangannya dengan satu cara"}
    before: Texts = {"en": "written out before", "id": "kepanjangan sebelumnya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the words before every acronym in brackets with those of its first time."""
        for manuscript in project.manuscripts.values():
            yield from self._in(manuscript)

    def _in(self, manuscript: Manuscript) -> Iterator[Finding]:
        first: dict[str, tuple[str, Span]] = {}
        for chapter in manuscript.chapters:
            for one in said(chapter):
                for match in _ACRONYM.finditer(one.text):
                    acronym, spelt = match["acronym"], _spelt(_words_before(one.text, match.start()), match["acronym"])
                    if not spelt:
                        continue
                    start = match.start() - len(spelt) - 1
                    span = one.span(start, match.end())
                    known, place = first.setdefault(acronym, (spelt, span))
                    if known.lower() != spelt.lower():
                        related = (Related(place, self.before),)
                        yield self.finding(span, acronym=acronym, here=spelt, there=known, related=related)


def _words_before(text: str, end: int) -> list[str]:
    """The words that stand before a bracket, nothing but a space between each two."""
    words: list[str] = []
    for token in reversed(text[max(0, end - _BEFORE) : end - 1].split(" ")):
        word = _WORD.search(token)
        if not word:
            break
        words.insert(0, word[0])
        if word[0] != token or len(words) == _LONGEST:
            break
    return words


def _spelt(run: Sequence[str], acronym: str) -> str:
    """The last words of a run whose initials are the acronym; empty where they are not."""
    for start in range(len(run)):
        initials = "".join(
            part[0].upper() for word in run[start:] if word.lower() not in _SMALL for part in word.split("-")
        )
        if initials == acronym and run[start].lower() not in _SMALL:
            return " ".join(run[start:])
    return ""
