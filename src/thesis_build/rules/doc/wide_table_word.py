"""DOC018."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from thesis_build import pandoc_ast
from thesis_build.languages import language
from thesis_build.model import Chapter, Element, Finding, Layout, Manuscript, Project, Severity, Span
from thesis_build.readers.markdown import positions
from thesis_build.readers.markdown.prose import span_between, without
from thesis_build.resolve.values import fill_values
from thesis_build.rules.doc._column_widths import Word, column_widths, words
from thesis_build.rules.rule import Rule

_CERTAIN = 1.03
"""How many times as wide as the room up to the next column a word is estimated to be, so that it is certainly wider."""


class WideTableWord(Rule):
    """A word of a table is wider than its column, so that it is printed over the column beside it.

    The width of words is estimated; where it is close, nothing is reported. One word a column is named, the widest.

    Flagged: “Pertanggungjawaban” in the head of a table of eight columns.

    Not flagged: words of more than 24 letters and web addresses, which are broken; words with a hyphen or a slash at
    which a line can end.
    """

    code = "DOC018"
    name = "wide-table-word"
    severity = Severity.WARNING
    message = {
        "en": "“{word}” is wider than column {column} of the table",
        "id": "“{word}” lebih lebar daripada kolom {column} tabel ini",
    }
    hint = {
        "en": "make the column wider, use fewer columns, or shorten the word",
        "id": "lebarkan kolomnya, kurangi jumlah kolom, atau persingkat katanya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the words of every table with its columns."""
        for chapter in project.chapters:
            if any(_is_table(element) for element in chapter.elements):
                for index, block in enumerate(chapter.blocks):
                    if any(_is_table(element) for element in pandoc_ast.walk([block])):
                        yield from self._block(project, chapter, index)

    def _block(self, project: Project, chapter: Chapter, index: int) -> Iterator[Finding]:
        """What is found in one block that has tables, those from data files filled in."""
        alone = Manuscript(chapter.language, (replace(chapter, blocks=[chapter.blocks[index]]),))
        (filled,) = fill_values(alone, project.data, language(chapter.language)).chapters
        for table in pandoc_ast.walk(filled.blocks):
            if table["t"] == "Table":
                for column, word in _too_wide(table, project.settings.layout).items():
                    yield self.finding(_span(chapter, index, word.text), word=word.text, column=column + 1)


def _is_table(element: Element) -> bool:
    return element["t"] == "Table" or (element["t"] == "Div" and "csv" in pandoc_ast.classes(element))


def _too_wide(table: Element, layout: Layout) -> Mapping[int, Word]:
    """The widest word of each column, where it is wider than that."""
    parts = pandoc_ast.table_parts(table)
    room = column_widths(parts, layout)
    found: dict[int, Word] = {}
    for word in words(parts, layout):
        if word.width > _CERTAIN * room[word.column]:
            before = found.get(word.column)
            found[word.column] = word if before is None or word.width > before.width else before
    return found


def _span(chapter: Chapter, index: int, word: str) -> Span:
    """Where a word of a block stands; the block, where it is not written there."""
    first, last = positions.block_extent(chapter, index)
    at = without(chapter.source, ("front", "comment")).find(word, first, last)
    return span_between(chapter.source, at, at + len(word)) if at >= 0 else positions.block_span(chapter, index)
