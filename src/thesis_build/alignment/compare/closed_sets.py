"""Words of closed sets: one language names a method, an actor or an amount, the other another one of the same set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.one_to_one import Matched, one_to_one
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.difference import Difference, Extents
from thesis_build.alignment.evidence import WordPair
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token
from thesis_build.languages.closed_sets import beginnings, closed_sets, words_of


@dataclass(frozen=True, slots=True)
class _Named:
    """Words of a set that a side names, and the members of the set that they may stand for."""

    tokens: tuple[Token, ...]
    members: frozenset[int]


def other_members(texts: Bitext, explained: Extents) -> Iterator[Difference]:
    """Of the members of a set that two sentences name, one on each side is left over, and has no translation there."""
    sets = [closed_sets(texts.language(side)) for side in (0, 1)]
    heads = [beginnings(texts.language(side)) for side in (0, 1)]
    for bead in texts.unexplained(explained):
        said = [_words(texts.tokens(side, bead.sentences[side])) for side in (0, 1)]
        named = [{name for word, _ in said[side] for name in heads[side].get(word, ())} for side in (0, 1)]
        for name in (each for each in sets[0] if each in named[0] and each in named[1]):
            rest = _left(*(list(_named(said[side], sets[side][name])) for side in (0, 1)))
            if [len(side) for side in rest] == [1, 1] and not _is_rendered(texts, bead, (rest[0][0], rest[1][0])):
                here, there = ((each[0].tokens[0].start, each[0].tokens[-1].end) for each in rest)
                evidence = WordPair(texts.quote(0, here), texts.quote(1, there))
                yield texts.difference(Kind.WORD_SUBSTITUTED, 0, here, there, evidence)


def _words(tokens: Sequence[Token]) -> list[tuple[str, Token]]:
    """The words of a side, those of a compound by themselves, with the token of each."""
    return [(word, token) for token in tokens for word in words_of(token.text)]


def _named(said: list[tuple[str, Token]], phrases: Mapping[tuple[str, ...], frozenset[int]]) -> Iterator[_Named]:
    """The phrases of a set in the words of a side, the longest where several begin at one place."""
    at = 0
    longest = max(map(len, phrases), default=0)
    while at < len(said):
        for size in range(longest, 0, -1):
            members = phrases.get(tuple(word for word, _ in said[at : at + size]))
            if members:
                yield _Named(tuple(token for _, token in said[at : at + size]), members)
                at += size - 1
                break
        at += 1


def _left(ours: list[_Named], theirs: list[_Named]) -> tuple[list[_Named], list[_Named]]:
    """What is left of both sides when those that may be the same have found each other."""
    free = list(theirs)
    rest = []
    for one in sorted(ours, key=lambda named: len(named.members)):
        fitting = [other for other in free if one.members & other.members]
        if fitting:
            free.remove(min(fitting, key=lambda named: len(named.members)))
        else:
            rest.append(one)
    return rest, free


def _is_rendered(texts: Bitext, bead: Bead, pair: tuple[_Named, _Named]) -> bool:
    """Whether the other side has a translation of either, one by one."""
    sides = one_to_one(texts, bead)
    return any(_has_partner(sides[side], pair[side]) for side in (0, 1))


def _has_partner(matched: Matched, named: _Named) -> bool:
    """Whether all the words with content of a phrase have partners."""
    found = [matched.partners[at] for at, token in enumerate(matched.tokens) if token in named.tokens]
    return len(found) == len(named.tokens) and None not in found
