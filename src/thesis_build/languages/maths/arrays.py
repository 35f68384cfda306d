"""Rows and columns: matrices, cases, aligned lines."""

from __future__ import annotations

from thesis_build.languages.maths.formula_reader import FormulaReader
from thesis_build.languages.maths.tex_tables import TEXT
from thesis_build.languages.maths.wording import SUM, Phrase

_MATRICES = dict.fromkeys(("matrix", "pmatrix", "bmatrix", "Bmatrix", "Vmatrix", "smallmatrix", "array"), "matrix")
_MATRICES["vmatrix"] = "determinant"


def environment(reader: FormulaReader, opener: str) -> Phrase:
    """A matrix, cases, or aligned lines, in reading order; the reader stands after `\\begin:name`, the opener."""
    kind, at = opener.removeprefix("\\begin:"), reader.at - 1
    close = reader.partner[at]
    rows = [
        [(reader.span(*cell).text.strip(" ,;."), reader.tokens[cell[0]]) for cell in row]
        for row in _rows(reader, at, close)
    ]
    reader.at = close + 1
    forms = reader.forms
    lines = [", ".join(text for text, _ in row) for row in rows if any(text for text, _ in row)]
    if kind in _MATRICES and lines:
        body = "; ".join(forms["row"].format(place, line) for place, line in enumerate(lines, 1))
        text = forms[_MATRICES[kind]].format(body, len(lines), max(map(len, rows)))
        return reader.closed(text, Phrase(body, SUM), "end-matrix")
    if kind in ("cases", "dcases", "rcases"):
        body = "; ".join(_case(reader, row) for row in rows if row[0][0])
        return reader.closed(forms["cases"].format(body), Phrase(body, SUM), "end-cases")
    return Phrase("; ".join(" ".join(text for text, _ in row).strip() for row in rows), SUM)


def _case(reader: FormulaReader, row: list[tuple[str, str]]) -> str:
    """A case and its condition, which may be a formula or begin with a text that says "if"."""
    if len(row) == 2 and row[1][0] and row[1][1][0] != TEXT:
        return reader.forms["case-if"].format(row[0][0], row[1][0])
    return ", ".join(text for text, _ in row)


def _rows(reader: FormulaReader, at: int, close: int) -> list[list[tuple[int, int]]]:
    """Where the cells of every row begin and end."""
    rows: list[list[tuple[int, int]]] = [[]]
    at = start = at + 1
    while at <= close:
        token = reader.tokens[at]
        if at == close or token in ("&", "\\\\"):
            rows[-1].append((start, at))
            start = at + 1
            if token == "\\\\" and at < close - 1:
                rows.append([])
        at = max(at, reader.partner.get(at, at) if reader.partner.get(at, at) < close else at) + 1
    return rows
