"""DOC008."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Finding, Project
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule


class BadMaths(Rule):
    """Pandoc cannot read a formula; the page would show its TeX source.

    Flagged: `$\\frac{1{2}$`, `$\\foo{x}$`.
    """

    code = "DOC008"
    name = "bad-maths"
    message = {
        "en": "this formula cannot be read: {reason}",
        "id": "rumus ini tidak dapat dibaca: {reason}",
    }
    hint = {
        "en": "close every brace and use only commands of TeX maths",
        "id": "tutup setiap kurung kurawal dan pakai perintah matematika TeX saja",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Find the formulas that Pandoc could not read when the project was read."""
        for chapter in project.chapters if project.bad_formulas else ():
            seen: Counter[str] = Counter()
            for element in chapter.elements:
                tex = pandoc_ast.tex(element) if element["t"] == "Math" else ""
                if tex in project.bad_formulas:
                    span = positions.find(chapter, tex, seen[tex])
                    if span is None and seen[tex]:
                        continue  # Pandoc has it twice, in a caption and in the alternative text
                    span = span or positions.element_span(chapter, element)
                    seen[tex] += 1
                    yield self.finding(span, reason=project.bad_formulas[tex])
