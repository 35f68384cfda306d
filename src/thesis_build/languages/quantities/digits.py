"""What a string of digits may mean: `1.250` is 1250 or 1.25, as its language or its writer would have it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

NUMBER = re.compile(r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|\.\d+")
"""Digits with separators, as they stand in a text."""

_GROUPED = {separator: re.compile(rf"\d{{1,3}}(?:\{separator}\d{{3}})+") for separator in ".,"}
_ROMAN = re.compile(r"(?=[IVXLCM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_AMOUNTS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_BLANKS = re.compile(r"[\u00a0\u202f\u2009]")


@dataclass(frozen=True, slots=True)
class Digits:
    """The values that digits may have; `decimal` is the character that is or may be the decimal separator.

    `sure` tells whether there is one value only; `values` are then that one, or else (thousands, decimal).
    A string that is no single number (2.0.1) has no values.
    """

    values: tuple[Fraction, ...]
    decimal: str = ""
    grouping: str = ""

    @property
    def sure(self) -> bool:
        """Whether the separators allow one value only."""
        return len(self.values) == 1


def digits(text: str) -> Digits:
    """The values that a string of digits and separators may have."""
    plain = _BLANKS.sub("", text)
    points, commas = plain.count("."), plain.count(",")
    if not points and not commas:
        return Digits((Fraction(int(plain)),))
    if points and commas:
        return _mixed(plain)
    separator, times = (".", points) if points else (",", commas)
    grouped = bool(_GROUPED[separator].fullmatch(plain))
    if times > 1:
        return Digits((Fraction(int(plain.replace(separator, ""))),), grouping=separator) if grouped else Digits(())
    exact = Fraction(plain.replace(",", "."))
    if grouped and not plain.startswith("0"):
        return Digits((Fraction(int(plain.replace(separator, ""))), exact), separator, separator)
    return Digits((exact,), separator)


def _mixed(plain: str) -> Digits:
    decimal = max(".,", key=plain.rfind)
    grouping = "," if decimal == "." else "."
    whole, _, rest = plain.rpartition(decimal)
    if not _GROUPED[grouping].fullmatch(whole):
        return Digits(())
    return Digits((Fraction(f"{whole.replace(grouping, '')}.{rest}"),), decimal, grouping)


def canonical(value: Fraction) -> str:
    """A value as one string: 92.5, 1250, 1/3."""
    rest = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    decimals = max(twos, fives)
    if rest != 1 or not decimals:
        return str(value)
    whole = abs(value.numerator) * 10**decimals // value.denominator
    written = str(whole).rjust(decimals + 1, "0")
    return ("-" if value < 0 else "") + f"{written[:-decimals]}.{written[-decimals:]}"


def roman(text: str) -> int | None:
    """The value of a roman numeral in capitals, or None."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    amounts = [_AMOUNTS[letter] for letter in text]
    following = [*amounts[1:], 0]
    return sum(-amount if amount < after else amount for amount, after in zip(amounts, following, strict=True))
