"""PAR003."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Edit, Finding, Fix, Project, Span
from thesis_build.rules.par._block_pairs import Both, both
from thesis_build.rules.rule import Rule

_MARKS = re.compile(r"#{1,6}(?=\s)")

_Heading = tuple[Both, list[int]]
"""A pair of headings, and the level of each."""


class HeadingLevelDiffers(Rule):
    """A heading is of another level in the other language, so that its section has another number.

    The fix gives the second language the level of the first one; it is unsafe, as it may be the first that is wrong.

    Headings after each other that are as many levels apart have one cause, and are reported and fixed together.

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
        """Compare the levels of paired headings; those after each other that are apart alike are one finding."""
        headings = ((where, [pandoc_ast.level(block) for block in where.blocks]) for where in both(project))
        headed = (each for each in headings if all(each[1]))
        for (_, _, apart), group in groupby(headed, key=_kind):
            if apart:
                run = list(group)
                where, levels = run[0]
                yield self.finding(
                    where.span(1),
                    related=where.related(0),
                    fix=_fix(run),
                    here=levels[1],
                    there=levels[0],
                    other=where.chapters[0].language,
                    name=where.chapter,
                )


def _kind(heading: _Heading) -> tuple[str, str, int]:
    """The chapter of a heading, the second language, and how many levels the two are apart."""
    where, levels = heading
    return where.chapter, where.chapters[1].language, levels[1] - levels[0]


def _fix(run: Sequence[_Heading]) -> Fix | None:
    """The fix that sets the marks of these headings; None where one is underlined."""
    edits = []
    for where, levels in run:
        span = where.span(1)
        marks = _MARKS.match(_line(where.chapters[1], span.line))
        if not marks:
            return None
        edits.append(Edit(Span(span.path, span.line, 1, span.line, len(marks[0]) + 1), "#" * levels[0]))
    return Fix(tuple(edits), safe=False)


def _line(chapter: Chapter, number: int) -> str:
    return chapter.source.text.split("\n")[number - 1]
