"""From which coverage on sentences are found, moved, missing or about something else: each bound, with given coverages.

The words of the sentences say nothing here; how much one covers another is given by a table instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import pytest

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.align.word_alignment import Links
from thesis_build.alignment.compare.sentences import (
    _crossed,
    _is_better,
    _is_complete,
    _is_said_already,
    _left_over,
    _mutual_best,
    differing,
    missing,
)
from thesis_build.alignment.difference import Extents
from thesis_build.alignment.evidence import MissingSentence
from thesis_build.alignment.text.passages import Passage
from thesis_build.alignment.text.segmentation import SegmentedText, segmented

Covers = Mapping[tuple[int, int, tuple[int, ...]], float]
"""By side, number of a sentence, and numbers of those of the other side: how much these cover it."""

WORDS = ["Rice", "fields", "village", "teacher", "pupil", "school"]


class Given:
    """Links that say what they are told; what they are not told of is not covered."""

    def __init__(self, sides: tuple[SegmentedText, SegmentedText], covers: Covers, ends: Sequence[float]) -> None:
        self.sides = sides
        self._covers = covers
        self._ends = tuple(ends)

    def coverage(self, side: int, index: int, others: tuple[int, ...]) -> float:
        """As told, by default nothing."""
        return self._covers.get((side, index, others), 0.0)

    def mutual(self, one: int, other: int) -> float:
        """The average of both directions."""
        return (self.coverage(0, one, (other,)) + self.coverage(1, other, (one,))) / 2

    def best(self, *_: object) -> tuple[float, ...]:
        """The strengths of the last words."""
        return self._ends


def texts(
    beads: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    covers: Covers,
    words: Sequence[Sequence[int]] = ((), ()),
    ends: Sequence[float] = (),
) -> Bitext:
    """Two texts of these beads, in which sentences have that many content words (six where it is not said)."""
    numbers = [[number for bead in beads for number in bead[side]] for side in (0, 1)]
    sizes = [[*words[side], *[6] * len(numbers[side])][: len(numbers[side])] for side in (0, 1)]
    sides = [" ".join(f"{' '.join(WORDS[:size])}.".capitalize() for size in side) for side in sizes]
    one, other = (segmented(Passage("en", text)) for text in sides)
    assert [[len(s.content) for s in side.sentences] for side in (one, other)] == sizes
    return Bitext((one, other), cast("Links", Given((one, other), covers, ends)), tuple(map(Bead, beads)))


def both(*pairs: tuple[int, int, float, float]) -> dict[tuple[int, int, tuple[int, ...]], float]:
    """Coverages of pairs of sentences, in both directions."""
    return {key: share for a, b, there, back in pairs for key, share in (((0, a, (b,)), there), ((1, b, (a,)), back))}


# ── moved ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("covers", "matches"),
    [
        (both((0, 0, 0.5, 0.4)), {(0, 0): True}),  # 0.45
        (both((0, 0, 0.44, 0.44)), {(0, 0): False}),
        (both((0, 0, 0.5, 0.5), (0, 1, 0.37, 0.37)), {(0, 0): True}),  # the lead over the second best
        (both((0, 0, 0.5, 0.5), (0, 1, 0.39, 0.39)), {(0, 0): False}),
        (both((0, 0, 0.5, 0.5), (1, 0, 0.37, 0.37)), {(0, 0): True}),
        (both((0, 0, 0.5, 0.5), (1, 0, 0.39, 0.39)), {(0, 0): False}),
        (both((0, 0, 0.5, 0.5), (0, 1, 0.5, 0.5)), {}),  # no lead at all
        (both((0, 0, 0.5, 0.5), (1, 0, 0.6, 0.6), (1, 1, 0.75, 0.75)), {(1, 1): True}),
        (both((0, 1, 0.9, 0.9), (1, 0, 0.8, 0.8)), {(0, 1): True, (1, 0): True}),
    ],
)
def test_two_sentences_are_each_others_best(covers: Covers, matches: dict[tuple[int, int], bool]) -> None:
    found = _mutual_best(texts([((0,), (0,)), ((1,), (1,))], covers))
    assert {match.pair: match.clear for match in found} == matches
    assert [match.coverage for match in found] == [covers[0, a, (b,)] / 2 + covers[1, b, (a,)] / 2 for a, b in matches]


@pytest.mark.parametrize(("size", "count"), [(2, 0), (3, 1)])
@pytest.mark.parametrize("side", [0, 1])
def test_a_sentence_of_two_words_is_not_looked_for_elsewhere(size: int, count: int, side: int) -> None:
    words = [[size], [6]] if side == 0 else [[6], [size]]
    assert len(_mutual_best(texts([((0,), (0,))], both((0, 0, 0.9, 0.9)), words))) == count


@pytest.mark.parametrize(
    ("there", "back", "better"),
    [
        (0.36, 0.36, True),
        (0.36, 0.35, False),  # together
        (0.47, 0.25, True),
        (0.60, 0.24, False),  # each
        (0.24, 0.60, False),
    ],
)
def test_two_sentences_fit_together_by_what_each_covers(there: float, back: float, better: bool) -> None:
    alone = texts([((0,), ()), ((), (0,))], both((0, 0, there, back)))
    assert _is_better(alone, (0, 0)) is better


@pytest.mark.parametrize(("beside", "better"), [(0.3, True), (0.31, False)])
@pytest.mark.parametrize("side", [0, 1])
def test_two_sentences_must_fit_better_than_what_stands_beside_each(beside: float, better: bool, side: int) -> None:
    covers = both((0, 1, 0.5, 0.5)) | ({(0, 0, (0,)): beside} if side == 0 else {(1, 1, (1,)): beside})
    pair = texts([((0,), (0,)), ((1,), (1,))], covers)
    assert _is_better(pair, (0, 1)) is better


def test_two_sentences_that_stand_beside_each_other_alone_are_not_moved() -> None:
    assert not _is_better(texts([((0,), (0,))], both((0, 0, 0.9, 0.9))), (0, 0))
    assert _is_better(texts([((0, 1), (0, 1))], both((0, 1, 0.9, 0.9))), (0, 1))


@pytest.mark.parametrize(
    ("across", "straight", "least", "found"),
    [(0.5, 0.3, 0.5, True), (0.5, 0.31, 0.5, False), (0.8, 0.0, 0.25, True), (0.8, 0.0, 0.24, False)],
)
def test_two_and_two_sentences_fit_crosswise(across: float, straight: float, least: float, found: bool) -> None:
    covers = both((0, 1, across, across), (1, 0, least, least), (0, 0, straight, straight), (1, 1, straight, straight))
    matches = list(_crossed(texts([((0, 1), (0, 1))], covers)))
    assert [(match.pair, match.coverage, match.clear) for match in matches] == [((0, 1), across, True)] * found
    assert list(_crossed(texts([((0,), (0,)), ((1,), (1,))], covers))) == []


@pytest.mark.parametrize(
    ("there", "back", "found"),
    [(0.25, 0.25, True), (0.25, 0.24, False), (0.4, 0.125, True), (0.4, 0.12, False), (0.12, 0.4, False)],
)
def test_sentences_left_over_belong_together(there: float, back: float, found: bool) -> None:
    apart = texts([((0,), ()), ((1,), (0,)), ((), (1,))], both((0, 1, there, back)))
    assert [match.pair for match in _left_over(apart)] == [(0, 1)] * found


@pytest.mark.parametrize(("between", "found"), [(0, False), (1, True), (4, True), (5, False)])
def test_sentences_left_over_stand_not_far_apart(between: int, found: bool) -> None:
    pairs = [((number + 1,), (number,)) for number in range(between)]
    apart = texts([((0,), ()), *pairs, ((), (between,))], both((0, between, 0.9, 0.9)))
    assert [match.pair for match in _left_over(apart)] == [(0, between)] * found
    pairs = [((number,), (number + 1,)) for number in range(between)]
    apart = texts([((), (0,)), *pairs, ((between,), ())], both((between, 0, 0.9, 0.9)))
    assert [match.pair for match in _left_over(apart)] == [(between, 0)] * found


def test_of_sentences_left_over_those_that_fit_best_come_first() -> None:
    covers = both((0, 1, 0.5, 0.5), (0, 2, 0.7, 0.7))
    apart = texts([((0,), ()), ((1,), (0,)), ((), (1, 2))], covers)
    assert [match.pair for match in _left_over(apart)] == [(0, 2), (0, 1)]


# ── missing and about something else ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("covered", "more", "elsewhere"),
    [(0.40, 0, True), (0.39, 0, False), (0.75, 1, True), (0.74, 1, False)],
)
def test_a_missing_sentence_is_found_elsewhere_by_its_coverage(covered: float, more: int, elsewhere: bool) -> None:
    rest = [((), (1,))] if not more else []
    beads = [((0,), (0,)), ((1,), ()), ((2,), (1,)), *([((), (2,))] if rest else [])]
    results = [each for each, _ in missing(texts(beads, {(0, 1, (0,)): covered, (1, 0, (0, 1)): 0.5}), Extents())]
    evidence = results[0].evidence
    assert isinstance(evidence, MissingSentence)
    assert (evidence.found_elsewhere, evidence.short) == (elsewhere, False)


@pytest.mark.parametrize(("size", "short"), [(1, None), (2, True), (3, True), (4, False)])
def test_a_missing_sentence_has_two_words_and_is_short_below_four(size: int, short: bool | None) -> None:
    results = list(missing(texts([((0,), (0,)), ((1,), ())], {}, ([6, size], [6])), Extents()))
    evidence = [each.evidence for each, _ in results]
    assert [each.short for each in evidence if isinstance(each, MissingSentence)] == ([] if short is None else [short])


@pytest.mark.parametrize(("after", "said"), [(0.59, True), (0.61, False)])
def test_a_sentence_that_adds_nothing_is_said_already(after: float, said: bool) -> None:
    covers = {(1, 0, (0,)): 0.5, (1, 0, (0, 1)): after}
    assert _is_said_already(texts([((0,), (0,)), ((1,), ())], covers), 0, 1, 0) is said
    assert not _is_said_already(texts([((), (0,)), ((0, 1), ())], covers), 0, 1, 0)


@pytest.mark.parametrize(
    ("size", "mutual", "content"),
    [(5, 0.19, True), (5, 0.2, False), (4, 0.0, False), (6, 0.0, True)],
)
@pytest.mark.parametrize("side", [0, 1])
def test_two_sentences_in_one_gap_are_about_something_else(size: int, mutual: float, content: bool, side: int) -> None:
    words = [[6, size], [6, 6]] if side == 0 else [[6, 6], [6, size]]
    gap = texts([((0,), (0,)), ((1,), ()), ((), (1,))], both((1, 1, mutual, mutual)), words)
    assert [explained for _, explained in missing(gap, Extents())] == [gap.extents((0, 1), (1, 1))] * content


@pytest.mark.parametrize(
    ("size", "there", "back", "content"),
    [(5, 0.2, 0.19, True), (5, 0.2, 0.2, False), (4, 0.0, 0.0, False), (5, 0.0, 0.39, True), (5, 0.41, 0.0, False)],
)
def test_a_pair_of_sentences_with_hardly_a_common_word(size: int, there: float, back: float, content: bool) -> None:
    for words in ([[size], [6]], [[6], [size]]):
        pair = texts([((0,), (0,))], both((0, 0, there, back)), words)
        assert [explained for _, explained in differing(pair, Extents())] == [pair.extents((0, 0), (1, 0))] * content


# ── cut off ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("ends", "complete"),
    [
        ((0.5, 0.5, 0.5, 0.5), True),
        ((0.5, 0.5, 0.5, 0.4), False),
        ((0.0, 0.5, 0.5, 0.5, 0.5), True),  # the last four words count
        ((1.0, 0.5, 0.5, 0.5, 0.4), False),
        ((1.0,), True),
        ((), False),
    ],
)
def test_a_text_is_complete_by_its_last_four_words(ends: tuple[float, ...], complete: bool) -> None:
    assert _is_complete(texts([((0,), (0,))], {}, ends=ends), 0, [0, 0]) is complete


def test_a_text_is_complete_by_seven_tenths_of_the_length() -> None:
    def is_complete(*words: Sequence[int], side: int = 0) -> bool:
        return _is_complete(texts([((0,), (0,))], {}, words, (1.0,)), side, [0, 0])

    assert is_complete([4], [5])  # 27 of 34 characters
    assert is_complete([3], [4])  # 20 of 28
    assert not is_complete([2], [3])  # 12 of 20
    assert is_complete([5], [3])
    assert not is_complete([5], [3], side=1)


def test_last_sentences_that_do_not_stand_for_each_other_are_not_complete() -> None:
    assert not _is_complete(texts([((0,), (0,)), ((), (1,))], {}, ends=(1.0,)), 0, [0, 1])
