"""DOC022."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Element, Finding, Project, Severity
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule

_STARS = re.compile(r"(?<!\S)[(“]?\*\*[^\W\d_][^\s*]+(?!\S)|[^\W\d_][^\s*]*\*\*(?=[\s.,;:!?)”]|$)")
_LEVELS = re.compile(r"(?<!\*)\*(?:\*\*)?(?!\*)")
"""One star or three: what stands beside two where stars are marks of significance."""

_DROPPED: dict[str, pandoc_ast.Change] = {
    "Code": lambda _: [],
    "CodeBlock": lambda _: [],
    "Math": lambda _: [],
    "Table": lambda _: [],
    "RawInline": lambda _: [],
}


class OpenEmphasis(Rule):
    """Two stars begin or end bold type without their counterpart, so that they are printed.

    Flagged: `**penting sekali` without the stars that close it; `** penting**`, with a space after those that open it.

    Not flagged: stars that are escaped; marks of significance, as in tables and where one or three stars stand beside.
    """

    code = "DOC022"
    name = "open-emphasis"
    severity = Severity.WARNING
    message = {
        "en": "the stars of “{word}” are printed: bold type is not closed, or has a space inside",
        "id": "tanda bintang pada “{word}” ikut tercetak: huruf tebal tidak ditutup, atau ada spasi di dalamnya",
    }
    hint = {
        "en": "write **bold**, without spaces inside, within one paragraph; a star to be printed is \\*",
        "id": "tulis **tebal**, tanpa spasi di dalam, dalam satu paragraf; bintang yang dicetak ditulis \\*",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for stars that are left in the text."""
        for chapter in project.chapters:
            if "**" in chapter.source.text:
                seen: Counter[str] = Counter()
                for block in chapter.blocks:
                    yield from self._block(chapter, block, seen)

    def _block(self, chapter: Chapter, block: Element, seen: Counter[str]) -> Iterator[Finding]:
        text = pandoc_ast.plain_text(pandoc_ast.rewrite([block], _DROPPED))
        if "**" not in text or _LEVELS.search(text):
            return
        for match in _STARS.finditer(text):
            span = positions.find_in_prose(chapter, match[0], seen[match[0]])
            seen[match[0]] += 1
            if span:
                yield self.finding(span, word=match[0])
