"""How one text writes its numbers and months: separators and names of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thesis_build.alignment.difference import Difference
from thesis_build.alignment.evidence import ForeignNotation
from thesis_build.alignment.kinds import Kind
from thesis_build.languages import FALLBACK, known, language
from thesis_build.languages.quantities.read import Quantity
from thesis_build.languages.quantities.vocabulary import vocabulary

_NOT_DECIMAL = frozenset({"reference", "version", "code", "date", "time", "ratio"})
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])\.[0-5]\d")
_COORDINATE = re.compile(r"\d{1,3}[.,]\d{5,}°?")
_NAME_BEFORE = re.compile(r"([^\W\d_][\w-]*)\s+$")


def forms(text: str, tag: str, quantities: Sequence[Quantity], habit: bool | None = None) -> tuple[Difference, ...]:
    """Numbers and months of a text that are not written as its language writes them.

    `habit` says whether the writer uses the decimal sign of another language (see `is_habit`), where that is known.
    """
    return tuple(_found(text, tag, quantities, is_habit(quantities, tag) if habit is None else habit))


def _found(text: str, tag: str, quantities: Sequence[Quantity], habit: bool) -> Iterator[Difference]:
    decimal, grouping = signs(tag)
    wrong = frozenset(each for each in quantities if _is_wrong(text, each, tag, habit))
    for each in quantities:
        if each in wrong:
            yield _difference(Kind.DECIMAL_COMMA if decimal == "." else Kind.DECIMAL_POINT, tag, each)
        elif each.grouping in (".", ",") and each.grouping != grouping and not each.separator and _is_number(each):
            yield _difference(Kind.THOUSANDS_SEPARATOR, tag, each)
        elif each.month and len(each.parts) > 1 and _is_foreign(each.month, tag):
            yield _difference(Kind.MONTH_NAME, tag, each)


def signs(tag: str) -> tuple[str, str]:
    """The decimal and the thousands sign of a language."""
    numbers = language(tag if tag in known() else FALLBACK).words["numbers"]
    return numbers["decimal"], numbers["thousands"]


def meant(quantity: Quantity, tag: str) -> str:
    """The value that a number has where its separator allows two: the language's, or that of a share or result."""
    if _is_ambiguous(quantity, tag) and (
        quantity.kind in ("percent", "points") or (quantity.relation in ("=", "±", "≈") and quantity.kind != "money")
    ):
        return next((each for each in quantity.readings if each != quantity.usual), quantity.usual)
    return quantity.usual


def is_habit(quantities: Sequence[Quantity], tag: str) -> bool:
    """Whether the writer of a text uses the decimal sign of another language: twice or more, never the right one."""
    decimal = signs(tag)[0]
    own = [each for each in quantities if each.separator and not each.grouping and _is_number(each)]
    return len(own) > 1 and all(each.separator != decimal for each in own)


def may_be_decimal(quantity: Quantity, tag: str) -> bool:
    """Whether `27.011` is 27,011 where the writer has that habit; a round number (6.000) is thousands all the same."""
    return _is_ambiguous(quantity, tag) and not quantity.text.rstrip("% °").endswith("0")


def _is_ambiguous(quantity: Quantity, tag: str) -> bool:
    """Whether three digits follow a sign that groups thousands in this language and is a decimal sign in others."""
    return bool(quantity.separator) and quantity.grouping == quantity.separator != signs(tag)[0]


def _is_wrong(text: str, each: Quantity, tag: str, habit: bool) -> bool:
    """Whether a number has the decimal sign of another language."""
    decimal = signs(tag)[0]
    if each.separator in ("", decimal) or not _is_number(each):
        return False
    if _is_ambiguous(each, tag):
        return meant(each, tag) != each.usual or (habit and may_be_decimal(each, tag))
    if _COORDINATE.fullmatch(each.text):
        return False
    measured = each.kind != "number" or each.relation or each.unit or each.scale
    if measured or each.grouping or each.text.startswith(("0.", "0,")):
        return True
    if decimal == ".":  # 1,2 may be a list
        listed = text[: each.start].rstrip().endswith(("(", "[", ","))
        return not listed and re.fullmatch(r"\d+,\d\d?", each.text) is not None
    return not _is_name(text, each) and not _CLOCK.fullmatch(each.text)


def _is_number(each: Quantity) -> bool:
    return each.form == "digits" and each.kind not in _NOT_DECIMAL


def _is_name(text: str, each: Quantity) -> bool:
    """Whether a number belongs to the name before it (Python 3.9) or is that of a section."""
    before = text[: each.start]
    if not before.strip() or before.endswith("\n"):
        return True
    found = _NAME_BEFORE.search(before[-40:])
    if not found or not found.group(1)[0].isupper():
        return False
    return not (found.group(1).isupper() and len(each.text.partition(".")[2]) > 1)


def _is_foreign(month: str, tag: str) -> bool:
    words = vocabulary(tag)
    return month in words.months and month not in words.own_months and bool(words.own_months)


def _difference(kind: Kind, tag: str, each: Quantity) -> Difference:
    value = each.month if kind is Kind.MONTH_NAME else each.text
    return Difference(kind, {tag: (each.start, each.end)}, ForeignNotation(value), tag)
