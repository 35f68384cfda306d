"""Differences between the keyword lists of two languages; their order is never judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thesis_build.alignment.links import Links, Weights
from thesis_build.alignment.passages import Passage
from thesis_build.alignment.sentences import version
from thesis_build.languages.lexicon import Stems, lexicon
from thesis_build.model import Severity

_ENOUGH = 0.5
_NONE = 0.2


@dataclass(frozen=True, slots=True)
class KeywordPairs:
    """Which keywords of two languages are pairs, by index, and those left over of each."""

    languages: tuple[str, str]
    pairs: tuple[tuple[int, int], ...]
    unlike: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class KeywordDifference:
    """A fault of two keyword lists; `keywords[language]` is the index of the keyword it is about."""

    code: str
    severity: Severity
    keywords: Mapping[str, int]
    arguments: Mapping[str, object]


def pair_keywords(keywords: Mapping[str, Sequence[str]], agreed: Sequence[tuple[Stems, Stems]] = ()) -> KeywordPairs:
    """The keywords of two languages in pairs, best first by the words they share; the rest by order where it fits.

    `agreed` are pairs of stems that count as the same (the glossary's), in the order of the lexicon's languages.
    """
    one, other = keywords
    table = lexicon(one, other)
    first, second = table.languages
    texts = [[_passage(word, tag) for word in keywords[tag]] for tag in (first, second)]
    scores: list[tuple[float, int, int]] = []
    for i, a in enumerate(texts[0]):
        for j, b in enumerate(texts[1]):
            links = Links((version(a), version(b)), table, agreed, Weights(({}, {}), 1.0))
            if links.versions[0].sentences and links.versions[1].sentences:
                scores.append((links.mutual(0, 0), i, j))
    return _matched((first, second), sorted(scores, key=lambda score: (-score[0], abs(score[1] - score[2]))), texts)


def _passage(word: str, tag: str) -> Passage:
    return Passage(tag, word.replace(".", " ").replace("*", ""))


def _matched(
    languages: tuple[str, str], scores: list[tuple[float, int, int]], texts: list[list[Passage]]
) -> KeywordPairs:
    free = [set(range(len(side))) for side in texts]
    pairs: list[tuple[int, int]] = []
    unlike: list[tuple[int, int]] = []
    for score, i, j in scores:
        if i in free[0] and j in free[1] and score >= _NONE:
            free[0].remove(i)
            free[1].remove(j)
            (pairs if score >= _ENOUGH else unlike).append((i, j))
    if len(free[0]) == len(free[1]):
        unlike.extend(zip(sorted(free[0]), sorted(free[1]), strict=True))
    return KeywordPairs(languages, tuple(sorted(pairs)), tuple(sorted(unlike)))


def compare_keywords(
    keywords: Mapping[str, Sequence[str]], agreed: Sequence[tuple[Stems, Stems]] = ()
) -> tuple[KeywordDifference, ...]:
    """PAR701 where the languages have different numbers of keywords; PAR703 where two do not say the same."""
    counts = {tag: len(words) for tag, words in keywords.items()}
    if len(set(counts.values())) > 1:
        fewest = min(counts, key=counts.__getitem__)
        return (KeywordDifference("PAR701", Severity.ERROR, {}, {"language": fewest, "counts": counts}),)
    found = pair_keywords(keywords, agreed)
    out = []
    for pair in found.unlike:
        words = {tag: keywords[tag][index] for tag, index in zip(found.languages, pair, strict=True)}
        if _known(words):
            places = dict(zip(found.languages, pair, strict=True))
            out.append(KeywordDifference("PAR703", Severity.WARNING, places, words))
    return tuple(out)


def _known(words: Mapping[str, str]) -> bool:
    """Whether the lexicon knows a word of each keyword, so that it may say that they differ."""
    one, other = words
    table = lexicon(one, other)
    first, second = (version(_passage(words[tag], tag)) for tag in table.languages)
    reverse = table.seconds
    return any(table.partners(token.key) for s in first.sentences for token in s.content) and any(
        token.key in reverse for s in second.sentences for token in s.content
    )
