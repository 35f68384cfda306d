"""Where a term or name stands in a pair of sentences: its neighbours, and what is in its place on the other side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.one_to_one import one_to_one
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.align.word_alignment import type_of
from thesis_build.alignment.compare.models import TermModel
from thesis_build.alignment.compare.terms import TermOccurrences
from thesis_build.alignment.difference import Extent
from thesis_build.alignment.text.segmentation import Token
from thesis_build.languages.word_lists import words

Counts = tuple[Mapping[str, int], Mapping[str, int]]
"""How often each form of a word and each term, by its label, occurs in the whole text of each side."""

_MODEL = TermModel()


def is_even(unit: TermOccurrences, counts: Counts) -> bool:
    """Whether both texts have a unit equally often but for this pair of sentences."""
    return unit.counted(counts[0]) - unit.counted(counts[1]) == unit.surplus(0)


def is_shared(unit: TermOccurrences, counts: Counts) -> bool:
    """Whether both texts have a unit somewhere: what only one has may be a translation of what the other has."""
    return unit.term is not None or all(unit.counted(count) for count in counts)


def is_replaced(
    texts: Bitext, bead: Bead, side: int, place: list[Token], but: Sequence[Token] = (), known: bool = False
) -> bool:
    """Whether a word without partner, none of `but`, stands here between the neighbours of a term there.

    Where it must be `known`, it is a word of the tables or a name, and may be one whose partner another word took.
    """
    here, there = (texts.tokens(s, bead.sentences[s]) for s in (side, 1 - side))
    beside = around(there, place)
    matched = one_to_one(texts, bead)[side]
    return any(
        (matched.is_free(at) and _is_known(texts, side, token) if known else not matched.linked[at])
        and token not in but
        and shared_neighbours(texts, side, around(here, [token]), beside)
        for at, token in enumerate(matched.tokens)
    )


def _is_known(texts: Bitext, side: int, token: Token) -> bool:
    """Whether a word is one of the tables, or a name."""
    inner = token.text[:1].isupper() and not token.opens
    return inner or texts.links.lexicon.knows(side, token.key)


def apart(texts: Bitext, bead: Bead, unit: TermOccurrences, side: int) -> list[Token]:
    """The place of a unit that the other side lacks: the one whose neighbours are least like those of the others."""
    found, others = unit.places[side], unit.places[1 - side]
    if len(found) == 1 or not others:
        return found[-1]
    here, there = (texts.tokens(s, bead.sentences[s]) for s in (side, 1 - side))

    def in_common(place: list[Token]) -> float:
        beside = around(here, place)
        return max(shared_neighbours(texts, side, beside, around(there, other)) for other in others)

    return min(found, key=in_common)


def around(tokens: Sequence[Token], place: list[Token]) -> list[Token]:
    """The content words nearest to a place, before and after."""
    content = [token for token in tokens if token.content or token in place]
    first, last = content.index(place[0]), content.index(place[-1])
    return content[max(0, first - _MODEL.near) : first] + content[last + 1 : last + 1 + _MODEL.near]


def shared_neighbours(texts: Bitext, side: int, ones: list[Token], others: list[Token]) -> int:
    """How many words of a list have a partner in another."""
    kinds = {type_of(token) for token in others}
    return sum(
        max((s for kind, s in texts.links.partners(side, token).items() if kind in kinds), default=0.0)
        >= _MODEL.neighbour
        for token in ones
    )


def span(tokens: Sequence[Token]) -> Extent:
    """From where to where tokens reach."""
    return tokens[0].start, tokens[-1].end


def run(tokens: Sequence[Token], token: Token) -> int:
    """How many words with a capital stand in a row where a token stands."""
    at = first = last = tokens.index(token)
    while first > 0 and tokens[first - 1].text[0].isupper():
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].text[0].isupper():
        last += 1
    return last - first + 1 if tokens[at].text[0].isupper() else 1


def is_pointed_to(texts: Bitext, bead: Bead, side: int) -> bool:
    """Whether the other side has more words that point to something said before: tersebut, these."""
    counts = [
        sum(t.text.lower() in words(texts.language(s)).pointing for t in texts.tokens(s, bead.sentences[s]))
        for s in (side, 1 - side)
    ]
    return counts[1] > counts[0]
