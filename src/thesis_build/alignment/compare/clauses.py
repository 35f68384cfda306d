"""Differences inside a sentence: a run of words, as long as a clause, that has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.compare.models import ClauseModel
from thesis_build.alignment.difference import Difference, Extents
from thesis_build.alignment.evidence import MissingClause, MissingSentence
from thesis_build.alignment.kinds import Kind

_MODEL = ClauseModel()


def clauses(texts: Bitext, explained: Extents) -> Iterator[Difference]:
    """Clauses that the other language does not have, and whole sentences of several."""
    for bead in texts.unexplained(explained):
        for side in (0, 1):
            for index in bead.sentences[side]:
                if run := _heaviest_run(texts.links.best(side, index, bead.sentences[1 - side])):
                    yield _missing(texts, bead, side, index, run)


def _missing(texts: Bitext, bead: Bead, side: int, index: int, run: tuple[int, int]) -> Difference:
    """The difference for a run of words (numbers of its first and last) of a sentence."""
    content = texts.sentence(side, index).content
    there = texts.extent(1 - side, bead.sentences[1 - side])
    if len(bead.sentences[side]) > 1 and run[1] - run[0] + 1 >= _MODEL.whole * len(content):
        place = texts.extent(side, (index,))
        return texts.difference(
            Kind.SENTENCE_MISSING, 1 - side, there, place, MissingSentence(texts.quote(side, place))
        )
    place = content[run[0]].start, content[run[1]].end
    return texts.difference(Kind.CLAUSE_MISSING, 1 - side, there, place, MissingClause(texts.quote(side, place)))


def _heaviest_run(strengths: tuple[float, ...]) -> tuple[int, int] | None:
    """The first and last word of the run that is least covered; None where none weighs enough."""
    best, found, total, start = 0.0, (0, 0), 0.0, 0
    for index, strength in enumerate(strengths):
        if total <= 0:
            total, start = 0.0, index
        total += _MODEL.found - strength
        if total > best:
            best, found = total, (start, index)
    return found if best >= _MODEL.run else None
