"""Names in a pair of sentences: words that both languages write alike, and how often each side has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.align.word_alignment import type_of
from thesis_build.alignment.compare.models import TermModel
from thesis_build.alignment.compare.terms import TermOccurrences
from thesis_build.alignment.text.segmentation import Token
from thesis_build.languages.stems import stem
from thesis_build.languages.word_lists import words

_MODEL = TermModel()
_CAPITALS = re.compile(r"[A-Z]")
_ROMAN = re.compile(r"[IVXLC]+")


def differing_names(texts: Bitext, bead: Bead, known: frozenset[Token]) -> list[TermOccurrences]:
    """The names that the sides of a bead do not have equally often, without the tokens of terms already found."""
    tokens = [[t for t in texts.tokens(side, bead.sentences[side]) if t.kind in ("word", "code")] for side in (0, 1)]
    spelt = _spelt_out(tokens[0], tokens[1]) | _spelt_out(tokens[1], tokens[0]) | known
    spelt |= _run_together(tokens[0], tokens[1]) | _run_together(tokens[1], tokens[0])
    titles = [words(texts.language(side)).abbreviations for side in (0, 1)]
    shown = [
        [t for t in tokens[side] if t not in spelt and t.text not in titles[side] and (t.content or t.text.isupper())]
        for side in (0, 1)
    ]
    proven = proven_names(texts)
    out = []
    for forms in _families(texts, shown[0], shown[1]):
        found = [[t for t in side if form(t) in forms] for side in shown]
        side = 0 if len(found[0]) > len(found[1]) else 1
        written = sum(is_name(token) or (token.opens and form(token) in proven) for token in found[side])
        if len(found[0]) == len(found[1]) or 2 * written <= len(found[side]):
            continue
        found[side].sort(key=is_name)
        if found[1 - side] or not _is_in_phrase(texts, bead, side, found[side][0]):
            label = form(found[side][0])
            out.append(TermOccurrences(label, ([[t] for t in found[0]], [[t] for t in found[1]]), forms=forms))
    return out


def _families(texts: Bitext, ones: list[Token], others: list[Token]) -> list[frozenset[str]]:
    """The forms of each name: one word in both texts, and what is linked to it as its translation."""
    proven = proven_names(texts)
    group: dict[str, set[str]] = {form(token): {form(token)} for token in ones + others}
    names = {form(token) for token in ones + others if is_name(token) or (token.opens and form(token) in proven)}
    kinds = {type_of(token): form(token) for token in others}
    for token in ones:
        for kind, strength in texts.links.partners(0, token).items():
            other = kinds.get(kind)
            if other is not None and strength >= _MODEL.same_name and (form(token) in names or other in names):
                joined = group[form(token)] | group[other]
                for member in joined:
                    group[member] = joined
    unique = {id(members): members for name, members in group.items() if name in names}
    return [frozenset(members) for members in unique.values()]


def _run_together(tokens: list[Token], there: list[Token]) -> frozenset[Token]:
    """The names that the other side writes as one word or abbreviates by their capitals: OSM Tracker, OpenStreetMap."""
    found: set[Token] = set()
    for token in tokens:
        capitals = _CAPITALS.findall(token.text)
        if len(capitals) < _MODEL.enough or len(token.text) < 2 * len(capitals):  # MAsPE is a slip for MAPE
            continue
        for at, other in enumerate(there):
            following = there[at + 1 : at + 2]
            if other.text == "".join(capitals):
                found.update((token, other))
            elif following and other.text + following[0].text == token.text:
                found.update((token, other, *following))
    return frozenset(found)


def _spelt_out(tokens: list[Token], there: list[Token]) -> frozenset[Token]:
    """The acronyms of a side that the other spells out where they stand, and the words that spell them."""
    found: set[Token] = set()
    initials, own = ("".join(token.text[0].upper() for token in side) for side in (there, tokens))
    for token in tokens:
        letters = token.text
        if not (letters.isupper() and letters.isalpha() and len(letters) > 1) or letters in own:
            continue
        at = initials.find(letters)
        spelling = there[at : at + len(letters)] if at >= 0 else []
        if spelling and _may_be_acronym(spelling) and not any(other.text == letters for other in there):
            found.update((token, *spelling))
    return frozenset(found)


def _may_be_acronym(spelling: list[Token]) -> bool:
    """Whether words are of the kind of which acronyms are made: all with a capital, or three or more of weight."""
    return all(token.text[0].isupper() for token in spelling) or (
        len(spelling) >= _MODEL.acronym and all(token.content for token in spelling)
    )


def _is_in_phrase(texts: Bitext, bead: Bead, side: int, token: Token) -> bool:
    """Whether a name is part of words that the other side has a translation of."""
    for index in bead.sentences[side]:
        content = texts.sentence(side, index).content
        if token in content:
            return texts.links.best(side, index, bead.sentences[1 - side])[content.index(token)] >= _MODEL.translates
    return False


def form(token: Token) -> str:
    """A name as it is counted: in lower case and without the ending of the plural."""
    return token.key if token.kind == "code" else token.text.lower().removesuffix("s")


def is_name(token: Token) -> bool:
    """Whether a token is written as a name: with a capital inside a sentence, or with capitals or digits in it."""
    if token.kind == "code":
        return True
    if token.kind != "word" or not token.content or len(token.text) < _MODEL.shortest_name:
        return False
    if _ROMAN.fullmatch(token.text):
        return False
    inner = token.text[1:]
    return inner != inner.lower() or (token.text[0].isupper() and not token.opens)


def is_meant(texts: Bitext, side: int, token: Token) -> bool:
    """Whether a word with one capital has a translation unlike itself; what the tables leave as it is, is a name."""
    if token.kind != "word" or token.text[1:] != token.text[1:].lower():
        return False
    lower, lexicon = token.text.lower(), texts.links.lexicon
    meanings = lexicon.meanings(side, token.key)
    if not meanings or lower in meanings:
        return False
    same = stem(lower, texts.language(1 - side))  # Weibull is in the tables as weibul; but period has other meanings
    back = lexicon.meanings(1 - side, same) if same in meanings else {}
    return {entry for entry in back if " " not in entry} != {token.key}


@lru_cache(maxsize=64)
def proven_names(texts: Bitext) -> frozenset[str]:
    """The words that either text writes with a capital inside a sentence, and neither without one."""
    tokens = [token for side in texts.sides for sentence in side.sentences for token in sentence.tokens]
    small = {form(token) for token in tokens if token.text[:1].islower()}
    return frozenset(form(token) for token in tokens if is_name(token)) - small


def count_forms(tokens: Sequence[Token]) -> Counter[str]:
    """How often each name or word occurs, by its form."""
    return Counter(form(token) for token in tokens if token.kind in ("word", "code"))
