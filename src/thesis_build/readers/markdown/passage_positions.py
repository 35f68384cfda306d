"""The span in a chapter's source of a part of a block's text, found by the words around it.

A block's text (see `alignment.text.passages`) lacks the marks of its source: words are looked for in order, each only a
little after the one before it. Where the words cannot be found, the block's span is given: never a wrong one.
"""

from __future__ import annotations

import re

from thesis_build.model import Chapter, Source, Span, derived
from thesis_build.readers.markdown import positions
from thesis_build.readers.markdown.prose import prose, span_between

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(
    r"\[[^\[\]\n]*@[^\[\]]*\]|(?<![\w@])-?@[\w:.#$%&+?<>~/{}-]+\w\}?"
    r"|\]\([^)\s]*(?:\s\"[^\"]*\")?\)|\{[#.][^{}\n]*\}|<[^<>\s]+>"
)
"""Citations, addresses and attributes."""

_OPENING = 6
"""Words by which a note is found."""

_Place = tuple[int, int]

_NEAR = 60
"""Characters before a place up to which a word stands for it."""

_LOST = 6
"""Words that are missed in a row, after which the next one may not be taken for one that stands nearby."""

_TOGETHER = 4
"""Words in a row by which the way is found again."""

_FAR = 600
"""Characters of source that may lie between two words of the text: an address, a group of citations."""


def span(chapter: Chapter, block: int, text: str, start: int, end: int, *, noted: bool = False) -> Span:
    """The span of `text[start:end]`, a part of the text of a block, or of a note that has its mark in it."""
    limits = _note_range(chapter.source, text) if noted else positions.block_extent(chapter, block)
    found = _word_offsets(chapter.source, limits, text) if limits else ()
    inside = [at for word, at in found if start <= word[0] < max(end, start + 1)]
    if inside:
        return span_between(chapter.source, inside[0][0], inside[-1][1])
    before = [at for word, at in found if start - _NEAR < word[1] <= start]
    if before:
        return span_between(chapter.source, before[-1][0], before[-1][1])
    return positions.block_span(chapter, block)


@derived
def _word_offsets(source: Source, limits: _Place, text: str) -> tuple[tuple[_Place, _Place], ...]:
    """The words of a text that were found between two offsets: their offsets in the text, and in the source."""
    shown = _words(source)
    cursor, last = limits
    out = []
    missed = 0
    words = list(_WORD.finditer(text))
    for number, word in enumerate(words):
        if missed < _LOST:
            at = _find(shown, word[0], cursor, min(last, cursor + _FAR + len(word[0])))
        else:
            at = _find_together(shown, [each[0] for each in words[number : number + _TOGETHER]], cursor, last)
        missed = 0 if at >= 0 else missed + 1
        if at >= 0:
            out.append(((word.start(), word.end()), (at, at + len(word[0]))))
            cursor = at + len(word[0])
    return tuple(out)


def _find_together(source: str, words: list[str], start: int, end: int) -> int:
    """The next offset of several words that stand together, where the way through the source was lost."""
    found = re.compile(r"(?<!\w)" + r"[\W_]+".join(map(re.escape, words)) + r"(?!\w)").search(source, start, end)
    return found.start() if found and len(words) == _TOGETHER else -1


def _note_range(source: Source, text: str) -> _Place | None:
    """Between which offsets a note is written: from its first words on; None where they stand twice or nowhere."""
    opening = _WORD.findall(text)[:_OPENING]
    found = re.findall(r"\b" + r"[\W_]+".join(opening) + r"\b", _words(source)) if opening else []
    if len(found) != 1:
        return None
    return _words(source).index(found[0]), len(source.text)


@derived
def _words(source: Source) -> str:
    """A source in which nothing but the words of its text is left, every character at its offset."""
    return _MARKS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), prose(source))


def _find(source: str, word: str, start: int, end: int) -> int:
    """The next offset of a whole word; -1 where there is none."""
    while (at := source.find(word, start, end)) >= 0:
        before = source[at - 1] if at else " "
        after = source[at + len(word)] if at + len(word) < len(source) else " "
        if not (before.isalnum() or after.isalnum()):
            return at
        start = at + 1
    return -1
