"""Identifiers of works: a field as written → its DOI, the numbers in it, and whether their check digits are right.

A DOI is `10.` with a registrant of at least four digits, `/` and a suffix without spaces (DOI Handbook 2.2), or a
short DOI (`10/abc1`). Check digits are those of ISO 2108 (ISBN) and ISO 3297 (ISSN).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\\{}]*[^\s\\{}.,;:]|10/[a-z0-9]+")

_PREFIX = re.compile(
    r"(?:(?:https?\s?:\s?//\s?)?(?:(?:dx|www)\.)?doi\.org\s?/+\s?|doi\s?[:.]?\s?(?=10[./]|http))+", re.I
)
_ESCAPES = (
    (re.compile(r"\\(?:url|href|path|texttt|nolinkurl)\s?(?=\{)"), ""),
    (re.compile(r"\{\\([_%#&$])\}|\\([_%#&$])|\$\\?(_)\$"), r"\1\2\3"),
    (re.compile(r"\{?(?:\\textunderscore(?:\{\}|\b ?))\}?"), "_"),
    (re.compile(r"\{?(?:\$\\sim\$|\\~\{\}|\\~(?=\w)|\\textasciitilde(?:\{\}|\b ?))\}?"), "~"),
    (re.compile(r"\{?(?:\$\\?(?:<|lt)\$|\\textless(?:\{\}|\b ?))\}?"), "<"),
    (re.compile(r"\{?(?:\$\\?(?:>|gt)\$|\\textgreater(?:\{\}|\b ?))\}?"), ">"),
)
_ESCAPED = re.compile(r"[\\{}$]")
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
_PUNCTUATION = ".,;:'\"” "
_ENDS = frozenset((*_PUNCTUATION, *_PAIRS))
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_NOTE = re.compile(r"\bISBN(?:[- ]?1[03]\b)?|(?!X\b)[^\W\d_]+(?<!\d[Xx])", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"[\dXx](?:[\dXx \t{}–‐.-]*[\dXx])?")
_LEAST_DIGITS = 7
"""A number of fewer digits is no identifier but a remark, such as a volume."""


def plain(value: str) -> str:
    """An address or a DOI without the TeX around it and in it: `{\\_}` is `_`, `\\url{…}` its content."""
    if _ESCAPED.search(value):
        for pattern, character in _ESCAPES:
            value = pattern.sub(character, value)
        if value.startswith("{") and value.endswith("}"):
            value = value.strip("{} ")
    if value.startswith("<") and value.endswith(">"):
        value = value[1:-1].strip()
    return value


def is_doi(value: str) -> bool:
    """Whether a value is a DOI and nothing else."""
    return bool(DOI.fullmatch(value)) and _without_end(value) == value


def without_prefix(value: str) -> str:
    """A DOI without the address of its resolver (`https://doi.org/`) or `doi:` before it."""
    found = _PREFIX.match(value)
    return value[found.end() :] if found else value


@lru_cache(maxsize=1 << 18)
def doi_of(value: str) -> str:
    """The DOI in a value, without address, TeX, and punctuation after it; empty where it is no DOI."""
    from urllib.parse import unquote

    text = plain(value)
    bare = without_prefix(text)
    if len(bare) < len(text) and _PERCENT.search(bare):
        bare = unquote(bare)
    bare = _without_end(bare)
    return bare if is_doi(bare) else ""


def registered_doi(value: str) -> str:
    """The DOI in a value as registries compare it, in lower case; empty for a short DOI, which they do not know."""
    doi = doi_of(value)
    return "" if doi.startswith("10/") else doi.lower()


def _without_end(text: str) -> str:
    """A text without punctuation at its end, and without a closing bracket that was not opened in it."""
    if text[-1:] not in _ENDS:
        return text
    surplus = {closing: text.count(closing) - text.count(opening) for closing, opening in _PAIRS.items()}
    end = len(text)
    while end and (text[end - 1] in _PUNCTUATION or surplus.get(text[end - 1], 0) > 0):
        end -= 1
        if text[end] in surplus:
            surplus[text[end]] -= 1
    return text[:end]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a field: `text` as written, at `start` in the value, and its `digits` (with X for ten)."""

    text: str
    digits: str
    start: int


def numbers(value: str) -> Iterator[Number]:
    """The numbers in a field for ISBN or ISSN, which may hold several, with words and notes between them."""
    visible = _NOTE.sub(lambda note: "," * len(note[0]), value) if _LETTER.search(value) else value
    for found in _NUMBER.finditer(visible):
        yield from (number for number in _single(found[0], found.start()) if len(number.digits) >= _LEAST_DIGITS)


def _single(text: str, start: int) -> Iterator[Number]:
    """One number, or, where spaces separate whole numbers, each of them."""
    parts = list(re.finditer(r"\S+", text))
    whole = [_digits(part[0]) for part in parts]
    if len(parts) > 1 and all(len(digits) in (8, 10, 13) for digits in whole):
        for part, digits in zip(parts, whole, strict=True):
            yield Number(part[0], digits, start + part.start())
    else:
        yield Number(text, _digits(text), start)


def _digits(text: str) -> str:
    return "".join(character for character in text.upper() if character.isdecimal() or character == "X")


def is_isbn(digits: str) -> bool:
    """Whether ten or thirteen digits are an ISBN."""
    if len(digits) == 10 and digits[:9].isdecimal() and _may_be_last(digits[9]):
        return sum((10 - index) * _worth(digit) for index, digit in enumerate(digits)) % 11 == 0
    if len(digits) == 13 and digits.isdecimal() and digits[:3] in ("978", "979"):
        return sum((3 if index % 2 else 1) * int(digit) for index, digit in enumerate(digits)) % 10 == 0
    return False


def is_issn(digits: str) -> bool:
    """Whether eight digits are an ISSN."""
    if len(digits) != 8 or not digits[:7].isdecimal() or not _may_be_last(digits[7]):
        return False
    return sum((8 - index) * _worth(digit) for index, digit in enumerate(digits)) % 11 == 0


def _may_be_last(digit: str) -> bool:
    return digit == "X" or digit.isdecimal()


def _worth(digit: str) -> int:
    return 10 if digit == "X" else int(digit)
