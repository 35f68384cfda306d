"""PAR002."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.alignment.pair_states import agreement
from thesis_build.model import Finding, Profile, Project, Related, Severity, Texts
from thesis_build.readers.markdown import positions
from thesis_build.rules.par._block_pairs import whole
from thesis_build.rules.rule import Rule


class SectionMissing(Rule):
    """A heading stands in one language only, alone or with its whole section.

    The numbers of all later sections differ then, and so does every reference to them. In a draft it is a note.

    Flagged: `## Keterbatasan` in Indonesian without `## Limitations` in English, once for the whole section.

    Not flagged: a heading in another place (PAR004) or of another level (PAR003).
    """

    code = "PAR002"
    name = "section-missing"
    profiles = {Profile.DRAFT: Severity.INFO}
    message = {
        "en": "the section “{title}” is not in paper/{other}/{name}.md",
        "id": "bagian “{title}” tidak ada di paper/{other}/{name}.md",
    }
    hint = {
        "en": "write it there too, or take its heading away here",
        "id": "tulis juga di sana, atau hapus judulnya di sini",
    }
    neighbour: Texts = {"en": "it should follow this", "id": "seharusnya ada setelah ini"}
    beginning: Texts = {"en": "it should stand at the beginning", "id": "seharusnya ada di awal"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report the headings without counterpart."""
        for lone in agreement(project).unpaired.lone:
            chapters = project.in_each_language(lone.chapter)
            heading = chapters[lone.language].blocks[lone.blocks[0]]
            if heading["t"] != "Header" or not whole(project, lone.chapter):
                continue
            there = chapters[lone.other]
            following = (
                Related(positions.block_span(there, lone.after), self.neighbour)
                if lone.after >= 0
                else Related(positions.line(there.source, 1), self.beginning)
            )
            yield self.finding(
                positions.block_span(chapters[lone.language], lone.blocks[0]),
                related=(following,),
                title=pandoc_ast.plain_text(pandoc_ast.inlines(heading)).strip(),
                other=lone.other,
                name=lone.chapter,
            )
