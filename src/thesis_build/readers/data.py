"""Reading `paper/data/`: CSV files, the heads beside them, and `values.yaml`, the numbers that the text uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Data, DataTable, Element, Problem, Project, Source, Span, Texts, Value
from thesis_build.readers.csv_text import problem_of, read_csv
from thesis_build.readers.source import read_source
from thesis_build.readers.yaml_source_map import YamlDocument, read_yaml
from thesis_build.tools.project_files import Files

KINDS = ("number", "percent", "money", "date", "text", "citation")
"""How a value or a column can be printed; a column of citations holds keys of the library, with `;` between them."""

FOLDER = "paper/data"
"""Where the data of a project is."""

VALUES = f"{FOLDER}/values.yaml"
"""The file of the numbers that the text uses."""


def read_data(files: Files) -> Data:
    """Everything under `paper/data/` of a project; what cannot be used is among the problems."""
    problems: list[Problem] = []
    tables = {}
    for name in files.names(FOLDER):
        if name.endswith(".csv") and (source := read_source(files, f"{FOLDER}/{name}")):
            tables[name] = _table(files, name, source, problems)
    broken = {problem.span.path for problem in problems}
    values: dict[str, Value] = {}
    failed: set[str] = set()
    said: list[tuple[Texts, Texts]] = []  # that a file or a column is not there is told once
    if source := read_source(files, VALUES):
        read = read_yaml(source)
        problems += read.problems
        if read.data is not None and not isinstance(read.data, Mapping):
            problems.append(problem_of(read.spans.get("", Span(VALUES)), *_NOT_VALUES))
        for name, entry in (read.data if isinstance(read.data, Mapping) else {}).items():
            told: list[Problem] = []
            value = _value(str(name), entry, tables, read, told)
            if value:
                values[value.name] = value
            else:
                failed.add(str(name))
            if not broken.intersection(f"{FOLDER}/{file}" for file in _files_of(entry)):  # why is told already
                problems += [problem for problem in told if (problem.message, problem.hint) not in said]
                said += [(problem.message, problem.hint) for problem in told]
    return Data(values, tables, tuple(problems), frozenset(failed))


def _files_of(entry: Any) -> Iterator[str]:
    """The data file that a value names, and the one that describes its columns."""
    if isinstance(entry, Mapping) and "file" in entry:
        yield from (str(entry["file"]), beside(str(entry["file"])))


def table_columns(element: Element, table: DataTable) -> tuple[str, ...]:
    """The columns a `.csv` division asks for; all of the file where it names none."""
    asked = pandoc_ast.attribute(element, "columns")
    return tuple(name.strip() for name in asked.split(",") if name.strip()) or table.columns


def keys_in(cell: str) -> tuple[str, ...]:
    """The citation keys of a cell."""
    return tuple(key.strip().removeprefix("@") for key in cell.split(";") if key.strip())


def keys_of_rows(element: Element, table: DataTable) -> Iterator[tuple[int, str]]:
    """The citation keys that the table of a `.csv` division prints, each with the number of its row, from 1."""
    columns = [name for name in table_columns(element, table) if table.formats.get(name, {}).get("kind") == "citation"]
    for number, row in enumerate(table.rows, 1):
        for column in columns:
            yield from ((number, key) for key in keys_in(row.get(column, "")))


def keys_from_tables(chapter: Chapter, data: Data) -> Iterator[str]:
    """The citation keys that a chapter prints in tables from data files."""
    for element in chapter.elements:
        if element["t"] == "Div" and "csv" in pandoc_ast.classes(element):
            table = data.tables.get(pandoc_ast.attribute(element, "file"))
            yield from (key for _, key in keys_of_rows(element, table)) if table else ()


def printed_data(project: Project) -> Iterator[tuple[str, str]]:
    """The texts that come from data files and the glossary, each after the path of its file."""
    for chapter in project.chapters:
        for element in chapter.elements:
            table = project.data.tables.get(pandoc_ast.attribute(element, "file"))
            if table and element["t"] == "Div" and "csv" in pandoc_ast.classes(element):
                for column in table_columns(element, table):
                    yield from _printed_column(table, column, chapter.language)
    yield from ((value.span.path, value.raw) for value in project.data.values.values())
    for term in project.glossary.terms if "abbreviations" in project.settings.front else ():
        for tag, short in term.abbreviation.items():
            yield from ((term.span.path, text) for text in (short, term.texts[tag]) if short)


def _printed_column(table: DataTable, column: str, tag: str) -> Iterator[tuple[str, str]]:
    head = table.heads.get(column, {}).get(tag)
    yield (table.source.path, column) if head is None else (f"{FOLDER}/{beside(table.name)}", str(head))
    if table.formats.get(column, {}).get("kind") != "citation":
        yield from ((table.source.path, row.get(column, "")) for row in table.rows)


def beside(name: str) -> str:
    """The name of the YAML file that describes the columns of a CSV file."""
    return f"{name.removesuffix('.csv')}.yaml"


def _table(files: Files, name: str, source: Source, problems: list[Problem]) -> DataTable:
    read = read_csv(source)
    problems += read.problems
    heads, formats = _columns(files, beside(name), read.columns, problems) if read.columns else ({}, {})
    return DataTable(name, read.columns, read.rows, heads, formats, source)


def _columns(
    files: Files, name: str, columns: tuple[str, ...], problems: list[Problem]
) -> tuple[dict[str, Mapping[str, str]], dict[str, Mapping[str, Any]]]:
    """Heads and formats of the columns, from the YAML file beside a CSV file."""
    heads: dict[str, Mapping[str, str]] = {}
    formats: dict[str, Mapping[str, Any]] = {}
    path = f"{FOLDER}/{name}"
    source = read_source(files, path) if path != VALUES else None
    if source is None:
        return heads, formats
    read = read_yaml(source)
    problems += read.problems
    entries = read.data.get("columns") if isinstance(read.data, Mapping) else None
    if read.data is not None and not isinstance(entries, Mapping):
        problems.append(problem_of(read.spans.get("columns", Span(path, 1, 1)), *_NO_COLUMNS))
    for name, entry in (entries if isinstance(entries, Mapping) else {}).items():
        span = read.key_spans.get(f"columns.{name}", Span(read.source.path))
        if name not in columns:
            problems.append(problem_of(span, *_NO_SUCH_COLUMN, column=name, columns=_named(columns)))
        elif isinstance(entry, Mapping):
            head = entry.get("head")
            heads[name] = head if _is_cells(head) and head else {}
            if not _is_cells(head):
                problems.append(problem_of(span, *_BAD_HEAD, column=name))
            formats[name] = _format(entry.get("format"), span, problems)
        else:
            problems.append(problem_of(span, *_BAD_COLUMN, column=name))
    return heads, formats


def _format(entry: Any, span: Span, problems: list[Problem]) -> Mapping[str, Any]:
    form = entry if isinstance(entry, Mapping) else {"kind": entry or "text"}
    if form.get("kind", "text") in KINDS:
        if _is_decimals(form.get("decimals")):
            return form
        problems.append(problem_of(span, *_BAD_DECIMALS))
        return {key: value for key, value in form.items() if key != "decimals"}
    problems.append(problem_of(span, *_NO_SUCH_KIND, kind=form.get("kind"), kinds=", ".join(KINDS)))
    return {}


def _is_decimals(value: Any) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _DECIMALS)


_DECIMALS = 20


def _value(
    name: str, entry: Any, tables: Mapping[str, DataTable], read: YamlDocument, problems: list[Problem]
) -> Value | None:
    span = read.key_spans.get(name, Span(read.source.path))
    if not isinstance(entry, Mapping) or not {"file", "column"} <= entry.keys():
        problems.append(problem_of(span, *_INCOMPLETE_VALUE, name=name))
        return None
    table = tables.get(str(entry["file"]))
    if table is None:
        names = _named(tuple(tables)) or "*.csv"
        problems.append(problem_of(span, *_NO_SUCH_FILE, file=entry["file"], names=names))
        return None
    if not _is_cells(entry.get("where")) or not all(
        isinstance(entry[key], str | int | float) for key in ("file", "column")
    ):
        problems.append(problem_of(span, *_INCOMPLETE_VALUE, name=name))
        return None
    column = str(entry["column"])
    where = {str(key): str(wanted) for key, wanted in (entry.get("where") or {}).items()}
    lacking = [column for column in (*where, column) if column not in table.columns]
    if lacking:
        columns = _named(table.columns)
        problems.append(problem_of(span, *_NO_SUCH_COLUMN, column=lacking[0], columns=columns))
        return None
    rows = [row for row in table.rows if all(row.get(key) == wanted for key, wanted in where.items())]
    if len(rows) != 1 or not rows[0][column].strip():
        problems.append(problem_of(span, *_NOT_ONE_ROW, name=name, count=len(rows), file=table.name))
        return None
    form = _format(entry.get("format"), span, problems)
    return Value(name, rows[0][column].strip(), str(form.get("kind", "text")), form, span)


def _is_cells(where: Any) -> bool:
    """Whether `where:` gives a text or a number for each column it names."""
    return where is None or (
        isinstance(where, Mapping) and all(isinstance(wanted, str | int | float) for wanted in where.values())
    )


def _named(columns: tuple[str, ...]) -> str:
    return ", ".join(columns[:20]) + (", …" if len(columns) > 20 else "")


_NO_SUCH_COLUMN = (
    {"en": "there is no column “{column}”", "id": "tidak ada kolom “{column}”"},
    {"en": "the columns are: {columns}", "id": "kolom yang ada: {columns}"},
)
_BAD_HEAD = (
    {
        "en": "“head” of the column “{column}” is not a text for each language",
        "id": "“head” dari kolom “{column}” bukan teks untuk tiap bahasa",
    },
    {"en": "write head: {{id: …, en: …}}", "id": "tulis head: {{id: …, en: …}}"},
)
_BAD_COLUMN = (
    {"en": "the column “{column}” has no keys", "id": "kolom “{column}” tidak berisi kunci"},
    {
        "en": "write {column}: {{head: {{id: …, en: …}}, format: …}}",
        "id": "tulis {column}: {{head: {{id: …, en: …}}, format: …}}",
    },
)
_NOT_VALUES = (
    {"en": "this file does not name values", "id": "berkas ini tidak menamai nilai"},
    {
        "en": "write NAME: {{file: NAME.csv, where: {{…}}, column: NAME}}",
        "id": "tulis NAMA: {{file: NAMA.csv, where: {{…}}, column: NAMA}}",
    },
)
_NO_COLUMNS = (
    {"en": "this file does not describe columns", "id": "berkas ini tidak menjelaskan kolom"},
    {"en": "write columns: {{NAME: {{head: …, format: …}}}}", "id": "tulis columns: {{NAMA: {{head: …, format: …}}}}"},
)
_BAD_DECIMALS = (
    {"en": "“decimals” is not a number from 0 to 20", "id": "“decimals” bukan bilangan dari 0 sampai 20"},
    {"en": "write decimals: 2, for example", "id": "tulis misalnya decimals: 2"},
)
_NO_SUCH_KIND = (
    {"en": "“{kind}” is not a way to print a value", "id": "“{kind}” bukan cara mencetak nilai"},
    {"en": "use one of: {kinds}", "id": "pakai salah satu: {kinds}"},
)
_INCOMPLETE_VALUE = (
    {
        "en": "the value “{name}” lacks its file or its column",
        "id": "nilai “{name}” belum menyebut berkas atau kolomnya",
    },
    {
        "en": "write {{file: NAME.csv, where: {{…}}, column: NAME}}",
        "id": "tulis {{file: NAMA.csv, where: {{…}}, column: NAMA}}",
    },
)
_NO_SUCH_FILE = (
    {"en": "there is no paper/data/{file}", "id": "tidak ada paper/data/{file}"},
    {"en": "name a CSV file in paper/data/: {names}", "id": "sebutkan berkas CSV di paper/data/: {names}"},
)
_NOT_ONE_ROW = (
    {
        "en": "the value “{name}” needs one filled cell, but {count} rows of {file} match",
        "id": "nilai “{name}” perlu satu sel berisi, tetapi {count} baris {file} cocok",
    },
    {"en": "make `where:` name exactly one row", "id": "buat `where:` menunjuk tepat satu baris"},
)
