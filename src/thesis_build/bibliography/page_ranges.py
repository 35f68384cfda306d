"""Ranges of pages in a field as written: `12-18`, `xi--xv`, `S12–S19`, `123--9`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_PAGE = r"([A-Za-z]{0,3})(\d+|(?<![A-Za-z])[ivxlcIVXLC]+)"
_RANGE = re.compile(rf"(?<![^\s,;]){_PAGE}(\s*(?:-{{1,3}}|[–—−‐‑])\s*){_PAGE}(?!\.?[^\s,;.])")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMERAL = re.compile(r"c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


@dataclass(frozen=True, slots=True)
class Range:
    """Two pages: as written from `start` to `end` of the value, the `dash` between them, and their numbers.

    `second` is what is meant (129 in `123--9`); `short` says that fewer digits are written for it.
    """

    start: int
    end: int
    dash: str
    first: int
    second: int
    short: bool

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it begins."""
        return self.second < self.first


@lru_cache(maxsize=1 << 16)
def ranges(value: str) -> tuple[Range, ...]:
    """The ranges in a field; numbers with more dashes (`1-1--1-20`) and single pages (`A-1`) are not ranges."""
    return tuple(_ranges(value))


def _ranges(value: str) -> Iterator[Range]:
    for found in _RANGE.finditer(value):
        letters, one, dash, others, two = found.groups()
        if others and others != letters:
            continue
        if one.isdigit() and two.isdigit():
            short = len(two) < len(one)
            second = one[: len(one) - len(two)] + two
            if len(one) - len(two) > 2 and int(second) < int(one):
                continue  # the number of an article and its page: 1024-1
            yield Range(found.start(), found.end(), dash, int(one), int(second), short)
        elif not letters and _is_roman(one) and _is_roman(two):
            yield Range(found.start(), found.end(), dash, _roman(one), _roman(two), short=False)


def _is_roman(text: str) -> bool:
    return bool(_NUMERAL.fullmatch(text.lower()))


def _roman(text: str) -> int:
    worth = [_ROMAN[letter] for letter in text.lower()]
    return sum(-one if one < next_one else one for one, next_one in zip(worth, [*worth[1:], 0], strict=True))
