"""Which sentences of two long texts are compared with which: those near the line through what surely corresponds.

Short texts are compared whole. In long ones, such as lists of hundreds of items, landmarks are the beginnings of
passages, where both texts have as many, else words that stand in one sentence of each text and may be translations.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from thesis_build.alignment.align.word_alignment import Links, Type, type_of
from thesis_build.alignment.models import SentenceBandModel
from thesis_build.alignment.text.segmentation import SegmentedText, Token

_MODEL = SentenceBandModel()

Rows = list[range]
"""For each number of sentences of the first text, the numbers of sentences of the second that may belong to it."""

Landmark = tuple[int, int]
"""A sentence of each text, by number."""


def rows(links: Links) -> Rows:
    """The part of the table of all pairs of beginnings of two texts that is looked at."""
    one, other = (len(text.sentences) for text in links.sides)
    if one * other <= _MODEL.whole:
        return [range(other + 1)] * (one + 1)
    return band((one, other), _by_passages(links) or _by_words(links))


def compared(links: Links) -> Rows:
    """For each sentence of the first text, the sentences of the second that are looked at."""
    return [range(max(0, row.start - 1), row.stop - 1) for row in rows(links)[1:]]


def band(counts: Landmark, landmarks: Sequence[Landmark]) -> Rows:
    """The rows near the line from landmark to landmark, which rise in both texts; wide where one side has more."""
    ends = [(0, 0), *((i, j) for i, j in landmarks if i and j), counts]
    first, last = [counts[1]] * (counts[0] + 1), [0] * (counts[0] + 1)
    most = max(_MODEL.narrow, _MODEL.most // (2 * counts[0] + 2))
    for (i, j), (below, right) in pairwise(ends):
        across, down = right - j, below - i
        width = min(_MODEL.width + abs(across - down), most)
        for row in range(i, below + 1):
            before, after = (j + across * min(max(0, row + step - i), down) // down for step in (-1, 1))
            first[row] = min(first[row], before - width)
            last[row] = max(last[row], after + width)
    first[0], last[-1] = 0, counts[1]
    return [range(max(0, start), min(end, counts[1]) + 1) for start, end in zip(first, last, strict=True)]


def _by_passages(links: Links) -> list[Landmark]:
    """The first sentences of each two passages, where both texts have as many of them."""
    one, other = (list(_beginnings(text)) for text in links.sides)
    return list(zip(one, other, strict=True)) if len(one) == len(other) > 1 else []


def _beginnings(text: SegmentedText) -> Iterator[int]:
    """The sentences that begin a passage."""
    end = 0
    for number, sentence in enumerate(text.sentences):
        if not number or "\n" in text.text[end : sentence.start]:
            yield number
        end = sentence.end


def _by_words(links: Links) -> list[Landmark]:
    """The sentences with words that stand nowhere else in their text, as far as they rise in both."""
    places = [_only_places(text) for text in links.sides]
    found = set()
    for kind, (number, token) in places[0].items():
        there = {places[1][partner][0] for partner in (kind, *links.partners(0, token)) if partner in places[1]}
        if len(there) == 1:
            found.add((number, there.pop()))
    return _rising(sorted(found, key=lambda pair: (pair[0], -pair[1])))


def _only_places(text: SegmentedText) -> dict[Type, tuple[int, Token]]:
    """The sentence of each word that stands in one only, with the word."""
    found: dict[Type, tuple[int, Token]] = {}
    several: set[Type] = set()
    for number, sentence in enumerate(text.sentences):
        for token in sentence.content:
            if found.setdefault(type_of(token), (number, token))[0] != number:
                several.add(type_of(token))
    return {kind: place for kind, place in found.items() if kind not in several}


def _rising(pairs: Sequence[Landmark]) -> list[Landmark]:
    """The longest row of pairs of which both numbers rise."""
    ends: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for number, (_, other) in enumerate(pairs):
        at = bisect_left(ends, other)
        before.append(lasts[at - 1] if at else -1)
        ends[at : at + 1] = [other]
        lasts[at : at + 1] = [number]
    kept = []
    number = lasts[-1] if lasts else -1
    while number >= 0:
        kept.append(pairs[number])
        number = before[number]
    return kept[::-1]
