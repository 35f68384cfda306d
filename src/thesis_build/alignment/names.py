"""Names in a pair of sentences: words that both languages write alike, and how often each side has them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from thesis_build.alignment.beads import Bead
from thesis_build.alignment.links import type_of
from thesis_build.alignment.sentences import Token
from thesis_build.alignment.terms import Unit
from thesis_build.alignment.texts import Texts
from thesis_build.languages.words import respelt

_TRANSLATES = 0.5


def differing_names(texts: Texts, bead: Bead, told: frozenset[Token]) -> list[Unit]:
    """The names that the sides of a bead do not have equally often, without the tokens of terms already told."""
    tokens = [[t for t in texts.tokens(side, bead.sentences[side]) if t.kind in ("word", "code")] for side in (0, 1)]
    families: dict[str, tuple[list[Token], list[Token]]] = defaultdict(lambda: ([], []))
    for side in (0, 1):
        for token in tokens[side]:
            if token not in told:
                families[family(token, texts.language(side))][side].append(token)
    out = []
    for name, found in families.items():
        if len(found[0]) == len(found[1]) or not any(is_name(token) for token in found[0] + found[1]):
            continue
        side = 0 if len(found[0]) > len(found[1]) else 1
        if found[1 - side] or not _is_translated(texts, bead, side, found[side][0], tokens[1 - side]):
            out.append(Unit(name, ([[token] for token in found[0]], [[token] for token in found[1]])))
    return out


def _is_translated(texts: Texts, bead: Bead, side: int, token: Token, there: list[Token]) -> bool:
    """Whether the other side has a translation of a name that it does not have as such."""
    partners = texts.links.partners(side, token)
    if any(partners.get(type_of(candidate), 0) >= _TRANSLATES for candidate in there):
        return True
    for index in bead.sentences[side]:
        content = texts.sentence(side, index).content
        if token in content:
            return texts.links.best(side, index, bead.sentences[1 - side])[content.index(token)] >= _TRANSLATES
    return False


def family(token: Token, language: str) -> str:
    """What the forms of one name have in common in all languages: Seoul, SEOUL, Seoul's."""
    return token.key if token.kind == "code" else respelt(token.text.lower().replace("-", ""), language)


def is_name(token: Token) -> bool:
    """Whether a token is written as a name: with a capital inside a sentence, or with capitals or digits in it."""
    if token.kind == "code":
        return True
    if token.kind != "word" or not token.content:
        return False
    inner = token.text[1:]
    return inner != inner.lower() or (token.text[0].isupper() and not token.opens)


def count_families(tokens: Sequence[Token], language: str) -> Counter[str]:
    """How often each family of names or words occurs."""
    return Counter(family(token, language) for token in tokens if token.kind in ("word", "code"))
