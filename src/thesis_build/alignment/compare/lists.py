"""Lists, item by item: of three things that one language lists, the other lists two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.one_to_one import Matched, is_telling, one_to_one
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.compare.models import ListModel
from thesis_build.alignment.difference import Difference, Extents
from thesis_build.alignment.evidence import MissingClause
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token
from thesis_build.languages.word_lists import words

_MODEL = ListModel()

Item = tuple[Token, ...]


def list_items(texts: Bitext, explained: Extents) -> Iterator[Difference]:
    """The items of a list of which the other side has the neighbours only."""
    for bead in texts.unexplained(explained):
        sides = one_to_one(texts, bead)
        for side in (0, 1):
            numbers = {token: at for at, token in enumerate(sides[side].tokens)}
            for items in _lists(texts, side, bead):
                counted = [[numbers[token] for token in item if token in numbers] for item in items]
                for number in _missing(texts, side, counted, sides):
                    if items[number][0].content:  # no phrase that a preposition begins
                        yield _difference(texts, bead, side, [sides[side].tokens[at] for at in counted[number]])


def _lists(texts: Bitext, side: int, bead: Bead) -> Iterator[list[Item]]:
    """The lists of a side: what stands between commas before an "and", from the item after the first comma on."""
    lists = words(texts.language(side))
    for index in bead.sentences[side]:
        tokens = texts.sentence(side, index).tokens
        for at, token in enumerate(tokens):
            if token.text.lower() in lists.conjunctions and at < len(tokens) - 1:
                items = _before(texts, side, tokens, at)
                if len(items) > 1:
                    yield [*items, tokens[at + 1 : at + 1 + _MODEL.edge]]


def _before(texts: Bitext, side: int, tokens: Sequence[Token], conjunction: int) -> list[Item]:
    """The items before a conjunction; of the first, whose beginning is not marked, the last words only."""
    text = texts.sides[side].text
    items: list[Item] = []
    end = conjunction
    for at in range(conjunction - 1, -1, -1):
        gap = text[tokens[at].end : tokens[at + 1].start].strip("*_ ")
        if gap == "," and at + 1 < end:
            items.insert(0, tuple(tokens[at + 1 : end]))
            end = at + 1
        elif gap and gap != ",":
            return items
        if end - at > _MODEL.longest:
            break
    return [tuple(tokens[max(0, end - _MODEL.edge) : end]), *items]


def _missing(texts: Bitext, side: int, items: Sequence[Sequence[int]], sides: tuple[Matched, Matched]) -> Iterator[int]:
    """The items, by number, that the other side lacks while it has what stands before and after."""
    if not all(items) or _has_spare(texts, 1 - side, sides[1 - side]):
        return
    matched = sides[side]
    for number, item in enumerate(items[1:-1], 1):
        if not any(is_telling(texts.links.lexicon, side, matched.tokens[at]) for at in item):
            continue
        before, after = _partner(matched, items[number - 1][::-1]), _partner(matched, items[number + 1])
        if all(map(matched.is_free, item)) and before is not None and after is not None and _are_near(before, after):
            yield number


def _are_near(before: int, after: int) -> bool:
    """Whether the words that stand before and after an item follow each other."""
    return 0 < after - before <= _MODEL.near


def _has_spare(texts: Bitext, side: int, matched: Matched) -> bool:
    """Whether a side has a telling word that the other has not, which may stand for an item."""
    table = texts.links.lexicon
    return any(not matched.linked[at] and is_telling(table, side, token) for at, token in enumerate(matched.tokens))


def _difference(texts: Bitext, bead: Bead, side: int, item: Sequence[Token]) -> Difference:
    place = item[0].start, item[-1].end
    there = texts.extent(1 - side, bead.sentences[1 - side])
    return texts.difference(Kind.CLAUSE_MISSING, 1 - side, there, place, MissingClause(texts.quote(side, place)))


def _partner(matched: Matched, item: Sequence[int]) -> int | None:
    """The number of the partner of the first word of an item that has one."""
    return next((p for at in item if (p := matched.partners[at]) is not None and p >= 0), None)
