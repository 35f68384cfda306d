"""PAR305."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Finding, Manuscript, Project, Related, Severity, Span, Texts
from thesis_build.rules.par._passages import said
from thesis_build.rules.rule import Rule

_DEFINED = re.compile(r"(?P<words>(?:[^\W\d_][\w-]*[ -]){1,8})\((?P<acronym>[A-Z]{2,8})\)")
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
                for match in _DEFINED.finditer(one.text):
                    acronym, spelt = match["acronym"], _spelt(match["words"], match["acronym"])
                    if not spelt:
                        continue
                    start = match.end("words") - len(spelt) - 1
                    span = one.span(start, match.end())
                    known, place = first.setdefault(acronym, (spelt, span))
                    if known.lower() != spelt.lower():
                        related = (Related(place, self.before),)
                        yield self.finding(span, acronym=acronym, here=spelt, there=known, related=related)


def _spelt(words: str, acronym: str) -> str:
    """The last words of a run whose initials are the acronym; empty where they are not."""
    run = words.split()
    for start in range(len(run)):
        initials = "".join(
            part[0].upper() for word in run[start:] if word.lower() not in _SMALL for part in word.split("-")
        )
        if initials == acronym and run[start].lower() not in _SMALL:
            return " ".join(run[start:])
    return ""
