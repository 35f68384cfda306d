"""Sentences that stand in the language of the other text, told by their function words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.alignment.differences import Difference
from thesis_build.alignment.sentences import Sentence, Version
from thesis_build.alignment.texts import Texts, Where
from thesis_build.languages.words import words
from thesis_build.model import Severity

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’|«[^«»]*»")
_SHORTEST = 4
_LEAST = 2


def untranslated(texts: Texts) -> Iterator[tuple[Difference, frozenset[Where]]]:
    """PAR402 where a whole text, PAR403 where a sentence stands in the other text's language."""
    for side in (0, 1):
        version = texts.versions[side]
        grades = {index: grade for index in range(len(version.sentences)) if (grade := _grade(texts, side, index))}
        sure = [index for index, grade in grades.items() if grade is Severity.ERROR]
        long = [index for index, sentence in enumerate(version.sentences) if len(sentence.tokens) >= _SHORTEST]
        if sure and len(sure) == len(long) and sum(len(version.sentences[index].tokens) for index in sure) >= 8:
            whole = texts.extent(side, (0, len(version.sentences) - 1))
            there = 0, len(texts.versions[1 - side].text)
            everything = frozenset((side, index) for index in range(len(version.sentences)))
            yield texts.difference("PAR402", Severity.ERROR, side, whole, there), everything
            continue
        for index, grade in grades.items():
            here = texts.extent(side, (index,))
            there = texts.counterpart(side, index)
            found = texts.difference("PAR403", grade, side, here, there, sentence=texts.quote(side, here))
            yield found, frozenset({(side, index)})


def _grade(texts: Texts, side: int, index: int) -> Severity | None:
    """How sure it is that a sentence is in the other language."""
    version = texts.versions[side]
    sentence = version.sentences[index]
    shown = _outside_quotations(version, sentence)
    if len(shown) < _SHORTEST:
        return None
    own = sum(word in words(texts.language(side)).function for word in shown)
    other = sum(word in words(texts.language(1 - side)).function for word in shown)
    if other >= _LEAST and other > 2 * own:
        return Severity.ERROR
    return Severity.WARNING if other > own and other > _LEAST else None


def _outside_quotations(version: Version, sentence: Sentence) -> list[str]:
    """The words of a sentence that are not in quotation marks, in lower case."""
    quoted = [match.span() for match in _QUOTED.finditer(version.text, sentence.start, sentence.end)]
    return [
        token.text.lower()
        for token in sentence.tokens
        if token.kind == "word" and not any(start <= token.start < end for start, end in quoted)
    ]
