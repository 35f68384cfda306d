"""Closed sets of words of which one stands for no other (`closed-sets.yaml`), as they are looked up in a text."""

from __future__ import annotations

from collections.abc import Mapping

from thesis_build.languages import data_files

Phrase = tuple[str, ...]
"""The words of a phrase, in lower case; a compound is as many words as it has parts."""


@data_files.remembered()
def closed_sets(language: str) -> Mapping[str, Mapping[Phrase, frozenset[int]]]:
    """By the name of each set: its phrases in a language, each with the numbers of the members it may stand for."""
    sets = data_files.load(data_files.CLOSED_SETS)
    found: dict[str, dict[Phrase, frozenset[int]]] = {}
    for name, members in sets.items():
        phrases = found.setdefault(name, {})
        for number, member in enumerate(members):
            for phrase in member.get(language, ()):
                key = words_of(str(phrase))
                phrases[key] = phrases.get(key, frozenset()) | {number}
    return found


@data_files.remembered()
def beginnings(language: str) -> Mapping[str, frozenset[str]]:
    """The names of the sets that have a phrase beginning with a word."""
    found: dict[str, set[str]] = {}
    for name, phrases in closed_sets(language).items():
        for phrase in phrases:
            found.setdefault(phrase[0], set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def words_of(phrase: str) -> Phrase:
    """A phrase as words in lower case, compounds in parts."""
    return tuple(phrase.lower().replace("-", " ").split())
