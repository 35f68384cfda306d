"""Differences in negation: one side denies what the other affirms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thesis_build.alignment.beads import Bead
from thesis_build.alignment.differences import Difference
from thesis_build.alignment.links import type_of
from thesis_build.alignment.texts import Texts, Where
from thesis_build.languages.words import words
from thesis_build.model import Severity

_REACH = 6
"""A negation reaches so many words to its right."""
_HEAD = 3
_LINKED = 0.5


def negations(texts: Texts, taken: frozenset[Where]) -> Iterator[Difference]:
    """PAR308: a word that one side negates stands in the other side without any negation near it."""
    for bead in texts.pairs():
        if any((side, index) in taken for side in (0, 1) for index in bead.sentences[side]):
            continue
        found = [_negations(texts, bead, side) for side in (0, 1)]
        for side in (0, 1):
            spare = len(found[side]) - len(found[1 - side]) - _negative_words(texts, bead, 1 - side)
            if spare <= 0:
                continue
            for at in found[side]:
                if (difference := _denied(texts, bead, side, at)) is not None:
                    yield difference
                    break


def _denied(texts: Texts, bead: Bead, side: int, at: int) -> Difference | None:
    """The finding for a negation (the number of its token) whose word the other side affirms; else None."""
    tokens = texts.tokens(side, bead.sentences[side])
    there = texts.tokens(1 - side, bead.sentences[1 - side])
    head = next((t for t in tokens[at + 1 : at + 1 + _HEAD] if t.content and t.kind == "word"), None)
    if head is None:
        return None
    partners = texts.links.partners(side, head)
    matches = [i for i, t in enumerate(there) if partners.get(type_of(t), 0) >= _LINKED]
    lists = words(texts.language(1 - side)).negation
    for match in matches:
        near = [t.text.lower() for t in there[max(0, match - _REACH) : match + _HEAD]]
        if any(word in lists.words or word in lists.inherent for word in near):
            return None
    if not matches:
        return None
    place = tokens[at].start, head.end
    other = there[matches[0]]
    return texts.difference(
        "PAR308",
        Severity.WARNING,
        side,
        place,
        (other.start, other.end),
        negated=texts.quote(side, place),
        affirmed=other.text,
    )


def _negations(texts: Texts, bead: Bead, side: int) -> list[int]:
    """The numbers of the tokens of a bead's side that negate, without those in empty turns of phrase."""
    tokens = texts.tokens(side, bead.sentences[side])
    lists = words(texts.language(side)).negation
    lower = [token.text.lower() for token in tokens]
    return [at for at, word in enumerate(lower) if word in lists.words and not _is_idiom(lower, at, lists.idioms)]


def _is_idiom(lower: Sequence[str], at: int, idioms: Sequence[tuple[str, ...]]) -> bool:
    return any(
        tuple(lower[start : start + len(idiom)]) == idiom
        for idiom in idioms
        for start in range(max(0, at - len(idiom) + 1), at + 1)
    )


def _negative_words(texts: Texts, bead: Bead, side: int) -> int:
    """How many words of a side are negative by themselves and have no partner in the other side."""
    lists = words(texts.language(side)).negation
    count = 0
    for index in bead.sentences[side]:
        content = texts.sentence(side, index).content
        strengths = dict(zip(content, texts.links.best(side, index, bead.sentences[1 - side]), strict=True))
        for token in texts.sentence(side, index).tokens:
            lower = token.text.lower()
            negative = lower in lists.inherent or (
                len(lower) > 6
                and token.content
                and (lower.startswith(lists.prefixes) or lower.endswith(lists.suffixes))
            )
            count += negative and strengths.get(token, 0.0) < _LINKED
    return count
