"""Texts as they come from elsewhere: in UTF-16, copied out of a PDF, with both languages in one file.

Lines keep their numbers, so that what is found is found where it stands.
"""

from __future__ import annotations

import codecs
import re

from thesis_build.languages import known
from thesis_build.languages.word_lists import words

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\f": " ", "\u00ad": ""})
_APOSTROPHE = re.compile(r"(?<=[a-z])`(?=(?:s|t|re|ll|ve|d)?\b)(?=[a-z ])")
_BROKEN = re.compile(r"(?<![^\W\d_])(?P<head>[^\W\d_]{2,}+)-\n(?P<tail>[a-zß-ÿ]+)(?P<after>[^\w\s]*) ?")
_TITLE = re.compile(r"^[^\w\n]*+(?P<title>[^\W\d_]++)[^\w\n]*+$", re.MULTILINE)
_HYPHENATED = re.compile(r"(?<![^\W\d_])(?P<head>[^\W\d_]++)-(?=(?P<tail>[^\W\d_]++))")
_BETWEEN = re.compile(r"\n[^\S\n]*+\n")


def as_utf8(content: bytes) -> bytes:
    """The bytes of a text in UTF-8; one in UTF-16 is known by its first two bytes."""
    if not content.startswith(_UTF_16):
        return content
    return content.decode("utf-16", errors="replace").encode()


def unbroken(text: str) -> str:
    """A text without ligatures, soft hyphens, backticks for apostrophes, and words that are broken at the line's end.

    A word with a hyphen of its own, which the text has elsewhere, keeps it.
    """
    plain = text.translate(_LIGATURES)
    if plain.count("`") and not re.search(r"(?<![\w`])`[^`\n]+`(?!\w)", plain):  # no code, so a sign for an apostrophe
        plain = _APOSTROPHE.sub("’", plain)
    hyphenated = {(found["head"], found["tail"]) for found in _HYPHENATED.finditer(plain.lower())}

    def joined(match: re.Match[str]) -> str:
        is_whole = (match["head"].lower(), match["tail"].lower()) in hyphenated
        return f"{match['head']}{'-' if is_whole else ''}{match['tail']}{match['after']}\n"

    return _BROKEN.sub(joined, plain)


def divided(text: str) -> tuple[str, str] | None:
    """The two texts of a file that has both, each with empty lines where the other stands; None where it has one.

    The second begins at the heading of an abstract in another language, or at the first paragraph in it.
    """
    at = _second_heading(text) or _second_language(text)
    if not at:
        return None
    return text[:at], re.sub(r"[^\n]", "", text[:at]) + text[at:]


def _second_heading(text: str) -> int:
    """Where the abstract of a second language has its heading; 0 where there is no such heading."""
    first = ""
    for match in _TITLE.finditer(text):
        tag = next((tag for tag in known() if match["title"].lower() in words(tag).abstract_headings), "")
        if tag and first and tag != first:
            return match.start()
        first = first or tag
    return 0


def _second_language(text: str) -> int:
    """Where the first paragraph of another language than that of the first one begins; 0 where there is none."""
    first = ""
    start = 0
    for end in (*(match.start() for match in _BETWEEN.finditer(text)), len(text)):
        paragraph = text[start:end]
        tag = _language(paragraph)
        if first and tag and tag != first:
            return start + len(paragraph) - len(paragraph.lstrip())
        first = first or tag
        start = end
    return 0


def _language(paragraph: str) -> str:
    """The language of a paragraph of some length, by its function words; empty where that is not clear."""
    said = re.findall(r"[^\W\d_]+", paragraph.lower())
    counts = sorted(((sum(word in words(tag).function for word in said), tag) for tag in known()), reverse=True)
    clear = len(said) >= _LEAST and counts[0][0] > 2 * counts[1][0] if len(counts) > 1 else bool(counts)
    return counts[0][1] if clear else ""


_LEAST = 8
"""Words from which the language of a paragraph is clear."""
