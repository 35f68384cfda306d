"""Differences in what a text points to: citations and their locators, cross-references, links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.difference import Difference, Extent, Extents
from thesis_build.alignment.evidence import Locators, MissingReference, SubstitutedReference
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.passages import Mark, locator
from thesis_build.languages import known

_KINDS = {
    "citation": (Kind.CITATION_MISSING, Kind.CITATION_SUBSTITUTED),
    "crossref": (Kind.CROSS_REFERENCE_MISSING, Kind.CROSS_REFERENCE_SUBSTITUTED),
    "link": (Kind.LINK_MISSING, Kind.LINK_SUBSTITUTED),
    "code": (Kind.INLINE_CODE_MISSING, Kind.INLINE_CODE_SUBSTITUTED),
}
"""By the kind of mark: what it is where one text lacks one, and where it has another."""

_WORDS = re.compile(r"[^\W\d_]?[^\W\d_A-Z]*(?: [^\W\d_A-Z]+)*")
"""Code that is plain words, and may be translated."""


def references(texts: Bitext, explained: Extents) -> Iterator[Difference]:
    """What only one text points to or names as code, and another locator of a citation.

    Whole texts are compared, as a citation may stand in another sentence; what is in an explained sentence (missing or
    repeated) does not count.
    """
    sides = [_shown(texts, side, explained) for side in (0, 1)]
    for kind, (missing, substituted) in _KINDS.items():
        ours, theirs = (_surplus(texts, side, sides, kind) for side in (0, 1))
        for offset in ours:
            start, end = _counterpart(texts, 0, offset)
            other = next((at for at in theirs if start <= at <= end), None)
            if other is not None:
                theirs.remove(other)
                here, there = (offset, offset + 1), (other, other + 1)
                evidence = SubstitutedReference(_written(texts, 0, offset), _written(texts, 1, other))
                yield texts.difference(substituted, 0, here, there, evidence)
            else:
                yield _alone(texts, 0, offset, missing)
        yield from (_alone(texts, 1, offset, missing) for offset in theirs)
    yield from _locators(texts, sides)


def _alone(texts: Bitext, side: int, offset: int, kind: Kind) -> Difference:
    """The difference for a mark of one side that the other lacks."""
    evidence = MissingReference(_written(texts, side, offset))
    return texts.difference(kind, 1 - side, _counterpart(texts, side, offset), (offset, offset + 1), evidence)


def _written(texts: Bitext, side: int, offset: int) -> str:
    """What a mark points to, as it is written."""
    return texts.sides[side].marks[offset].value


def _shown(texts: Bitext, side: int, explained: Extents) -> dict[int, Mark]:
    """The marks of one side that do not stand in explained sentences."""
    text = texts.sides[side]
    spans = [extent for language, extent in explained.sentences if language == text.language]
    return {
        offset: Mark("link", _address(mark.value)) if mark.kind == "link" else mark
        for offset, mark in sorted(text.marks.items())
        if not any(start <= offset < end for start, end in spans)
        and not (mark.kind == "code" and _WORDS.fullmatch(mark.value))
    }


def _address(value: str) -> str:
    """A link's address without what differs between the language versions of one page: example.org/en/a, /id/a."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", value.strip()).rstrip("/")
    if bare.startswith("#"):
        return "#"  # headings are translated, and so are the addresses made from them
    tags = "|".join(known())
    bare = re.sub(rf"(?i)[._-](?:{tags})(?=\.\w+$)", "", bare)  # README.id.md beside README.md
    return re.sub(rf"(?<=[/.=_-])(?:{tags})(?=[/.&_-]|$)", "*", bare)


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
    index = max(i for i, s in enumerate(texts.sides[side].sentences) if s.start <= offset)
    return texts.counterpart(side, index)


def _locators(texts: Bitext, sides: list[dict[int, Mark]]) -> Iterator[Difference]:
    """The locators of a key that both texts cite equally often; by value only where a word is not known."""
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
            extents = (offsets[0], offsets[0] + 1), (offsets[1], offsets[1] + 1)
            yield texts.difference(Kind.CITATION_LOCATOR, 0, *extents, Locators(key, here[1], there[1]))
