"""DOC024."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Finding, Project
from thesis_build.readers.markdown import positions
from thesis_build.rules._citations import nearest
from thesis_build.rules.rule import Rule

_CLASSES = {
    "Span": frozenset({"value", "smallcaps", "underline"}),
    "Div": frozenset({"csv"}),
    "Header": frozenset({"unnumbered", "appendix"}),
}
"""The classes that mean something, by what has them; `.only-TAG` is another matter."""


class MisspeltClass(Rule):
    """A class is nearly one that means something here, so that it means nothing.

    The number is not filled in, the table not read from its file, the appendix counted as a chapter.

    Flagged: `[egdi.idn.2021]{.vaule}`, `::: {.cvs file="egdi.csv"}`, `# Kuesioner {.apendix}`.

    Not flagged: classes of your own.
    """

    code = "DOC024"
    name = "misspelt-class"
    message = {
        "en": "the class “.{written}” means nothing here",
        "id": "kelas “.{written}” tidak bermakna di sini",
    }
    hint = {"en": "did you mean “.{near}”?", "id": "maksud Anda “.{near}”?"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the classes of spans, divisions and headings with those that mean something."""
        for chapter in project.chapters:
            for element in chapter.elements:
                known = _CLASSES.get(element["t"], frozenset())
                for written in pandoc_ast.classes(element) if known else ():
                    near = "csv" if sorted(written) == sorted("csv") else nearest(written, known)
                    if near and written not in known:
                        span = positions.find_in_prose(chapter, f".{written}")
                        yield self.finding(span or positions.element_span(chapter, element), written=written, near=near)
