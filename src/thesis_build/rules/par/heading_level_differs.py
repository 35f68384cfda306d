"""PAR003."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Edit, Finding, Fix, Project, Span
from thesis_build.rules.par._block_pairs import Both, both
from thesis_build.rules.rule import Rule

_MARKS = re.compile(r"#{1,6}(?=\s)")


class HeadingLevelDiffers(Rule):
    """A heading is of another level in the other language, so that its section has another number.

    The fix gives the second language the level of the first one; it is unsafe, as it may be the first that is wrong.

    Flagged: `## Metode` beside `### Method`.

    Not flagged: a heading without counterpart (PAR002).
    """

    code = "PAR003"
    name = "heading-level-differs"
    message = {
        "en": "this heading is of level {here}, but of level {there} in paper/{other}/{name}.md",
        "id": "judul ini bertingkat {here}, tetapi bertingkat {there} di paper/{other}/{name}.md",
    }
    hint = {"en": "give both the same number of #", "id": "samakan banyaknya # pada keduanya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the levels of paired headings."""
        for where in both(project):
            levels = [pandoc_ast.level(block) for block in where.blocks]
            if all(levels) and levels[0] != levels[1]:
                span = where.span(1)
                yield self.finding(
                    span,
                    related=where.related(0),
                    fix=_fix(where, span, levels[0]),
                    here=levels[1],
                    there=levels[0],
                    other=where.chapters[0].language,
                    name=where.chapter,
                )


def _fix(where: Both, span: Span, level: int) -> Fix | None:
    """The fix that sets the marks of the heading that stands at a place; None where it is underlined."""
    marks = _MARKS.match(_line(where.chapters[1], span.line))
    if not marks:
        return None
    written = Span(span.path, span.line, 1, span.line, len(marks[0]) + 1)
    return Fix((Edit(written, "#" * level),), safe=False)


def _line(chapter: Chapter, number: int) -> str:
    return chapter.source.text.split("\n")[number - 1]
