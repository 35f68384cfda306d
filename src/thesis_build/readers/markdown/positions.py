"""Where things stand in a chapter's source, looked up when there is something to report.

What there is (citations, images, blocks …) comes from Pandoc's document; this module only finds its position. Of
citations, every `@key` of the document, in code and addresses too, is set against every `@key` of the source; other
things are found by an ordered search. Where a position is not certain, the block's is given: never a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import unquote

from thesis_build.model import Chapter, Element, Located, Source, Span, derived
from thesis_build.pandoc_ast import address, opening, walk
from thesis_build.readers.markdown.common_subsequence import matched
from thesis_build.readers.markdown.keys_in_document import KEY, Mention, mentions_of
from thesis_build.readers.markdown.keys_in_source import Written, written
from thesis_build.readers.markdown.non_prose import Hidden, Mask
from thesis_build.readers.markdown.prose import hidden, line_starts, prose, span_between, without
from thesis_build.readers.source import inside

_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_IDENTIFIER = re.compile(r"#(?P<name>[^\s{}]+)")
_NOCITE = re.compile(r"^nocite:.*?(?=^\S|\Z)", re.MULTILINE | re.DOTALL)
_SIGNATURE = 40


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of a chapter: its key, the span of its `@key`, and the index of the block it is in.

    Where the position is not known for certain, `exact` is False and `span` is the block's.
    """

    key: str
    span: Span
    exact: bool
    block: int


@derived
def block_spans(chapter: Chapter) -> tuple[Span, ...]:
    """The span of each block of a chapter: its first line."""
    text = without(chapter.source, ("front", "comment"))
    positions = [index for index, character in enumerate(text) if character.isalnum()]
    letters = "".join(text[index] for index in positions)
    spans: list[Span] = []
    cursor = 0
    start = 0
    for block in chapter.blocks:
        signature = opening(block, _SIGNATURE)
        found = letters.find(signature, cursor) if signature else -1
        if found >= 0:
            cursor = found + len(signature)
            start = _block_start(text, positions[found], block)
        spans.append(_line_span(chapter.source, start))
    return tuple(spans)


def block_span(chapter: Chapter, index: int) -> Span:
    """The span of one block of a chapter."""
    return block_spans(chapter)[index]


def block_extent(chapter: Chapter, index: int) -> tuple[int, int]:
    """From which offset of the source to which a block reaches: up to the next block that was found."""
    starts = line_starts(chapter.source)
    spans = block_spans(chapter)
    first = starts[spans[index].line - 1]
    later = (starts[span.line - 1] for span in spans[index + 1 :])
    return first, next((start for start in later if start > first), len(chapter.source.text))


def block_lines(chapter: Chapter, index: int) -> tuple[int, int]:
    """The first and the last line of a block (from 1), without the blank lines after it."""
    first, last = block_extent(chapter, index)
    text = chapter.source.text
    return text.count("\n", 0, first) + 1, text.count("\n", 0, first + len(text[first:last].rstrip())) + 1


def find(chapter: Chapter, needle: str, occurrence: int = 0) -> Span | None:
    """The span of the `occurrence`-th literal `needle` in the chapter outside comments, or None."""
    text = without(chapter.source, ("front", "comment"))
    start = -1
    for _ in range(occurrence + 1):
        start = text.find(needle, start + 1)
        if start < 0:
            return None
    return span_between(chapter.source, start, start + len(needle))


def find_in_prose(chapter: Chapter, needle: str, occurrence: int = 0) -> Span | None:
    """The span of the `occurrence`-th literal `needle` in the chapter outside comments, code and maths, or None."""
    found = list(islice(re.finditer(re.escape(needle), prose(chapter.source)), occurrence, occurrence + 1))
    return span_between(chapter.source, *found[0].span()) if found else None


def find_words(chapter: Chapter, words: str, occurrence: int = 0) -> Span | None:
    """As `find_in_prose`, of words between which there may be line ends, emphasis or the border of a quotation."""
    pattern = r"[\s*_~>|]+".join(re.escape(word) for word in words.split())
    found = list(islice(re.finditer(pattern, prose(chapter.source)), occurrence, occurrence + 1))
    return span_between(chapter.source, *found[0].span()) if found else None


def element_span(chapter: Chapter, element: Element) -> Span:
    """The span of the block that an element of a chapter is, or is in."""
    return block_span(chapter, _block_of(chapter)[id(element)])


@derived
def _block_of(chapter: Chapter) -> dict[int, int]:
    return {id(element): index for index, block in enumerate(chapter.blocks) for element in walk([block])}


def address_span(chapter: Chapter, element: Element) -> Span:
    """The span of the address of a link or image; that of its first mention where it is not written after `](`.

    Pandoc escapes the spaces of an address and other characters; it is looked for as it may have been written.
    """
    address_read = address(element, element["t"])
    alike = [other for other in chapter.elements if address_read in (address(other, "Link"), address(other, "Image"))]
    number = next((index for index, other in enumerate(alike) if other is element), 0)
    for form in dict.fromkeys((address_read, unquote(address_read))):
        for before in ("](", "](<"):
            if found := find_in_prose(chapter, f"{before}{form}", number):
                return replace(found, column=found.column + len(before))
    return find(chapter, address_read) or find(chapter, unquote(address_read)) or element_span(chapter, element)


@derived
def cited(chapter: Chapter) -> tuple[Cited, ...]:
    """Every citation of a chapter in reading order, cross-references among them."""
    read = list(mentions_of(chapter))
    found = written(chapter.source)
    index_of: dict[int, Written] = {}
    doubtful = _doubtful(read, found) if read else set()
    for captioned in (False, True):
        ours = [index for index, mention in enumerate(read) if mention.captioned is captioned]
        theirs = [one for one in found if one.captioned is captioned]
        pairs = matched(
            [(read[index].key, read[index].noted, read[index].column) for index in ours],
            [(one.key, one.noted, one.column) for one in theirs],
            [one.start for one in theirs],
        )
        index_of |= {
            index: theirs[pair]
            for index, pair in zip(ours, pairs, strict=True)
            if pair is not None and _is_certain(chapter, read[index], theirs[pair], doubtful)
        }
    return tuple(
        _cited(chapter, mention, index_of.get(index)) for index, mention in enumerate(read) if mention.citation
    )


def _doubtful(read: list[Mention], found: list[Written]) -> set[str]:
    """The keys that may be taken for one another: in captions that Pandoc tells apart otherwise, in uneven tables."""
    ours = [mention.key for mention in read if mention.captioned]
    theirs = [one.key for one in found if one.captioned]
    captioned = set() if ours == theirs else {*ours, *theirs}
    counts = Counter(one.key for one in found)
    return captioned | {one.key for one in found if not one.sure and counts[one.key] > 1}


def _is_certain(chapter: Chapter, mention: Mention, found: Written, doubtful: set[str]) -> bool:
    """Whether a position is in the mention's block, up to the beginning of the next; notes and captions may not."""
    if mention.key in doubtful:
        return False
    if mention.noted or mention.captioned:
        return True
    first, last = _block_limits(chapter)[mention.block]
    return first <= found.start < last


@derived
def _block_limits(chapter: Chapter) -> list[tuple[int, int]]:
    """The offsets between which each block stands: from the blank line before it, to the next block that was found."""
    text = chapter.source.text
    lines = [span.line for span in block_spans(chapter)]
    offsets = [0, *(match.end() for match in re.finditer("\n", text))]
    limits: list[tuple[int, int]] = []
    end = len(text) + 1
    for index in range(len(lines) - 1, -1, -1):
        if index + 1 < len(lines) and lines[index + 1] > lines[index]:
            end = offsets[lines[index + 1] - 1]
        limits.append((text.rfind("\n\n", 0, offsets[lines[index] - 1]) + 1, end))
    return limits[::-1]


def _cited(chapter: Chapter, mention: Mention, found: Written | None) -> Cited:
    if found:
        return Cited(mention.key, span_between(chapter.source, found.start, found.end), True, mention.block)
    return Cited(mention.key, block_span(chapter, mention.block), False, mention.block)


def nocite(source: Source) -> tuple[Located, ...]:
    """The keys under `nocite` in a source's front matter, `*` among them, with their spans."""
    front = next((piece for piece in hidden(source) if piece.kind is Mask.FRONT), None)
    listed = _NOCITE.search(source.text[: front.end]) if front else None
    if listed is None:
        return ()
    return tuple(
        Located(match["braced"] or match["bare"], span_between(source, match.start(), match.end()))
        for match in KEY.finditer(source.text, listed.start(), listed.end())
    )


@derived
def identifiers(source: Source) -> tuple[Located, ...]:
    """The identifiers written in a source (`{#fig:x}`), with their spans."""
    text = prose(source)
    found = (_IDENTIFIER.search(text, match.start(), match.end() - 1) for match in _ATTRIBUTES.finditer(text))
    return tuple(
        Located(match["name"], span_between(source, match.start("name") - 1, match.end("name")))
        for match in found
        if match
    )


def comments(source: Source) -> tuple[Hidden, ...]:
    """The HTML comments of a source that are not in code."""
    return tuple(piece for piece in hidden(source) if piece.kind is Mask.COMMENT)


def line(source: Source, number: int, column: int = 1) -> Span:
    """A position that Pandoc gave as line and column; it counts line ends that an editor does not show."""
    return inside(source, number, column)


def _block_start(text: str, position: int, block: Element) -> int:
    """The start of the line a block begins on, given an offset inside its first words."""
    start = text.rfind("\n", 0, position) + 1
    if block["t"] == "Div":
        fence = text.rfind("\n:::", 0, start)
        return fence + 1 if fence >= 0 else (0 if text.startswith(":::") else start)
    return start


def _line_span(source: Source, start: int) -> Span:
    end = source.text.find("\n", start)
    return span_between(source, start, len(source.text) if end < 0 else end)
