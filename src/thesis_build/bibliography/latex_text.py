"""TeX in the values of a library: which fields Pandoc reads as TeX and prints, and a value as a reader sees it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from thesis_build.bibliography.word_lists import word_set

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

_MARKUP = re.compile(r"[\\{}~\n\t]")
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
_CHARACTERS = {
    **{character: character for character in "&%_#$"},
    **dict(zip(["ss", "o", "O", "l", "L", "ae", "AE", "oe", "OE", "aa", "AA", "i", "j"], "ßøØłŁæÆœŒåÅıȷ", strict=True)),
    **dict.fromkeys(("emph", "textit", "textbf", "textsc"), ""),
}
"""What frequent commands print; they are replaced here, because pylatexenc takes a millisecond for each value."""

_FREQUENT = re.compile(r"\\(?:([&%_#$])|([A-Za-z]+)(?:\{\}|\s+)?)")
_COMBINING = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "c": "\u0327",
    "H": "\u030b",
    "u": "\u0306",
    "k": "\u0328",
    "v": "\u030c",
    "r": "\u030a",
    "b": "\u0331",
    "d": "\u0323",
}
"""Accents by the command that makes them."""

_ACCENT = re.compile(
    r"\\(?:([`'^\"~=.])\s*|([cHukvrbd])(?:\s+|(?=[{\\])))(?:\{\\?([A-Za-z])\}|\\?([A-Za-z])(?![A-Za-z]*\{))"
)
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\s*|(.))", re.DOTALL)
_TIE = re.compile(r"(?<!\\)~")
_PERCENT = re.compile(r"(?<!\\)%")
_NOT_WORDS = re.compile(r"[\W_]+")
_IN_WORDS = str.maketrans(dict.fromkeys("'’‘ʼ`") | {"ı": "i"})
"""Apostrophes, which divide no word, and the letter that has no accent and is none without its dot."""


@lru_cache(maxsize=1 << 18)
def plain(value: str) -> str:
    """A value's text as a reader sees it: accents and characters for their commands, no braces, single spaces."""
    if not _MARKUP.search(value) and "  " not in value:
        return value
    value = _TIE.sub(" ", value)
    if "\\" in value:
        value = _without_commands(value)
    return " ".join(value.replace("{", "").replace("}", "").split())


@lru_cache(maxsize=1 << 18)
def folded(value: str) -> str:
    """A value's words for comparison: lower case, no accents, no punctuation, single spaces."""
    text = plain(value).translate(_IN_WORDS)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _NOT_WORDS.sub(" ", text.casefold()).strip()


def _without_commands(value: str) -> str:
    value = _ADDRESS.sub(lambda found: found[1] or "", value)
    value = _UNKNOWN_COMMAND.sub(lambda found: _UNKNOWN[found[1]], value)
    value = _FREQUENT.sub(_character, _ACCENT.sub(_accented, value))
    if "\\" not in value:
        return value
    try:
        # what follows a “%” would be lost
        return str(_converter().latex_to_text(_PERCENT.sub(r"\\%", value)))
    except Exception:  # it raises what it likes on broken TeX
        return _COMMAND.sub(lambda found: found[1] or "", value)


def _accented(found: re.Match[str]) -> str:
    letter = found[3] or found[4]
    return unicodedata.normalize("NFC", letter + _COMBINING[found[1] or found[2]])


def _character(found: re.Match[str]) -> str:
    return _CHARACTERS.get(found[1] or found[2], found[0])


@cache
def _converter() -> LatexNodes2Text:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="verbatim")
