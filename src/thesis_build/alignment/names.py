"""Differences in names: one side has a name, an acronym or a code where the other has another one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thesis_build.alignment.beads import Bead
from thesis_build.alignment.differences import Difference
from thesis_build.alignment.links import cognate, type_of
from thesis_build.alignment.sentences import Token
from thesis_build.alignment.texts import Span, Texts, Where
from thesis_build.languages.words import respelt
from thesis_build.model import Severity

_TRANSLATES = 0.5
_NEAR = 2
_MANY = 2
"""More names too many or too few on a side are a different way of telling, not a slip."""


@dataclass(frozen=True, slots=True)
class _Surplus:
    """A name of which one side of a bead has more: its family, and the tokens of each side."""

    family: str
    tokens: tuple[list[Token], list[Token]]


def differing_names(
    texts: Texts, counts: tuple[Mapping[str, int], Mapping[str, int]], taken: frozenset[Where], told: Sequence[Span]
) -> Iterator[Difference]:
    """PAR307 (codes), PAR304 (acronyms), PAR306 (other names): a name too many here and another too few.

    `counts` are how often each word occurs in the whole of both texts: a name that no text shares with the other
    may be a translation. `told` are places of the first text that another finding is about.
    """
    for bead in texts.pairs():
        if any((side, index) in taken for side in (0, 1) for index in bead.sentences[side]):
            continue
        surplus = _surpluses(texts, bead)
        extra = [[s for s in surplus if len(s.tokens[side]) > len(s.tokens[1 - side])] for side in (0, 1)]
        if not (extra[0] and extra[1]) or max(map(len, extra)) > _MANY:
            continue
        for one, other in zip(*extra, strict=False):
            if any(min(c.get(s.family, 0) for c in counts) > 0 for s in (one, other)):
                yield _difference(texts, bead, one, other)


def _difference(texts: Texts, bead: Bead, one: _Surplus, other: _Surplus) -> Difference:
    """The finding for a name of the first side and another of the second."""
    a, b = _apart(texts, bead, one, 0), _apart(texts, bead, other, 1)
    sure = (not one.tokens[1] and not other.tokens[0]) or _same_place(texts, bead, a, b)
    code = "PAR306"
    if a.kind == b.kind == "code":
        code = "PAR307"
    elif a.text.isupper() and b.text.isupper() and len(a.text) > 1:
        code = "PAR304"
    return texts.difference(
        code,
        Severity.ERROR if sure else Severity.WARNING,
        0,
        (a.start, a.end),
        (b.start, b.end),
        here=a.text,
        there=b.text,
    )


def _surpluses(texts: Texts, bead: Bead) -> list[_Surplus]:
    """The names of a bead that its sides do not have equally often."""
    tokens = [[t for t in texts.tokens(side, bead.sentences[side]) if t.kind in ("word", "code")] for side in (0, 1)]
    families: dict[str, tuple[list[Token], list[Token]]] = defaultdict(lambda: ([], []))
    for side in (0, 1):
        for token in tokens[side]:
            families[family(token, texts.language(side))][side].append(token)
    out = []
    for name, found in families.items():
        if len(found[0]) == len(found[1]) or not any(is_name(token) for token in found[0] + found[1]):
            continue
        side = 0 if len(found[0]) > len(found[1]) else 1
        if not all(_is_told(texts, bead, side, token, tokens[1 - side], name) for token in found[side][:1]):
            out.append(_Surplus(name, found))
    return out


def _is_told(texts: Texts, bead: Bead, side: int, token: Token, there: list[Token], name: str) -> bool:
    """Whether the other side has a translation of a name, or the name in another form."""
    partners = texts.links.partners(side, token)
    other = texts.language(1 - side)
    for candidate in there:
        if family(candidate, other) == name:
            continue
        if partners.get(type_of(candidate), 0) >= _TRANSLATES:
            return True
    sentences = bead.sentences[side]
    for index in sentences:
        content = texts.sentence(side, index).content
        if token in content:
            strength = texts.links.best(side, index, bead.sentences[1 - side])[content.index(token)]
            return strength == 0.95 and not any(family(c, other) == name for c in there)
    return False


def family(token: Token, language: str) -> str:
    """What the forms of one name have in common in all languages: Seoul, SEOUL, seoul's."""
    return token.key if token.kind == "code" else respelt(token.text.lower().replace("-", ""), language)


def is_name(token: Token) -> bool:
    """Whether a token is written as a name: with a capital inside a sentence, or with capitals or digits in it."""
    if token.kind == "code":
        return True
    if token.kind != "word" or not token.content:
        return False
    inner = token.text[1:]
    return inner != inner.lower() or (token.text[0].isupper() and not token.opens)


def count_names(tokens: Sequence[Token], language: str) -> Counter[str]:
    """How often each family of names or words occurs."""
    return Counter(family(token, language) for token in tokens if token.kind in ("word", "code"))


# ── where it stands ─────────────────────────────────────────────────────────────────────────────


def _apart(texts: Texts, bead: Bead, surplus: _Surplus, side: int) -> Token:
    """The token of a name that the other side lacks: the one whose neighbours are least like those of the others."""
    found, others = surplus.tokens[side], surplus.tokens[1 - side]
    if not others:
        return found[-1]
    here, there = (texts.tokens(s, bead.sentences[s]) for s in (side, 1 - side))

    def company(token: Token) -> float:
        around = _around(here, token)
        return max(_likeness(texts, side, around, _around(there, other)) for other in others)

    return min(found, key=company)


def _same_place(texts: Texts, bead: Bead, a: Token, b: Token) -> bool:
    """Whether two names, one of each side, have a neighbour in common."""
    here, there = (texts.tokens(side, bead.sentences[side]) for side in (0, 1))
    return _likeness(texts, 0, _around(here, a), _around(there, b)) >= 1


def _around(tokens: Sequence[Token], token: Token) -> list[Token]:
    content = [t for t in tokens if t.content or t is token]
    at = content.index(token) if token in content else 0
    return [t for t in content[max(0, at - _NEAR) : at + _NEAR + 1] if t is not token]


def _likeness(texts: Texts, side: int, ones: list[Token], others: list[Token]) -> float:
    """How many words of a list have a partner in another."""
    kinds = {type_of(token) for token in others}
    return sum(
        max((s for partner, s in texts.links.partners(side, token).items() if partner in kinds), default=0.0) >= 0.75
        for token in ones
    )


__all__ = ["cognate", "count_names", "differing_names", "family", "is_name"]
