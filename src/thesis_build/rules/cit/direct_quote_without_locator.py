"""CIT010."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Chapter, Finding, Project, Severity
from thesis_build.rules._citations import Group, groups
from thesis_build.rules.cit._context import Around, surroundings
from thesis_build.rules.rule import Rule

_QUOTATION = re.compile(r"[“\"](?P<quote>[^“”\"]{30,})[”\"][.,]?\s*$")
_LEAST_WORDS = 8
_NO_PAGES = frozenset(
    {"online", "electronic", "www", "misc", "software", "dataset", "video", "audio", "image", "movie", "music"}
)
"""Types of entries that have no pages to point to (biblatex manual, section 2.1)."""


class DirectQuoteWithoutLocator(Rule):
    """A passage is quoted word for word, but the citation names no page.

    Readers must be able to find the passage; guides ask for the page of every direct quotation.

    Flagged: `“… delapan kata atau lebih …” [@a]`; a block quotation that ends in `[@a]`.

    Not flagged: `[@a, hlm. 3]`; terms and titles in quotation marks; web sources, which have no pages.
    """

    code = "CIT010"
    name = "direct-quote-without-locator"
    severity = Severity.INFO
    message = {
        "en": "a direct quotation from “{key}” without its page",
        "id": "kutipan langsung dari “{key}” tanpa nomor halaman",
    }
    hint = {"en": "write [@{key}, p. …]", "id": "tulis [@{key}, hlm. …]"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the words before each citation of one work."""
        for chapter in project.chapters:
            for group in groups(chapter):
                if group.bracketed and len(group.members) == 1 and not group.members[0].suffix:
                    yield from self._group(project, chapter, group)

    def _group(self, project: Project, chapter: Chapter, group: Group) -> Iterator[Finding]:
        member = group.members[0]
        entry = project.library.entry(member.key)
        around = surroundings(chapter).get(id(group.cite))
        if around and not (entry and entry.type in _NO_PAGES) and _is_quoted(around):
            yield self.finding(member.cited.span, key=member.key)


def _is_quoted(around: Around) -> bool:
    """Whether a quotation of some length ends right before a citation, or the citation ends a block quotation."""
    if around.quoted and not around.after.strip(" .") and len(around.before.split()) >= _LEAST_WORDS:
        return True
    quotation = _QUOTATION.search(around.before)
    return quotation is not None and len(quotation["quote"].split()) >= _LEAST_WORDS
