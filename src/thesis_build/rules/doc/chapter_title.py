"""DOC014."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Finding, Project, Texts
from thesis_build.readers.markdown import positions
from thesis_build.resolve.numbers import title_of
from thesis_build.rules.rule import Rule


class ChapterTitle(Rule):
    """A chapter file does not begin with one heading of level 1, its title, or has a second one.

    Flagged: a file that begins with a paragraph or with `## Section`; two lines `# Title` in one file.
    """

    code = "DOC014"
    name = "chapter-title"
    message = {
        "en": "the file does not begin with its title, a heading `# …`",
        "id": "berkas ini tidak diawali judulnya, yaitu judul tingkat 1 `# …`",
    }
    hint = {
        "en": "make the title the first line: `# Title {{#sec:name}}`",
        "id": "jadikan judul baris pertama: `# Judul {{#sec:nama}}`",
    }
    second_message: Texts = {
        "en": "a second heading of level 1 in one file",
        "id": "judul tingkat 1 yang kedua dalam satu berkas",
    }
    second_hint: Texts = {
        "en": "make it `##`, or move this part into a file of its own",
        "id": "jadikan `##`, atau pindahkan bagian ini ke berkas sendiri",
    }
    empty_message: Texts = {"en": "the file is empty", "id": "berkas ini kosong"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the first block of every file and at its headings."""
        for chapter in project.chapters:
            if chapter.error:
                continue
            title = title_of(chapter.blocks)
            if title is None:
                message = None if chapter.blocks else self.empty_message
                yield self.finding(positions.line(chapter.source, 1), message=message)
            for index, block in enumerate(chapter.blocks):
                if pandoc_ast.level(block) == 1 and block is not title:
                    span = positions.block_span(chapter, index)
                    yield self.finding(span, message=self.second_message, hint=self.second_hint)
