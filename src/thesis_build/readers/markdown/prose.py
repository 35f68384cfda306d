"""Which parts of Markdown are not prose, and the span in the source that lies between two offsets."""

from __future__ import annotations

import re
from bisect import bisect_right

from thesis_build.model import Source, Span, derived
from thesis_build.readers.markdown.non_prose import Hidden, hidden_pieces


@derived
def hidden(source: Source) -> tuple[Hidden, ...]:
    """The pieces of a source that are not prose, in order."""
    return tuple(hidden_pieces(source.text))


@derived
def without(source: Source, kinds: tuple[str, ...]) -> str:
    """The source with the named kinds of text blanked out, every character at its offset."""
    parts: list[str] = []
    cursor = 0
    for piece in hidden(source):
        if piece.kind in kinds:
            parts += [source.text[cursor : piece.start], re.sub(r"[^\n]", " ", source.text[piece.start : piece.end])]
            cursor = piece.end
    return "".join([*parts, source.text[cursor:]])


def prose(source: Source) -> str:
    """The source with front matter, comments, code and maths blanked out, every character at its offset."""
    return without(source, ("front", "comment", "fence", "code", "maths"))


def span_between(source: Source, start: int, end: int) -> Span:
    """The span from offset `start` up to `end`; after a line end that is the beginning of the next line."""
    starts = line_starts(source)
    first = bisect_right(starts, start)
    last = bisect_right(starts, max(start, end))
    return Span(source.path, first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)


@derived
def line_starts(source: Source) -> list[int]:
    """The offset at which each line begins."""
    return [0] + [match.end() for match in re.finditer("\n", source.text)]
