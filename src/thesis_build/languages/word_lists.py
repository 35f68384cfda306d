"""The words of a language by which its texts are read: function words, negations, abbreviations (`words-TAG.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Negation:
    """How a language negates.

    Words; those of them that only repeat another one; words and phrases negative by themselves; affixes of such words,
    doubtful ones that begin others too, forms that have one whatever the rest; turns of phrase that deny nothing.
    """

    words: frozenset[str]
    repeated: frozenset[str]
    inherent: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    prefixes: tuple[str, ...]
    doubtful: tuple[str, ...]
    suffixes: tuple[str, ...]
    unmistakable: re.Pattern[str]
    idioms: tuple[tuple[str, ...], ...]


Poles = tuple[frozenset[str], frozenset[str]]
"""The words for one pole of something (rise, high, accept), and those for the other (fall, low, reject)."""


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of a language, in lower case but for abbreviations; `joined` are prefixes, `stemmer` for stems.

    `poles` are opposites by name, each with the words for either.
    `leftover` are small words that show this language in the text of another, `joining` those that join two names;
    `and_others`, `keyword_labels` and `self_reference` (patterns) are the wordings of what their names say.
    """

    function: frozenset[str]
    stop: frozenset[str]
    abbreviations: frozenset[str]
    negation: Negation
    endings: tuple[tuple[re.Pattern[str], str], ...]
    joined: frozenset[str]
    spelling: tuple[tuple[re.Pattern[str], str], ...]
    number_prefixes: tuple[str, ...]
    number_endings: frozenset[str]
    stemmer: Mapping[str, Any]
    leftover: frozenset[str]
    joining: frozenset[str]
    poles: Mapping[str, Poles]
    and_others: tuple[str, ...]
    keyword_labels: tuple[str, ...]
    self_reference: tuple[str, ...]


@cache
def words(language: str) -> Words:
    """The word lists of the language with this tag."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    source = resources.files("thesis_build.languages").joinpath(f"words-{language}.yaml")
    lists = yaml.load(source.read_text(encoding="utf-8"), Loader=loader)
    function = frozenset(lists["function"])
    return Words(
        function=function,
        stop=function | frozenset(lists["stop"]),
        abbreviations=frozenset(lists["abbreviations"]),
        negation=_negation(lists["negation"]),
        endings=tuple((re.compile(pattern), put) for pattern, put in lists["endings"]),
        joined=frozenset(lists["joined"]),
        poles={name: (frozenset(one), frozenset(other)) for name, (one, other) in lists["poles"].items()},
        spelling=tuple((re.compile(pattern), put) for pattern, put in lists["spelling"]),
        number_prefixes=tuple(lists["number-prefixes"]),
        number_endings=frozenset(lists["number-endings"]),
        stemmer=lists["stemmer"],
        leftover=frozenset(lists["leftover"]),
        joining=frozenset(lists["joining"]),
        and_others=tuple(lists["and-others"]),
        keyword_labels=tuple(lists["keyword-labels"]),
        self_reference=tuple(lists["self-reference"]),
    )


def _negation(lists: Mapping[str, Any]) -> Negation:
    return Negation(
        frozenset(lists["words"]),
        frozenset(lists["repeated"]),
        frozenset(lists["inherent"]),
        tuple(tuple(phrase.split()) for phrase in lists["phrases"]),
        tuple(lists["prefixes"]),
        tuple(lists["doubtful"]),
        tuple(lists["suffixes"]),
        re.compile(lists["unmistakable"]),
        tuple(tuple(idiom.split()) for idiom in lists["idioms"]),
    )


@lru_cache(20_000)
def respelt(word: str, language: str) -> str:
    """A word in lower case as languages that borrow from each other would both spell it: fotografi, photograph."""
    for pattern, put in words(language).spelling:
        word = pattern.sub(put, word)
    return word


@lru_cache(20_000)
def uninflected(word: str, language: str) -> str:
    """A word in lower case without the ending of its plural or the particle it bears: ties is tie, kotanya is kota."""
    for pattern, put in words(language).endings:
        cut, count = pattern.subn(put, word)
        if count:
            return cut
    return word
