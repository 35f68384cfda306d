"""Where the languages of a thesis do not say the same: every pair of blocks compared, each difference with its spans.

It is worked out once for a project and serves the rules, the report and the lock.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thesis_build import pandoc_ast
from thesis_build.alignment.compare.number_notation import forms, is_habit
from thesis_build.alignment.compare.terms import AgreedTerm
from thesis_build.alignment.compare.texts import Context, compare, context, terms_of
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.difference_cache import LocatedDifference, keep, key_of, recall
from thesis_build.alignment.evidence import MissingTerm, Substitution
from thesis_build.alignment.kinds import ABOUT_QUANTITIES, Kind
from thesis_build.alignment.pair_states import agreement
from thesis_build.alignment.text.passages import Passage, from_blocks, from_text, joined, of_chapter, starts
from thesis_build.languages.quantities import read as quantities
from thesis_build.model import Chapter, ChapterPairs, Pair, Project, Span, derived, is_abstract
from thesis_build.readers.markdown import passage_positions

SETTINGS = "paper/thesis.yaml"
_ByBlock = tuple[tuple[Passage, ...], ...]
"""The passages of each block."""

_OF_TITLES = ABOUT_QUANTITIES | {Kind.GLOSSARY_TERM_MISSING, Kind.TERM_MISSING, Kind.TERM_SUBSTITUTED}
"""The differences that titles can have; in capitals a name cannot be distinguished from another word."""


@derived
def differences(project: Project) -> tuple[LocatedDifference, ...]:
    """All differences between the first language of a project and each other one, in the order of the chapters."""
    first, *others = project.manuscripts or ("",)
    found = [each for other in others for each in _in_titles(project, (first, other))]
    for chapter in agreement(project).chapters:
        chapters = project.in_each_language(chapter.name)
        for other in others:
            if first in chapters and other in chapters:
                found += _kept(project, chapter, (chapters[first], chapters[other]))
    return tuple(found)


def _kept(project: Project, pairs: ChapterPairs, chapters: tuple[Chapter, Chapter]) -> tuple[LocatedDifference, ...]:
    """The differences of a chapter as the cache has them, else compared anew."""
    terms = _terms(project, (chapters[0].language, chapters[1].language))
    if project.cache is None:
        return tuple(_in_chapter(pairs, chapters, terms))
    agreed = (project.glossary, project.settings.keywords, project.language_files)
    key = key_of(pairs, [chapter.source for chapter in chapters], agreed)
    found = recall(project.cache, key)
    if found is None:
        found = tuple(_in_chapter(pairs, chapters, terms))
        keep(project.cache, key, found)
    return found


@derived
def _terms(project: Project, tags: tuple[str, str]) -> tuple[AgreedTerm, ...]:
    return terms_of(project.glossary, project.settings.keywords, tags)


def _in_chapter(
    pairs: ChapterPairs, chapters: tuple[Chapter, Chapter], terms: tuple[AgreedTerm, ...]
) -> Iterator[LocatedDifference]:
    by_block = tuple(of_chapter(chapter) for chapter in chapters)
    texts = [[p for block in blocks for p in block] for blocks in by_block]
    if not (texts[0] and texts[1]):
        return
    written = [each for chapter, said in zip(chapters, by_block, strict=True) for each in _written(chapter, said)]
    yield from written
    reported = {span for each in written for span in each.spans.values()}
    whole = context(texts[0], texts[1], terms=terms)
    for name, sides in _compared(pairs, chapters, by_block):
        for found in compare(sides[0].passages, sides[1].passages, whole):
            spans = {side.chapter.language: side.span(found) for side in sides}
            one_fault = found.kind is Kind.AMBIGUOUS_SEPARATOR and not reported.isdisjoint(spans.values())
            if not one_fault:  # of one separator
                yield LocatedDifference(found.kind, pairs.name, name, spans, found.evidence, found.language)


def _written(chapter: Chapter, blocks: _ByBlock) -> Iterator[LocatedDifference]:
    """How the numbers and months of one language are written, in every block, those that stand alone among them."""
    tag = chapter.language
    read = [(number, p, quantities.read(p.text, tag)) for number, block in enumerate(blocks) for p in block]
    habit = is_habit([each for _, _, found in read for each in found], tag)
    for number, passage, found in read:
        for difference in forms(passage.text, tag, found, habit) if found else ():
            span = passage_positions.span(chapter, number, passage.text, *difference.extents[tag])
            yield LocatedDifference(difference.kind, chapter.name, "", {tag: span}, difference.evidence, tag)


def _in_titles(project: Project, tags: tuple[str, str]) -> Iterator[LocatedDifference]:
    """What differs in the titles: numbers and terms."""
    titles = [from_text(project.settings.title.get(tag, ""), tag) for tag in tags]
    if not all(titles):
        return
    places = project.settings.spans
    spans = {tag: places.get(f"title.{tag}", places.get("title", Span(SETTINGS))) for tag in tags}
    ours, theirs = titles
    whole = context(ours, theirs, terms=_terms(project, tags))
    for difference in compare(ours, theirs, whole):
        if difference.kind in _OF_TITLES:
            found = _lacking(difference, whole)
            yield LocatedDifference(found.kind, "", "title", spans, found.evidence, found.language)


def _lacking(difference: Difference, whole: Context) -> Difference:
    """A term set against a word that is none, which the capitals made a name of: as a term that one title lacks."""
    substitution = difference.evidence
    if not isinstance(substitution, Substitution):
        return difference
    agreed = {
        (tag, term.texts[side].lower()): term.texts[1 - side]
        for term in whole.terms
        for side, tag in enumerate(whole.lexicon.languages)
    }
    here = agreed.get((difference.language, substitution.here.lower()), "")
    there = agreed.get((difference.other, substitution.there.lower()), "")
    if bool(here) == bool(there):
        return difference
    language = difference.other if here else difference.language
    counterpart = substitution.here if here else substitution.there
    missing = MissingTerm(counterpart, here or there, replaced=True)
    return replace(difference, kind=Kind.TERM_MISSING, evidence=missing, language=language)


@dataclass(frozen=True, slots=True)
class _Side:
    """What is compared at a time of one language: passages, and the block that each of them stands in.

    `noted` says that they are those of a note, which may be written elsewhere.
    """

    chapter: Chapter
    passages: tuple[Passage, ...]
    blocks: tuple[int, ...]
    noted: bool = False

    def span(self, difference: Difference) -> Span:
        """The span in the file of what differs in the passages."""
        start, end = difference.extents.get(self.chapter.language, (0, 0))
        begins = starts(self.passages)
        block = self.blocks[max(bisect_right(begins, start) - 1, 0)]
        together = [number for number, of in enumerate(self.blocks) if of == block]
        offset = begins[together[0]]
        text = joined([self.passages[number] for number in together]).text
        last = min(end - offset, len(text)) if end > start else start - offset
        return passage_positions.span(self.chapter, block, text, start - offset, last, noted=self.noted)


_Compared = Iterator[tuple[str, tuple[_Side, _Side]]]


def _compared(pairs: ChapterPairs, chapters: tuple[Chapter, Chapter], passages: tuple[_ByBlock, ...]) -> _Compared:
    """What is compared at a time, with the name of its pair: a pair of blocks and their notes, or a whole abstract."""
    if is_abstract(pairs.name):
        sides = tuple(_side(chapter, said, range(len(said))) for chapter, said in zip(chapters, passages, strict=True))
        if sides[0].passages and sides[1].passages:
            yield pairs.pairs[0].identifier if pairs.pairs else "", (sides[0], sides[1])
        return
    for pair in pairs.pairs:
        if all(chapter.language in pair.blocks for chapter in chapters):
            one, other = (
                _side(chapter, said, [pair.blocks[chapter.language]])
                for chapter, said in zip(chapters, passages, strict=True)
            )
            if one.passages and other.passages:
                yield pair.identifier, (one, other)
            yield from _notes(pair, chapters)


def _notes(pair: Pair, chapters: tuple[Chapter, Chapter]) -> _Compared:
    """The notes of two blocks, one by one, where both have as many."""
    blocks = [pair.blocks[chapter.language] for chapter in chapters]
    notes = [
        [pandoc_ast.blocks(e) for e in pandoc_ast.walk(chapter.blocks[block]) if e["t"] == "Note"]
        for chapter, block in zip(chapters, blocks, strict=True)
    ]
    for one, other in zip(*notes, strict=False) if len(notes[0]) == len(notes[1]) else ():
        said = [from_blocks(note, chapter.language) for chapter, note in zip(chapters, (one, other), strict=True)]
        if all(said):
            first, second = (
                _Side(chapter, passages, (block,) * len(passages), noted=True)
                for chapter, passages, block in zip(chapters, said, blocks, strict=True)
            )
            yield pair.identifier, (first, second)


def _side(chapter: Chapter, passages: Sequence[tuple[Passage, ...]], blocks: Sequence[int]) -> _Side:
    found = [(p, block) for block in blocks for p in passages[block]]
    return _Side(chapter, tuple(p for p, _ in found), tuple(block for _, block in found))
