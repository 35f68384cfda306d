"""PAR004."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.alignment.pair_states import agreement
from thesis_build.model import Finding, Project, Related, Severity
from thesis_build.readers.markdown import positions
from thesis_build.rules.par._block_pairs import COUNTERPART, whole
from thesis_build.rules.rule import Rule


class SectionOrderDiffers(Rule):
    """The sections of a chapter stand in another order in the other language.

    Sections are the same by their explicit identifier or by what they say. One of them counts as moved; what stands
    in it is compared once it is back in its place.

    Flagged: `{#sec:data}` before `{#sec:analysis}` in Indonesian, after it in English.

    Not flagged: single paragraphs (PAR006).
    """

    code = "PAR004"
    name = "section-order-differs"
    severity = Severity.WARNING
    message = {
        "en": "the section “{title}” stands in another place in paper/{other}/{name}.md",
        "id": "bagian “{title}” ada di tempat lain di paper/{other}/{name}.md",
    }
    hint = {
        "en": "give the sections the same order in both languages",
        "id": "samakan urutan bagian dalam kedua bahasa",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Report the sections that stand elsewhere."""
        for moved in agreement(project).unpaired.moved:
            chapters = project.in_each_language(moved.chapter)
            here, there = moved.blocks
            heading = chapters[here].blocks[moved.blocks[here][0]]
            if heading["t"] == "Header" and whole(project, moved.chapter):
                yield self.finding(
                    positions.block_span(chapters[here], moved.blocks[here][0]),
                    related=(Related(positions.block_span(chapters[there], moved.blocks[there][0]), COUNTERPART),),
                    title=pandoc_ast.plain_text(pandoc_ast.inlines(heading)).strip(),
                    other=there,
                    name=moved.chapter,
                )
