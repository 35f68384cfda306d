"""Identifiers of the HTML page: of blocks and their pairs, of what stands inside them, each one once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence

from thesis_build import pandoc_ast
from thesis_build.model import ChapterPairs, Element, Pair, ResolvedChapter, ResolvedManuscript


def page_id(name: str) -> str:
    """A name as an identifier of the page: letters, digits, dash and underscore; `fig:a` is `fig-a`.

    A name that loses more than the colon of its kind ends in letters of its hash, so that no two become one.
    """
    plain = re.sub(r"^(fig|tbl|eq|sec|lst):", r"\1-", name)
    safe = re.sub(r"[^A-Za-z0-9_-]", "-", plain)
    return safe if safe == plain else f"{safe}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"


def page_pairs(chapter: ChapterPairs, languages: Collection[str]) -> ChapterPairs:
    """The pairs with identifiers of the page, and without the languages that are not in this edition."""
    pairs = [
        Pair(page_id(pair.identifier), {tag: i for tag, i in pair.blocks.items() if tag in languages}, pair.alone)
        for pair in chapter.pairs
    ]
    return ChapterPairs(chapter.name, tuple(pair for pair in pairs if pair.blocks))


def anchors(manuscript: ResolvedManuscript, pairs: Sequence[ChapterPairs]) -> dict[str, str]:
    """The page's identifier for every identifier of a manuscript; the first of equal ones counts."""
    found: dict[str, str] = {}
    for chapter in manuscript.chapters:
        for name, anchor in chapter_anchors(chapter, pairs).items():
            found.setdefault(name, anchor)
    return found


def chapter_anchors(chapter: ResolvedChapter, pairs: Sequence[ChapterPairs]) -> dict[str, str]:
    """The page's identifier for every identifier of a chapter."""
    found: dict[str, str] = {}
    tag = chapter.language
    of_block = _of_blocks(next((c.pairs for c in pairs if c.name == chapter.name), ()), tag)
    for index, block in enumerate(chapter.blocks):
        for element in pandoc_ast.walk(block):
            name = pandoc_ast.identifier(element)
            if not name:
                continue
            alone = element is block or (len(_named(block)) == 1 and page_id(name) == of_block.get(index))
            found.setdefault(name, of_block.get(index, "") if alone else page_id(f"{tag}-{name}"))
    return {name: anchor for name, anchor in found.items() if anchor}


def _of_blocks(pairs: Sequence[Pair], tag: str) -> Mapping[int, str]:
    return {pair.blocks[tag]: pair.identifier for pair in pairs if tag in pair.blocks}


def _named(block: Element) -> list[str]:
    return [name for element in pandoc_ast.walk(block) if (name := pandoc_ast.identifier(element))]
