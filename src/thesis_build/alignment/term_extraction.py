"""Terms as a text uses them: phrases of two languages that stand together, and phrases translated in two ways.

A phrase is one to three words in a row that begins and ends with a content word. Two phrases are a pair where the one
stands (nearly) wherever the other does (Dice's coefficient over the pairs of blocks), and each is the other's best.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from thesis_build.alignment.models import TermExtractionModel
from thesis_build.alignment.text.passages import Passage
from thesis_build.alignment.text.segmentation import Token, segmented
from thesis_build.languages.lexicon import Lexicon

_MODEL = TermExtractionModel()


Phrase = tuple[str, ...]
"""Stems of words in a row."""


@dataclass(frozen=True, slots=True)
class Usage:
    """A phrase of each language as mostly written, and in how many pairs of blocks both stand, and either."""

    texts: tuple[str, str]
    together: int
    either: int


@dataclass(frozen=True, slots=True)
class TwoWays:
    """A phrase of the language `language` that is translated in two ways, each in that many pairs of blocks."""

    language: str
    text: str
    translations: tuple[tuple[str, int], tuple[str, int]]


@dataclass(frozen=True, slots=True)
class ExtractedTerms:
    """What was found: pairs used consistently, most frequent first, and phrases translated in two ways."""

    consistent: tuple[Usage, ...]
    two_ways: tuple[TwoWays, ...]


class _Side:
    """The phrases of one language: in which pairs each stands, and how it is mostly written."""

    def __init__(self, texts: Sequence[Sequence[Passage]]) -> None:
        self.where: dict[Phrase, set[int]] = defaultdict(set)
        self._written: dict[Phrase, Counter[str]] = defaultdict(Counter)
        for number, passages in enumerate(texts):
            for passage in passages:
                for phrase, written in _phrases(passage):
                    self.where[phrase].add(number)
                    self._written[phrase][written] += 1
        self.where = {phrase: found for phrase, found in self.where.items() if len(found) >= _MODEL.least}

    def text(self, phrase: Phrase) -> str:
        return self._written[phrase].most_common(1)[0][0]


def mine(pairs: Sequence[tuple[Sequence[Passage], Sequence[Passage]]], table: Lexicon) -> ExtractedTerms:
    """The terms in pairs of blocks, each side in the order of the lexicon's languages."""
    sides = (_Side([pair[0] for pair in pairs]), _Side([pair[1] for pair in pairs]))
    scores = _scores(sides)
    best = tuple(_best(scores, side) for side in (0, 1))
    found = [(one, other) for one, other in best[0].items() if best[1].get(other) == one]
    consistent = [
        Usage((sides[0].text(one), sides[1].text(other)), len(together), len(either))
        for one, other in _longest(found, sides)
        if (together := sides[0].where[one] & sides[1].where[other])
        and (either := sides[0].where[one] | sides[1].where[other])
        and scores[one, other] >= _MODEL.sure
        and (max(len(one), len(other)) > 1 or _is_linked(one, other, table))
    ]
    consistent.sort(key=lambda usage: (-usage.together, usage.texts))
    ways = [way for side in (0, 1) for way in _two_ways(sides, side, table)]
    return ExtractedTerms(tuple(consistent), tuple(ways))


def _phrases(passage: Passage) -> Iterator[tuple[Phrase, str]]:
    for sentence in segmented(passage).sentences:
        tokens = sentence.tokens
        for start, first in enumerate(tokens):
            if not _may_bound(first):
                continue
            for end in range(start, min(len(tokens), start + _MODEL.longest)):
                inside = tokens[start : end + 1]
                if any(token.kind != "word" for token in inside) or _is_broken(inside, passage.text):
                    break
                if _may_bound(inside[-1]):
                    yield tuple(token.key for token in inside), passage.text[first.start : inside[-1].end].lower()


def _may_bound(token: Token) -> bool:
    return token.content and token.kind == "word"


def _is_broken(tokens: Sequence[Token], text: str) -> bool:
    """Whether a sign other than a space or a hyphen stands between the words."""
    return any(text[a.end : b.start].strip("-– \n") for a, b in pairwise(tokens))


def _scores(sides: tuple[_Side, _Side]) -> dict[tuple[Phrase, Phrase], float]:
    by_pair: dict[int, list[Phrase]] = defaultdict(list)
    for phrase, found in sides[1].where.items():
        for number in found:
            by_pair[number].append(phrase)
    scores = {}
    for one, found in sides[0].where.items():
        counts = Counter(other for number in found for other in by_pair[number])
        for other, count in counts.items():
            dice = 2 * count / (len(found) + len(sides[1].where[other]))
            if count >= _MODEL.least and dice >= _MODEL.together:
                scores[one, other] = dice
    return scores


def _best(scores: Mapping[tuple[Phrase, Phrase], float], side: int) -> dict[Phrase, Phrase]:
    """Each phrase's best partner; of equal ones the one nearest in length."""
    best: dict[Phrase, tuple[float, int, Phrase]] = {}
    for pair, score in scores.items():
        phrase, other = pair[side], pair[1 - side]
        candidate = (score, -abs(len(phrase) - len(other)), other)
        if phrase not in best or candidate[:2] > best[phrase][:2]:
            best[phrase] = candidate
    return {phrase: found[2] for phrase, found in best.items()}


def _longest(found: list[tuple[Phrase, Phrase]], sides: tuple[_Side, _Side]) -> list[tuple[Phrase, Phrase]]:
    """Without pairs that stand only inside a longer pair."""
    return [
        (one, other)
        for one, other in found
        if not any(
            (one, other) != (a, b)
            and _contains(a, one)
            and _contains(b, other)
            and len(sides[0].where[a]) * 10 >= len(sides[0].where[one]) * 9
            for a, b in found
        )
    ]


def _contains(longer: Phrase, shorter: Phrase) -> bool:
    return any(longer[at : at + len(shorter)] == shorter for at in range(len(longer) - len(shorter) + 1))


def _is_linked(one: Phrase, other: Phrase, table: Lexicon) -> bool:
    """Whether the lexicon knows a word of the one as a translation of a word of the other."""
    return any(table.links(0, word, partner) >= _MODEL.known or word == partner for word in one for partner in other)


def _two_ways(sides: tuple[_Side, _Side], side: int, table: Lexicon) -> Iterator[TwoWays]:
    """Phrases of several words whose pairs of blocks fall into two translations, both known to the lexicon."""
    here, there = sides[side], sides[1 - side]
    for phrase, found in here.where.items():
        if len(phrase) < 2 or len(found) < 2 * _MODEL.least:
            continue
        options = []
        for other, places in there.where.items():
            linked = _is_rendering(phrase, other, side, table)
            both = found & places
            if len(other) == len(phrase) and linked and len(both) >= max(_MODEL.least, _MODEL.sure * len(places)):
                options.append((other, both))
        options.sort(key=lambda option: -len(option[1]))
        for first, second in pairwise(options):
            apart = not first[1] & second[1] and len(second[1]) >= _MODEL.rival * len(found)
            if apart and len(first[1] | second[1]) >= _MODEL.sure * len(found):
                ways = ((there.text(first[0]), len(first[1])), (there.text(second[0]), len(second[1])))
                yield TwoWays(table.languages[side], here.text(phrase), ways)
                break


def _is_rendering(phrase: Phrase, other: Phrase, side: int, table: Lexicon) -> bool:
    one, two = (phrase, other) if side == 0 else (other, phrase)
    return _is_linked(one, two, table)
