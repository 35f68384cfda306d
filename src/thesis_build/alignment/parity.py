"""Where the languages of a thesis do not say the same: every pair of blocks compared, each difference with its places.

It is worked out once for a project and serves the rules, the report and the lock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from thesis_build import document
from thesis_build.alignment.agreement import agreement
from thesis_build.alignment.comparison import Context, compare, context
from thesis_build.alignment.differences import Difference
from thesis_build.alignment.passages import Passage, from_blocks, joined
from thesis_build.model import Chapter, ChapterPairs, Element, Elements, Project, Severity, Span
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


@lru_cache(maxsize=2)
def differences(project: Project) -> tuple[Told, ...]:
    """All differences between the first language of a project and each other one, in the order of the chapters."""
    first, *others = project.settings.languages or ("",)
    found: list[Told] = []
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
    tags = [version.language for version in versions]
    for pair in pairs.pairs:
        if not all(tag in pair.blocks for tag in tags):
            continue
        for stretch in _stretches(versions, [pair.blocks[tag] for tag in tags]):
            for difference in _compared(stretch, whole):
                yield _told(difference, pairs.name, pair.identifier, stretch)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is compared at a time: passages of each language, where they stand, and in which block."""

    versions: tuple[Chapter, Chapter]
    blocks: Sequence[int]
    passages: Sequence[tuple[Passage, ...]]
    notes: Sequence[Elements | None]


def _stretches(versions: tuple[Chapter, Chapter], blocks: Sequence[int]) -> Iterator[_Stretch]:
    """The text of two blocks, then their notes, one by one where both have as many."""
    elements = [version.blocks[index] for version, index in zip(versions, blocks, strict=True)]
    texts = [_passages(e, version.language) for version, e in zip(versions, elements, strict=True)]
    if all(texts):
        yield _Stretch(versions, blocks, texts, (None, None))
    notes = [[e["c"] for e in document.walk(element) if e["t"] == "Note"] for element in elements]
    if len(notes[0]) == len(notes[1]):
        for pair in zip(*notes, strict=True):
            said = [from_blocks(note, version.language) for version, note in zip(versions, pair, strict=True)]
            if all(said):
                yield _Stretch(versions, blocks, said, pair)


def _passages(block: Element, language: str) -> tuple[Passage, ...]:
    """The passages of a block; of a table the caption only, its cells are compared by rules of their own."""
    if block["t"] == "Table":
        block = document.plain(document.caption_inlines(block))
    return from_blocks([block], language)


def _compared(stretch: _Stretch, whole: Context) -> Sequence[Difference]:
    return compare(stretch.passages[0], stretch.passages[1], whole)


def _told(difference: Difference, chapter: str, pair: str, stretch: _Stretch) -> Told:
    spans = {}
    for version, block, passages in zip(stretch.versions, stretch.blocks, stretch.passages, strict=True):
        start, end = difference.places.get(version.language, (0, 0))
        text = joined(passages).text
        spans[version.language] = passage_places.span(version, block, text, start, end)
    return Told(difference.code, difference.severity, chapter, pair, spans, difference.arguments)
