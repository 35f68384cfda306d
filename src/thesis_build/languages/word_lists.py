"""The words of a language by which its texts are read: function words, negations, abbreviations (`words-TAG.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thesis_build.languages import data_files


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


@dataclass(frozen=True, slots=True)
class RoleFrame:
    """A construction of two roles: the words that open it (none: the sentence does), and those between the two."""

    opens: frozenset[str]
    between: frozenset[str]


Poles = tuple[frozenset[str], frozenset[str]]
"""The words for one pole of something (rise, high, accept), and those for the other (fall, low, reject)."""


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of a language, in lower case but for abbreviations; `joined` are prefixes, `stemmer` for stems.

    `poles` are opposites by name, each with the words for either; `light` words carry a sentence more than they say
    something, `pointing` ones stand for what was said, `conjunctions` join the last item of a list, `twice` are those
    that may stand twice in a row, `roles` the constructions in which the place of a word shows its role;
    `reduplicates` says that words are doubled for the plural, `lends` from which languages words are used unmarked.
    `leftover` are small words that show this language in the text of another, `joining` those that join two names;
    `and_others`, `abstract_headings`, `keyword_labels` and `self_reference` (patterns) are the wordings of what their
    names say.
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
    abstract_headings: tuple[str, ...]
    keyword_labels: tuple[str, ...]
    self_reference: tuple[str, ...]
    light: frozenset[str]
    pointing: frozenset[str]
    conjunctions: frozenset[str]
    twice: frozenset[str]
    roles: Mapping[str, RoleFrame]
    reduplicates: bool
    lends: frozenset[str]


@data_files.remembered()
def words(language: str) -> Words:
    """The word lists of the language with this tag."""
    lists = data_files.load(f"words-{language}.yaml")
    function = frozenset(lists["function"])
    return Words(
        function=function,
        stop=function | frozenset(lists["stop"]),
        abbreviations=frozenset(lists["abbreviations"]),
        negation=_negation(lists["negation"]),
        endings=_replacements(lists.get("endings", ())),
        joined=frozenset(lists.get("joined", ())),
        poles={name: (frozenset(one), frozenset(other)) for name, (one, other) in lists.get("poles", {}).items()},
        spelling=_replacements(lists.get("spelling", ())),
        number_prefixes=tuple(lists.get("number-prefixes", ())),
        number_endings=frozenset(lists.get("number-endings", ())),
        stemmer=lists.get("stemmer", {}),
        leftover=frozenset(lists["leftover"]),
        joining=frozenset(lists["joining"]),
        and_others=tuple(lists["and-others"]),
        abstract_headings=tuple(lists["abstract-headings"]),
        keyword_labels=tuple(lists["keyword-labels"]),
        self_reference=tuple(lists["self-reference"]),
        light=frozenset(lists.get("light", ())),
        pointing=frozenset(lists.get("pointing", ())),
        conjunctions=frozenset(lists.get("conjunctions", ())),
        twice=frozenset(lists.get("twice", ())),
        roles={
            name: RoleFrame(frozenset(form.get("opens", ())), frozenset(form["between"]))
            for name, form in lists.get("roles", {}).items()
        },
        reduplicates=lists.get("reduplicates", False),
        lends=frozenset(lists.get("lends", ())),
    )


def _replacements(rows: Sequence[Sequence[str]]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), put) for pattern, put in rows)


def _negation(lists: Mapping[str, Any]) -> Negation:
    return Negation(
        frozenset(lists["words"]),
        frozenset(lists.get("repeated", ())),
        frozenset(lists.get("inherent", ())),
        tuple(tuple(phrase.split()) for phrase in lists.get("phrases", ())),
        tuple(lists.get("prefixes", ())),
        tuple(lists.get("doubtful", ())),
        tuple(lists.get("suffixes", ())),
        re.compile(lists.get("unmistakable", "(?!)")),
        tuple(tuple(idiom.split()) for idiom in lists.get("idioms", ())),
    )


@data_files.remembered(20_000)
def respelt(word: str, language: str) -> str:
    """A word in lower case as languages that borrow from each other would both spell it: fotografi, photograph."""
    for pattern, put in words(language).spelling:
        word = pattern.sub(put, word)
    return word


@data_files.remembered(20_000)
def uninflected(word: str, language: str) -> str:
    """A word in lower case without the ending of its plural or the particle it bears: ties is tie, kotanya is kota."""
    for pattern, put in words(language).endings:
        cut, count = pattern.subn(put, word)
        if count:
            return cut
    return word
