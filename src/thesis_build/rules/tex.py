"""TeX in values of the library: which fields Pandoc reads as TeX and prints, and a value as a reader sees it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from thesis_build.rules.word_lists import word_set

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

PRINTED = word_set(
    "title subtitle titleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon"
    " shorttitle origtitle eventtitle issuetitle journal journaltitle journalsubtitle series author editor"
    " translator bookauthor publisher location address origpublisher origlocation institution school organization"
    " venue howpublished edition volume number pages chapter version pubstate"
)
"""Fields that Pandoc 3.9 reads as TeX and that reach the printed reference (measured, one by one)."""

SELDOM_PRINTED = frozenset(("note", "addendum"))
"""Fields that Pandoc 3.9 reads as TeX and that few citation styles print."""

_MARKUP = re.compile(r"[\\{}~]|\s\s|[\n\t]")
_ADDRESS = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}|\\href\s*\{[^{}]*\}\s*(?=\{)")
_UNKNOWN = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "slash": "/",
}
"""Commands that pylatexenc does not know, and what they print."""

_UNKNOWN_COMMAND = re.compile(rf"\\({'|'.join(_UNKNOWN)})(?![A-Za-z])(?:\{{\}}|\s+)?")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\s*|(.))", re.DOTALL)
_PERCENT = re.compile(r"(?<!\\)%")
_NOT_WORDS = re.compile(r"[\W_]+")


@lru_cache(maxsize=1 << 16)
def plain(value: str) -> str:
    """A value's text as a reader sees it: accents and signs for their commands, no braces, single spaces."""
    if not _MARKUP.search(value):
        return value
    if "\\" in value:
        value = _without_commands(value)
    return " ".join(value.replace("{", "").replace("}", "").replace("~", " ").split())


@lru_cache(maxsize=1 << 16)
def folded(value: str) -> str:
    """A value's words for comparison: lower case, no accents, no punctuation, single spaces."""
    text = plain(value)
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _NOT_WORDS.sub(" ", text.casefold()).strip()


def _without_commands(value: str) -> str:
    value = _ADDRESS.sub(lambda found: found[1] or "", value)
    value = _UNKNOWN_COMMAND.sub(lambda found: _UNKNOWN[found[1]], value)
    if "\\" not in value:
        return value
    try:
        # what stands behind a “%” would be lost
        return str(_converter().latex_to_text(_PERCENT.sub(r"\\%", value)))
    except Exception:  # it raises what it likes on broken TeX
        return _COMMAND.sub(lambda found: found[1] or "", value)


@cache
def _converter() -> LatexNodes2Text:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="verbatim")
