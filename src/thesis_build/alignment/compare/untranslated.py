"""Sentences that stand in the language of the other text, known by their function words."""

from __future__ import annotations

import re
from collections import Counter

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.compare.models import LanguageModel
from thesis_build.alignment.compare.sentences import Found
from thesis_build.alignment.difference import Extents
from thesis_build.alignment.evidence import ForeignSentence, ForeignText
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import SegmentedText, Sentence, Token
from thesis_build.languages.stems import stem
from thesis_build.languages.word_lists import words

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’|«[^«»]*»")
_MODEL = LanguageModel()


def untranslated(texts: Bitext, explained: Extents) -> Found:
    """A whole text, or a sentence, in the language of the other text."""
    for side in (0, 1):
        text = texts.sides[side]
        others = _Sentences(texts.sides[1 - side])
        verdicts = ((index, _is_foreign(texts, side, index, others)) for index in range(len(text.sentences)))
        foreign = {index: clearly for index, clearly in verdicts if clearly is not None}
        sure = [index for index, clearly in foreign.items() if clearly]
        long = [index for index, sentence in enumerate(text.sentences) if len(sentence.tokens) >= _MODEL.shortest]
        if (
            sure
            and len(sure) == len(long)
            and sum(len(text.sentences[index].tokens) for index in sure) >= _MODEL.least_text
        ):
            whole = texts.extent(side, (0, len(text.sentences) - 1))
            there = 0, len(texts.sides[1 - side].text)
            explains = texts.extents(*((side, index) for index in range(len(text.sentences))))
            yield texts.difference(Kind.TEXT_UNTRANSLATED, side, whole, there, ForeignText()), explains
            continue
        for index, clearly in foreign.items():
            if not texts.is_explained(explained, side, index):
                here, there = texts.extent(side, (index,)), texts.counterpart(side, index)
                evidence = ForeignSentence(texts.quote(side, here), clearly)
                yield (
                    texts.difference(Kind.SENTENCE_UNTRANSLATED, side, here, there, evidence),
                    texts.extents((side, index)),
                )


def _is_foreign(texts: Bitext, side: int, index: int, others: _Sentences) -> bool | None:
    """Whether a sentence is clearly in the other language (True), perhaps (False), or in its own (None)."""
    text = texts.sides[side]
    sentence = text.sentences[index]
    copied = others.have(sentence)
    if copied and len(text.sentences) > 1 and _is_title(texts, 1 - side, sentence):
        return None
    shown = [t for t in sentence.tokens if t.kind == "word"] if copied else _outside_quotations(text, sentence)
    if len(shown) < (_MODEL.least if copied else _MODEL.shortest):
        return None
    lower = [token.text.lower() for token in shown]
    own, other = (sum(word in words(texts.language(s)).function for word in lower) for s in (side, 1 - side))
    if (other >= _MODEL.least and other > 2 * own) or (copied and other > own):
        return True
    if other > own == 0 and _vocabulary(texts, side, shown) >= _MODEL.shortest:
        return True
    return False if other > own and other > _MODEL.least else None


def _is_title(texts: Bitext, other: int, sentence: Sentence) -> bool:
    """Whether a sentence is a title in the language of the other side, each word but small ones with a capital."""
    small = words(texts.language(other)).stop | words(texts.language(1 - other)).function
    written = [t.text for t in sentence.content if t.kind == "word" and t.text.lower() not in small]
    return len(written) >= _MODEL.title and all(word[0].isupper() for word in written)


class _Sentences:
    """The sentences of a text, by the words in them."""

    def __init__(self, text: SegmentedText) -> None:
        words_of = (tuple(token.text.lower() for token in sentence.tokens) for sentence in text.sentences)
        self._known = [Counter(said) for said in dict.fromkeys(words_of)]
        self._with: dict[str, list[int]] = {}
        for number, said in enumerate(self._known):
            for word in said:
                self._with.setdefault(word, []).append(number)

    def have(self, sentence: Sentence) -> bool:
        """Whether one of them is the same sentence, word for word but for a few."""
        own = Counter(token.text.lower() for token in sentence.tokens)
        rarest = sorted(own.elements(), key=lambda word: len(self._with.get(word, ())))
        lacking = int((1 - _MODEL.copied) * len(rarest)) + 1  # of more words than that, a copy has one
        near = {number for word in rarest[: lacking + 1] for number in self._with.get(word, ())}
        return any(
            (own & theirs).total() >= _MODEL.copied * (own | theirs).total() > 0
            for theirs in map(self._known.__getitem__, near)
        )


def _vocabulary(texts: Bitext, side: int, shown: list[Token]) -> int:
    """How many more words are known to the other language only than to this one only."""
    lexicon = texts.links.lexicon
    balance = 0
    for token in shown:
        if token.content and not token.text[0].isupper():
            here = lexicon.knows(side, token.key)
            there = lexicon.knows(1 - side, stem(token.text, texts.language(1 - side)))
            balance += there - here
    return balance


def _is_in_compound(text: str, token: Token) -> bool:
    """Whether a word stands beside a hyphen: one-factor-at-a-time is one word, borrowed whole."""
    return "-" in (text[token.start - 1 : token.start], text[token.end : token.end + 1])


def _outside_quotations(text: SegmentedText, sentence: Sentence) -> list[Token]:
    """The words of a sentence that are not in quotation marks; all of them where hardly any are left."""
    quoted = [match.span() for match in _QUOTED.finditer(text.text, sentence.start, sentence.end)]
    found = [token for token in sentence.tokens if token.kind == "word" and not _is_in_compound(text.text, token)]
    outside = [token for token in found if not any(start <= token.start < end for start, end in quoted)]
    return outside if len(outside) >= _MODEL.shortest or 2 * len(outside) > len(found) else found
