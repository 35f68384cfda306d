"""Chunks of R Markdown and Quarto: where they open in a source, and a text in which they are plain blocks of code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Source
from thesis_build.readers.markdown.non_prose import Mask
from thesis_build.readers.markdown.prose import hidden

_ENGINES = (
    "r|R|python|julia|bash|sh|sql|stata|matlab|ojs|observable|mermaid|dot|Rcpp|stan|js|css|sas|octave|block2?|asis|tikz"
)
_CHUNK = re.compile(
    rf"(?P<fence>`{{3,}})[ \t]*\{{(?:{_ENGINES})(?:[ ,][^\n]*(?:\n[^\n`]*){{0,4}}?)?\}}(?=[ \t]*$)", re.MULTILINE
)
_INLINE = re.compile(r"`r [^`\n]+`")


def chunks(source: Source) -> Iterator[tuple[int, int]]:
    """From where to where the openings of chunks reach; where there are any, also the code in a line that is run."""
    code = [piece for piece in hidden(source) if piece.kind in (Mask.FENCE, Mask.CODE)]
    found = [match.span() for piece in code if (match := _CHUNK.match(source.text, piece.start))]
    yield from found
    for piece in code if found else ():
        if _INLINE.fullmatch(source.text, piece.start, piece.end):
            yield piece.start, piece.end


def with_plain_code(source: Source) -> str:
    """The text for Pandoc, which would read the code of a chunk as prose: its opening names no options."""
    if "```" not in source.text or not _CHUNK.search(source.text):
        return source.text
    parts: list[str] = []
    cursor = 0
    for start, end in chunks(source):
        if match := _CHUNK.match(source.text, start):
            parts += [source.text[cursor:start], match["fence"], "\n" * match[0].count("\n")]
            cursor = end
    return "".join([*parts, source.text[cursor:]])
