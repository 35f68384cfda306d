"""Dates and times of day in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thesis_build.languages import data_files
from thesis_build.languages.quantities.quantity import Quantity
from thesis_build.languages.quantities.vocabulary import SPACE, Vocabulary, months_pattern, vocabulary

_DAY = r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
_ANY_DAY = r"(\d{1,3})(?:st|nd|rd|th)?(?!\d)"  # a slip of the pen too
_YEAR = r"(\d{4,5})(?!\d)"
_TO = rf"{SPACE}*[-–—]{SPACE}*"
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?![\d/])")
_ISO = re.compile(r"((?:1[89]|20)\d{2})-(\d{2})-(\d{2})(?!\d)")
_CLOCK = r"([01]?\d|2[0-4])[.:]([0-5]\d)(?:[.:][0-5]\d)?(?![\d%]|[.,]\d)"
_HOUR = r"([01]?\d|2[0-4])(?![\d%]|[.,:]\d)"

_BARE = re.compile(rf"{_CLOCK}|{_HOUR}")
_ZONE = re.compile(rf"{SPACE}*\(?(?:WIB|WITA|WIT|GMT|UTC)(?![^\W_])")


@dataclass(frozen=True, slots=True)
class _Patterns:
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    month_year: re.Pattern[str]
    month: re.Pattern[str]
    clock_before: re.Pattern[str]
    clock_after: re.Pattern[str]


@data_files.remembered()
def _patterns(tag: str) -> _Patterns:
    words = vocabulary(tag)
    names = rf"({months_pattern(words.months)}|(?:{months_pattern(_abbreviations(words))})\.?)(?![^\W_])"
    of = "".join(rf"(?:{word}{SPACE}+)?" for word in words.listed("of"))
    openers = "|".join(words.listed("year-openers")) or "(?!)"
    year = rf"(?:,?{SPACE}+(?:(?:{openers}){SPACE}+)?{_YEAR})?"
    clock = "|".join(words.listed("clock")) or "(?!)"
    joins = "|".join(map(re.escape, sorted(words.listed("connectors"), key=len, reverse=True))) or "(?!)"
    return _Patterns(
        re.compile(rf"{_ANY_DAY}(?:{_TO}{_ANY_DAY})?{SPACE}+{of}{names}{year}"),
        re.compile(rf"{names}{SPACE}+{_DAY}(?:{_TO}{_DAY})?{year}"),
        re.compile(rf"{names},?{SPACE}+(?:(?:{openers}){SPACE}+)?{_YEAR}"),
        re.compile(rf"({months_pattern(words.own_months)})(?![^\W_])"),
        re.compile(rf"(?i:{clock}){SPACE}+(?:{_CLOCK}|{_HOUR})"),
        re.compile(rf"{SPACE}*(?:[-–—]|{joins}){SPACE}*(?:(?:{clock}){SPACE}+)?(?:{_CLOCK}|{_HOUR})"),
    )


def _abbreviations(words: Vocabulary) -> dict[str, int]:
    return dict(words.words.get("month-abbreviations", {}))


def dates(text: str, start: int, tag: str) -> tuple[Quantity, ...]:
    """The date that begins at this offset, or the two of a range of days; nothing where there is none."""
    patterns, words = _patterns(tag), vocabulary(tag)
    if text[start].isdigit():
        found = patterns.day_first.match(text, start)
        if found:
            first, second, month, year = found.groups()
            return _named(found, [first, second], month, year, words)
        return _numeric(text, start, words)
    if found := patterns.month_first.match(text, start):
        month, first, second, year = found.groups()
        return _named(found, [first, second], month, year, words)
    if found := patterns.month_year.match(text, start):
        return _named(found, [], found.group(1), found.group(2), words)
    found = patterns.month.match(text, start)
    return _named(found, [], found.group(1), "", words) if found and _is_month(text, found, words) else ()


def _is_month(text: str, found: re.Match[str], words: Vocabulary) -> bool:
    """Whether a name that may be another word (May, March) is that of a month here."""
    if found.group().capitalize() not in words.listed("month-doubtful"):
        return True
    before = re.search(r"([^\W\d_]+)[-\s]+$", text[max(0, found.start() - 16) : found.start()])
    return before is not None and before.group(1).lower() in words.listed("month-openers")


def _named(
    found: re.Match[str], days: list[str | None], month: str, year: str | None, words: Vocabulary
) -> tuple[Quantity, ...]:
    name = month.rstrip(".").capitalize()
    number = words.months.get(name) or _abbreviations(words).get(name, 0)
    counted = [int(day) for day in days if day]
    made = [_date(found, day, number, year or "", name) for day in counted or [0]]
    return tuple(made)


def _date(found: re.Match[str], day: int, month: int, year: str, name: str = "") -> Quantity:
    parts = tuple(part for part in (str(day) if day else "", f"m{month}", year) if part)
    return Quantity(
        *found.span(),
        found.group(),
        "date",
        frozenset({_iso(day, month, year)}),
        parts=parts,
        month=name,
        optional=len(parts) == 1,
    )


def _iso(day: int, month: int, year: str) -> str:
    return f"{year or '-'}-{month:02}" + (f"-{day:02}" if day else "")


def _numeric(text: str, start: int, words: Vocabulary) -> tuple[Quantity, ...]:
    if found := _ISO.match(text, start):
        year, month, day = found.group(1), int(found.group(2)), int(found.group(3))
        return (_date(found, day, month, year),) if 0 < month < 13 and 0 < day < 32 else ()
    found = _NUMERIC.match(text, start)
    if not found:
        return ()
    first, second, year = int(found.group(1)), int(found.group(3)), found.group(4)
    ways = [(first, second), (second, first)]
    possible = [(day, month) for day, month in ways if 0 < day < 32 and 0 < month < 13]
    if not possible:
        return ()
    if words.decimal == ",":  # a language that counts the day first
        possible = possible[:1]
    readings = frozenset(_iso(day, month, year) for day, month in possible)
    return (Quantity(*found.span(), found.group(), "date", readings, parts=(str(first), f"m{second}", year)),)


def times(text: str, start: int, tag: str) -> tuple[Quantity, ...]:
    """The time of day that begins at this offset (pukul 08.00, 2:45 p.m.), or both ends of a range."""
    words, patterns = vocabulary(tag), _patterns(tag)
    announced = patterns.clock_before.match(text, start)
    found = announced or (_BARE.match(text, start) if text[start].isdigit() else None)
    if not found:
        return ()
    half, end, shown = _half(text, found.end(), words, bool(announced) or found.group(1) is not None)
    later = None if shown else patterns.clock_after.match(text, found.end())
    if later:
        clock = bool(announced) or (found.group(1) or later.group(1)) is not None
        later_half, later_end, later_shown = _half(text, later.end(), words, clock)
        if announced or later_shown:
            start_later = later.start(1) if later.group(1) else later.start(3)
            first = _time(text, start, found.end(), _parts(found), later_half)
            return first, _time(text, start_later, later_end, _parts(later), later_half)
    return (_time(text, start, end, _parts(found), half),) if announced or shown else ()


def _parts(found: re.Match[str]) -> tuple[int, int]:
    hour, minute, whole = found.groups()
    return int(hour or whole), int(minute or 0)


def _half(text: str, end: int, words: Vocabulary, clock: bool) -> tuple[int | None, int, bool]:
    """Which half of the day words after a time name, where they end, and whether they show it to be a time.

    `clock` tells that it has minutes or follows a word for the clock; without, `3 malam` may be three nights.
    """
    at = end
    while at < len(text) and text[at] in " \u00a0\u202f":
        at += 1
    if found := words.clock_halves.at(text, at):
        return int(found[0]), found[1], True
    if clock and (found := words.day_parts.at(text, at)):
        return None, found[1], True
    zone = _ZONE.match(text, end)
    return None, zone.end() if zone else end, bool(zone)


def _time(text: str, start: int, end: int, clock: tuple[int, int], half: int | None) -> Quantity:
    hour, minute = clock
    hours = {hour}
    if half is not None and hour <= 12:
        hours = {hour % 12 + half}
    elif hour <= 12:
        hours = {hour, hour % 12 + 12}
    readings = {f"T{each % 24:02}:{minute:02}" for each in hours}
    return Quantity(start, end, text[start:end], "time", frozenset(readings), parts=(str(hour), str(minute)))
