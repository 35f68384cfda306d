"""The text of a CSV file → its columns and rows, and what is wrong with it as CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thesis_build.model import Problem, Source, Span

_MOST_CELLS = 1_000_000
"""Cells of a table that are read: short rows below a wide head would fill the memory."""

_WORKBOOK = "PK\x03\x04"
"""How an Excel workbook begins, as any ZIP archive."""


@dataclass(frozen=True, slots=True)
class CsvText:
    """The columns and rows of a CSV text; where it is none, there are only problems."""

    columns: tuple[str, ...] = ()
    rows: tuple[Mapping[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def read_csv(source: Source) -> CsvText:
    """The table in a text."""
    whole = Span(source.path)
    if source.text.startswith(_WORKBOOK):
        return CsvText(problems=(problem_of(whole, *_IS_WORKBOOK),))
    if source.broken_at and "\0" in source.text:  # UTF-16
        return CsvText(problems=(problem_of(source.broken_at, *_NOT_UTF8),))
    problems = [problem_of(source.broken_at, *_NOT_UTF8)] if source.broken_at else []
    head = source.text.split("\n", 1)[0]
    separator = next((mark for mark in (";", "\t") if mark in head and "," not in head), "")
    if separator:
        shown = {";": "“;”", "\t": "tab"}[separator]
        return CsvText(problems=(*problems, problem_of(whole, *_OTHER_SEPARATOR, separator=shown)))
    if opening := _open_quotation(source):
        return CsvText(problems=(*problems, problem_of(opening, *_OPEN_QUOTATION)))
    return _rows(source, problems)


def _rows(source: Source, problems: list[Problem]) -> CsvText:
    reader = csv.DictReader(io.StringIO(source.text), restkey="", restval="")
    rows: list[Mapping[str, str]] = []
    try:
        columns = tuple(reader.fieldnames or ())
        problems += _twice(source, columns)
        for row in reader:
            if "" in row and "" not in columns:
                problems.append(problem_of(Span(source.path, reader.line_num), *_TOO_MANY_CELLS))
            if len(columns) * (len(rows) + 1) > _MOST_CELLS:
                problems.append(problem_of(Span(source.path, reader.line_num), *_TOO_LARGE))
                break
            rows.append({column: row[column] or "" for column in columns})
    except csv.Error as error:
        columns = ()
        problems.append(problem_of(Span(source.path, reader.line_num + 1), *_BAD_CSV, reason=str(error)))
    return CsvText(columns, tuple(rows), tuple(problems))


def _twice(source: Source, columns: Sequence[str]) -> Iterator[Problem]:
    """The columns that are there twice: only the last would be read."""
    for column, count in Counter(columns).items():
        if count > 1 and column:
            yield problem_of(Span(source.path), *_COLUMN_TWICE, column=column)


def _open_quotation(source: Source) -> Span | None:
    """The row in which a quotation mark opens that is never closed, so that the rest of the file is one cell."""
    if '"' not in source.text:
        return None
    reader = csv.reader(io.StringIO(source.text), strict=True)
    begins = 1
    try:
        for _ in reader:
            begins = reader.line_num + 1
    except csv.Error as error:
        return Span(source.path, begins) if "unexpected end of data" in str(error) else None
    return None


def problem_of(span: Span, message: Mapping[str, str], hint: Mapping[str, str], **arguments: object) -> Problem:
    """A problem at a position, its texts filled."""
    return Problem(
        span,
        {tag: text.format(**arguments) for tag, text in message.items()},
        {tag: text.format(**arguments) for tag, text in hint.items()},
    )


_NOT_UTF8 = (
    {"en": "the file is not UTF-8 from here on", "id": "berkas ini bukan UTF-8 mulai dari sini"},
    {"en": "save it as UTF-8", "id": "simpan sebagai UTF-8"},
)
_IS_WORKBOOK = (
    {"en": "this is an Excel workbook, not a CSV file", "id": "ini buku kerja Excel, bukan berkas CSV"},
    {"en": "open it and save it as “CSV UTF-8”", "id": "buka, lalu simpan sebagai “CSV UTF-8”"},
)
_OTHER_SEPARATOR = (
    {
        "en": "the columns are separated by {separator}, not by a comma",
        "id": "kolomnya dipisahkan {separator}, bukan koma",
    },
    {
        "en": "save it as CSV with commas, and numbers with a decimal point",
        "id": "simpan sebagai CSV berpemisah koma, dan bilangan dengan titik desimal",
    },
)
_OPEN_QUOTATION = (
    {"en": "a quotation mark in this row is not closed", "id": "tanda kutip di baris ini tidak ditutup"},
    {"en": "close it, or delete it", "id": "tutup tanda kutip itu, atau hapus"},
)
_COLUMN_TWICE = (
    {"en": "the column “{column}” is there twice", "id": "kolom “{column}” ada dua"},
    {"en": "give each column a name of its own", "id": "beri setiap kolom nama sendiri"},
)
_TOO_MANY_CELLS = (
    {"en": "this row has more cells than there are columns", "id": "baris ini punya sel lebih banyak daripada kolom"},
    {"en": "put a cell that holds a comma in quotes", "id": "apit sel yang berisi koma dengan tanda kutip"},
)
_TOO_LARGE = (
    {"en": "this table has more than a million cells", "id": "tabel ini punya lebih dari satu juta sel"},
    {"en": "keep only the columns that the thesis uses", "id": "sisakan hanya kolom yang dipakai skripsi"},
)
_BAD_CSV = (
    {"en": "this is not a CSV file: {reason}", "id": "ini bukan berkas CSV: {reason}"},
    {"en": "save it as CSV with commas", "id": "simpan sebagai CSV berpemisah koma"},
)
