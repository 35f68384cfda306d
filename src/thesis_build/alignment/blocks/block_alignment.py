"""Which blocks of a chapter in two languages say the same, and which stand alone, elsewhere, or unclear.

Explicit identifiers come first, then headings, then, inside a section, what the blocks say. Nothing is guessed: where
two ways to pair are nearly as good, the blocks stay unpaired.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from thesis_build import pandoc_ast
from thesis_build.alignment.align.best_chain import Chain, chain
from thesis_build.alignment.align.monotone import Columns, alike, between, in_order, sections
from thesis_build.alignment.blocks.similarity import Similarity
from thesis_build.alignment.models import BlockPairingModel
from thesis_build.model import Chapter, Element

_MODEL = BlockPairingModel()

_TEXT = frozenset({"Para", "Plain", "BlockQuote", "BulletList", "OrderedList", "DefinitionList", "LineBlock", "Div"})
_TABLES = frozenset({"Table", "Div"})
_FIGURES = frozenset({"Figure", "Para"})
"""Kinds of blocks that may stand for each other; an image without caption is a paragraph."""


Blocks = tuple[tuple[int, ...], tuple[int, ...]]
"""A few blocks of each language."""


@dataclass(slots=True)
class BlockMatching:
    """The pairs in order; the blocks that stand in another order; and those that are unclear.

    `moved` are blocks, of each language, that say the same; `unclear` blocks between two pairs of which it is not clear
    which say the same. What is in none of these stands alone.
    """

    similarity: Callable[[], Similarity]
    pairs: list[tuple[int, int]] = field(default_factory=list)
    moved: list[Blocks] = field(default_factory=list)
    unclear: list[Blocks] = field(default_factory=list)

    def says(self, side: int, index: int) -> bool:
        """Whether a block holds facts, or words most of which stand in no one block of the other language."""
        similarity = self.similarity()
        if similarity.marks(side, index):
            return True
        shares = (similarity.coverage(side, index, (other,)) for other in similarity.blocks(1 - side))
        return similarity.size(side, index) > 0 and max(shares, default=0.0) < _MODEL.contained


def match(chapters: tuple[Chapter, Chapter], columns: Columns, names: tuple[Mapping[str, int], ...]) -> BlockMatching:
    """Match the blocks in `columns`; `names[side]` are the blocks with an explicit identifier."""
    return _Matcher(chapters, columns, names).matching()


class _Matcher:
    def __init__(
        self, chapters: tuple[Chapter, Chapter], columns: Columns, names: tuple[Mapping[str, int], ...]
    ) -> None:
        self._chapters = chapters
        self._columns = columns
        self._names = names
        self._found = BlockMatching(lambda: self._similarity)

    @cached_property
    def _similarity(self) -> Similarity:
        return Similarity(*self._chapters)

    def matching(self) -> BlockMatching:
        anchors = [(self._names[0][name], self._names[1][name]) for name in self._names[0] if name in self._names[1]]
        kept = in_order(sorted(anchors), [self._weight(anchor) for anchor in sorted(anchors)])
        away = self._moved_anchors([anchor for anchor in anchors if anchor not in kept])
        columns = tuple([i for i in self._columns[side] if i not in away[side]] for side in (0, 1))
        for part in between((columns[0], columns[1]), kept):
            self._stretch(part)
        self._found.pairs += kept
        self._found.pairs.sort()
        self._find_moved(away)
        return self._found

    # ── explicit identifiers ──

    def _weight(self, anchor: tuple[int, int]) -> int:
        """How many blocks an anchor holds: those of its section."""
        return len(self._section(0, anchor[0])) if self._kind(0, anchor[0]) == "Header" else 1

    def _moved_anchors(self, anchors: Iterable[tuple[int, int]]) -> tuple[set[int], set[int]]:
        """Note the blocks with a common identifier that stand in another order, with their sections; which they are."""
        away: tuple[set[int], set[int]] = (set(), set())
        for anchor in sorted(anchors, key=self._weight, reverse=True):
            if anchor[0] in away[0] or anchor[1] in away[1]:
                continue
            parts = tuple(
                tuple(self._section(side, index) if self._kind(side, index) == "Header" else (index,))
                for side, index in enumerate(anchor)
            )
            for side in (0, 1):
                away[side].update(parts[side])
            self._found.moved.append((parts[0], parts[1]))
        return away

    def _section(self, side: int, heading: int) -> list[int]:
        """A heading and what stands under it, sections of lower levels among it."""
        column = self._columns[side]
        start = bisect_left(column, heading)
        level = self._level(side, heading)
        end = next((n for n in range(start + 1, len(column)) if 0 < self._level(side, column[n]) <= level), len(column))
        return list(column[start:end])

    # ── headings ──

    def _stretch(self, columns: Columns) -> None:
        """Match a stretch without common identifiers: first its headings, then what stands between them."""
        headings = tuple([i for i in columns[side] if self._kind(side, i) == "Header"] for side in (0, 1))
        pairs = self._headings(columns, (headings[0], headings[1]))
        self._found.pairs += pairs
        for part in between(columns, pairs):
            self._run(part)

    def _headings(self, columns: Columns, headings: Columns) -> list[tuple[int, int]]:
        if not (headings[0] and headings[1]):
            return []
        parts = tuple(sections(columns[side], headings[side]) for side in (0, 1))

        count = len(headings[0])
        levels = [[self._level(side, i) for i in headings[side]] for side in (0, 1)]
        if levels[0] == levels[1] and all(self._same_section(parts[0][n], parts[1][n]) for n in range(count)):
            return list(zip(*headings, strict=True))

        def gain(one: int, other: int) -> float:
            same = _MODEL.same_level if levels[0][one] == levels[1][other] else _MODEL.other_level
            like, trust = self._section_similarity(parts[0][one], parts[1][other])
            return 2 * trust * (like - self._similarity.threshold) + same

        found = chain((len(headings[0]), len(headings[1])), gain)
        return [(headings[0][one], headings[1][other]) for one, other in _sure(found)]

    def _same_section(self, one: Sequence[int], other: Sequence[int]) -> bool:
        like, trust = self._section_similarity(one, other)
        return trust == 1 and like >= _MODEL.sure * self._similarity.scale

    def _section_similarity(self, one: Sequence[int], other: Sequence[int]) -> tuple[float, float]:
        """How much two sections (their headings first) say the same, and how much that says (both 0 to 1)."""
        title = self._similarity.mutual(one[0], other[0])
        known = self._similarity.trust(one[0], other[0], title)
        bodies = (tuple(one[1:]), tuple(other[1:]))
        found, total = 0.0, 0
        for side in (0, 1):
            for index in bodies[side]:
                size = self._similarity.size(side, index)
                found += size * self._similarity.coverage(side, index, bodies[1 - side])
                total += size
        if not all(bodies) or not total:
            return title, known
        trust = min(1.0, total / (2 * _MODEL.enough))
        weight = _MODEL.title * known
        return (weight * title + (1 - weight) * found / total), trust

    # ── what stands between headings ──

    def _run(self, columns: Columns) -> None:
        """Match blocks between two paired headings by what they say."""
        if not (columns[0] and columns[1]):
            return
        if len(columns[0]) == len(columns[1]) and all(self._in_step(*pair) for pair in zip(*columns, strict=True)):
            self._found.pairs += zip(*columns, strict=True)
            return
        found = chain(
            (len(columns[0]), len(columns[1])), lambda one, other: self._gain(columns[0][one], columns[1][other])
        )
        pairs = [(columns[0][one], columns[1][other]) for one, other in found.pairs]
        unsure = tuple({columns[side][n] for n in found.unsure[side]} for side in (0, 1))
        for side in (0, 1):
            unsure[side].update(self._split(columns, pairs, side))
        pairs, unclear = _without_unsure(columns, pairs, unsure)  # type: ignore[arg-type]
        self._found.pairs += pairs
        self._found.unclear += unclear

    def _in_step(self, one: int, other: int) -> bool:
        """Whether two blocks are a pair beyond doubt."""
        if self._kind(0, one) != self._kind(1, other):
            return False
        return self._similarity.mutual(one, other) >= _MODEL.sure * self._similarity.scale

    def _gain(self, one: int, other: int) -> float:
        kinds = {self._kind(0, one), self._kind(1, other)}
        if len(kinds) > 1 and not any(kinds <= group for group in (_TEXT, _TABLES, _FIGURES)):
            return -math.inf
        like = self._similarity.mutual(one, other)
        trust = self._similarity.trust(one, other, like)
        length = _MODEL.length * max(
            0.0, min(self._similarity.deviation(one, other), _MODEL.largest_deviation) - _MODEL.usual_deviation
        )
        same = _MODEL.same_kind if "Para" in kinds else _MODEL.same_rare_kind
        own = same if len(kinds) == 1 else _MODEL.other_kind
        return 2 * trust * (like - self._similarity.threshold) + own - length * trust

    def _split(self, columns: Columns, pairs: Sequence[tuple[int, int]], side: int) -> Iterator[int]:
        """Blocks of a side without partner that are a part of a neighbour's partner, and that neighbour."""
        partners = {pair[side]: pair[1 - side] for pair in pairs}
        column = columns[side]
        for place, index in enumerate(column):
            if index in partners or self._similarity.size(side, index) < _MODEL.enough:
                continue
            for near in (place - 1, place + 1):
                if 0 <= near < len(column) and (neighbour := column[near]) in partners:
                    whole = partners[neighbour]
                    alone = self._similarity.coverage(1 - side, whole, (neighbour,))
                    both = self._similarity.coverage(1 - side, whole, (neighbour, index))
                    size = self._similarity.size(side, index) / (self._similarity.size(1 - side, whole) or 1)
                    if (
                        both - alone >= _MODEL.added * min(0.5, size)
                        and self._similarity.coverage(side, index, (whole,)) >= _MODEL.contained
                    ):
                        yield from (index, neighbour)

    # ── elsewhere ──

    def _find_moved(self, away: tuple[set[int], set[int]]) -> None:
        """Find, among the blocks without partner, those that say the same in another place: sections first."""
        taken = [{pair[side] for pair in self._found.pairs} | away[side] for side in (0, 1)]
        for unclear in self._found.unclear:
            for side in (0, 1):
                taken[side].update(unclear[side])
        left = [[i for i in self._columns[side] if i not in taken[side]] for side in (0, 1)]
        if not all(left):
            return
        parts = [
            {i: [k for k in self._section(side, i) if k in left[side]] for i in left[side] if self._level(side, i)}
            for side in (0, 1)
        ]
        for i, j in alike(
            {(i, j): self._similar_sections(parts[0][i], parts[1][j]) for i in parts[0] for j in parts[1]}
        ):
            if i in left[0] and j in left[1]:
                self._found.moved.append((tuple(parts[0][i]), tuple(parts[1][j])))
                left = [[k for k in left[s] if k not in parts[s][(i, j)[s]]] for s in (0, 1)]
        left = [[i for i in left[s] if self._similarity.size(s, i) >= _MODEL.enough] for s in (0, 1)]
        if len(left[0]) * len(left[1]) > _MODEL.too_many:  # not moved, but missing
            return
        scores = {
            (i, j): self._similarity.mutual(i, j) for i in left[0] for j in left[1] if self._gain(i, j) > -math.inf
        }
        self._found.moved += [((i,), (j,)) for i, j in alike(scores)]

    def _similar_sections(self, one: Sequence[int], other: Sequence[int]) -> float:
        like, trust = self._section_similarity(one, other)
        return like if trust == 1 else 0.0

    def _block(self, side: int, index: int) -> Element:
        return self._chapters[side].blocks[index]

    def _kind(self, side: int, index: int) -> str:
        return str(self._block(side, index)["t"])

    def _level(self, side: int, index: int) -> int:
        return pandoc_ast.level(self._block(side, index))


def _sure(found: Chain) -> list[tuple[int, int]]:
    return [pair for pair in found.pairs if pair[0] not in found.unsure[0] and pair[1] not in found.unsure[1]]


def _without_unsure(
    columns: Columns, pairs: Sequence[tuple[int, int]], unsure: tuple[set[int], set[int]]
) -> tuple[list[tuple[int, int]], list[Blocks]]:
    """The sure pairs, and the unsure blocks between each two of them."""
    sure = [pair for pair in pairs if pair[0] not in unsure[0] and pair[1] not in unsure[1]]
    loose = tuple(unsure[side] | {pair[side] for pair in pairs if pair not in sure} for side in (0, 1))
    unclear = []
    for part in between(columns, sure):
        blocks = [tuple(i for i in part[side] if i in loose[side]) for side in (0, 1)]
        if blocks[0] or blocks[1]:
            unclear.append((blocks[0], blocks[1]))
    return sure, unclear
