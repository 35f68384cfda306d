"""Differences by repetition: a sentence that stands twice, in one language only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.compare.models import RepetitionModel
from thesis_build.alignment.compare.sentences import Found
from thesis_build.alignment.difference import Extents
from thesis_build.alignment.evidence import RepeatedSentence
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Sentence

_MODEL = RepetitionModel()


def repeated(texts: Bitext, explained: Extents) -> Found:
    """A sentence that stands twice, in one language only."""
    twice = [list(_repetitions(texts, side)) for side in (0, 1)]
    for side in (0, 1):
        if len(twice[side]) <= len(twice[1 - side]):
            continue
        for first, second, similarity in twice[side]:
            same = similarity >= _MODEL.same
            if texts.is_explained(explained, side, second) or (not same and _have_own(texts, side, first, second)):
                continue
            here, there = texts.extent(side, (second,)), texts.counterpart(side, first)
            evidence = RepeatedSentence(texts.quote(side, here), word_for_word=same)
            yield texts.difference(Kind.SENTENCE_REPEATED, side, here, there, evidence), texts.extents((side, second))


def _have_own(texts: Bitext, side: int, first: int, second: int) -> bool:
    """Whether each of two sentences has a counterpart of its own."""
    places = [next((b.sentences for b in texts.pairs() if i in b.sentences[side]), None) for i in (first, second)]
    return None not in places and places[0] != places[1]


def _repetitions(texts: Bitext, side: int) -> Iterator[tuple[int, int, float]]:
    sentences = texts.sides[side].sentences
    for second, sentence in enumerate(sentences):
        if len(sentence.tokens) < _MODEL.short:
            continue
        for first in range(max(0, second - _MODEL.look_back), second):
            if (similarity := _similarity(sentences[first], sentence)) >= _MODEL.nearly_same:
                yield first, second, similarity
                break


def _similarity(one: Sentence, other: Sentence) -> float:
    """The share of words two sentences have in common, and whose order is nearly the same."""
    a, b = (Counter(token.text.lower() for token in sentence.tokens) for sentence in (one, other))
    return (a & b).total() / max(1, (a | b).total())
