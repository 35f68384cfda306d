"""Which stretches of Markdown are not prose, and where in its source a stretch stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from thesis_build.model import Source, Span

HIDDEN = re.compile(
    r"(?P<front>\A---\n.*?\n(?:---|\.\.\.)[ \t]*(?=\n|\Z))"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<fence>^(?P<mark>```+|~~~+)[^\n]*\n.*?^(?P=mark)[`~]*[ \t]*$)"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)[^\n]*?(?:\n[^\n]+?)*?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<maths>\$\$.*?\$\$|(?<![\\$\w])\$(?=[^\s$])(?:\\.|[^$\\\n])*?(?<=[^\s\\])\$(?!\d))",
    re.DOTALL | re.MULTILINE,
)


@lru_cache(maxsize=256)
def without(source: Source, hidden: tuple[str, ...]) -> str:
    """The source with the named kinds of text blanked out, every character in its place."""

    def blank(match: re.Match[str]) -> str:
        if any(match[name] is not None for name in hidden):
            return re.sub(r"[^\n]", " ", match[0])
        return match[0]

    return HIDDEN.sub(blank, source.text)


def prose(source: Source) -> str:
    """The source with front matter, comments, code and maths blanked out, every character in its place."""
    return without(source, ("front", "comment", "fence", "code", "maths"))


def stretch(source: Source, start: int, end: int) -> Span:
    """The place of what stands from offset `start` up to `end`."""
    starts = line_starts(source)
    first = bisect_right(starts, start)
    last = bisect_right(starts, max(start, end - 1))
    return Span(source.path, first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)


@lru_cache(maxsize=256)
def line_starts(source: Source) -> list[int]:
    """The offset at which each line begins."""
    return [0] + [match.end() for match in re.finditer("\n", source.text)]
