"""What was read of the glossary, the data and the images."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thesis_build.model.spans import Source, Span, Texts


@dataclass(frozen=True, slots=True)
class Term:
    """An agreed pair of terms: `texts` by language, `abbreviation` by language for the list of abbreviations."""

    identifier: str
    texts: Texts
    variants: Mapping[str, tuple[str, ...]]
    forbidden: Mapping[str, tuple[str, ...]]
    abbreviation: Texts
    note: str
    span: Span


@dataclass(frozen=True, slots=True)
class Glossary:
    """The agreed terms of `paper/glossary.yaml`."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One number, amount or date of `paper/data/values.yaml`: `raw` as it stands in the data file."""

    name: str
    raw: str
    kind: str
    options: Mapping[str, Any]
    span: Span


@dataclass(frozen=True, slots=True)
class DataTable:
    """A CSV file of `paper/data/`: `heads[language][column]` is the printed head, `formats[column]` how to print it."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    heads: Mapping[str, Texts]
    formats: Mapping[str, Mapping[str, Any]]
    source: Source


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a YAML or CSV file that cannot be used, why, and a way out (in both languages)."""

    span: Span
    message: Texts
    hint: Texts


@dataclass(frozen=True, slots=True)
class Data:
    """Everything under `paper/data/`; `failed` are the names of the values that cannot be used, and why is reported."""

    values: Mapping[str, Value] = field(default_factory=dict)
    tables: Mapping[str, DataTable] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    failed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Image:
    """An image file the text shows: `data` is its content; `error` says why there is none.

    `near` is the address of a file that is called almost the same, where there is none of this name.
    """

    path: str
    data: bytes = b""
    error: str = ""
    near: str = ""
