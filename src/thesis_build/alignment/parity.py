"""Where the languages of a thesis do not say the same: every pair of blocks compared, each difference with its places.

It is worked out once for a project and serves the rules, the report and the lock.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from thesis_build import document
from thesis_build.alignment.agreement import agreement
from thesis_build.alignment.comparison import compare, context
from thesis_build.alignment.differences import Difference
from thesis_build.alignment.passages import Passage, from_blocks, from_text, starts
from thesis_build.model import Chapter, ChapterPairs, Element, Pair, Project, Severity, Span
from thesis_build.readers import passage_places


@dataclass(frozen=True, slots=True)
class Told:
    """A difference between the two languages of a pair, with its place in the file of each.

    `chapter` and `pair` name the pair; `arguments` are what the rule's message names.
    """

    code: str
    severity: Severity
    chapter: str
    pair: str
    spans: Mapping[str, Span]
    arguments: Mapping[str, object]


_OF_TITLES = ("PAR20", "PAR21", "PAR301", "PAR310")
"""Beginnings of the codes of differences that titles can have."""


@lru_cache(maxsize=2)
def differences(project: Project) -> tuple[Told, ...]:
    """All differences between the first language of a project and each other one, in the order of the chapters."""
    first, *others = project.settings.languages or ("",)
    found = [told for other in others for told in _in_titles(project, (first, other))]
    for chapter in agreement(project).chapters:
        versions = project.versions(chapter.name)
        for other in others:
            if first in versions and other in versions:
                found += _in_chapter(project, chapter, (versions[first], versions[other]))
    return tuple(found)


def _in_chapter(project: Project, pairs: ChapterPairs, versions: tuple[Chapter, Chapter]) -> Iterator[Told]:
    texts = [[p for block in version.blocks for p in _passages(block, version.language)] for version in versions]
    if not (texts[0] and texts[1]):
        return
    whole = context(texts[0], texts[1], project.glossary, project.settings.keywords)
    for name, stretch in _stretches(pairs, versions):
        for difference in compare(stretch[0].passages, stretch[1].passages, whole):
            spans = {side.version.language: side.span(difference) for side in stretch}
            yield Told(difference.code, difference.severity, pairs.name, name, spans, difference.arguments)


def _in_titles(project: Project, tags: tuple[str, str]) -> Iterator[Told]:
    """What differs in the titles: numbers and terms; in capitals a name cannot be told from another word."""
    titles = [from_text(project.settings.title.get(tag, ""), tag) for tag in tags]
    if not all(titles):
        return
    places = project.settings.places
    spans = {tag: places.get(f"title.{tag}", places.get("title", Span("paper/thesis.yaml"))) for tag in tags}
    ours, theirs = titles
    for difference in compare(ours, theirs, context(ours, theirs, project.glossary, project.settings.keywords)):
        if difference.code.startswith(_OF_TITLES):
            yield Told(difference.code, difference.severity, "", "title", spans, difference.arguments)


@dataclass(frozen=True, slots=True)
class _Side:
    """What is compared at a time of one language: passages, and the block that each of them stands in."""

    version: Chapter
    passages: tuple[Passage, ...]
    blocks: tuple[int, ...]

    def span(self, difference: Difference) -> Span:
        """The place in the file of a place in the passages."""
        start, end = difference.places.get(self.version.language, (0, 0))
        begins = starts(self.passages)
        number = max(bisect_right(begins, start) - 1, 0)
        text, offset = self.passages[number].text, begins[number]
        last = min(end - offset, len(text)) if end > start else start - offset
        return passage_places.span(self.version, self.blocks[number], text, start - offset, last)


_Stretches = Iterator[tuple[str, tuple[_Side, _Side]]]


def _stretches(pairs: ChapterPairs, versions: tuple[Chapter, Chapter]) -> _Stretches:
    """What is compared at a time, with the name of its pair: a pair of blocks and their notes, or a whole abstract."""
    if is_abstract(pairs.name):
        sides = tuple(_side(version, range(len(version.blocks))) for version in versions)
        if sides[0].passages and sides[1].passages:
            yield pairs.pairs[0].identifier if pairs.pairs else "", (sides[0], sides[1])
        return
    for pair in pairs.pairs:
        if all(version.language in pair.blocks for version in versions):
            one, other = (_side(version, [pair.blocks[version.language]]) for version in versions)
            if one.passages and other.passages:
                yield pair.identifier, (one, other)
            yield from _notes(pair, versions)


def _notes(pair: Pair, versions: tuple[Chapter, Chapter]) -> _Stretches:
    """The notes of two blocks, one by one, where both have as many."""
    blocks = [pair.blocks[version.language] for version in versions]
    notes = [
        [e["c"] for e in document.walk(version.blocks[block]) if e["t"] == "Note"]
        for version, block in zip(versions, blocks, strict=True)
    ]
    for one, other in zip(*notes, strict=False) if len(notes[0]) == len(notes[1]) else ():
        said = [from_blocks(note, version.language) for version, note in zip(versions, (one, other), strict=True)]
        if all(said):
            first, second = (
                _Side(version, passages, (block,) * len(passages))
                for version, passages, block in zip(versions, said, blocks, strict=True)
            )
            yield pair.identifier, (first, second)


def _side(version: Chapter, blocks: Sequence[int]) -> _Side:
    found = [(p, block) for block in blocks for p in _passages(version.blocks[block], version.language)]
    return _Side(version, tuple(p for p, _ in found), tuple(block for _, block in found))


def _passages(block: Element, language: str) -> tuple[Passage, ...]:
    """The passages of a block; of a table the caption only, its cells are compared by rules of their own."""
    if block["t"] == "Table":
        block = document.plain(document.caption_inlines(block))
    return from_blocks([block], language)


def is_abstract(name: str) -> bool:
    """Whether a chapter is an abstract: `NN-abstract`."""
    return re.fullmatch(r"\d+-abstract", name) is not None
