"""Data values and tables from CSV files: every number comes from `paper/data/`, each language in its own form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.languages import Language
from thesis_build.model import Chapter, Data, DataTable, Element, Elements, Manuscript, Value
from thesis_build.readers.data import keys_in, table_columns

_EMPTY_CELL = "–"
_NUMERIC = ("number", "percent", "money")


def fill_values(manuscript: Manuscript, data: Data, language: Language) -> Manuscript:
    """The manuscript with `[name]{.value}` replaced by the value and `::: {.csv}` by the table.

    Names and files that are not there, and values that cannot be printed in their form, stay as written, widths that do
    not fit are left out: a rule reports them.
    """

    def value(element: Element) -> Element | None:
        if "value" not in pandoc_ast.classes(element):
            return None
        found = data.values.get(pandoc_ast.plain_text(element).strip())
        return pandoc_ast.span(pandoc_ast.text(_as_printed(found, language)), ["value"]) if found else None

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


def _as_printed(value: Value, language: Language) -> str:
    """A value in its form; as it stands in the data file where it is not of that kind, in a draft."""
    try:
        return print_value(value, language)
    except ValueError:
        return value.raw


def formatted(raw: str, kind: str, options: Mapping[str, Any], language: Language) -> str:
    """A cell of a data file, printed as `kind` (number, percent, money or date); text and citations as they are."""
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


def table_widths(element: Element, columns: int) -> tuple[float, ...]:
    """The shares of the text's width that a `.csv` division gives its columns in per cent, none where it names none.

    Raises `ValueError` where they are not one positive number for each column, or more than the whole width.
    """
    asked = pandoc_ast.attribute(element, "widths")
    if not asked.strip():
        return ()
    widths = tuple(float(width) / 100 for width in asked.split(","))
    if len(widths) != columns or not all(0 < width <= 1 for width in widths) or sum(widths) > 1.0001:
        raise ValueError(asked)
    return widths


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
    try:
        widths: tuple[float | None, ...] = table_widths(element, len(columns))
    except ValueError:
        widths = ()
    widths = widths or (None,) * len(columns)
    said = [block for block in pandoc_ast.blocks(element) if block["t"] in ("Para", "Plain")]
    parts = pandoc_ast.TableParts(
        [pandoc_ast.plain(pandoc_ast.inlines(block)) for block in said],
        [pandoc_ast.Column(alignment, width) for alignment, width in zip(alignments, widths, strict=True)],
        [_row([pandoc_ast.text(head) for head in heads])],
        [pandoc_ast.TableBody(rows=[_row(row) for row in rows])],
    )
    return pandoc_ast.table(parts, pandoc_ast.identifier(element))


def _cell(raw: str, form: Mapping[str, Any], language: Language) -> Elements:
    kind = str(form.get("kind", "text"))
    if not raw.strip():
        return pandoc_ast.text(_EMPTY_CELL)
    if kind == "citation":
        return [_cite(*keys_in(raw))]
    try:
        printed = formatted(raw.strip(), kind, form, language)
    except ValueError:
        printed = raw
    return _emphasised(printed) if form.get("emphasis") else pandoc_ast.text(printed)


def _emphasised(words: str) -> Elements:
    """Words with those between two stars in italics, as foreign words stand in Indonesian."""
    out: Elements = []
    for index, part in enumerate(words.split("*")):
        inlines = pandoc_ast.text(part)
        out += [pandoc_ast.emphasis(inlines)] if index % 2 and part else inlines
    return out


def _cite(*keys: str) -> Element:
    """A citation of works in brackets, as Pandoc reads `[@a; @b]`."""
    return pandoc_ast.cite([pandoc_ast.citation(key) for key in keys], pandoc_ast.text("; ".join(keys)))


def _row(cells: list[Elements]) -> pandoc_ast.Row:
    return [pandoc_ast.Cell([pandoc_ast.plain(cell)]) for cell in cells]
