"""Differences in negation: one side denies what the other affirms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.one_to_one import one_to_one
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.align.word_alignment import type_of
from thesis_build.alignment.compare.models import NegationModel
from thesis_build.alignment.difference import Difference, Extent, Extents
from thesis_build.alignment.evidence import NegatedWord
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token
from thesis_build.languages.stems import stem
from thesis_build.languages.word_lists import words

_MODEL = NegationModel()


def negations(texts: Bitext, explained: Extents) -> Iterator[Difference]:
    """One side has more negations than the other has negations and words that are negative by themselves."""
    for bead in texts.unexplained(explained):
        every = [_negations(texts, bead, side) for side in (0, 1)]
        found = [[each.at for each in side if not (each.idle or each.again)] for side in every]
        for side in (0, 1):
            spare = min(a - b for a, b in zip(_counts(every[side]), _counts(every[1 - side]), strict=True))
            if found[side] and spare > 0 and spare > _negative_words(texts, bead, 1 - side):
                yield _denied(texts, bead, side, found[side])
            elif spare > 0 and (plain := [at for at in found[side] if _is_plainly_affirmed(texts, bead, side, at)]):
                yield _denied(texts, bead, side, plain)
            else:
                for one, other in _privatives(texts, bead, side)[:1]:
                    yield _difference(texts, side, (one.start, one.end), (other.start, other.end))


def _denied(texts: Bitext, bead: Bead, side: int, found: Sequence[int]) -> Difference:
    """The difference for the negation whose word the other side affirms most clearly."""
    tokens = texts.tokens(side, bead.sentences[side])
    at, match = min(((at, _affirmed(texts, bead, side, at)) for at in found), key=lambda pair: pair[1] is None)
    head = _head(tokens, at)
    here = tokens[at].start, (head or tokens[at]).end
    there = (match.start, match.end) if match else texts.extent(1 - side, bead.sentences[1 - side])
    coverages = [texts.links.coverage(s, index, bead.sentences[1 - s]) for s in (0, 1) for index in bead.sentences[s]]
    least = _MODEL.corresponding if match else _MODEL.alike
    corresponding = sum(coverages) / len(coverages) >= least and not (
        match is None and _may_deny(texts, bead, 1 - side)
    )
    return _difference(texts, side, here, there, corresponding)


def _may_deny(texts: Bitext, bead: Bead, side: int) -> bool:
    """Whether a side has a word without translation that begins as negative words do: imbalanced."""
    lists = words(texts.language(side)).negation
    prefixes = lists.prefixes + lists.doubtful
    matched = one_to_one(texts, bead)[side]
    return any(
        not matched.linked[at] and token.text.lower().startswith(prefixes) for at, token in enumerate(matched.tokens)
    )


def _difference(texts: Bitext, side: int, here: Extent, there: Extent, corresponding: bool = True) -> Difference:
    evidence = NegatedWord(texts.quote(side, here), texts.quote(1 - side, there), corresponding)
    return texts.difference(Kind.NEGATION, side, here, there, evidence)


def _head(tokens: Sequence[Token], at: int) -> Token | None:
    """The word that a negation turns round."""
    return next((t for t in tokens[at + 1 : at + 1 + _MODEL.head] if t.content and t.kind == "word"), None)


def _affirmed(texts: Bitext, bead: Bead, side: int, at: int) -> Token | None:
    """The translation of a negated word if the other side has it, and without a negation before it."""
    head = _head(texts.tokens(side, bead.sentences[side]), at)
    there = texts.tokens(1 - side, bead.sentences[1 - side])
    partners = texts.links.partners(side, head) if head else {}
    negative = words(texts.language(1 - side)).negation.words
    found = [index for index, token in enumerate(there) if partners.get(type_of(token), 0) >= _MODEL.linked]
    for index in found:
        if not any(token.text.lower() in negative for token in there[max(0, index - _MODEL.reach) : index]):
            return there[index]
    return None


def _is_plainly_affirmed(texts: Bitext, bead: Bead, side: int, at: int) -> bool:
    """Whether a negated word has a translation of its own in the other side with nothing negative near it."""
    match = _affirmed(texts, bead, side, at)
    if match is None or not match.content:
        return False
    here = texts.tokens(side, bead.sentences[side])
    if sum(texts.links.partners(side, token).get(type_of(match), 0) >= _MODEL.linked for token in here) > 1:
        return False
    there = texts.tokens(1 - side, bead.sentences[1 - side])
    index = there.index(match)
    near = [token.text.lower() for token in there[max(0, index - _MODEL.reach) : index + _MODEL.reach]]
    phrases = words(texts.language(1 - side)).negation.phrases
    return not any(_has(near, phrase) for phrase in phrases) and not _is_turned(texts, there, index, 1 - side, bead)


@dataclass(frozen=True, slots=True)
class _Negation:
    """A token, by number, that negates; `idle` in an empty turn of phrase, `again` where it may only repeat another."""

    at: int
    idle: bool
    again: bool


def _counts(found: Sequence[_Negation]) -> tuple[int, int, int, int]:
    """How many negations there are, counting idle ones and repetitions or not: languages do not repeat alike."""
    idle, again = sum(each.idle for each in found), sum(each.again for each in found)
    both = sum(each.idle and each.again for each in found)
    return len(found), len(found) - idle, len(found) - again, len(found) - idle - again + both


def _negations(texts: Bitext, bead: Bead, side: int) -> list[_Negation]:
    """The negations of a bead's side."""
    tokens = texts.tokens(side, bead.sentences[side])
    lists = words(texts.language(side)).negation
    lower = [token.text.lower() for token in tokens]
    found: list[_Negation] = []
    for at, word in enumerate(lower):
        if word in lists.words and not _is_number(tokens, at) and not _is_in_name(tokens, at):
            again = bool(found) and (word in lists.repeated or word in lower[max(0, at - _MODEL.again) : at])
            idle = _is_idiom(lower, at, lists.idioms) or _is_tag(texts, side, tokens, at)
            found.append(_Negation(at, idle, again))
    return found


def _is_tag(texts: Bitext, side: int, tokens: Sequence[Token], at: int) -> bool:
    """Whether a negation only asks for assent, as the last word of a question: Harganya naik, bukan?"""
    return texts.sides[side].text.startswith("?", tokens[at].end)


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the abbreviation of "number": No. 1."""
    return tokens[at].text == "No" and at + 1 < len(tokens) and tokens[at + 1].kind in ("number", "code")


def _is_in_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is part of a name: No Language Left Behind."""
    following = tokens[at + 1 : at + 2]
    return not tokens[at].opens and all(t.text[:1].isupper() and not t.text.isupper() for t in (tokens[at], *following))


def _has(lower: Sequence[str], phrase: tuple[str, ...]) -> bool:
    return any(tuple(lower[at : at + len(phrase)]) == phrase for at in range(len(lower)))


def _is_idiom(lower: Sequence[str], at: int, idioms: Sequence[tuple[str, ...]]) -> bool:
    return any(
        tuple(lower[start : start + len(idiom)]) == idiom
        for idiom in idioms
        for start in range(max(0, at - len(idiom) + 1), at + 1)
    )


def _negative_words(texts: Bitext, bead: Bead, side: int) -> int:
    """How many words of a side are negative by themselves and have no partner in the other side."""
    lists = words(texts.language(side)).negation
    there = texts.tokens(1 - side, bead.sentences[1 - side])
    said = [token.text.lower() for token in texts.tokens(side, bead.sentences[side])]
    count = sum(_has(said, phrase) for phrase in lists.phrases)
    for number, token in enumerate(texts.tokens(side, bead.sentences[side])):
        if token.kind != "word" or _is_idiom(said, number, lists.idioms):
            continue
        lower = token.text.lower()
        affixed = lists.unmistakable.match(lower) is not None or _base(texts, side, token) is not None
        if not affixed and lower not in lists.inherent:
            continue
        partners = texts.links.partners(side, token)
        matches = [at for at, t in enumerate(there) if partners.get(type_of(t), 0) >= _MODEL.linked]
        count += not any(not _is_negated(texts, there, at, 1 - side) for at in matches)
    return count


def _is_negated(texts: Bitext, tokens: Sequence[Token], at: int, side: int) -> bool:
    """Whether a word is a negation, or one stands right before it."""
    negative = words(texts.language(side)).negation.words
    return any(token.text.lower() in negative for token in tokens[max(0, at - 2) : at + 1])


def _base(texts: Bitext, side: int, token: Token) -> str | None:
    """The stem of the word that a negative affix turns round: clean, for unclean; None where there is no such affix."""
    lists = words(texts.language(side)).negation
    lower = token.text.lower()
    rests = [lower[len(prefix) :] for prefix in lists.prefixes if lower.startswith(prefix)]
    doubtful = [lower[len(prefix) :] for prefix in lists.doubtful if lower.startswith(prefix)]
    if doubtful and texts.links.lexicon.knows(side, token.key) and not _is_plain(texts, side, token):
        rests += doubtful
    rests += [lower[: -len(suffix)] for suffix in lists.suffixes if lower.endswith(suffix)]
    known = (stem(rest.strip("-"), texts.language(side)) for rest in rests if len(rest) >= _MODEL.shortest)
    return next((base for base in known if texts.links.lexicon.knows(side, base)), None)


def _is_plain(texts: Bitext, side: int, token: Token) -> bool:
    """Whether hardly any translation of a word has a negation, so that it only looks like a negative one: insight."""
    other = words(texts.language(1 - side)).negation
    translations = texts.links.lexicon.meanings(side, token.key)
    begun = tuple(word for word in other.words if len(word) >= _MODEL.joined)  # tidakstabil is a stem
    denying = other.words | other.inherent
    negative = sum(
        any(word in denying or word.startswith(begun) for word in translation.split()) for translation in translations
    )
    return bool(translations) and negative <= _MODEL.hardly_negative * len(translations)


def _privatives(texts: Bitext, bead: Bead, side: int) -> list[tuple[Token, Token]]:
    """The words of a side with a negative affix whose other half the other side has without a negation: both tokens."""
    there = texts.tokens(1 - side, bead.sentences[1 - side])
    out = []
    for token in texts.tokens(side, bead.sentences[side]):
        base = _base(texts, side, token) if token.kind == "word" and token.content else None
        if base is None:
            continue
        lexicon, partners = texts.links.lexicon, texts.links.partners(side, token)
        matches = [at for at, t in enumerate(there) if t.content and lexicon.links(side, base, t.key) >= _MODEL.own]
        if any(type_of(t) in partners and at not in matches for at, t in enumerate(there)):
            continue
        if matches and not any(_is_turned(texts, there, at, 1 - side, bead) for at in matches):
            out.append((token, there[matches[0]]))
    return out


def _is_turned(texts: Bitext, tokens: Sequence[Token], at: int, side: int, bead: Bead) -> bool:
    """Whether a word is negated, or negative in some other way, or stands beside a word that is.

    A negation before a comma, and a negative word that the other side has too, say nothing about the word.
    """
    lists = words(texts.language(side)).negation
    lower = [token.text.lower() for token in tokens]
    reach = range(max(0, at - _MODEL.reach), min(len(tokens), at + _MODEL.head))
    near = [index for index in reach if not _is_idiom(lower, index, lists.idioms)]
    if any(lower[index] in lists.words and not _is_apart(texts, side, tokens, index, at) for index in near):
        return True
    negative = [index for index in near if lower[index] in lists.inherent]
    if any(not _is_found(texts, side, bead, tokens[index]) for index in negative if index != at):
        return True
    affixed = any(lists.unmistakable.match(lower[index]) for index in near)
    return affixed or at in negative or _base(texts, side, tokens[at]) is not None


def _is_found(texts: Bitext, side: int, bead: Bead, token: Token) -> bool:
    """Whether the other side has a translation of a word that is not negative by its affix."""
    partners = texts.links.partners(side, token)
    there = texts.tokens(1 - side, bead.sentences[1 - side])
    said = (other for other in there if other.content and type_of(other) in partners)
    return any(_base(texts, 1 - side, other) is None for other in said)


def _is_apart(texts: Bitext, side: int, tokens: Sequence[Token], negation: int, at: int) -> bool:
    """Whether a comma stands between the word that a negation turns round and another one, further on."""
    head = _head(tokens, negation)
    return (
        head is not None and head.end < tokens[at].start and "," in texts.sides[side].text[head.end : tokens[at].start]
    )
