"""PAR011."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Finding, Project
from thesis_build.rules.par._block_pairs import both
from thesis_build.rules.rule import Rule


class FootnoteCountDiffers(Rule):
    """A paragraph has more footnotes in one language than in the other.

    The notes of both languages are compared one by one only where there are as many.

    Flagged: a note after the second sentence in Indonesian, none in English.

    Not flagged: notes in a paragraph that stands in one language only (PAR006).
    """

    code = "PAR011"
    name = "footnote-count-differs"
    message = {
        "en": "{here} footnotes here, but {there} in the other language",
        "id": "{here} catatan kaki di sini, tetapi {there} dalam bahasa yang lain",
    }
    hint = {
        "en": "write the missing note, or move it to the same paragraph",
        "id": "tulis catatan yang kurang, atau pindahkan ke paragraf yang sama",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Count the notes of paired blocks."""
        for where in both(project):
            counts = [sum(e["t"] == "Note" for e in pandoc_ast.walk([block])) for block in where.blocks]
            if counts[0] != counts[1]:
                side = counts.index(min(counts))
                yield self.finding(
                    where.span(side), related=where.related(1 - side), here=min(counts), there=max(counts)
                )
