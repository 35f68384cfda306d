"""Differences between the keyword lists of two languages; their order is never judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thesis_build.alignment.align.word_alignment import Links, Weights
from thesis_build.alignment.compare.models import KeywordModel
from thesis_build.alignment.text.passages import Passage
from thesis_build.alignment.text.segmentation import SegmentedText, segmented
from thesis_build.languages.lexicon import Lexicon, Stems, lexicon

_MODEL = KeywordModel()


@dataclass(frozen=True, slots=True)
class KeywordPairs:
    """Which keywords of two languages are pairs, by index, and which stand beside each other and say something else."""

    languages: tuple[str, str]
    pairs: tuple[tuple[int, int], ...]
    unlike: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Match:
    """Two keywords: how much they cover each other, and how many known words of each are not found."""

    pair: tuple[int, int]
    score: float
    covered: tuple[float, float]
    known: tuple[int, int]

    def is_pair(self) -> bool:
        """Whether the two may stand for each other: what one has more, the other has too, or nobody knows."""
        if self.score >= _MODEL.enough:
            return not (max(self.covered) >= _MODEL.whole and max(self.known) >= _MODEL.more)
        return not all(self.known) or min(self.covered) >= _MODEL.least

    def is_unlike(self) -> bool:
        """Whether the two say something else: they share no word, or one has several known words more."""
        if self.score < _MODEL.least:
            return all(self.known)
        return max(self.covered) >= _MODEL.whole and max(self.known) >= _MODEL.more


def pair_keywords(keywords: Mapping[str, Sequence[str]], agreed: Sequence[tuple[Stems, Stems]] = ()) -> KeywordPairs:
    """The keywords of two languages in pairs, best first by the words they share; what is left, by order.

    `agreed` are pairs of stems that count as the same (the glossary's), in the order of the lexicon's languages.
    """
    one, other = keywords
    table = lexicon(one, other)
    cut = [[segmented(_passage(word, tag)) for word in keywords[tag]] for tag in table.languages]
    matches = [_match((i, j), (a, b), table, agreed) for i, a in enumerate(cut[0]) for j, b in enumerate(cut[1])]
    matches.sort(key=lambda match: (-match.score, abs(match.pair[0] - match.pair[1])))
    free = [set(range(len(side))) for side in cut]
    chosen: list[_Match] = []
    for match in matches:
        enough = match.score >= _MODEL.least or len(free[0]) == len(free[1])
        if enough and match.pair[0] in free[0] and match.pair[1] in free[1]:
            free[0].remove(match.pair[0])
            free[1].remove(match.pair[1])
            chosen.append(match)
    chosen.sort(key=lambda match: match.pair)
    return KeywordPairs(
        table.languages,
        tuple(match.pair for match in chosen if match.is_pair()),
        tuple(match.pair for match in chosen if match.is_unlike()),
    )


def _passage(word: str, tag: str) -> Passage:
    return Passage(tag, word.replace(".", " ").replace("*", ""))


def _match(
    pair: tuple[int, int],
    texts: tuple[SegmentedText, SegmentedText],
    table: Lexicon,
    agreed: Sequence[tuple[Stems, Stems]],
) -> _Match:
    links = Links(texts, table, agreed, Weights(({}, {}), 1.0))
    if not all(text.sentences for text in texts):
        return _Match(pair, 0.0, (0.0, 0.0), (0, 0))
    covered = links.coverage(0, 0, (0,)), links.coverage(1, 0, (0,))
    lost = [
        [
            t
            for t, found in zip(texts[s].sentences[0].content, links.strengths(s, 0, 0), strict=True)
            if found < _MODEL.found
        ]
        for s in (0, 1)
    ]
    known = [sum(table.knows(side, token.key) for token in tokens) for side, tokens in enumerate(lost)]
    return _Match(pair, sum(covered) / 2, covered, (known[0], known[1]))


def unlike_keywords(
    keywords: Mapping[str, Sequence[str]], agreed: Sequence[tuple[Stems, Stems]] = ()
) -> tuple[Mapping[str, int], ...]:
    """The keywords, by their index in each language, that are left for each other and do not say the same.

    None where the languages have different numbers of keywords: it is not clear then which of them is missing.
    """
    if len({len(listed) for listed in keywords.values()}) > 1:
        return ()
    found = pair_keywords(keywords, agreed)
    return tuple(dict(zip(found.languages, pair, strict=True)) for pair in found.unlike)
