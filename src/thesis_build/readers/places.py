"""Where things stand in a chapter's source, looked up when there is something to report.

What there is (citations, images, blocks …) comes from Pandoc's document; this module only finds its place, by an
ordered search in the source with code, maths and comments masked. Where a place cannot be found exactly, the
block's is given: never a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from thesis_build.document import opening, walk
from thesis_build.model import Chapter, Element, Located, Source, Span

_HIDDEN = re.compile(
    r"(?P<front>\A---\n.*?\n(?:---|\.\.\.)[ \t]*(?=\n|\Z))"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<fence>^(?P<mark>```+|~~~+)[^\n]*\n.*?^(?P=mark)[`~]*[ \t]*$)"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)[^\n]*?(?:\n[^\n]+?)*?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<maths>\$\$.*?\$\$|(?<![\\$\w])\$(?=[^\s$])(?:\\.|[^$\\\n])*?(?<=[^\s\\])\$(?!\d))",
    re.DOTALL | re.MULTILINE,
)
_CITATION = re.compile(r"(?<![\w@\\/.])-?@(?:\{(?P<braced>[^{}\n]+)\}|(?P<bare>\w[\w:.#$%&+?<>~/-]*))")
_IDENTIFIER = re.compile(r"\{[^{}\n]*?#(?P<name>[^\s{}]+)[^{}\n]*\}")
_PUNCTUATION = ":.#$%&-+?<>~/"
_SIGNATURE = 40


def block_spans(chapter: Chapter) -> tuple[Span, ...]:
    """The place of each block of a chapter: its first line."""
    text = _without(chapter.source, ("front", "comment"))
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
    return _block_spans(chapter)[index]


def block_extent(chapter: Chapter, index: int) -> tuple[int, int]:
    """From which offset of the source to which a block reaches: up to the next block that was found."""
    starts = _line_starts(chapter.source)
    spans = _block_spans(chapter)
    first = starts[spans[index].line - 1]
    later = (starts[span.line - 1] for span in spans[index + 1 :])
    return first, next((start for start in later if start > first), len(chapter.source.text))


def block_lines(chapter: Chapter, index: int) -> tuple[int, int]:
    """The first and the last line of a block (from 1), without the blank lines behind it."""
    first, last = block_extent(chapter, index)
    text = chapter.source.text
    return text.count("\n", 0, first) + 1, text.count("\n", 0, first + len(text[first:last].rstrip())) + 1


def prose(source: Source) -> str:
    """A source with comments, code, citations, addresses and attributes blanked out, every character in its place."""
    return _prose(source)


def find(chapter: Chapter, needle: str, occurrence: int = 0) -> Span | None:
    """The place of the `occurrence`-th literal `needle` in the chapter outside comments, or None."""
    text = _without(chapter.source, ("front", "comment"))
    start = -1
    for _ in range(occurrence + 1):
        start = text.find(needle, start + 1)
        if start < 0:
            return None
    return _span(chapter.source, start, start + len(needle))


def citations(chapter: Chapter, keys: Iterable[str]) -> dict[str, list[Span]]:
    """The places where these keys are cited, in reading order; the block's where a key is not found as written."""
    wanted = set(keys)
    text = _without(chapter.source, ("front", "comment", "fence", "code", "maths"))
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
    text = _without(source, ("front", "comment", "fence", "code", "maths"))
    return tuple(
        Located(match["name"], _span(source, match.start("name") - 1, match.end("name")))
        for match in _IDENTIFIER.finditer(text)
    )


def comments(source: Source) -> Iterator[re.Match[str]]:
    """The HTML comments of a source that are not in code."""
    return (match for match in _HIDDEN.finditer(source.text) if match["comment"] is not None)


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


_block_spans = lru_cache(maxsize=64)(block_spans)
_NOT_PROSE = re.compile(
    r"\[[^\[\]\n]*@[^\[\]]*\]|(?<![\w@])-?@[\w:.#$%&+?<>~/{}-]+\w\}?|\]\([^)\s]*(?:\s\"[^\"]*\")?\)|\{[#.][^{}\n]*\}|<[^<>\s]+>"
)


@lru_cache(maxsize=256)
def _prose(source: Source) -> str:
    text = _without(source, ("front", "comment", "fence", "code", "maths"))
    return _NOT_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


@lru_cache(maxsize=256)
def _without(source: Source, hidden: tuple[str, ...]) -> str:
    """The source with the named kinds of text blanked out, every character in its place."""

    def blank(match: re.Match[str]) -> str:
        if any(match[name] is not None for name in hidden):
            return re.sub(r"[^\n]", " ", match[0])
        return match[0]

    return _HIDDEN.sub(blank, source.text)


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
