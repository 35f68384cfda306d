"""Differences in what a text points to: citations and their locators, cross-references, links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from thesis_build.alignment.align.bitext import Bitext, Extent, Where
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.text.passages import Mark, locator
from thesis_build.languages import known
from thesis_build.model import Severity

_CODES = {"citation": "PAR101", "crossref": "PAR104", "link": "PAR106", "code": "PAR109"}

_WORDS = re.compile(r"[^\W\d_]?[^\W\d_A-Z]*(?: [^\W\d_A-Z]+)*")
"""Code that is plain words, and may be translated."""


def marks(texts: Bitext, taken: frozenset[Where]) -> Iterator[Difference]:
    """PAR101, PAR104, PAR106, PAR109: what only one text points to or names as code; PAR102: another locator.

    Whole texts are compared, as a citation may stand in another sentence; what is in a sentence already found
    missing or doubled does not count.
    """
    sides = [_shown(texts, side, taken) for side in (0, 1)]
    for kind, code in _CODES.items():
        ours, theirs = (_surplus(texts, side, sides, kind) for side in (0, 1))
        for offset in ours:
            start, end = _counterpart(texts, 0, offset)
            other = next((at for at in theirs if start <= at <= end), None)
            if other is not None:
                theirs.remove(other)
                here, there = (offset, offset + 1), (other, other + 1)
                values = {"value": sides[0][offset].value, "instead": sides[1][other].value}
                yield texts.difference(code, _grade(code), 0, here, there, **values)
            else:
                yield _alone(texts, 0, offset, code, sides)
        yield from (_alone(texts, 1, offset, code, sides) for offset in theirs)
    yield from _locators(texts, sides)


def _alone(texts: Bitext, side: int, offset: int, code: str, sides: list[dict[int, Mark]]) -> Difference:
    """The finding for a mark of one side that the other lacks."""
    there, value = _counterpart(texts, side, offset), sides[side][offset].value
    return texts.difference(code, _grade(code), 1 - side, there, (offset, offset + 1), value=value)


def _grade(code: str) -> Severity:
    return Severity.WARNING if code == "PAR109" else Severity.ERROR


def _shown(texts: Bitext, side: int, taken: frozenset[Where]) -> dict[int, Mark]:
    """The marks of one side that stand in sentences about which nothing has been said yet."""
    version = texts.versions[side]
    spans = [(s.start, s.end) for index, s in enumerate(version.sentences) if (side, index) in taken]
    return {
        offset: Mark("link", _address(mark.value)) if mark.kind == "link" else mark
        for offset, mark in sorted(version.marks.items())
        if not any(start <= offset < end for start, end in spans)
        and not (mark.kind == "code" and _WORDS.fullmatch(mark.value))
    }


def _address(value: str) -> str:
    """A link's address without what differs between the language versions of one page: example.org/en/a, /id/a."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", value.strip()).rstrip("/")
    return re.sub(rf"(?<=[/.=_-])(?:{'|'.join(known())})(?=[/.&_-]|$)", "*", bare)


def _surplus(texts: Bitext, side: int, sides: list[dict[int, Mark]], kind: str) -> list[int]:
    """Where a side has marks of a kind of which the other has fewer: those first whose counterpart lacks them."""
    shown = sides[side]
    counts = [Counter(mark.value for mark in each.values() if mark.kind == kind) for each in sides]
    out: list[int] = []
    for value, count in (counts[side] - counts[1 - side]).items():
        offsets = [offset for offset, mark in shown.items() if (mark.kind, mark.value) == (kind, value)]
        offsets.sort(key=lambda offset: (_has(texts, side, offset, sides), offset))
        out.extend(offsets[:count])
    return sorted(out)


def _has(texts: Bitext, side: int, offset: int, sides: list[dict[int, Mark]]) -> bool:
    """Whether the counterpart of the sentence at an offset has the same mark."""
    start, end = _counterpart(texts, side, offset)
    mark = sides[side][offset]
    there = [other for at, other in sides[1 - side].items() if start <= at <= end]
    return any((other.kind, other.value) == (mark.kind, mark.value) for other in there)


def _counterpart(texts: Bitext, side: int, offset: int) -> Extent:
    index = max((i for i, s in enumerate(texts.versions[side].sentences) if s.start <= offset), default=0)
    return texts.counterpart(side, index)


def _locators(texts: Bitext, sides: list[dict[int, Mark]]) -> Iterator[Difference]:
    """PAR102: the locators of a key that both texts cite equally often; by value only where a word is not known."""
    for key in dict.fromkeys(mark.value for mark in sides[0].values() if mark.kind == "citation"):
        found = [[(o, m) for o, m in side.items() if m.kind == "citation" and m.value == key] for side in sides]
        if len(found[0]) != len(found[1]):
            continue
        read = {mark: locator(mark) for side in found for _, mark in side}
        if any(value and not kind for kind, value in read.values()):
            read = {mark: ("", value) for mark, (_, value) in read.items()}
        located = [Counter(read[mark] for _, mark in side) for side in found]
        rest = [located[0] - located[1], located[1] - located[0]]
        for here, there in zip(rest[0].elements(), rest[1].elements(), strict=True):
            offsets = [
                next(o for o, mark in side if read[mark] == value)
                for side, value in zip(found, (here, there), strict=True)
            ]
            yield texts.difference(
                "PAR102",
                Severity.ERROR,
                0,
                (offsets[0], offsets[0] + 1),
                (offsets[1], offsets[1] + 1),
                key=key,
                here=here[1],
                there=there[1],
            )
