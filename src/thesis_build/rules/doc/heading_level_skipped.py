"""DOC016."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Element, Finding, Project, Severity, Span
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule


class HeadingLevelSkipped(Rule):
    """A heading is more than one level below the heading before it.

    Numbers such as 1.0.1 follow, and a screen reader’s table of contents has gaps. The editions close the gap up.

    Flagged: `### Data` directly below `# Hasil`.

    Not flagged: a heading without text, which the PDF edition leaves out; one that is any number of levels above the
    one before it.
    """

    code = "DOC016"
    name = "heading-level-skipped"
    severity = Severity.WARNING
    message = {
        "en": "a heading of level {level} after one of level {before}",
        "id": "judul tingkat {level} sesudah judul tingkat {before}",
    }
    hint = {
        "en": "write {marks} before the heading, or add the heading between them",
        "id": "tulis {marks} di depan judul, atau tambahkan judul di antaranya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare each heading with the one before it, within a chapter."""
        for chapter in project.chapters:
            before = 0  # that a file does not begin with its title is another matter
            for element in chapter.elements:
                level = pandoc_ast.level(element)
                if level and not pandoc_ast.plain_text(pandoc_ast.inlines(element)).strip():
                    continue
                if before and level > before + 1:
                    span = _span(chapter, element, level)
                    yield self.finding(span, level=level, before=before, marks="#" * (before + 1))
                before = level or before


def _span(chapter: Chapter, element: Element, level: int) -> Span:
    """Where a heading stands; within a list, a quotation or a division it is looked for by its first words."""
    if any(element is block for block in chapter.blocks):
        return positions.element_span(chapter, element)
    first = pandoc_ast.plain_text(pandoc_ast.inlines(element))[:8]
    return positions.find(chapter, f"{'#' * level} {first}") or positions.element_span(chapter, element)
