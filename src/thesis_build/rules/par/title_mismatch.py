"""PAR707."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Element, Finding, Project, is_abstract
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule

_ALIKE = 60
"""Similarity (of 100) from which a heading is the thesis's title."""


class TitleMismatch(Rule):
    """The title over the abstract is not the one of the settings.

    Both are printed, on the title page and over the abstract.

    Flagged: the heading “Kerja Sama Kota Bandung” where `title` says “Kerja Sama Kota Kembar Bandung”.

    Not flagged: another use of capitals, italics; a heading like “Abstrak”; an abstract that does not repeat the title.
    """

    code = "PAR707"
    name = "title-mismatch"
    message = {
        "en": "the title here is not that of paper/thesis.yaml: “{title}”",
        "id": "judul di sini bukan judul pada paper/thesis.yaml: “{title}”",
    }
    hint = {"en": "write the same title in both places", "id": "tulis judul yang sama di kedua tempat"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the headings of every abstract with the title in its language."""
        from rapidfuzz import fuzz

        for tag, manuscript in project.manuscripts.items():
            title = _plain(project.settings.title.get(tag, ""))
            for chapter in manuscript.chapters:
                if not (title and is_abstract(chapter.name)):
                    continue
                for index, block in enumerate(chapter.blocks):
                    said = _plain(_heading(block))
                    if said and said != title and fuzz.ratio(said, title) >= _ALIKE:
                        yield self.finding(positions.block_span(chapter, index), title=project.settings.title[tag])


def _heading(block: Element) -> str:
    """The text of a heading, or of a paragraph that is all bold; empty for other blocks."""
    inlines = pandoc_ast.inlines(block) if block["t"] in ("Header", "Para") else []
    whole = block["t"] == "Header" or (len(inlines) == 1 and inlines[0]["t"] == "Strong")
    return pandoc_ast.plain_text(inlines) if whole else ""


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").replace("–", "-").lower().split())
