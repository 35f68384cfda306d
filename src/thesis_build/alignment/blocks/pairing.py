"""Pairing the blocks of two or more manuscripts: by explicit identifier, by heading, then by what they say.

Blocks that surely say the same are pairs, also where a section has more of them in one language. The surplus stands
alone, and so does, without a guess, what could be paired in two ways.
"""

from __future__ import annotations

import base64
import hashlib
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from thesis_build import pandoc_ast
from thesis_build.alignment.blocks.block_alignment import BlockMatching, match
from thesis_build.model import Chapter, ChapterPairs, Element, Pair, Project
from thesis_build.readers.markdown import positions

_EQUATION = re.compile(r"\{#(eq:[^\s}]+)")


@dataclass(frozen=True, slots=True)
class UnclearBlocks:
    """Blocks between two paired blocks of which it is not clear which say the same: `blocks[language]` are indexes."""

    chapter: str
    heading: Mapping[str, int]
    blocks: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class LoneBlocks:
    """A block of `language` that `other` lacks, or a heading with its whole section.

    `after` is the block of the other language after which it should stand, -1 where that is its beginning. `sure` says
    that it holds facts, or that nothing like it stands anywhere in the other language.
    """

    chapter: str
    language: str
    other: str
    blocks: tuple[int, ...]
    after: int
    sure: bool


@dataclass(frozen=True, slots=True)
class MovedBlocks:
    """Blocks that say the same and stand in another order: `blocks[language]` are indexes."""

    chapter: str
    blocks: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of every chapter in reading order, and the blocks that are in no pair though not on purpose."""

    chapters: tuple[ChapterPairs, ...]
    unequal: tuple[UnclearBlocks, ...]
    lone: tuple[LoneBlocks, ...] = ()
    moved: tuple[MovedBlocks, ...] = ()


def align(project: Project) -> Alignment:
    """The pairs of all chapters of a project; a chapter that one language lacks stands alone."""
    taken: set[str] = set()
    chapters: list[ChapterPairs] = []
    faults = _Faults()
    for name in _reading_order(project):
        aligner = _Aligner(name, project.in_each_language(name), taken, faults)
        chapters.append(ChapterPairs(name, tuple(aligner.pairs())))
    return Alignment(tuple(chapters), tuple(faults.unequal), tuple(faults.lone), tuple(faults.moved))


@dataclass(slots=True)
class _Faults:
    unequal: list[UnclearBlocks] = field(default_factory=list)
    lone: list[LoneBlocks] = field(default_factory=list)
    moved: list[MovedBlocks] = field(default_factory=list)


def _reading_order(project: Project) -> list[str]:
    """Names in the order of the first language that has them; one it lacks comes where the other has it."""
    order: list[str] = []
    for manuscript in project.manuscripts.values():
        place = 0
        for chapter in manuscript.chapters:
            if chapter.name in order:
                place = order.index(chapter.name) + 1
            else:
                order.insert(place, chapter.name)
                place += 1
    return order


class _Aligner:
    """Pairs the blocks of one chapter in every language: each other language with the first."""

    def __init__(self, name: str, chapters: dict[str, Chapter], taken: set[str], faults: _Faults) -> None:
        self._name = name
        self._chapters = chapters
        self._taken = taken
        self._faults = faults
        self._explicit = {
            tag: {located.name for located in positions.identifiers(chapter.source)}
            for tag, chapter in chapters.items()
        }

    def pairs(self) -> Iterator[Pair]:
        """The pairs in reading order; what is amiss is added to the faults."""
        columns = {tag: self._printed(tag) for tag in self._chapters}
        first, *others = columns
        own = {tag: [index for index in column if not self._only(tag, index)] for tag, column in columns.items()}
        partners: dict[str, dict[int, int]] = {}
        for other in others:
            names = tuple(self._named(tag, own[tag]) for tag in (first, other))
            chapters = (self._chapters[first], self._chapters[other])
            found = match(chapters, (own[first], own[other]), names)
            partners[other] = dict(found.pairs)
            self._note((first, other), (own[first], own[other]), found)
        for blocks in rows(columns, partners):
            alone = len(blocks) == 1 and all(self._only(tag, index) for tag, index in blocks.items())
            yield self._pair(blocks, alone)

    def _printed(self, tag: str) -> list[int]:
        return [index for index, block in enumerate(self._chapters[tag].blocks) if block["t"] != "RawBlock"]

    def _named(self, tag: str, column: Sequence[int]) -> dict[str, int]:
        return {
            name: index
            for index in column
            if (name := block_identifier(self._block(tag, index))) in self._explicit[tag]
        }

    # ── what is in no pair ──

    def _note(self, tags: tuple[str, str], columns: tuple[Sequence[int], Sequence[int]], found: BlockMatching) -> None:
        """Add to the faults what two languages do not have in common."""
        for blocks in found.moved:
            self._faults.moved.append(MovedBlocks(self._name, dict(zip(tags, blocks, strict=True))))
        for unclear in found.unclear:
            heading = self._heading(tags, found, unclear)
            self._faults.unequal.append(UnclearBlocks(self._name, heading, dict(zip(tags, unclear, strict=True))))
        for side, tag in enumerate(tags):
            elsewhere = {index for blocks in (*found.moved, *found.unclear) for index in blocks[side]}
            partners = {pair[side]: pair[1 - side] for pair in found.pairs}
            lone = [index for index in columns[side] if index not in elsewhere and index not in partners]
            for group in self._sections(tag, columns[side], lone):
                after = max((index for index in partners if index < group[0]), default=-1)
                sure = len(group) > 1 or found.says(side, group[0])
                self._faults.lone.append(
                    LoneBlocks(self._name, tag, tags[1 - side], group, partners.get(after, -1), sure)
                )

    def _heading(
        self, tags: tuple[str, str], found: BlockMatching, unclear: tuple[tuple[int, ...], tuple[int, ...]]
    ) -> dict[str, int]:
        """The paired headings after which unclear blocks stand."""
        ahead = [
            pair
            for pair in found.pairs
            if all(not blocks or index < blocks[0] for index, blocks in zip(pair, unclear, strict=True))
            and all(self._block(tag, index)["t"] == "Header" for tag, index in zip(tags, pair, strict=True))
        ]
        return dict(zip(tags, ahead[-1], strict=True)) if ahead else {}

    def _sections(self, tag: str, column: Sequence[int], lone: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """The blocks without partner, each heading together with what stands under it."""
        place = {index: number for number, index in enumerate(column)}
        group: list[int] = []
        for index in lone:
            level = pandoc_ast.level(self._block(tag, index))
            top = pandoc_ast.level(self._block(tag, group[0])) if group else 0
            if top and place[index] == place[group[-1]] + 1 and (not level or level > top):
                group.append(index)
                continue
            if group:
                yield tuple(group)
            group = [index]
        if group:
            yield tuple(group)

    def _only(self, tag: str, index: int) -> bool:
        block = self._block(tag, index)
        return block["t"] == "Div" and any(kind.startswith("only-") for kind in pandoc_ast.classes(block))

    def _block(self, tag: str, index: int) -> Element:
        return self._chapters[tag].blocks[index]

    def _pair(self, blocks: dict[str, int], alone: bool = False) -> Pair:
        names = {block_identifier(self._block(tag, index)) for tag, index in blocks.items()}
        shared = names.pop() if len(names) == 1 else ""
        explicit = shared and all(shared in self._explicit[tag] for tag in blocks)
        name = shared if explicit and shared not in self._taken else self._from_content(blocks)
        self._taken.add(name)
        return Pair(name, dict(blocks), alone)

    def _from_content(self, blocks: dict[str, int]) -> str:
        """An identifier from what the blocks say: `p` and letters of a hash, longer where that one is taken."""
        words = [
            " ".join(pandoc_ast.plain_text(self._block(tag, index)).split()) for tag, index in sorted(blocks.items())
        ]
        digest = hashlib.sha256("\0".join([self._name, *words]).encode()).digest()
        letters = base64.b32encode(digest).decode().lower().rstrip("=")
        name = next((f"p{letters[:n]}" for n in range(5, len(letters)) if f"p{letters[:n]}" not in self._taken), "")
        count = 2
        while not name:
            candidate = f"p{letters[:8]}-{count}"
            name = "" if candidate in self._taken else candidate
            count += 1
        return name


def rows(columns: Mapping[str, Sequence[int]], partners: Mapping[str, Mapping[int, int]]) -> Iterator[dict[str, int]]:
    """The blocks that stand beside each other, in the order of every language; `partners` are those of the first."""
    first, *others = columns
    rest = {tag: list(columns[tag])[::-1] for tag in others}

    def alone(tag: str, before: float) -> Iterator[dict[str, int]]:
        while rest[tag] and rest[tag][-1] < before:
            yield {tag: rest[tag].pop()}

    for index in columns[first]:
        row = {first: index, **{tag: partners[tag][index] for tag in others if index in partners[tag]}}
        for tag in row.keys() - {first}:
            yield from alone(tag, row[tag])
            rest[tag].pop()
        yield row
    for tag in others:
        yield from alone(tag, math.inf)


def block_identifier(block: Element) -> str:
    """The identifier a block goes by: its own, or that of the one equation it holds."""
    name = pandoc_ast.identifier(block)
    if name or block["t"] not in ("Para", "Plain"):
        return name
    if not any(inline["t"] == "Math" for inline in pandoc_ast.inlines(block)):
        return ""
    equations = _EQUATION.findall(pandoc_ast.plain_text(block))
    return equations[0] if len(equations) == 1 else ""
