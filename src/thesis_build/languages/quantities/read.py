"""Quantities in running text, by value: numbers in digits and words, money, percentages, units, dates, times."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from thesis_build.languages import data_files
from thesis_build.languages.quantities.digits import canonical
from thesis_build.languages.quantities.quantity import Quantity
from thesis_build.languages.quantities.scanner import Reader
from thesis_build.languages.quantities.vocabulary import vocabulary

__all__ = ["Quantity", "numbers", "read"]

_JOIN = re.compile(r"\s*[-–—,/&;]?\s*")


@data_files.remembered(2048)
def read(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a text in this language, in order; never raises."""
    found = _days(text, _once(text, Reader(text, language).read()))
    for index in range(len(found) - 2, -1, -1):
        if _joined(text, found[index], found[index + 1], language):
            found[index] = _from_right(found[index], found[index + 1])
    for index in range(1, len(found)):
        if _joined(text, found[index - 1], found[index], language):
            left, right = found[index - 1 : index + 1]
            found[index] = _from_left(left, right, text[left.end : right.start])
    return tuple(found)


def numbers(text: str, language: str) -> tuple[Quantity, ...]:
    """The measured numbers of a text, those that another part of the work must bear out: digits, no references."""
    return tuple(
        each
        for each in read(text, language)
        if each.form == "digits" and each.kind in ("number", "percent", "points", "money", "unit", "ratio")
    )


def _once(text: str, found: list[Quantity]) -> list[Quantity]:
    """With the words in brackets that repeat the digits before them as one: 5 (lima) tahun.

    Where they say something else, the two together have no value that another text could have.
    """
    kept: list[Quantity] = []
    for each in found:
        before = kept[-1] if kept else each
        opened = each.form == "words" and before.form == "digits" and text[before.end : each.start].strip() == "("
        if not (opened and text[each.end :].startswith(")") and each.unit in ("", before.unit)):
            kept.append(each)
        elif not each.readings & before.readings:
            whole = text[before.start : each.end + 1]
            kept[-1] = replace(before, end=each.end + 1, text=whole, readings=frozenset({whole}), usual="")
    return kept


def _days(text: str, found: list[Quantity]) -> list[Quantity]:
    """With hours that are counted in days as one: 2 × 24 jam is 48 hours as well."""
    kept: list[Quantity] = []
    for each in found:
        before = kept[-1] if kept else each
        times = text[before.end : each.start].strip() in ("x", "×") and each.unit == "hour" and each.usual == "24"
        if times and before.usual.isdecimal():
            hours = frozenset({str(int(before.usual) * 24)})
            whole = text[before.start : each.end]
            parts = (before.usual, each.usual)
            kept[-1] = replace(
                each, start=before.start, text=whole, kind="ratio", readings=hours, usual="", parts=parts
            )
        else:
            kept.append(each)
    return kept


def _joined(text: str, left: Quantity, right: Quantity, language: str) -> bool:
    """Whether two quantities stand in one list or range (5, 10 dan 15; 5–7; between 5 and 7)."""
    between = text[left.end : right.start]
    gap = _JOIN.match(between)
    if len(between) > 16 or not gap:
        return False
    word = vocabulary(language).connectors.at(between, gap.end())
    return not between[word[1] if word else gap.end() :].strip() and bool(between.strip())


def _from_right(left: Quantity, right: Quantity) -> Quantity:
    """The left of two in a list, with the unit and perhaps the scale that the right one states for both.

    A `number` with a unit has it from its neighbour: it agrees with that unit and with none.
    """
    if left.kind == right.kind == "date":
        return _with_year(left, right)
    stated = right.text[0].isdecimal() or right.form == "words"
    if left.kind not in ("number", "money") or not stated:
        return left
    made = left
    if right.scale and not left.scale and left.form == right.form:
        scaled = {canonical(Fraction(value) * 10**right.scale) for value in left.readings}
        made = replace(made, readings=left.readings | scaled)
    return replace(made, unit=right.unit) if left.kind == "number" else made


def _with_year(left: Quantity, right: Quantity) -> Quantity:
    """A date without a year, with that of the date up to which it leads: Januari–Maret 2020."""
    year = right.parts[-1]
    if len(year) < 4 or not left.parts[-1].startswith("m"):
        return left
    return replace(left, readings=left.readings | {year + each[1:] for each in left.readings if each.startswith("--")})


def _from_left(left: Quantity, right: Quantity, between: str) -> Quantity:
    """The right of two in a list, with the currency or the reference word that the left one states for both."""
    if right.kind != "number" or right.form != "digits":
        return right
    year = left.usual if len(left.usual) == 4 and len(right.text) == 2 and between.strip() in ("-", "–") else ""
    if year and right.text.isdecimal():  # 1966–98
        return replace(right, readings=right.readings | {year[:2] + right.text})
    if left.kind == "money" and not left.text[0].isdecimal() and between.strip() != ",":
        return replace(right, unit=left.unit)
    return replace(right, kind="reference") if left.kind == "reference" else right
