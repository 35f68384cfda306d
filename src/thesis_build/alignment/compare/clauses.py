"""Differences inside a sentence: a run of words, as long as a clause, that has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.align.bitext import Bitext, Where
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.difference import Difference
from thesis_build.model import Severity

_FOUND = 0.40
_WHOLE = 0.8
_RUN = 2.4
"""About six words in a row without a partner."""


def clauses(texts: Bitext, taken: frozenset[Where]) -> Iterator[Difference]:
    """PAR125: a clause that the other language does not have; PAR120 where it is a whole sentence of several."""
    for bead in texts.pairs():
        if any((side, index) in taken for side in (0, 1) for index in bead.sentences[side]):
            continue
        for side in (0, 1):
            for index in bead.sentences[side]:
                if run := _heaviest_run(texts.links.best(side, index, bead.sentences[1 - side])):
                    yield _missing(texts, bead, side, index, run)


def _missing(texts: Bitext, bead: Bead, side: int, index: int, run: tuple[int, int]) -> Difference:
    """The finding for a run of words (numbers of its first and last) of a sentence."""
    content = texts.sentence(side, index).content
    there = texts.extent(1 - side, bead.sentences[1 - side])
    if len(bead.sentences[side]) > 1 and run[1] - run[0] + 1 >= _WHOLE * len(content):
        place = texts.extent(side, (index,))
        return texts.difference("PAR120", Severity.ERROR, 1 - side, there, place, sentence=texts.quote(side, place))
    place = content[run[0]].start, content[run[1]].end
    return texts.difference("PAR125", Severity.WARNING, 1 - side, there, place, clause=texts.quote(side, place))


def _heaviest_run(strengths: tuple[float, ...]) -> tuple[int, int] | None:
    """The first and last word of the run that is least covered; None where none weighs enough."""
    best, found, total, start = 0.0, (0, 0), 0.0, 0
    for index, strength in enumerate(strengths):
        if total <= 0:
            total, start = 0.0, index
        total += _FOUND - strength
        if total > best:
            best, found = total, (start, index)
    return found if best >= _RUN else None
