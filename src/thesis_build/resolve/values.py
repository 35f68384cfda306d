"""Data values and tables from CSV files: every number comes from `paper/data/`, each language in its own form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.languages import Language
from thesis_build.model import Chapter, Data, DataTable, Element, Manuscript, Value

_EMPTY_CELL = "–"
_NUMERIC = ("number", "percent", "money")


def fill_values(manuscript: Manuscript, data: Data, language: Language) -> Manuscript:
    """The manuscript with `[name]{.value}` replaced by the value and `::: {.csv}` by the table.

    Names and files that are not there stay as written: DOC010 reports them.
    """

    def value(element: Element) -> Element | None:
        if "value" not in pandoc_ast.classes(element):
            return None
        found = data.values.get(pandoc_ast.plain_text(element).strip())
        return pandoc_ast.span(pandoc_ast.text(print_value(found, language)), ["value"]) if found else None

    def table(element: Element) -> Element | None:
        if "csv" not in pandoc_ast.classes(element):
            return None
        found = data.tables.get(pandoc_ast.attribute(element, "file"))
        return _table(element, found, language) if found else None

    changes: dict[str, pandoc_ast.Change] = {"Span": value, "Div": table}
    return replace(manuscript, chapters=tuple(_filled(chapter, changes) for chapter in manuscript.chapters))


def print_value(value: Value, language: Language) -> str:
    """A value in the form of its `format` and the language; raises `ValueError` where it is not of that kind."""
    return formatted(value.raw, value.kind, value.options, language)


def formatted(raw: str, kind: str, options: Mapping[str, Any], language: Language) -> str:
    """A cell of a data file, printed as `kind` (number, percent, money, date or text)."""
    decimals = options.get("decimals")
    try:
        if kind == "number":
            return language.number(raw, decimals)
        if kind == "percent":
            return language.percent(raw, decimals)
        if kind == "money":
            return language.money(raw, options.get("currency", "IDR"), options.get("scale", ""), decimals)
        if kind == "date":
            return language.date(raw)
    except (ArithmeticError, KeyError, IndexError) as error:
        raise ValueError(f"{raw!r} is not a {kind}") from error
    return raw


def table_columns(element: Element, table: DataTable) -> tuple[str, ...]:
    """The columns a `.csv` division asks for; all of the file where it names none."""
    asked = pandoc_ast.attribute(element, "columns")
    return tuple(name.strip() for name in asked.split(",") if name.strip()) or table.columns


def _filled(chapter: Chapter, changes: dict[str, pandoc_ast.Change]) -> Chapter:
    return replace(chapter, blocks=pandoc_ast.rewrite(chapter.blocks, changes))


def _table(element: Element, table: DataTable, language: Language) -> Element | None:
    columns = table_columns(element, table)
    if not all(column in table.columns for column in columns):
        return None
    kinds = [str(table.formats.get(column, {}).get("kind", "text")) for column in columns]
    alignments = ["AlignRight" if kind in _NUMERIC else "AlignLeft" for kind in kinds]
    heads = [table.heads.get(column, {}).get(language.tag, column) for column in columns]
    rows = [
        [_cell(row.get(column, ""), table.formats.get(column, {}), language) for column in columns]
        for row in table.rows
    ]
    said = [block for block in pandoc_ast.blocks(element) if block["t"] in ("Para", "Plain")]
    parts = pandoc_ast.TableParts(
        [pandoc_ast.plain(pandoc_ast.inlines(block)) for block in said],
        [pandoc_ast.Column(alignment) for alignment in alignments],
        [_row(heads)],
        [pandoc_ast.TableBody(rows=[_row(row) for row in rows])],
    )
    return pandoc_ast.table(parts, pandoc_ast.identifier(element))


def _cell(raw: str, form: Mapping[str, Any], language: Language) -> str:
    if not raw.strip():
        return _EMPTY_CELL
    try:
        return formatted(raw.strip(), str(form.get("kind", "text")), form, language)
    except ValueError:
        return raw


def _row(cells: list[str]) -> pandoc_ast.Row:
    return [pandoc_ast.Cell([pandoc_ast.plain(pandoc_ast.text(cell))]) for cell in cells]
