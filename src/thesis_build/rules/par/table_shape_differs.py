"""PAR009."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.alignment.compare.quantities import compare_texts
from thesis_build.alignment.text.passages import Passage, from_blocks, joined
from thesis_build.model import Element, Elements, Finding, Project, Texts
from thesis_build.rules.par._block_pairs import Both, both
from thesis_build.rules.rule import Rule

_FACTS = ("citation", "crossref", "link", "value")


class TableShapeDiffers(Rule):
    """A table has other rows or columns in the other language, or another number or citation in a cell.

    Cells are compared by place; numbers by value, so that `1.500` equals `1,500` as Indonesian and English write it.

    Flagged: seven rows beside eight; `92,5` beside `95.2`; `[@a]` beside `[@b]` in the same cell; another file or
    another number of columns in `::: {.csv}`.

    Not flagged: the words in cells; a column for each language (`item_id`, `item_en`) of one file; a table that
    stands in one language only (PAR006).
    """

    code = "PAR009"
    name = "table-shape-differs"
    message = {
        "en": "this table has {here} rows, but {there} in the other language",
        "id": "tabel ini memiliki {here} baris, tetapi {there} dalam bahasa yang lain",
    }
    hint = {"en": "give both tables the same cells", "id": "samakan sel kedua tabel"}
    columns: Texts = {
        "en": "this table has {here} columns, but {there} in the other language",
        "id": "tabel ini memiliki {here} kolom, tetapi {there} dalam bahasa yang lain",
    }
    file: Texts = {
        "en": "this table is from {here}, but from {there} in the other language",
        "id": "tabel ini berasal dari {here}, tetapi dari {there} dalam bahasa yang lain",
    }
    cell: Texts = {
        "en": "row {row}, column {column}: “{here}” here, “{there}” in the other language",
        "id": "baris {row}, kolom {column}: “{here}” di sini, “{there}” dalam bahasa yang lain",
    }
    cell_hint: Texts = {"en": "correct the cell that is wrong", "id": "perbaiki sel yang salah"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the tables of paired blocks, each in order."""
        for where in both(project):
            for one, other in zip(*where.found("Table"), strict=False):
                yield from self._table(where, one, other)
            for one, other in zip(*where.found("Div"), strict=False):
                if "csv" in pandoc_ast.classes(one) and "csv" in pandoc_ast.classes(other):
                    yield from self._from_file(where, one, other)

    def _table(self, where: Both, one: Element, other: Element) -> Iterator[Finding]:
        rows = pandoc_ast.table_rows(one), pandoc_ast.table_rows(other)
        widths = pandoc_ast.column_count(one), pandoc_ast.column_count(other)
        for message, (there, here) in ((self.columns, widths), (self.message, (len(rows[0]), len(rows[1])))):
            if here != there:
                yield self.finding(where.span(1), related=where.related(0), message=message, here=here, there=there)
                return
        for row, cells in enumerate(zip(*rows, strict=True), 1):
            for column, pair in enumerate(zip(*cells, strict=False), 1):
                if pair[0] != pair[1] and (said := _difference(where, pair)):
                    yield self._cell(where, (row, column), said)

    def _cell(self, where: Both, place: tuple[int, int], said: tuple[str, str]) -> Finding:
        there, here = said
        return self.finding(
            where.span(1, here, _line(place[0])),
            related=where.related(0, there, _line(place[0])),
            message=self.cell,
            hint=self.cell_hint,
            row=place[0],
            column=place[1],
            here=here or "–",
            there=there or "–",
        )

    def _from_file(self, where: Both, one: Element, other: Element) -> Iterator[Finding]:
        files = [pandoc_ast.attribute(table, "file") for table in (one, other)]
        columns = [pandoc_ast.attribute(table, "columns") for table in (one, other)]
        if files[0] != files[1]:
            span, related = where.span(1, files[1]), where.related(0, files[0])
            yield self.finding(span, related=related, message=self.file, here=files[1], there=files[0])
        elif all(columns) and columns[0].count(",") != columns[1].count(","):
            counts = [text.count(",") + 1 for text in columns]
            span, related = where.span(1, columns[1]), where.related(0, columns[0])
            yield self.finding(span, related=related, message=self.columns, here=counts[1], there=counts[0])


def _line(row: int) -> int:
    """From which line of a table on a row can stand: at least one for each row before it, and one below the head."""
    return row if row > 1 else 0


def _difference(where: Both, cells: tuple[Elements, Elements]) -> tuple[str, str] | None:
    """What two cells do not have in common: a number, a citation, a reference; None where it is only words."""
    tags = [chapter.language for chapter in where.chapters]
    texts = [joined(from_blocks(cell, tag)) for cell, tag in zip(cells, tags, strict=True)]
    marks = [Counter(mark.value for mark in text.marks.values() if mark.kind in _FACTS) for text in texts]
    if marks[0] != marks[1]:
        one, other = (", ".join(sorted((marks[s] - marks[1 - s]).elements())) for s in (0, 1))
        return one, other
    if not any(map(str.isdecimal, texts[0].text + texts[1].text)):
        return None
    for difference in compare_texts({tag: text.text for tag, text in zip(tags, texts, strict=True)}):
        one, other = (_shown(text, difference.extents[tag]) for tag, text in zip(tags, texts, strict=True))
        return one, other
    return None


def _shown(text: Passage, place: tuple[int, int]) -> str:
    """What stands at a place of a cell, or the whole cell where that is nothing."""
    return text.text[slice(*place)].strip() or text.text.strip()
