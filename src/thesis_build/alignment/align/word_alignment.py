"""Which words of one text may stand for which of the other, and how much of a sentence another sentence covers.

Words are linked when they are identical, have the same digits, are a pair of the lexicon or of the glossary, or are
one borrowed word in two spellings. Links are made once for all word types of the two texts; a sentence is then
covered as far as its words have a partner in the other, weighed by how rare they are in the document.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from thesis_build.alignment.models import CognateModel, WordAlignmentModel
from thesis_build.alignment.text.segmentation import SegmentedText, Sentence, Token
from thesis_build.languages.lexicon import Lexicon, Stems
from thesis_build.languages.word_lists import respelt

Type = tuple[str, str]
"""A kind of token and its text in lower case (an object's value)."""

_MODEL = WordAlignmentModel()
_COGNATES = CognateModel()


def type_of(token: Token) -> Type:
    """The type of a token."""
    return (token.kind, token.text.lower() if token.kind == "word" else token.key)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a token of each language counts, by its key: rare words of the document say more than common ones."""

    of: tuple[Mapping[str, float], Mapping[str, float]]
    unseen: float

    def weight(self, side: int, token: Token) -> float:
        """The weight of a token."""
        return self.of[side].get(token.key, self.unseen)


class Links:
    """The links between the words of two texts; `sides` are in the order of the lexicon's languages."""

    def __init__(
        self,
        sides: tuple[SegmentedText, SegmentedText],
        lexicon: Lexicon,
        pairs: Sequence[tuple[Stems, Stems]],
        weights: Weights,
    ) -> None:
        self.sides = sides
        self.lexicon = lexicon
        self.weights = weights
        self._types = tuple(
            [[type_of(token) for token in sentence.content] for sentence in text.sentences] for text in sides
        )
        self._partners = _partners(sides, lexicon)
        self._phrases = _phrases(sides, lexicon, pairs)
        self._strengths: dict[tuple[int, int, int], tuple[float, ...]] = {}
        self._weights = tuple(
            [[weights.weight(side, token) for token in sentence.content] for sentence in text.sentences]
            for side, text in enumerate(sides)
        )
        self._totals = tuple([sum(sentence) for sentence in side] for side in self._weights)
        self._coverages: dict[tuple[int, int, tuple[int, ...]], float] = {}
        self._sets = tuple([frozenset(types) for types in side] for side in self._types)

    def partners(self, side: int, token: Token) -> Mapping[Type, float]:
        """The types of the other text that may stand for a token, with the strength of each link."""
        return self._partners[side].get(type_of(token), {})

    def strengths(self, side: int, index: int, other: int) -> tuple[float, ...]:
        """How well each content word of sentence `index` is found in sentence `other` of the other side."""
        key = (side, index, other)
        if key not in self._strengths:
            self._strengths[key] = self._measured(side, index, other)
        return self._strengths[key]

    def best(self, side: int, index: int, others: Sequence[int]) -> tuple[float, ...]:
        """How well each content word of a sentence is found in any of several sentences of the other side."""
        if len(others) == 1:
            return self.strengths(side, index, others[0])
        if not others:
            return (0.0,) * len(self._types[side][index])
        return tuple(map(max, *(self.strengths(side, index, other) for other in others)))

    def coverage(self, side: int, index: int, others: tuple[int, ...]) -> float:
        """The share of a sentence's words, by weight, that is found in the sentences of the other side."""
        key = (side, index, others)
        found = self._coverages.get(key)
        if found is None:
            total = self._totals[side][index]
            best = self.best(side, index, others)
            found = sum(map(operator.mul, self._weights[side][index], best)) / total if total else 0.0
            self._coverages[key] = found
        return found

    def mutual(self, one: int, other: int) -> float:
        """How much two sentences, one of each side, cover each other, on average."""
        return (self.coverage(0, one, (other,)) + self.coverage(1, other, (one,))) / 2

    def _measured(self, side: int, index: int, other: int) -> tuple[float, ...]:
        there = self._sets[1 - side][other]
        phrases = self._phrases.found[1 - side][other]
        inside = self._phrases.inside[side][index]
        partners = self._partners[side]
        out = []
        for place, kind in enumerate(self._types[side][index]):
            best = 0.0
            for partner, strength in partners.get(kind, {}).items():
                if strength > best and partner in there:
                    best = strength
            if best < _MODEL.phrase and not phrases.isdisjoint(inside.get(place, ())):
                best = _MODEL.phrase
            out.append(best)
        return tuple(out)


# ── words ───────────────────────────────────────────────────────────────────────────────────────

Partners = dict[Type, dict[Type, float]]


def _partners(sides: tuple[SegmentedText, SegmentedText], lexicon: Lexicon) -> tuple[Partners, Partners]:
    """The links of all word types, from the first text and from the second."""
    first, second = (_vocabulary(text) for text in sides)
    by_stem: dict[str, list[Type]] = defaultdict(list)
    for kind, token in second.items():
        for key in {token.key, kind[1]}:
            by_stem[key].append(kind)
    forward: Partners = defaultdict(dict)
    for kind, token in first.items():
        row = forward[kind]
        for partner, strength in _by_lexicon(token, lexicon, by_stem):
            row[partner] = max(strength, row.get(partner, 0))
    for one, other, strength in _alike(first, second, sides):
        forward[one][other] = max(strength, forward[one].get(other, 0))
    backward: Partners = defaultdict(dict)
    for kind, row in forward.items():
        for partner, strength in row.items():
            backward[partner][kind] = strength
    return dict(forward), dict(backward)


def _vocabulary(text: SegmentedText) -> dict[Type, Token]:
    return {type_of(token): token for sentence in text.sentences for token in sentence.tokens}


def _by_lexicon(token: Token, lexicon: Lexicon, by_stem: Mapping[str, list[Type]]) -> Iterator[tuple[Type, float]]:
    if token.kind == "word":
        for stem, strength in lexicon.partners(token.key).items():
            for partner in by_stem.get(stem, ()):
                yield partner, strength
    for key in (token.key, token.text.lower()):
        for partner in by_stem.get(key, ()):
            if partner[0] == token.kind:
                yield partner, 1.0


def _alike(
    first: Mapping[Type, Token], second: Mapping[Type, Token], sides: tuple[SegmentedText, SegmentedText]
) -> Iterator[tuple[Type, Type, float]]:
    """Words that are one borrowed word in two spellings."""
    buckets: dict[str, list[tuple[Type, tuple[str, ...]]]] = defaultdict(list)
    for kind, token in second.items():
        forms = _forms(token, sides[1].language)
        for head in {form[:2] for form in forms}:
            buckets[head].append((kind, forms))
    for kind, token in first.items():
        forms = _forms(token, sides[0].language)
        for head in {form[:2] for form in forms}:
            for partner, others in buckets.get(head, ()):
                strength = max((cognate(form, other) for form in forms for other in others), default=0.0)
                if strength:
                    yield kind, partner, strength


def _forms(token: Token, language: str) -> tuple[str, ...]:
    if token.kind != "word" or not token.content or len(token.text) < 4:
        return ()
    lower = token.text.lower()
    forms = (respelt(lower, language), respelt(token.key, language))
    return tuple(dict.fromkeys(form for form in forms if len(form) > 3))


def cognate(one: str, other: str) -> float:
    """How likely two respelt words are one borrowed word: by their common beginning, or by one difference inside."""
    model = _COGNATES
    if one == other:
        return model.same
    longer, shorter = max(len(one), len(other)), min(len(one), len(other))
    if shorter * 2 < longer:
        return 0.0
    prefix = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    if prefix >= model.long_prefix and prefix >= model.long_share * longer:
        return model.long
    if prefix >= model.short_prefix and prefix >= model.short_share * longer:
        return model.short
    if longer < model.inner_length or prefix < model.inner_prefix:
        return 0.0
    rest = shorter - prefix
    suffix = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return model.inner if prefix + suffix >= model.inner_share * longer else 0.0


# ── phrases ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Phrases:
    """Pairs of several words found in both texts, by number.

    `found[side][sentence]` are the pairs in a sentence; `inside[side][sentence][place]` those a content word is in.
    """

    found: tuple[list[set[int]], list[set[int]]]
    inside: tuple[list[dict[int, set[int]]], list[dict[int, set[int]]]]


@lru_cache(16)
def _written(pairs: tuple[tuple[Stems, Stems], ...]) -> tuple[tuple[str, str], ...]:
    """Pairs of stems as they are looked up."""
    return tuple((" ".join(one), " ".join(other)) for one, other in pairs)


def _phrases(
    sides: tuple[SegmentedText, SegmentedText], lexicon: Lexicon, pairs: Sequence[tuple[Stems, Stems]]
) -> Phrases:
    indexes = tuple(_index(text) for text in sides)
    phrases = Phrases(
        tuple([set() for _ in text.sentences] for text in sides),  # type: ignore[arg-type]
        tuple([{} for _ in text.sentences] for text in sides),  # type: ignore[arg-type]
    )
    number = 0
    for one, other in (*_known(indexes, lexicon), *_written(tuple(pairs))):
        if one in indexes[0] and other in indexes[1]:
            places = (indexes[0][one], indexes[1][other])
            number += 1
            for side, found in enumerate(places):
                _note(phrases, side, sides[side], number, found, len((one, other)[side].split()))
    return phrases


def _index(text: SegmentedText) -> dict[str, list[tuple[int, int]]]:
    """Every run of up to four words, as stems, and where it begins (sentence, token)."""
    index: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, sentence in enumerate(text.sentences):
        keys = [token.key for token in sentence.tokens]
        for start, run in enumerate(keys):
            index[run].append((number, start))
            for key in keys[start + 1 : start + _MODEL.longest_phrase]:
                run = f"{run} {key}"
                index[run].append((number, start))
    return index


def _known(indexes: tuple[dict[str, list[tuple[int, int]]], ...], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The entries of the lexicon found in both texts that have several words on a side."""
    first, second = indexes
    for entry in list(first):
        for partner in lexicon.several(entry):
            if partner in second:
                yield entry, partner


def _note(
    phrases: Phrases, side: int, text: SegmentedText, number: int, places: list[tuple[int, int]], length: int
) -> None:
    for index, start in places:
        phrases.found[side][index].add(number)
        sentence: Sentence = text.sentences[index]
        covered = set(sentence.tokens[start : start + length])
        for place, token in enumerate(sentence.content):
            if token in covered:
                phrases.inside[side][index].setdefault(place, set()).add(number)
