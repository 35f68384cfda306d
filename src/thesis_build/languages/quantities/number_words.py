"""Numbers written as words: dua puluh lima, twenty-five, dua pertiga, one and a half."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from thesis_build.languages.quantities.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ \t\n\u00a0\u202f]+|-")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in words: where it ends, what it is, whether it may be left out, and whether it counts an order."""

    end: int
    value: Fraction
    others: tuple[Fraction, ...] = ()
    optional: bool = False
    ordinal: bool = False
    scale: str = ""


def numeral(text: str, start: int, words: Vocabulary) -> Numeral | None:
    """The number in words that begins at this offset (dua puluh lima, twenty-five, two thirds), if there is one."""
    first = _WORD.match(text, start)
    if not first:
        return None
    word = first.group().lower()
    if word in words.listed("articles"):
        return _after_article(text, first.end(), words)
    if word in words.fractions:
        return Numeral(first.end(), words.fractions[word], optional=word in words.listed("optional"))
    multiple = words.words.get("multiples", {}).get(word)
    if multiple is not None:
        return Numeral(first.end(), Fraction(multiple), optional=True)
    return _Sum(text, start, words).read()


class _Sum:
    """Adds up the words of one number from left to right."""

    def __init__(self, text: str, start: int, words: Vocabulary) -> None:
        self._text, self._words = text, words
        self._at = self._end = start
        self._total = self._current = self._last = 0
        self._count = 0
        self._first = ""
        self._ordinal = False

    def read(self) -> Numeral | None:
        while (found := _WORD.match(self._text, self._at)) and self._take(found.group().lower()):
            self._end = found.end()
            self._count += 1
            self._first = self._first or found.group().lower()
            gap = _GAP.match(self._text, self._end)
            if not gap:
                break
            self._at = self._over(gap.end())
        return self._numeral() if self._count else None

    def _over(self, at: int) -> int:
        """Past a word that only joins the parts of a number (one hundred and five)."""
        found = _WORD.match(self._text, at)
        joins = found and found.group().lower() in self._words.listed("within") and self._last >= 100
        gap = _GAP.match(self._text, found.end()) if found and joins else None
        return gap.end() if gap else at

    def _take(self, word: str) -> bool:
        words = self._words
        if self._ordinal:
            return self._follows(word)
        if word in words.ordinals and (not self._count or self._fits(words.ordinals[word])):
            self._ordinal = True
            return self._add(words.ordinals[word])
        if word in words.cardinals:
            return self._fits(words.cardinals[word]) and self._add(words.cardinals[word])
        return self._count > 0 and self._multiply(word)

    def _follows(self, word: str) -> bool:
        """Whether a word goes on with a number that began as an ordinal (kedua puluh lima)."""
        if not self._words.listed("ordinal-prefixes"):
            return False
        if word in self._words.cardinals:
            return (
                self._last >= 10 and self._fits(self._words.cardinals[word]) and self._add(self._words.cardinals[word])
            )
        return word not in self._words.scales and self._multiply(word)

    def _fits(self, value: int) -> bool:
        """Whether a number can follow the one before it: smaller than the zeros that this one ends in."""
        whole = self._total + self._current + self._last
        return not self._count or (0 < value < 10 ** _zeros(self._last or self._total) and whole > 0)

    def _add(self, value: int) -> bool:
        self._current += self._last
        self._last = value
        if value >= 1000:
            self._total, self._current, self._last = self._total + value, 0, 0
        return True

    def _multiply(self, word: str) -> bool:
        words = self._words
        if word in words.listed("teens") and 0 < self._last < 10:
            self._last += 10
            return True
        factor = words.words.get("multipliers", {}).get(word)
        if factor and self._last:
            self._last *= factor
            return True
        power = words.scales.get(word)
        if power is None or not self._current + self._last:
            return False
        self._total += (self._current + self._last) * 10**power
        self._current = self._last = 0
        return True

    def _numeral(self) -> Numeral:
        value = self._total + self._current + self._last
        divided = None if self._ordinal else _denominator(self._text, self._end, self._words)
        if divided:
            return Numeral(divided[1], Fraction(value, divided[0]))
        half = _and_fraction(self._text, self._end, self._words)
        if half and not self._ordinal:
            return Numeral(half[1], value + half[0])
        optional = self._count == 1 and self._first in self._words.listed("optional")
        return Numeral(self._end, Fraction(value), optional=optional, ordinal=self._ordinal)


def _zeros(value: int) -> int:
    digits = str(value)
    return len(digits) - len(digits.rstrip("0")) if value else 0


def _denominator(text: str, end: int, words: Vocabulary) -> tuple[int, int] | None:
    gap = _GAP.match(text, end)
    found = _WORD.match(text, gap.end()) if gap else None
    below = words.denominators.get(found.group().lower()) if found else None
    return (below, found.end()) if found and below else None


def _and_fraction(text: str, end: int, words: Vocabulary) -> tuple[Fraction, int] | None:
    """The fraction after a whole number: satu setengah, two and a half."""
    at, gap = end, _GAP.match(text, end)
    joins = {*words.listed("within"), *words.listed("articles")}
    crossed = not words.listed("within")
    while gap and (found := _WORD.match(text, gap.end())):
        word, at = found.group().lower(), found.end()
        if word in words.fractions and crossed:
            return words.fractions[word], at
        if word not in joins:
            return None
        crossed, gap = True, _GAP.match(text, at)
    return None


def _after_article(text: str, end: int, words: Vocabulary) -> Numeral | None:
    """A hundred, a million, a third of, a dozen, half a million begins with `half`."""
    gap = _GAP.match(text, end)
    found = _WORD.match(text, gap.end()) if gap else None
    if not found:
        return None
    word = found.group().lower()
    if word in words.scales:
        return Numeral(found.end(), Fraction(10 ** words.scales[word]))
    factor = words.words.get("multipliers", {}).get(word)
    if factor:
        return Numeral(found.end(), Fraction(factor), optional=True)
    if word in words.fractions:
        return Numeral(found.end(), words.fractions[word])
    below = words.denominators.get(word)
    after = _GAP.match(text, found.end())
    if below and after and text[after.end() :].lower().startswith(tuple(f"{of} " for of in words.listed("of"))):
        return Numeral(found.end(), Fraction(1, below), (Fraction(below),))
    return None
