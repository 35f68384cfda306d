"""Differences in the sentences themselves: out of order, cut off, missing, or about something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_band import compared
from thesis_build.alignment.compare.models import SentenceModel
from thesis_build.alignment.difference import Difference, Extents
from thesis_build.alignment.evidence import MissingSentence, QuotedSentence, TruncatedText
from thesis_build.alignment.kinds import Kind

_MODEL = SentenceModel()

Found = Iterator[tuple[Difference, Extents]]
"""Differences, each with the sentences it explains."""


@dataclass(frozen=True, slots=True)
class _Match:
    """Two sentences (one of each side) that are each other's best match; `clear` says by how much."""

    pair: tuple[int, int]
    coverage: float
    clear: bool


# ── order ───────────────────────────────────────────────────────────────────────────────────────


def moved(texts: Bitext) -> list[tuple[int, int]]:
    """The pairs of sentences (one of each side) that stand in another order in the two texts."""
    matches = _mutual_best(texts)
    chain = _heaviest_chain([match for match in matches if match.clear])
    pairs = [match.pair for match in matches if match.clear and match.pair not in chain]
    used = [{pair[side] for pair in pairs} for side in (0, 1)]
    for match in [*_left_over(texts), *matches, *_crossed(texts)]:
        free = all(match.pair[side] not in used[side] for side in (0, 1))
        if free and match.pair not in chain and (match.clear or _is_better(texts, match.pair)):
            pairs.append(match.pair)
            for side in (0, 1):
                used[side].add(match.pair[side])
    return pairs


def _is_better(texts: Bitext, pair: tuple[int, int]) -> bool:
    """Whether two sentences cover each other far better than what stands beside each of them does."""
    covers = [texts.links.coverage(side, pair[side], (pair[1 - side],)) for side in (0, 1)]
    if min(covers) < _MODEL.moved_least or sum(covers) / 2 < _MODEL.moved_alone:
        return False
    for side in (0, 1):
        beside = next(bead for bead in texts.beads if pair[side] in bead.sentences[side]).sentences[1 - side]
        if pair[1 - side] in beside and len(beside) == 1:
            return False
        others = tuple(index for index in beside if index != pair[1 - side])
        if others and covers[side] - texts.links.coverage(side, pair[side], others) < _MODEL.gain:
            return False
    return True


def _crossed(texts: Bitext) -> Iterator[_Match]:
    """The first sentence of a bead of two and two, with the second of the other side, where these fit crosswise."""
    for bead in texts.beads:
        if (len(bead.sentences[0]), len(bead.sentences[1])) == (2, 2):
            (a, b), (c, d) = bead.sentences
            across = texts.links.mutual(a, d), texts.links.mutual(b, c)
            straight = texts.links.mutual(a, c), texts.links.mutual(b, d)
            if sum(across) - sum(straight) >= 2 * _MODEL.gain and min(across) >= _MODEL.moved_least:
                yield _Match((a, d), across[0], True)


def _left_over(texts: Bitext) -> list[_Match]:
    """Sentences of either side that stand alone, not far apart, and cover each other somewhat."""
    gaps: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for place, bead in enumerate(texts.beads):
        for side in (0, 1):
            if not bead.sentences[1 - side]:
                gaps[side].update(dict.fromkeys(bead.sentences[side], place))
    found = []
    for i, one in gaps[0].items():
        for j, other in gaps[1].items():
            between = texts.beads[min(one, other) + 1 : max(one, other)]
            covers = texts.links.coverage(0, i, (j,)), texts.links.coverage(1, j, (i,))
            near = any(bead.paired for bead in between) and len(between) <= _MODEL.far
            if near and sum(covers) / 2 >= _MODEL.left_over and min(covers) >= _MODEL.left_over / 2:
                found.append(_Match((i, j), sum(covers) / 2, True))
    return sorted(found, key=lambda match: -match.coverage)


def order(texts: Bitext, pairs: list[tuple[int, int]]) -> Iterator[Difference]:
    """Sentences that stand in another order; what they say is compared all the same."""
    for one, other in pairs:
        here, there = texts.extent(0, (one,)), texts.extent(1, (other,))
        yield texts.difference(Kind.SENTENCE_ORDER, 0, here, there, QuotedSentence(texts.quote(0, here)))


def _mutual_best(texts: Bitext) -> list[_Match]:
    """Pairs of sentences that are each other's best match among those near it, in the order of the first text."""
    near = compared(texts.links)
    if not any(near):
        return []
    rows = [{j: texts.links.mutual(i, j) for j in row} for i, row in enumerate(near)]
    columns: dict[int, dict[int, float]] = {}
    for i, row in enumerate(rows):
        for j, value in row.items():
            columns.setdefault(j, {})[i] = value
    out = []
    for i, row in enumerate(rows):
        j = max(row, key=row.__getitem__)
        rivals = [*(value for k, value in row.items() if k != j), *(v for k, v in columns[j].items() if k != i)]
        lead = row[j] - max(rivals, default=0.0)
        if lead > 0 and min(len(texts.sentence(0, i).content), len(texts.sentence(1, j).content)) >= _MODEL.few:
            out.append(_Match((i, j), row[j], row[j] >= _MODEL.moved and lead >= _MODEL.margin))
    return out


def _heaviest_chain(matches: list[_Match]) -> set[tuple[int, int]]:
    """The pairs in order on both sides that have the greatest coverage together."""
    best: list[tuple[float, int]] = []
    for index, match in enumerate(matches):
        before = [(best[k][0], k) for k in range(index) if matches[k].pair[1] < match.pair[1]]
        total, previous = max(before, default=(0.0, -1))
        best.append((total + match.coverage, previous))
    index = max(range(len(best)), key=lambda k: best[k][0], default=-1)
    chain = set()
    while index >= 0:
        chain.add(matches[index].pair)
        index = best[index][1]
    return chain


# ── missing and cut off ─────────────────────────────────────────────────────────────────────────


def cut_off(texts: Bitext, explained: Extents) -> Found:
    """One of the texts ends without a full stop, the other with one, and with words the first does not have."""
    if texts.sides[0].closed == texts.sides[1].closed:
        return
    side = 0 if not texts.sides[0].closed else 1
    if not all(text.sentences for text in texts.sides) or _is_heading(texts, side):
        return
    last = [len(text.sentences) - 1 for text in texts.sides]
    complete = _is_complete(texts, side, last)
    explains = Extents() if complete else texts.extents((0, last[0]), (1, last[1]))
    if not explains.overlap(explained):
        here, there = texts.extent(side, (last[side],)), texts.extent(1 - side, (last[1 - side],))
        evidence = TruncatedText(texts.quote(side, here), complete)
        yield texts.difference(Kind.TEXT_TRUNCATED, side, here, there, evidence), explains


def _is_complete(texts: Bitext, side: int, last: list[int]) -> bool:
    """Whether the last sentences stand for each other, are as long, and close with the same words."""
    bead = next(bead for bead in texts.beads if last[side] in bead.sentences[side])
    if last[1 - side] not in bead.sentences[1 - side]:
        return False
    lengths = [end - start for start, end in (texts.extent(s, bead.sentences[s]) for s in (side, 1 - side))]
    found = texts.links.best(1 - side, last[1 - side], bead.sentences[side])[-_MODEL.tail :]
    return bool(found) and sum(found) / len(found) >= _MODEL.closed and lengths[0] >= _MODEL.whole * lengths[1]


def _is_heading(texts: Bitext, side: int) -> bool:
    """Whether the text is one phrase, to which a full stop need not belong."""
    return len(texts.sides[side].sentences) < 2 and len(texts.sides[side].sentences[0].tokens) < _MODEL.heading


def missing(texts: Bitext, explained: Extents) -> Found:
    """A sentence that the other text does not have; where each has one the other lacks, one of another content."""
    gaps = list(_gaps(texts, explained))
    lengths = [len([s for s in v.sentences if len(s.content) >= _MODEL.short]) for v in texts.sides]
    for gap in gaps:
        if len(gap[0]) == len(gap[1]) and gap[0]:
            for pair in zip(*gap, strict=True):
                sizes = [len(texts.sentence(side, index).content) for side, index in enumerate(pair)]
                if max(sizes) >= _MODEL.some > _MODEL.fragment * min(sizes):  # "However.", and a sentence
                    side = sizes.index(max(sizes))
                    yield _missing(texts, side, pair[side], lengths[side] > lengths[1 - side])
                elif min(sizes) >= _MODEL.some and texts.links.mutual(*pair) < _MODEL.differs:
                    yield _other_content(texts, pair[:1], pair[1:])
            continue
        for side in (0, 1):
            for index in gap[side]:
                if len(texts.sentence(side, index).content) < _MODEL.least:  # an enumerator, an interjection
                    continue
                yield _missing(texts, side, index, lengths[side] > lengths[1 - side])


def _missing(texts: Bitext, side: int, index: int, more: bool) -> tuple[Difference, Extents]:
    """The difference for a sentence without counterpart; `more` says that its text has more sentences."""
    others = range(len(texts.sides[1 - side].sentences))
    best = max(others, key=lambda j: texts.links.coverage(side, index, (j,)), default=None)
    covered = 0.0 if best is None else texts.links.coverage(side, index, (best,))
    surplus = more or (best is not None and _is_said_already(texts, side, index, best))
    extent = texts.extent(side, (index,))
    evidence = MissingSentence(
        texts.quote(side, extent),
        found_elsewhere=covered >= (_MODEL.missing_where_more if surplus else _MODEL.missing),
        short=len(texts.sentence(side, index).content) < _MODEL.short,
    )
    found = texts.difference(Kind.SENTENCE_MISSING, 1 - side, texts.neighbour(side, index), extent, evidence)
    return found, texts.extents((side, index))


def _is_said_already(texts: Bitext, side: int, index: int, other: int) -> bool:
    """Whether what the other side's sentence says is said by its own counterpart, to which this one adds nothing."""
    own = next(bead for bead in texts.beads if other in bead.sentences[1 - side]).sentences[side]
    if not own:
        return False
    before = texts.links.coverage(1 - side, other, own)
    return texts.links.coverage(1 - side, other, (*own, index)) - before < _MODEL.adds


def _gaps(texts: Bitext, explained: Extents) -> Iterator[tuple[list[int], list[int]]]:
    """The sentences without counterpart between two pairs, of each side."""
    gap: tuple[list[int], list[int]] = ([], [])
    for bead in texts.beads:
        if bead.paired:
            yield gap
            gap = ([], [])
            continue
        for side in (0, 1):
            gap[side].extend(i for i in bead.sentences[side] if not texts.is_explained(explained, side, i))
    yield gap


def differing(texts: Bitext, explained: Extents) -> Found:
    """Two sentences that stand for each other and have hardly a word in common."""
    for bead in texts.unexplained(explained):
        coverages = [
            texts.links.coverage(side, index, bead.sentences[1 - side])
            for side in (0, 1)
            for index in bead.sentences[side]
        ]
        size = min(sum(len(texts.sentence(side, index).content) for index in bead.sentences[side]) for side in (0, 1))
        if size >= _MODEL.some and sum(coverages) / len(coverages) < _MODEL.differs:
            yield _other_content(texts, *bead.sentences)


def _other_content(texts: Bitext, ones: tuple[int, ...], others: tuple[int, ...]) -> tuple[Difference, Extents]:
    here, there = texts.extent(0, ones), texts.extent(1, others)
    found = texts.difference(Kind.SENTENCE_CONTENT, 0, here, there, QuotedSentence(texts.quote(0, here)))
    return found, texts.extents(*((0, index) for index in ones), *((1, index) for index in others))
