"""PAR014."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.par._block_pairs import both, kind
from thesis_build.rules.rule import Rule

_FIGURES = {"Figure", "Para"}


class BlockTypeDiffers(Rule):
    """What is a list, quotation or table in one language is something else in the other.

    Flagged: three numbered research questions in Indonesian, one paragraph with them in English.

    Not flagged: an image whose caption is missing in one language (PAR015).
    """

    code = "PAR014"
    name = "block-type-differs"
    severity = Severity.WARNING
    message = {
        "en": "{here} here, {there} in the other language",
        "id": "{here} di sini, {there} dalam bahasa yang lain",
    }
    hint = {"en": "give both the same form", "id": "samakan bentuk keduanya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the kinds of paired blocks."""
        for where in both(project):
            one, other = where.blocks
            kinds = {block["t"] if block["t"] != "Plain" else "Para" for block in where.blocks}
            if len(kinds) > 1 and not (kinds == _FIGURES and all(map(len, where.found("Image")))):
                yield self.finding(where.span(1), related=where.related(0), here=kind(other), there=kind(one))
            elif kinds == {"Div"} and (pandoc_ast.classes(one) != pandoc_ast.classes(other)):
                here, there = (_written(pandoc_ast.classes(block)) for block in (other, one))
                yield self.finding(where.span(1), related=where.related(0), here=here, there=there)


def _written(classes: tuple[str, ...]) -> str:
    return "::: {" + " ".join(f".{name}" for name in classes) + "}"
