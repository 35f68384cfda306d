"""Which words of one language may translate which of another, by stems: our own word table and dictionaries.

`tables.yaml` says which pair of languages has which tables. Those of the package are made by `lexicon/generate.py`;
a project brings tables of words, of which the stems are taken when they are loaded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from thesis_build.languages import data_files
from thesis_build.languages.word_tables import stem_table, word_pairs

_WORD = re.compile(r"(?:^|,)([^:, ]+):")

Stems = tuple[str, ...]
"""Stems of words in a row."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Translations from the first of two languages into the second, by stems.

    `tables` map a stem (or several, joined by spaces) to a row of the table, read when it is asked for; `length`
    says how many characters of the second language say what one of the first says.
    """

    languages: tuple[str, str]
    tables: tuple[Mapping[str, str], ...] = ()
    heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    length: float = 1.0

    def partners(self, entry: str) -> Mapping[str, float]:
        """The translations of a stem, or of several joined by spaces, each with its strength in (0, 1]."""
        return _partners(self, entry)

    def meanings(self, side: int, entry: str) -> Mapping[str, float]:
        """The translations of a single stem of a side, each with its strength."""
        return _backward(self).get(entry, {}) if side else self.partners(entry)

    def links(self, side: int, one: str, other: str) -> float:
        """How strongly a stem of one side (0: the first language) is linked to one of the other."""
        return self.partners(one if side == 0 else other).get(other if side == 0 else one, 0.0)

    def knows(self, side: int, stem: str) -> bool:
        """Whether a single stem of a side has a translation."""
        return stem in self.seconds if side else any(stem in table for table in self.tables)

    def several(self, entry: str) -> tuple[str, ...]:
        """The translations of an entry in which one side, or both, are of several words."""
        if " " not in entry:
            return _several(self, entry)
        return tuple(_partners(self, entry)) if entry in _phrases(self) else ()

    @property
    def in_phrases(self) -> frozenset[str]:
        """Every stem of the first language that is part of an entry of several words."""
        return _in_phrases(self)

    @property
    def seconds(self) -> frozenset[str]:
        """Every stem of the second language that a single word of the first may stand for."""
        return _seconds(self)

    def phrases(self, first: str) -> tuple[str, ...]:
        """The entries of several words that begin with this stem."""
        return self.heads.get(first, ())


@data_files.remembered()
def lexicon(one: str, other: str) -> Lexicon:
    """The lexicon of two languages, in the order in which its tables have them; empty where there are no tables."""
    named = next((languages for languages in pairs_of_languages() if set(languages) == {one, other}), None)
    return _of_pair(named) if named else Lexicon((one, other))


@data_files.remembered()
def _of_pair(languages: tuple[str, str]) -> Lexicon:
    """The lexicon of a pair that has tables: one, whichever language is asked for first."""
    form = pairs_of_languages()[languages]
    texts = [data_files.text(f"lexicon/{name}") for name in form.get("tables", ())]
    texts += [stem_table(word_pairs(data_files.text(name), languages)) for name in form.get("words", ())]
    return _read(languages, texts, form.get("length", 1.0))


def pairs_of_languages() -> dict[tuple[str, str], Mapping[str, Any]]:
    """The pairs of languages that have tables, and what `tables.yaml` says of each; those of the project come last."""
    named = {**data_files.load(f"lexicon/{data_files.TABLES}"), **(data_files.brought(data_files.TABLES) or {})}
    return {(pair.partition("-")[0], pair.partition("-")[2]): form for pair, form in named.items()}


@lru_cache(50_000)
def _partners(lexicon: Lexicon, entry: str) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for table in lexicon.tables:
        row = table.get(entry)
        for item in row.split(",") if row else ():
            partner, _, strength = item.rpartition(":")
            found[partner] = max(found.get(partner, 0), int(strength) / 100)
    return found


@data_files.remembered()
def _in_phrases(table: Lexicon) -> frozenset[str]:
    return frozenset(word for entries in table.heads.values() for entry in entries for word in entry.split())


@data_files.remembered()
def _backward(table: Lexicon) -> Mapping[str, Mapping[str, float]]:
    """The translations of every single stem of the second language."""
    found: dict[str, dict[str, float]] = {}
    for entry in dict.fromkeys(entry for rows in table.tables for entry in rows):
        for rows in table.tables:
            row = rows.get(entry)
            for item in row.split(",") if row else ():
                partner, _, strength = item.rpartition(":")
                if " " not in partner:
                    entries = found.setdefault(partner, {})
                    entries[entry] = max(entries.get(entry, 0), int(strength) / 100)
    return found


@lru_cache(50_000)
def _several(lexicon: Lexicon, entry: str) -> tuple[str, ...]:
    return tuple(partner for partner in _partners(lexicon, entry) if " " in partner)


@cache
def _phrases(lexicon: Lexicon) -> frozenset[str]:
    """Every entry of several words."""
    return frozenset(entry for entries in lexicon.heads.values() for entry in entries)


@cache
def _seconds(table: Lexicon) -> frozenset[str]:
    return frozenset(word for rows in table.tables for row in rows.values() for word in _WORD.findall(row))


def _read(languages: tuple[str, str], texts: list[str], length: float) -> Lexicon:
    rows = [dict(line.split("\t") for line in text.splitlines()) for text in texts]
    heads: dict[str, list[str]] = {}
    for entry in dict.fromkeys(entry for table in rows for entry in table if " " in entry):
        heads.setdefault(entry[: entry.index(" ")], []).append(entry)
    return Lexicon(languages, tuple(rows), {head: tuple(entries) for head, entries in heads.items()}, length)
