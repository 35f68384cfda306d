"""Exchanged roles: the effect of X on Y where the other language has the effect of Y on X."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.one_to_one import one_to_one
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.align.word_alignment import type_of
from thesis_build.alignment.compare.models import RoleModel
from thesis_build.alignment.difference import Difference, Extents
from thesis_build.alignment.evidence import WordPair
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token
from thesis_build.languages.word_lists import RoleFrame, words

_MODEL = RoleModel()

_Halves = tuple[frozenset[Token], frozenset[Token]]
"""What stands in either role."""


def exchanged_roles(texts: Bitext, explained: Extents) -> Iterator[Difference]:
    """Of the two things that a construction relates, each stands in the place of the other."""
    frames = [words(texts.language(side)).roles for side in (0, 1)]
    for bead in texts.unexplained(explained):
        said = [texts.tokens(side, bead.sentences[side]) for side in (0, 1)]
        for name in (each for each in frames[0] if each in frames[1]):
            whole = not frames[0][name].opens
            places = [list(_halves(said[side], frames[side][name])) for side in (0, 1)]
            pairs = (_exchanged(texts, bead, halves, anchored=whole) for halves in product(*places))
            for here, there in [pair for pair in pairs if pair][:1]:
                evidence = WordPair(here.text, there.text)
                extents = (here.start, here.end), (there.start, there.end)
                yield texts.difference(Kind.WORD_SUBSTITUTED, 0, *extents, evidence)


def _halves(tokens: Sequence[Token], frame: RoleFrame) -> Iterator[_Halves]:
    """What stands before and after the middle of each construction in these words; of two clauses, if there is one."""
    lower = [token.text.lower() for token in tokens]
    middles = [at for at, word in enumerate(lower) if word in frame.between]
    if not frame.opens and len(middles) == 1:
        yield frozenset(tokens[: middles[0]]), frozenset(tokens[middles[0] + 1 :])
    for begin in (at + 1 for at, word in enumerate(lower) if word in frame.opens):
        middle = next((at for at in middles if at >= begin), None)
        if middle is not None:
            yield frozenset(tokens[begin:middle]), frozenset(tokens[middle + 1 : middle + 1 + _MODEL.reach])


def _exchanged(texts: Bitext, bead: Bead, halves: Sequence[_Halves], anchored: bool) -> tuple[Token, Token] | None:
    """A word of the first side's first half, and what stands there on the other side, if the halves are exchanged.

    Words that stand once on each side show it. None of them may stay where it is, except after those that do not;
    where the halves are whole clauses, which must be `anchored`, some must stay in each.
    """
    found: dict[tuple[int, int], list[tuple[Token, Token]]] = {}
    for one, other in _unique_pairs(texts, bead):
        places = [
            next((half for half in (0, 1) if token in halves[s][half]), -1) for s, token in enumerate((one, other))
        ]
        found.setdefault((places[0], places[1]), []).append((one, other))
    crossed, stay = (found.get((0, 1), []), found.get((1, 0), [])), [found.get((half, half), []) for half in (0, 1)]
    if not all(crossed) or (not all(stay) if anchored else stay[0] or _is_before(stay[1], crossed[1])):
        return None
    return crossed[0][0][0], crossed[1][0][1]


def _is_before(stay: Sequence[tuple[Token, Token]], crossed: Sequence[tuple[Token, Token]]) -> bool:
    """Whether a word of the second half that stays stands before the first one that does not."""
    return bool(stay) and stay[0][0].start < crossed[0][0].start


def _unique_pairs(texts: Bitext, bead: Bead) -> Iterator[tuple[Token, Token]]:
    """The words that stand once on each side, with their partners."""
    sides = one_to_one(texts, bead)
    counts = [Counter(type_of(token) for token in side.tokens) for side in sides]
    for token, partner in zip(sides[0].tokens, sides[0].partners, strict=True):
        if partner is not None and partner >= 0:
            other = sides[1].tokens[partner]
            if counts[0][type_of(token)] == counts[1][type_of(other)] == 1:
                yield token, other
