"""Numerals for chapters and appendices."""

from __future__ import annotations

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_LOW = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def numeral(value: int, system: str) -> str:
    """A whole number from 1 in the numerals `arabic`, `roman` or `letter` (A … Z, AA …)."""
    if system == "roman":
        return _roman(value)
    if system == "letter":
        return _letters(value)
    return str(value)


def _roman(value: int) -> str:
    out = ""
    for amount, letters in _ROMAN + _ROMAN_LOW:
        count, value = divmod(value, amount)
        out += letters * count
    return out


def _letters(value: int) -> str:
    out = ""
    while value:
        value, rest = divmod(value - 1, 26)
        out = chr(ord("A") + rest) + out
    return out
