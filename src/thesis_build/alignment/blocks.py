"""Pairing the blocks of two or more manuscripts: by explicit identifier, then by order within the section.

An unequal section is never padded: the blocks of the unequal stretch stand alone, and PAR006 reports where.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thesis_build import document
from thesis_build.model import Chapter, ChapterPairs, Element, Pair, Project
from thesis_build.readers import places

_EQUATION = re.compile(r"\{#(eq:[^\s}]+)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks between two paired blocks that differ in number: `blocks[language]` are their indexes."""

    chapter: str
    heading: Mapping[str, int]
    blocks: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of every chapter in reading order, and the stretches that could not be paired."""

    chapters: tuple[ChapterPairs, ...]
    unequal: tuple[Stretch, ...]


def align(project: Project) -> Alignment:
    """The pairs of all chapters of a project; a chapter that one language lacks stands alone."""
    taken: set[str] = set()
    chapters: list[ChapterPairs] = []
    unequal: list[Stretch] = []
    for name in _reading_order(project):
        aligner = _Aligner(name, project.versions(name), taken)
        chapters.append(ChapterPairs(name, tuple(aligner.pairs())))
        unequal.extend(aligner.unequal)
    return Alignment(tuple(chapters), tuple(unequal))


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
    """Pairs the blocks of one chapter's versions."""

    def __init__(self, name: str, versions: dict[str, Chapter], taken: set[str]) -> None:
        self.unequal: list[Stretch] = []
        self._name = name
        self._versions = versions
        self._taken = taken
        self._explicit = {
            tag: {located.name for located in places.identifiers(chapter.source)} for tag, chapter in versions.items()
        }

    def pairs(self) -> Iterator[Pair]:
        columns = {tag: self._printed(tag) for tag in self._versions}
        anchors = self._common_anchors(columns)
        before = dict.fromkeys(columns, 0)
        heading: dict[str, int] = {}
        for anchor in [*anchors, None]:
            ends = {tag: column.index(anchor[tag]) if anchor else len(column) for tag, column in columns.items()}
            yield from self._stretch({tag: columns[tag][before[tag] : ends[tag]] for tag in columns}, heading)
            if anchor:
                yield self._pair(anchor)
                if all(self._block(tag, index)["t"] == "Header" for tag, index in anchor.items()):
                    heading = anchor
            before = {tag: end + 1 for tag, end in ends.items()}

    def _printed(self, tag: str) -> list[int]:
        return [index for index, block in enumerate(self._versions[tag].blocks) if block["t"] != "RawBlock"]

    def _common_anchors(self, columns: dict[str, list[int]]) -> list[dict[str, int]]:
        """Blocks with the same explicit identifier in every version, those that keep the same order."""
        if len(columns) < 2:
            return []
        found = {tag: self._named(tag, column) for tag, column in columns.items()}
        first, *others = found
        anchors = [
            {tag: found[tag][name] for tag in found}
            for name in found[first]
            if all(name in found[other] for other in others)
        ]
        kept: list[dict[str, int]] = []
        for anchor in sorted(anchors, key=lambda anchor: anchor[first]):
            if all(anchor[tag] > (kept[-1][tag] if kept else -1) for tag in others):
                kept.append(anchor)
        return kept

    def _named(self, tag: str, column: Sequence[int]) -> dict[str, int]:
        return {
            name: index
            for index in column
            if (name := block_identifier(self._block(tag, index))) in self._explicit[tag]
        }

    def _stretch(self, columns: dict[str, list[int]], heading: dict[str, int]) -> Iterator[Pair]:
        """Pairs in a stretch without anchors: split at headings where both have as many, then by order."""
        headings = {
            tag: [index for index in column if self._block(tag, index)["t"] == "Header"]
            for tag, column in columns.items()
        }
        levels = {tuple(self._block(tag, i)["c"][0] for i in found) for tag, found in headings.items()}
        if len(levels) != 1 or len(columns) < 2:
            yield from self._by_order(columns, heading)
            return
        count = len(next(iter(headings.values())))
        for number in range(count + 1):
            part = {tag: _between(columns[tag], headings[tag], number) for tag in columns}
            yield from self._by_order(part, heading)
            if number < count:
                heading = {tag: headings[tag][number] for tag in columns}
                yield self._pair(heading)

    def _by_order(self, columns: dict[str, list[int]], heading: dict[str, int]) -> Iterator[Pair]:
        own = {tag: [index for index in column if not self._only(tag, index)] for tag, column in columns.items()}
        if len({len(column) for column in own.values()}) == 1:
            yield from self._in_step(columns, own)
            return
        self.unequal.append(Stretch(self._name, heading, {tag: tuple(column) for tag, column in own.items()}))
        for tag, column in columns.items():
            for index in column:
                yield self._pair({tag: index}, alone=self._only(tag, index))

    def _in_step(self, columns: dict[str, list[int]], own: dict[str, list[int]]) -> Iterator[Pair]:
        rest = {tag: list(column) for tag, column in columns.items()}
        for row in zip(*own.values(), strict=True):
            pair = dict(zip(own, row, strict=True))
            for tag, index in pair.items():
                while rest[tag][0] != index:
                    yield self._pair({tag: rest[tag].pop(0)}, alone=True)
                rest[tag].pop(0)
            yield self._pair(pair)
        for tag, column in rest.items():
            for index in column:
                yield self._pair({tag: index}, alone=True)

    def _only(self, tag: str, index: int) -> bool:
        block = self._block(tag, index)
        return block["t"] == "Div" and any(kind.startswith("only-") for kind in document.classes(block))

    def _block(self, tag: str, index: int) -> Element:
        return self._versions[tag].blocks[index]

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
            " ".join(document.plain_text(self._block(tag, index)).split()) for tag, index in sorted(blocks.items())
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


def block_identifier(block: Element) -> str:
    """The identifier a block goes by: its own, or that of the one equation it holds."""
    name = document.identifier(block)
    if name or block["t"] not in ("Para", "Plain"):
        return name
    if not any(inline["t"] == "Math" for inline in block["c"]):
        return ""
    equations = _EQUATION.findall(document.plain_text(block))
    return equations[0] if len(equations) == 1 else ""


def _between(column: list[int], headings: list[int], number: int) -> list[int]:
    start = headings[number - 1] if number else -1
    end = headings[number] if number < len(headings) else None
    return [index for index in column if index > start and (end is None or index < end)]
