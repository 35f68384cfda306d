"""The stem of a word, so that forms of one word compare equal: how each language does it is data (`words-TAG.yaml`).

A language without a stemmer leaves its words whole. One without inner change of affixes uses a Snowball stemmer.
Indonesian has prefixes that melt into the root (menyapu, from sapu), and Snowball's Indonesian stemmer cuts blindly;
here every analysis is tried, and the one whose root is known and most frequent is taken. Stems are for comparing only:
they need not be words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from thesis_build.languages import data_files
from thesis_build.languages.word_lists import words

_LAYERS = 3
_SHORT = 4
"""A word of at most that many letters is its own stem."""


@data_files.remembered(100_000)
def stem(word: str, language: str) -> str:
    """The stem of one word, in lower case."""
    return _stemmer(language)(word.lower())


def parts(word: str, language: str) -> tuple[str, ...]:
    """A compound cut at its hyphens; a doubled word stays one, a prefix like non- joins the word it stands before."""
    if "-" not in word:
        return (word,) if word else ()
    cut = [part for part in word.split("-") if part]
    if len(cut) == 2 and cut[0].lower() in words(language).joined:
        return ("".join(cut),)
    if len(cut) == 2 and stem(word, language) != word.lower():
        return (word,)
    return tuple(cut)


@data_files.remembered()
def _stemmer(language: str) -> Callable[[str], str]:
    form = words(language).stemmer
    if not form:
        return str
    return _Affixes(form, _roots(form["roots"])).stem if form["kind"] == "affixes" else _Snowball(form).stem


class _Snowball:
    """A Snowball stemmer, with the irregular forms it does not know."""

    def __init__(self, form: Mapping[str, Any]) -> None:
        import snowballstemmer

        self._stem = snowballstemmer.stemmer(form["name"]).stemWord
        self._irregular = form.get("irregular", {})
        self._same = form.get("same", {})
        self._letters = form.get("letters")

    def stem(self, word: str) -> str:
        """The stem of a word in lower case; digits and hyphens make a name of it, which is left whole."""
        word = word.replace("\u2019", "'").removesuffix("'s").strip("'")
        word = self._irregular.get(word, word)
        if "-" in word or any(character.isdigit() for character in word):
            return word
        found = self._stem(word)
        return str(self._same.get(found, found))[: self._letters]


class _Affixes:
    """Takes affixes off until a known root is left."""

    def __init__(self, form: Mapping[str, Any], roots: Mapping[str, int]) -> None:
        self._roots = roots
        self._prefixes = [(prefix, put, re.compile(after), size) for prefix, put, after, size in form["prefixes"]]
        self._suffixes = form["suffixes"]
        self._short = frozenset(form.get("short", ()))
        self._never = frozenset(form.get("never", ()))
        self._unknown = form.get("unknown", {"prefixes": (), "suffixes": ()})

    def stem(self, word: str) -> str:
        """The most frequent known root of a word in lower case; a doubled word counts once."""
        if "-" in word:
            return self._doubled(word)
        if len(word) <= _SHORT:
            return word
        known = [form for form in self._analyses(word) if form in self._roots]
        usable = [
            form
            for form in known
            if (len(form) >= _SHORT or form in self._short) and (form == word or form not in self._never)
        ]
        if usable:
            return max(usable, key=lambda form: self._roots[form] * (1 if len(form) >= _SHORT else 0.9))
        return word if known else self._cut(word)

    def _doubled(self, word: str) -> str:
        first, _, second = word.partition("-")
        if first and second and (second.startswith(first) or self.stem(first) == self.stem(second)):
            return self.stem(first)
        return word

    def _analyses(self, word: str) -> list[str]:
        """The word, and what is left of it when affixes are taken off in every way."""
        found = dict.fromkeys([word])
        layer = [
            word,
            *(word[: -len(end)] for end in self._suffixes if word.endswith(end) and len(word) - len(end) > 2),
        ]
        for _ in range(_LAYERS):
            found.update(dict.fromkeys(layer))
            rests = [rest for form in layer for rest in self._without_prefix(form)]
            layer = [rest for rest in dict.fromkeys(rests) if rest not in found]
        found.update(dict.fromkeys(layer))
        return list(found)

    def _without_prefix(self, word: str) -> list[str]:
        return [
            put + word[len(prefix) :]
            for prefix, put, after, size in self._prefixes
            if word.startswith(prefix) and len(word) >= size and after.match(word, len(prefix))
        ]

    def _cut(self, word: str) -> str:
        """A word of unknown root without its plainest ending and prefix."""
        for end in self._unknown["suffixes"]:
            if word.endswith(end) and len(word) - len(end) > _SHORT:
                word = word[: -len(end)]
                break
        cut = (word[len(prefix) :] for prefix in self._unknown["prefixes"] if word.startswith(prefix))
        return next((rest for rest in cut if len(rest) >= _SHORT), word)


def _roots(name: str) -> dict[str, int]:
    """The roots of a table, and how often they occur."""
    lines = (line.split("\t") for line in data_files.text(name).splitlines() if line and not line.startswith("#"))
    return {root: int(count) for root, count in lines}
