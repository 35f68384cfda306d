"""DOC010."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.languages import language
from thesis_build.model import Chapter, DataTable, Element, Finding, Project, Span, Texts
from thesis_build.readers.data import keys_of_rows, table_columns
from thesis_build.readers.markdown import positions
from thesis_build.resolve.values import formatted, print_value, table_widths
from thesis_build.rules._citations import nearest
from thesis_build.rules.rule import Rule


class UnknownValue(Rule):
    """A value, data file or column that the text asks for is not under `paper/data/`, or cannot be printed.

    Flagged: `[egdi.idn.2021]{.value}` without that name in `values.yaml`; `::: {.csv file="none.csv"}`;
    `widths="50,60"`, or two widths for three columns.
    """

    code = "DOC010"
    name = "unknown-value"
    message = {"en": "there is no value “{name}”", "id": "tidak ada nilai “{name}”"}
    hint = {
        "en": "add it to paper/data/values.yaml",
        "id": "tambahkan di paper/data/values.yaml",
    }
    near_hint: Texts = {"en": "did you mean “{near}”?", "id": "maksud Anda “{near}”?"}
    no_file: Texts = {"en": "there is no data file paper/data/{name}", "id": "tidak ada berkas data paper/data/{name}"}
    no_column: Texts = {
        "en": "{file} has no column “{name}”",
        "id": "{file} tidak memiliki kolom “{name}”",
    }
    not_printable: Texts = {
        "en": "the value “{name}” cannot be printed: {reason}",
        "id": "nilai “{name}” tidak dapat dicetak: {reason}",
    }
    number_hint: Texts = {
        "en": "write numbers in data files with a decimal point and without separators: 1234.5; dates: 2024-01-31",
        "id": "tulis bilangan dalam berkas data dengan titik desimal tanpa pemisah ribuan: 1234.5; tanggal: 2024-01-31",
    }
    cell_not_printable: Texts = {
        "en": "a cell of the column “{name}” cannot be printed: {reason}",
        "id": "sel dalam kolom “{name}” tidak dapat dicetak: {reason}",
    }
    no_key: Texts = {
        "en": "the citation key “{name}” is not in the library",
        "id": "kunci sitasi “{name}” tidak ada dalam pustaka",
    }
    key_hint: Texts = {"en": "add the entry to the library", "id": "tambahkan entrinya ke pustaka"}
    no_widths: Texts = {
        "en": "the widths “{name}” do not fit {count} columns",
        "id": "lebar “{name}” tidak cocok dengan {count} kolom",
    }
    widths_hint: Texts = {
        "en": "give each column a number of per cent, 100 together at most",
        "id": "beri setiap kolom angka persen, bersama-sama paling banyak 100",
    }
    data_hint: Texts = {"en": "the files there: {names}", "id": "berkas yang ada: {names}"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the data found, then look up what the text asks for."""
        for problem in project.data.problems:
            yield self.finding(problem.span, message=_plain(problem.message), hint=_plain(problem.hint))
        for value in project.data.values.values():
            try:
                print_value(value, language(project.settings.languages[0]))
            except ValueError as error:
                yield self.finding(
                    value.span, name=value.name, reason=error, message=self.not_printable, hint=self.number_hint
                )
        told: set[tuple[str, int, str]] = set()
        for chapter in project.chapters:
            seen: Counter[str] = Counter()
            for element in chapter.elements:
                if element["t"] == "Span" and "value" in pandoc_ast.classes(element):
                    yield from self._value(project, chapter, element, seen)
                elif element["t"] == "Div" and "csv" in pandoc_ast.classes(element):
                    yield from self._table(project, chapter, element, told)

    def _value(self, project: Project, chapter: Chapter, element: Element, seen: Counter[str]) -> Iterator[Finding]:
        name = pandoc_ast.plain_text(element).strip()
        if name in project.data.values or name in project.data.failed:
            return
        near = nearest(name, project.data.values)
        written = f"[{name}]{{.value"
        span = positions.find_in_prose(chapter, written, seen[name]) or positions.element_span(chapter, element)
        seen[name] += 1
        yield self.finding(span, name=name, near=near, hint=self.near_hint if near else self.hint)

    def _table(
        self, project: Project, chapter: Chapter, element: Element, told: set[tuple[str, int, str]]
    ) -> Iterator[Finding]:
        name = pandoc_ast.attribute(element, "file")
        table = project.data.tables.get(name)
        names = ", ".join(project.data.tables)
        if table is None:
            span = (positions.find(chapter, name) if name else None) or positions.element_span(chapter, element)
            near = nearest(name, project.data.tables)
            hint = self.near_hint if near else self.data_hint
            yield self.finding(span, name=name, names=names, near=near, message=self.no_file, hint=hint)
            return
        columns = table_columns(element, table)
        try:
            table_widths(element, len(columns))
        except ValueError:
            asked = pandoc_ast.attribute(element, "widths")
            span = positions.find(chapter, asked) or positions.element_span(chapter, element)
            yield self.finding(span, name=asked, count=len(columns), message=self.no_widths, hint=self.widths_hint)
        known = {entry.key for entry in project.library.entries}
        for row, key in keys_of_rows(element, table):
            if key not in known and (name, row, key) not in told:
                told.add((name, row, key))
                near = nearest(key, known)
                hint = self.near_hint if near else self.key_hint
                yield self.finding(
                    Span(table.source.path, row + 1), name=key, near=near, message=self.no_key, hint=hint
                )
        if table.source.path in {problem.span.path for problem in project.data.problems}:
            return
        yield from self._cells(project, table, columns, told)
        for column in columns:
            if column not in table.columns:
                span = positions.find(chapter, column) or positions.element_span(chapter, element)
                names = ", ".join(table.columns)
                yield self.finding(
                    span, name=column, file=name, names=names, message=self.no_column, hint=self.column_hint
                )

    def _cells(
        self, project: Project, table: DataTable, columns: tuple[str, ...], told: set[tuple[str, int, str]]
    ) -> Iterator[Finding]:
        """The cells that are not of their column's kind: they would be printed as they stand."""
        spoken = language(project.settings.languages[0])
        for column in columns:
            form = table.formats.get(column, {})
            for row, cell in enumerate((cells.get(column, "").strip() for cells in table.rows), 1):
                try:
                    formatted(cell, str(form.get("kind", "text")), form, spoken) if cell else None
                except ValueError as error:
                    if (table.name, row, column) not in told:
                        told.add((table.name, row, column))
                        message, hint = self.cell_not_printable, self.number_hint
                        span = Span(table.source.path, row + 1)
                        yield self.finding(span, name=column, reason=error, message=message, hint=hint)

    column_hint: Texts = {"en": "the columns there: {names}", "id": "kolom yang ada: {names}"}


def _plain(texts: Texts) -> Texts:
    """Texts that are not templates, with their braces doubled so that filling leaves them as they are."""
    return {tag: text.replace("{", "{{").replace("}", "}}") for tag, text in texts.items()}
