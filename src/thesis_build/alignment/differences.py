"""Where the languages of a thesis do not say the same: every pair of blocks compared, each difference with its places.

It is worked out once for a project and serves the rules, the report and the lock.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from thesis_build import pandoc_ast
from thesis_build.alignment.compare.number_notation import forms, is_habit
from thesis_build.alignment.compare.terms import AgreedTerm
from thesis_build.alignment.compare.texts import Context, compare, context, terms_of
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.difference_cache import LocatedDifference, keep, key_of, recall
from thesis_build.alignment.pair_states import agreement
from thesis_build.alignment.text.passages import Passage, from_blocks, from_text, joined, of_chapter, starts
from thesis_build.languages.quantities import read as quantities
from thesis_build.model import Chapter, ChapterPairs, Pair, Project, Severity, Span, is_abstract
from thesis_build.readers.markdown import passage_positions
from thesis_build.tools import files
from thesis_build.tools.store import Store

SETTINGS = "paper/thesis.yaml"
_ByBlock = tuple[tuple[Passage, ...], ...]
"""The passages of each block."""

_SEPARATORS = "PAR205"

_OF_TITLES = ("PAR20", "PAR21", "PAR301", "PAR310")
"""Beginnings of the codes of differences that titles can have."""


@lru_cache(maxsize=2)
def differences(project: Project) -> tuple[LocatedDifference, ...]:
    """All differences between the first language of a project and each other one, in the order of the chapters."""
    first, *others = project.settings.languages or ("",)
    found = [told for other in others for told in _in_titles(project, (first, other))]
    for chapter in agreement(project).chapters:
        versions = project.versions(chapter.name)
        for other in others:
            if first in versions and other in versions:
                found += _kept(project, chapter, (versions[first], versions[other]))
    return tuple(found)


def _kept(project: Project, pairs: ChapterPairs, versions: tuple[Chapter, Chapter]) -> tuple[LocatedDifference, ...]:
    """The differences of a chapter as they were kept, else compared anew; those of loose texts are kept nowhere."""
    store = Store(project.root / files.WORK / "cache" if SETTINGS in project.sources else None)
    agreed = (project.glossary, project.settings.keywords, project.language_files)
    key = key_of(pairs, [version.source for version in versions], agreed)
    found = recall(store, key)
    if found is None:
        terms = _terms(project, (versions[0].language, versions[1].language))
        found = tuple(_in_chapter(pairs, versions, terms))
        keep(store, key, found)
    return found


@lru_cache(maxsize=4)
def _terms(project: Project, tags: tuple[str, str]) -> tuple[AgreedTerm, ...]:
    return terms_of(project.glossary, project.settings.keywords, tags)


def _in_chapter(
    pairs: ChapterPairs, versions: tuple[Chapter, Chapter], terms: tuple[AgreedTerm, ...]
) -> Iterator[LocatedDifference]:
    by_block = tuple(of_chapter(version) for version in versions)
    texts = [[p for block in blocks for p in block] for blocks in by_block]
    if not (texts[0] and texts[1]):
        return
    written = [told for version, said in zip(versions, by_block, strict=True) for told in _written(version, said)]
    yield from written
    told_of = {span for told in written for span in told.spans.values()}
    whole = context(texts[0], texts[1], terms=terms)
    for name, stretch in _stretches(pairs, versions, by_block):
        for difference in compare(stretch[0].passages, stretch[1].passages, whole):
            spans = {side.version.language: side.span(difference) for side in stretch}
            if difference.code != _SEPARATORS or told_of.isdisjoint(spans.values()):  # one sign is one fault
                yield LocatedDifference(
                    difference.code, difference.severity, pairs.name, name, spans, difference.arguments
                )


def _written(version: Chapter, blocks: _ByBlock) -> Iterator[LocatedDifference]:
    """How the numbers and months of one language are written, in every block, those that stand alone among them."""
    tag = version.language
    read = [(number, p, quantities.read(p.text, tag)) for number, block in enumerate(blocks) for p in block]
    habit = is_habit([each for _, _, found in read for each in found], tag)
    for number, passage, found in read:
        for difference in forms(passage.text, tag, found, habit) if found else ():
            place = passage_positions.span(version, number, passage.text, *difference.places[tag])
            yield LocatedDifference(
                difference.code, difference.severity, version.name, "", {tag: place}, difference.arguments
            )


def _in_titles(project: Project, tags: tuple[str, str]) -> Iterator[LocatedDifference]:
    """What differs in the titles: numbers and terms; in capitals a name cannot be told from another word."""
    titles = [from_text(project.settings.title.get(tag, ""), tag) for tag in tags]
    if not all(titles):
        return
    places = project.settings.places
    spans = {tag: places.get(f"title.{tag}", places.get("title", Span(SETTINGS))) for tag in tags}
    ours, theirs = titles
    whole = context(ours, theirs, terms=_terms(project, tags))
    for difference in compare(ours, theirs, whole):
        if difference.code.startswith(_OF_TITLES):
            said = _lacking(difference, whole) if difference.code == "PAR310" else difference
            yield LocatedDifference(said.code, said.severity, "", "title", spans, said.arguments)


def _lacking(difference: Difference, whole: Context) -> Difference:
    """A term set against a word that is none, which the capitals made a name of: as a term that one title lacks."""
    arguments = difference.arguments
    here, there = arguments.get("language"), arguments.get("other")
    agreed = {
        (tag, term.texts[side].lower()): term.texts[1 - side]
        for term in whole.terms
        for side, tag in enumerate(whole.lexicon.languages)
    }
    known = [(here, str(arguments.get("here", "")).lower()), (there, str(arguments.get("there", "")).lower())]
    found = [agreed.get((str(tag), text), "") for tag, text in known]
    if bool(found[0]) == bool(found[1]):
        return difference
    side = 0 if found[0] else 1
    said = {"counterpart": arguments["there" if side else "here"], "expected": found[side]}
    languages = {"language": (here, there)[1 - side], "other": (here, there)[side]}
    return Difference(difference.code, Severity.WARNING, difference.places, {**languages, **said})


@dataclass(frozen=True, slots=True)
class _Side:
    """What is compared at a time of one language: passages, and the block that each of them stands in.

    `noted` says that they are those of a note, which may be written elsewhere.
    """

    version: Chapter
    passages: tuple[Passage, ...]
    blocks: tuple[int, ...]
    noted: bool = False

    def span(self, difference: Difference) -> Span:
        """The place in the file of a place in the passages."""
        start, end = difference.places.get(self.version.language, (0, 0))
        begins = starts(self.passages)
        block = self.blocks[max(bisect_right(begins, start) - 1, 0)]
        together = [number for number, of in enumerate(self.blocks) if of == block]
        offset = begins[together[0]]
        text = joined([self.passages[number] for number in together]).text
        last = min(end - offset, len(text)) if end > start else start - offset
        return passage_positions.span(self.version, block, text, start - offset, last, noted=self.noted)


_Stretches = Iterator[tuple[str, tuple[_Side, _Side]]]


def _stretches(pairs: ChapterPairs, versions: tuple[Chapter, Chapter], passages: tuple[_ByBlock, ...]) -> _Stretches:
    """What is compared at a time, with the name of its pair: a pair of blocks and their notes, or a whole abstract."""
    if is_abstract(pairs.name):
        sides = tuple(_side(version, said, range(len(said))) for version, said in zip(versions, passages, strict=True))
        if sides[0].passages and sides[1].passages:
            yield pairs.pairs[0].identifier if pairs.pairs else "", (sides[0], sides[1])
        return
    for pair in pairs.pairs:
        if all(version.language in pair.blocks for version in versions):
            one, other = (
                _side(version, said, [pair.blocks[version.language]])
                for version, said in zip(versions, passages, strict=True)
            )
            if one.passages and other.passages:
                yield pair.identifier, (one, other)
            yield from _notes(pair, versions)


def _notes(pair: Pair, versions: tuple[Chapter, Chapter]) -> _Stretches:
    """The notes of two blocks, one by one, where both have as many."""
    blocks = [pair.blocks[version.language] for version in versions]
    notes = [
        [e["c"] for e in pandoc_ast.walk(version.blocks[block]) if e["t"] == "Note"]
        for version, block in zip(versions, blocks, strict=True)
    ]
    for one, other in zip(*notes, strict=False) if len(notes[0]) == len(notes[1]) else ():
        said = [from_blocks(note, version.language) for version, note in zip(versions, (one, other), strict=True)]
        if all(said):
            first, second = (
                _Side(version, passages, (block,) * len(passages), noted=True)
                for version, passages, block in zip(versions, said, blocks, strict=True)
            )
            yield pair.identifier, (first, second)


def _side(version: Chapter, passages: Sequence[tuple[Passage, ...]], blocks: Sequence[int]) -> _Side:
    found = [(p, block) for block in blocks for p in passages[block]]
    return _Side(version, tuple(p for p, _ in found), tuple(block for _, block in found))
