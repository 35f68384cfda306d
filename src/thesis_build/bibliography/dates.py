"""Years and dates in the library: a field as written → what Pandoc makes of it, and how to write it better.

What a date is, is defined by biblatex 3.20 (section 2.3.8, EDTF levels 0 and 1); what of it is lost was measured with
Pandoc 3.9: `199X`, `1999-XX`, `2020/..` and `Y17E7` print no date at all, `2020-13-45` prints “Spring 45”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thesis_build.languages.months import month_numbers

SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The strings for the months that every program defines."""

_ABSENT = re.compile(
    r"n\.?\s?d\.?|t\.?\s?t\.?|tt|no date|tanpa tahun|tanpa tanggal|s\.\s?[ad]\.|undated|unknown|tidak diketahui", re.I
)
_PENDING = re.compile(
    r"(?:in|dalam) press|inpress|in preparation|forthcoming|to appear|to be published|submitted|accepted|under review|"
    r"akan terbit|akan datang|segera terbit|dalam (?:proses|penerbitan|cetakan|persiapan)|unpublished",
    re.I,
)
_CIRCA = re.compile(r"(?:c|ca|circa|sekitar|kira-kira)\b\.?\s*(-?\d{3,4})|\[(-?\d{3,4})\??\]", re.I)
_SIDE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?[?~%]?")
_LONG_YEAR = re.compile(r"[Yy]-?\d{5,}")
_OPEN = re.compile(r"(-?\d\d)(?:(\d)[Xxu]|[Xxu]{2})(?:-[Xxu]{2}){0,2}|(-?\d{4})(?:-(\d\d))?(?:-[Xxu]{2}){1,2}")
_WORDS = r"([^\W\d_]{3,})\.?"
_DAY_MONTH = re.compile(rf"(?:[^\W\d_]+,\s*)?(\d\d?)(?:st|nd|rd|th)?[\s./-]+{_WORDS}[\s,./-]+(\d{{4}})")
_MONTH_DAY = re.compile(rf"{_WORDS}\s+(\d\d?)(?:st|nd|rd|th)?[\s,]+(\d{{4}})")
_MONTH = re.compile(rf"{_WORDS}[\s,/-]+(\d{{4}})|(\d{{4}})[\s,/-]+{_WORDS}")
_NUMBERS = re.compile(r"(\d{4})([-/.])(\d\d?)(?:\2(\d\d?))?")
_DAY_FIRST = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4})")
_YEARS = re.compile(r"(\d{4})\s*[-–—]+\s*(\d{4})|(\d{4})\s+/\s*(\d{4})")
_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[ T].*")


class DateState(StrEnum):
    """What a date is: good, lost by Pandoc, unknown (“n.d.”), still to come, about a year, reversed, or no date."""

    GOOD = "good"
    LOST = "lost"
    ABSENT = "absent"
    PENDING = "pending"
    ABOUT = "about"
    REVERSED = "reversed"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date is, and how to write it better (empty where that is not certain)."""

    state: DateState
    better: str = ""


_GOOD = Reading(DateState.GOOD)


def read_date(value: str) -> Reading:
    """What a value for a field such as `date` or `urldate` is."""
    if len(value) == 4 and value.isdecimal():
        return _GOOD
    if _ABSENT.fullmatch(value):
        return Reading(DateState.ABSENT)
    if _PENDING.fullmatch(value):
        return Reading(DateState.PENDING)
    about = _CIRCA.fullmatch(value)
    if about:
        return Reading(DateState.ABOUT, f"{int(about[1] or about[2]):04}~")
    return _edtf(value) or Reading(DateState.BAD, _better(value))


def _edtf(value: str) -> Reading | None:
    """A date or a range of dates as biblatex reads it; None where it is neither."""
    sides = value.split("/")
    if len(sides) > 2 or value in ("/", "../.."):
        return None
    if len(sides) == 2 and ".." in sides:
        closed = "/".join(side.replace("..", "") for side in sides)
        return Reading(DateState.LOST, closed) if _edtf(closed) is _GOOD else None
    if len(sides) == 1 and (_OPEN.fullmatch(value) or _LONG_YEAR.fullmatch(value)):
        return Reading(DateState.LOST, _closed(value))
    found = [_SIDE.fullmatch(side) for side in sides if side]
    if not all(match and is_day(match[1], match[2], match[3]) for match in found):
        return None
    ends = [match[1] + (match[2] or "") + (match[3] or "") for match in found if match]
    if len(ends) == 2 and not value.startswith("-") and ends[1] < ends[0][: len(ends[1])]:
        return Reading(DateState.REVERSED)
    return _GOOD


def _closed(value: str) -> str:
    """An unspecified date (`199X`, `1999-XX`) as a range or a year, which Pandoc prints."""
    found = _OPEN.fullmatch(value)
    if not found:
        return ""
    if found[3]:
        return found[3] + (f"-{found[4]}" if found[4] else "")
    decade = found[2] or ""
    return f"{found[1]}{decade}{'0' * (2 - len(decade))}/{found[1]}{decade}{'9' * (2 - len(decade))}"


def is_day(year: str, month: str | None, day: str | None) -> bool:
    """Whether there is such a day, month, or season (21 to 24)."""
    if not month:
        return True
    if not day:
        return 1 <= int(month) <= 12 or 21 <= int(month) <= 24
    try:
        date(max(1, abs(int(year))), int(month), int(day))
    except ValueError:
        return False
    return True


def _better(value: str) -> str:
    """A date written in another way as biblatex wants it; empty where it is not clear what is meant."""
    value = value.strip("{}[]()., ")
    guess = _with_month_name(value) or _in_numbers(value)
    return guess if guess and _edtf(guess) is _GOOD else ""


def _with_month_name(value: str) -> str:
    if found := _DAY_MONTH.fullmatch(value):
        day, name, year = found.groups()
    elif found := _MONTH_DAY.fullmatch(value):
        name, day, year = found.groups()
    elif found := _MONTH.fullmatch(value):
        name, year, day = found[1] or found[4], found[2] or found[3], ""
    else:
        return ""
    month = month_numbers().get(name.lower())
    if not month:
        return ""
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"


def _in_numbers(value: str) -> str:
    if found := _YEARS.fullmatch(value):
        return f"{found[1] or found[3]}/{found[2] or found[4]}"
    if found := _TIMED.fullmatch(value):
        return found[1]
    if found := _NUMBERS.fullmatch(value):
        parts = [int(part) for part in (found[3], found[4]) if part]
        kept = parts[: parts.index(0)] if 0 in parts else parts
        return "-".join([found[1], *(f"{part:02}" for part in kept)])
    if (found := _DAY_FIRST.fullmatch(value)) and int(found[1]) > 12:
        return f"{found[4]}-{int(found[3]):02}-{int(found[1]):02}"
    return value if _SIDE.fullmatch(value) else ""
