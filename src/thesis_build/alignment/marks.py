"""Differences in what a text points to: citations and their locators, cross-references, links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from thesis_build.alignment.differences import Difference
from thesis_build.alignment.passages import Mark, locator
from thesis_build.alignment.texts import Span, Texts, Where
from thesis_build.model import Severity

_CODES = {"citation": "PAR101", "crossref": "PAR104", "link": "PAR106"}


def marks(texts: Texts, taken: frozenset[Where]) -> Iterator[Difference]:
    """PAR101, PAR104, PAR106: a citation, cross-reference or link that only one text has; PAR102: another locator.

    Whole texts are compared, as a citation may stand in another sentence; what is in a sentence already found
    missing or doubled does not count.
    """
    sides = [_shown(texts, side, taken) for side in (0, 1)]
    for kind, code in _CODES.items():
        counts = [Counter(mark.value for mark in side.values() if mark.kind == kind) for side in sides]
        for side in (0, 1):
            surplus = counts[side] - counts[1 - side]
            yield from _one_sided(texts, side, sides[side], kind, code, surplus)
    yield from _locators(texts, sides)


def _shown(texts: Texts, side: int, taken: frozenset[Where]) -> dict[int, Mark]:
    """The marks of one side that stand in sentences about which nothing has been said yet."""
    version = texts.versions[side]
    spans = [(s.start, s.end) for index, s in enumerate(version.sentences) if (side, index) in taken]
    return {
        offset: mark
        for offset, mark in sorted(version.marks.items())
        if not any(start <= offset < end for start, end in spans)
    }


def _one_sided(
    texts: Texts, side: int, shown: dict[int, Mark], kind: str, code: str, surplus: Counter[str]
) -> Iterator[Difference]:
    """Marks of which this side has more; those whose sentence lacks them in the other text come first."""
    for value, count in surplus.items():
        offsets = [offset for offset, mark in shown.items() if (mark.kind, mark.value) == (kind, value)]
        offsets.sort(key=lambda offset: (_has(texts, side, offset, kind, value), offset))
        for offset in offsets[:count]:
            there = _counterpart(texts, side, offset)
            yield texts.difference(
                code, Severity.ERROR, 1 - side, there, (offset, offset + 1), value=value, surplus=count
            )


def _has(texts: Texts, side: int, offset: int, kind: str, value: str) -> bool:
    """Whether the counterpart of the sentence at an offset has the mark too."""
    start, end = _counterpart(texts, side, offset)
    there = texts.versions[1 - side].marks
    return any(start <= at <= end and (mark.kind, mark.value) == (kind, value) for at, mark in there.items())


def _counterpart(texts: Texts, side: int, offset: int) -> Span:
    index = max((i for i, s in enumerate(texts.versions[side].sentences) if s.start <= offset), default=0)
    return texts.counterpart(side, index)


def _locators(texts: Texts, sides: list[dict[int, Mark]]) -> Iterator[Difference]:
    """PAR102: the locators of a key that both texts cite equally often, taken in order."""
    for key in dict.fromkeys(mark.value for mark in sides[0].values() if mark.kind == "citation"):
        found = [[(o, m) for o, m in side.items() if m.kind == "citation" and m.value == key] for side in sides]
        if len(found[0]) != len(found[1]):
            continue
        located = [Counter(locator(mark) for _, mark in side) for side in found]
        rest = [located[0] - located[1], located[1] - located[0]]
        for here, there in zip(rest[0].elements(), rest[1].elements(), strict=True):
            offsets = [
                next(o for o, mark in side if locator(mark) == value)
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
