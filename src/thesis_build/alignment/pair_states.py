"""The pairs of a thesis under the names that its lock gives them, and what has happened to each since it was confirmed.

It is worked out once for a project and serves the rules, the HTML edition and the lock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thesis_build import pandoc_ast
from thesis_build.alignment.blocks.pairing import Alignment, align
from thesis_build.alignment.lock import Confirmed, LockFault, facts_digest, print_of, read_lock
from thesis_build.alignment.lock_matching import Current, Known, recognise
from thesis_build.alignment.text.passages import from_blocks, joined
from thesis_build.model import Chapter, ChapterPairs, Element, Pair, Project, derived
from thesis_build.readers.markdown import positions
from thesis_build.readers.project import LOCK

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Agreement:
    """The pairs of all chapters, what could not be paired (`unpaired`, under the names before the lock), and the lock.

    `known[identifier]` is what has happened to a pair that every language has; `lost` are lines of the lock that are
    about no pair, `waiting` those about a block that stands alone now and is as it was, `incomplete` those that lack
    a language of their pair (by the pair's name), `faults` all that cannot be used (with the number of the line);
    `locked` says that there is a lock.
    """

    chapters: tuple[ChapterPairs, ...]
    unpaired: Alignment
    known: Mapping[str, Known]
    lost: tuple[Confirmed, ...]
    waiting: tuple[Confirmed, ...]
    incomplete: Mapping[str, Confirmed]
    faults: tuple[tuple[LockFault, int], ...]
    locked: bool


@derived
def agreement(project: Project) -> Agreement:
    """The pairs of a project and what its lock says of them."""
    alignment = align(project)
    text = project.sources.get(LOCK, "")
    lock = read_lock(text)
    complete = _complete(project, alignment.chapters)
    recognised, lost = recognise(lock, [_current(project, chapter, pair) for chapter, pair in complete])
    known = [replace(found, confirmed=None, changed=()) if _is_incomplete(found) else found for found in recognised]
    names = _names([pair for _, pair in complete], known)
    chapters = tuple(
        ChapterPairs(
            chapter.name,
            tuple(replace(pair, identifier=names.get(pair.identifier, pair.identifier)) for pair in chapter.pairs),
        )
        for chapter in alignment.chapters
    )
    by_name = {
        names.get(pair.identifier, pair.identifier): found for (_, pair), found in zip(complete, known, strict=True)
    }
    standing = _alone(project, alignment.chapters)
    waiting = tuple(line for line in lost if any(p.digest in standing for p in line.prints.values()))
    gone = tuple(line for line in lost if line not in waiting)
    incomplete = {
        names.get(pair.identifier, pair.identifier): found.confirmed
        for (_, pair), found in zip(complete, recognised, strict=True)
        if found.confirmed and _is_incomplete(found)
    }
    faults = (*lock.faults, *((LockFault.LANGUAGE, line.line) for line in incomplete.values()))
    return Agreement(chapters, alignment, by_name, gone, waiting, incomplete, faults, bool(text.strip()))


def _is_incomplete(known: Known) -> bool:
    """Whether the line about a pair lacks one of its languages: what that text was is not known."""
    return known.confirmed is not None and not known.pair.prints.keys() <= known.confirmed.prints.keys()


def texts_of_confirmed(project: Project, kept: Mapping[str, str]) -> dict[str, str]:
    """The texts of all blocks as they were when they were confirmed, by digest, for a later word diff.

    Those of blocks that have changed since are taken from `kept`.
    """
    found = agreement(project)
    wanted = {p.digest for known in found.known.values() if known.confirmed for p in known.confirmed.prints.values()}
    texts = {digest: text for digest, text in kept.items() if digest in wanted}
    for chapter, pair in _complete(project, found.chapters):
        chapters = project.in_each_language(chapter)
        for tag, index in pair.blocks.items():
            digest = found.known[pair.identifier].pair.prints[tag].digest
            if digest in wanted and digest not in texts:
                texts[digest] = block_text(chapters[tag].blocks[index], tag)
    return texts


def block_text(block: Element, language: str) -> str:
    """The text of a block with its notes, in which each citation, reference or formula is one sign."""
    passages = from_blocks([block], language)
    notes = [pandoc_ast.blocks(element) for element in pandoc_ast.walk(block) if element["t"] == "Note"]
    text = joined((*passages, *(passage for note in notes for passage in from_blocks(note, language)))).text
    return text or pandoc_ast.plain_text(block)


def _alone(project: Project, paired: Sequence[ChapterPairs]) -> set[str]:
    """The digests of the blocks that some language lacks: they may wait for their counterpart to come back."""
    found = set()
    for chapter in paired:
        chapters = project.in_each_language(chapter.name)
        for pair in chapter.pairs:
            if len(pair.blocks) < len(project.languages_of(chapter.name)):
                found |= {print_of(block_text(chapters[t].blocks[i], t)).digest for t, i in pair.blocks.items()}
    return found


def _complete(project: Project, chapters: Sequence[ChapterPairs]) -> list[tuple[str, Pair]]:
    """The pairs that every language has, with the name of their chapter."""
    return [
        (chapter.name, pair)
        for chapter in chapters
        for pair in chapter.pairs
        if len(pair.blocks) == len(project.languages_of(chapter.name)) > 1
    ]


def _names(pairs: list[Pair], known: list[Known]) -> dict[str, str]:
    """The name that the lock has for a pair whose own name is only made from its content; names stay unique."""
    taken = {pair.identifier for pair in pairs}
    names: dict[str, str] = {}
    for pair, found in zip(pairs, known, strict=True):
        if found.confirmed and not found.pair.explicit and found.confirmed.identifier not in taken:
            names[pair.identifier] = found.confirmed.identifier
            taken.add(found.confirmed.identifier)
    return names


def _current(project: Project, chapter: str, pair: Pair) -> Current:
    chapters = project.in_each_language(chapter)
    texts = {tag: block_text(chapters[tag].blocks[index], tag) for tag, index in pair.blocks.items()}
    explicit = all(pair.identifier in _written(chapter) for chapter in chapters.values())
    facts = [fact for tag in texts for fact in _facts(chapters[tag].blocks[pair.blocks[tag]], texts[tag], tag)]
    return Current(
        chapter, pair.identifier, {tag: print_of(text) for tag, text in texts.items()}, facts_digest(facts), explicit
    )


@derived
def _written(chapter: Chapter) -> frozenset[str]:
    return frozenset(located.name for located in positions.identifiers(chapter.source))


def _facts(block: Element, text: str, language: str) -> Iterator[str]:
    """What a block states in numbers, and how many citations it has."""
    yield f"{language} {sum(element['t'] == 'Cite' for element in pandoc_ast.walk(block))}"
    yield from (f"{language} {number}" for number in _NUMBER.findall(text))
