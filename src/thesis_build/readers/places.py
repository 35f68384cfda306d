"""Where things stand in a chapter's source, looked up when there is something to report.

What there is (citations, images, blocks …) comes from Pandoc's document; this module only finds its place, by an
ordered search in the source with code, maths and comments masked. Where a place cannot be found exactly, the
block's is given: never a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from thesis_build.document import opening, walk
from thesis_build.model import Chapter, Element, Located, Source, Span
from thesis_build.readers.masks import Hidden, Mask, hidden_pieces

_CITATION = re.compile(r"(?<![\w@\\/.])-?@(?:\{(?P<braced>[^{}\n]+)\}|(?P<bare>\w[\w:.#$%&+?<>~/-]*))")
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_IDENTIFIER = re.compile(r"#(?P<name>[^\s{}]+)")
_PUNCTUATION = ":.#$%&-+?<>~/"
_SIGNATURE = 40
_NO_TEXT = (Mask.FRONT, Mask.COMMENT)
_NO_PROSE = tuple(Mask)


def block_spans(chapter: Chapter) -> tuple[Span, ...]:
    """The place of each block of a chapter: its first line."""
    text = _without(chapter.source, _NO_TEXT)
    positions = [index for index, sign in enumerate(text) if sign.isalnum()]
    letters = "".join(text[index] for index in positions)
    spans: list[Span] = []
    cursor = 0
    place = 0
    for block in chapter.blocks:
        signature = opening(block, _SIGNATURE)
        found = letters.find(signature, cursor) if signature else -1
        if found >= 0:
            cursor = found + len(signature)
            place = _block_start(text, positions[found], block)
        spans.append(_line_span(chapter.source, place))
    return tuple(spans)


def block_span(chapter: Chapter, index: int) -> Span:
    """The place of one block of a chapter."""
    return block_spans(chapter)[index]


def find(chapter: Chapter, needle: str, occurrence: int = 0) -> Span | None:
    """The place of the `occurrence`-th literal `needle` in the chapter outside comments, or None."""
    text = _without(chapter.source, _NO_TEXT)
    start = -1
    for _ in range(occurrence + 1):
        start = text.find(needle, start + 1)
        if start < 0:
            return None
    return _span(chapter.source, start, start + len(needle))


def citations(chapter: Chapter, keys: Iterable[str]) -> dict[str, list[Span]]:
    """The places where these keys are cited, in reading order; the block's where a key is not found as written."""
    wanted = set(keys)
    text = _without(chapter.source, _NO_PROSE)
    places: dict[str, list[Span]] = {key: [] for key in wanted}
    for match in _CITATION.finditer(text):
        key = match["braced"] or _bare_key(match["bare"])
        if key in wanted:
            start = match.start("braced") if match["braced"] else match.start("bare")
            places[key].append(_span(chapter.source, start - 1, start + len(key)))
    for key in wanted:
        places[key] = places[key] or _blocks_citing(chapter, key)
    return places


@lru_cache(maxsize=256)
def identifiers(source: Source) -> tuple[Located, ...]:
    """The identifiers written in a source (`{#fig:x}`), with their places."""
    text = _without(source, _NO_PROSE)
    found = (_IDENTIFIER.search(text, match.start(), match.end() - 1) for match in _ATTRIBUTES.finditer(text))
    return tuple(
        Located(match["name"], _span(source, match.start("name") - 1, match.end("name"))) for match in found if match
    )


def comments(source: Source) -> tuple[Hidden, ...]:
    """The HTML comments of a source that are not in code."""
    return tuple(hidden for hidden in _hidden(source) if hidden.kind is Mask.COMMENT)


def stretch(source: Source, start: int, end: int) -> Span:
    """The place of what stands from offset `start` up to `end`."""
    return _span(source, start, end)


def line(source: Source, number: int, column: int = 1) -> Span:
    """A place that Pandoc gave as line and column."""
    return Span(source.path, max(1, number), max(1, column))


def _bare_key(written: str) -> str:
    """The key at the start of what follows an `@`: inner punctuation counts only before a letter or digit."""
    key = written.rstrip(_PUNCTUATION)
    match = re.search(f"[{re.escape(_PUNCTUATION)}]{{2,}}", key)
    return key[: match.start()] if match else key


def _blocks_citing(chapter: Chapter, key: str) -> list[Span]:
    return [
        block_span(chapter, index)
        for index, block in enumerate(chapter.blocks)
        if any(e["t"] == "Cite" and any(c["citationId"] == key for c in e["c"][0]) for e in walk(block))
    ]


def _block_start(text: str, position: int, block: Element) -> int:
    """The start of the line a block begins on, given a place inside its first words."""
    start = text.rfind("\n", 0, position) + 1
    if block["t"] == "Div":
        fence = text.rfind("\n:::", 0, start)
        return fence + 1 if fence >= 0 else (0 if text.startswith(":::") else start)
    return start


@lru_cache(maxsize=256)
def _without(source: Source, hidden: tuple[Mask, ...]) -> str:
    """The source with the named kinds of text blanked out, every character in its place."""

    parts: list[str] = []
    cursor = 0
    for piece in _hidden(source):
        if piece.kind in hidden:
            parts += [source.text[cursor : piece.start], re.sub(r"[^\n]", " ", source.text[piece.start : piece.end])]
            cursor = piece.end
    return "".join([*parts, source.text[cursor:]])


@lru_cache(maxsize=256)
def _hidden(source: Source) -> tuple[Hidden, ...]:
    return tuple(hidden_pieces(source.text))


@lru_cache(maxsize=256)
def _line_starts(source: Source) -> list[int]:
    return [0] + [match.end() for match in re.finditer("\n", source.text)]


def _span(source: Source, start: int, end: int) -> Span:
    starts = _line_starts(source)
    first = bisect_right(starts, start)
    last = bisect_right(starts, max(start, end - 1))
    return Span(source.path, first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)


def _line_span(source: Source, start: int) -> Span:
    end = source.text.find("\n", start)
    return _span(source, start, len(source.text) if end < 0 else end)
