"""What has digits and is no quantity: addresses, telephone numbers, citations, pages; codes, names and rulings."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\w[\w.]*|(?:doi:\s*)?10\.\d{4,9}/\S+"
    r"|(?:\+\d{2}|0)\d{2,3}[- ]?\d{3,4}[- ]\d{3,5}(?!\d)|08\d{8,11}(?!\d)|\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
)
_CITED = r"[^\W\d_][^()\d;]{0,200}?,\s*(?:1[89]|20)\d\d[a-z]?"
_PAGES = r"(?:\s?[:,]\s?(?:[^\W\d_]{1,4}\.)?\s?\d{1,5}(?:[-–]\d{1,5})?)?"
_CITATION = re.compile(rf"\(\s?(?:{_CITED}{_PAGES}(?:;\s?)?)+\)")
_PAGE_NUMBERS = re.compile(r"\d{1,6}(?:\s*[-–]\s*\d{1,6})?")
_RULING = re.compile(r"\w[\w.-]{0,60}(?:/[\w.-]{0,60}\w){1,8}")
_DASHED = re.compile(r"[^\W\d_]{0,30}[A-Z][^\W\d_]{0,30}-\d+(?:[.,]\d+)*(?![^\W_])")
_RUN = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_CAPITALS = re.compile(r"[A-Z]{2}")


def citation_end(text: str, start: int) -> int:
    """The end of the author-year citation in brackets that begins here; 0 where there is none."""
    found = _CITATION.match(text, start)
    return found.end() if found else 0


def address_end(text: str, start: int) -> int:
    """The end of the web address, e-mail address, DOI, network address or telephone number that begins here, or 0."""
    found = _ADDRESS.match(text, start)
    return found.end() if found else 0


def pages_end(text: str, start: int) -> int:
    """The end of the pages that begin here: 5, 5–10."""
    found = _PAGE_NUMBERS.match(text, start)
    return found.end() if found else 0


def ruling_end(text: str, start: int) -> int:
    """The end of the number of a ruling or regulation that begins here (46/PUU-VIII/2010), or 0."""
    found = _RULING.match(text, start)
    if not found or not _DIGIT.search(found.group()) or not _CAPITALS.search(found.group()):
        return 0
    numbered = _DIGIT.search(found.group().partition("/")[0]) or found.group().count("/") > 1  # not H/2021
    return found.end() if numbered else 0


def code_end(text: str, start: int) -> int:
    """The end of the name with digits that begins here with a letter (YOLOv8, p95, COVID-19), or 0."""
    found = _DASHED.match(text, start) or _RUN.match(text, start)
    if not found or text[start].isdigit() or not _DIGIT.search(found.group()):
        return 0
    return found.end()
