"""What rules about the lock share: the pairs in a state, with the places of their blocks, and word diffs."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from thesis_build.alignment.lock_matching import Known, State
from thesis_build.alignment.pair_states import agreement, block_text
from thesis_build.model import Chapter, Pair, Project, Span
from thesis_build.readers.markdown import positions
from thesis_build.tools import confirmed_texts

_MOST = 3
_REWRITTEN = 0.3
"""Share of common words below which a text counts as written anew."""


@dataclass(frozen=True, slots=True)
class PairWithState:
    """A pair with what has happened to it, and the chapter of each language it stands in."""

    pair: Pair
    known: Known
    chapters: dict[str, Chapter]

    def span(self, tag: str) -> Span:
        """The place of the pair's block in a language."""
        return positions.block_span(self.chapters[tag], self.pair.blocks[tag])


def standing(project: Project, *states: State) -> Iterator[PairWithState]:
    """The pairs in one of these states, in reading order."""
    found = agreement(project)
    for chapter in found.chapters:
        for pair in chapter.pairs:
            known = found.known.get(pair.identifier)
            if known and known.state in states:
                yield PairWithState(pair, known, project.in_each_language(chapter.name))


def changes(project: Project, where: PairWithState, tag: str) -> str:
    """What has changed in a block since it was confirmed: `old → new`, word by word; empty where that is not known."""
    confirmed = where.known.confirmed
    old = confirmed_texts.recall(project.root).get(confirmed.prints[tag].digest, "") if confirmed else ""
    new = block_text(where.chapters[tag].blocks[where.pair.blocks[tag]], tag)
    return word_diff(old, new) if old else ""


def word_diff(old: str, new: str) -> str:
    """The words that differ between two texts, at most three stretches of them; empty where most of it is new."""
    before, after = old.replace("\ufffc", "").split(), new.replace("\ufffc", "").split()
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _REWRITTEN:
        return ""
    said = [
        f"“{_short(before[a:b])}” → “{_short(after[c:d])}”"
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]
    return ", ".join(said[:_MOST]) + (", …" if len(said) > _MOST else "")


def _short(words: list[str]) -> str:
    return " ".join(words) if len(words) <= 6 else f"{' '.join(words[:3])} … {' '.join(words[-2:])}"
