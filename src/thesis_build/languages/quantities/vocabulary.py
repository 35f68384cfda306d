"""The words by which the quantities of a language are read (`quantities-TAG.yaml`), and numbers written as words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from thesis_build.languages import data_files, known, language

SPACE = r"[ \t\n\u00a0\u202f\u2009]"
"""What may stand between a number and its unit."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Words or symbols that mean the same names: `names[word]`, and a pattern that finds the longest one."""

    names: Mapping[str, str]
    pattern: re.Pattern[str]

    def at(self, text: str, start: int) -> tuple[str, int] | None:
        """The name of the term that begins here, and its end."""
        found = self.pattern.match(text, start)
        if not found:
            return None
        term = _plain(found.group())
        return self.names[term] if term in self.names else self.names[term.lower()], found.end()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that one language's file says, and what the shared file adds to it; words in lower case."""

    words: Mapping[str, Any]
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, Fraction]
    denominators: Mapping[str, int]
    scales: Mapping[str, int]
    months: Mapping[str, int]
    own_months: frozenset[str]
    units: Terms
    currencies: Terms
    currency_signs: Terms
    relations: Terms
    relation_before: re.Pattern[str]
    connectors: Terms
    decade_words: Terms
    idioms: Terms
    percent: Terms
    points: Terms
    clock_halves: Terms
    day_parts: Terms
    decimal: str
    openers: frozenset[str]
    versions: frozenset[str]

    def listed(self, name: str) -> tuple[str, ...]:
        """A list of the file; empty where it has none."""
        return tuple(self.words.get(name) or ())


@data_files.remembered()
def vocabulary(tag: str) -> Vocabulary:
    """The vocabulary of the language with this tag; one without a file of its own knows symbols and digits only."""
    shared, own = _file("quantities.yaml"), _file(f"quantities-{tag}.yaml")
    relations = _terms(shared["relations"], own.get("relations", {}))
    return Vocabulary(
        words=own,
        **_numbers(own),
        months={name: number for other in known() for number, name in enumerate(_months(other), 1)},
        own_months=frozenset(_months(tag)) if tag in known() else frozenset(),
        units=_terms(shared["units"], own.get("units", {}), r"(?![^\W_]|\.[^\W\d_])"),
        currencies=_terms(shared["currencies"], own.get("currencies", {})),
        currency_signs=_terms(shared["currencies"], {}, r"(?![^\W\d_])"),
        relations=relations,
        relation_before=re.compile(rf"(?<![^\W_])(?:{relations.pattern.pattern}){SPACE}*$"),
        connectors=_terms({}, {word: [word] for word in own.get("connectors", [])}),
        decade_words=_terms({}, {str(number): [word] for word, number in own.get("decade-words", {}).items()}),
        idioms=_terms({}, {"": own.get("idioms", [])}),
        percent=_terms({"percent": shared["percent"]}, {"percent": own.get("percent", [])}),
        points=_terms({}, {"points": own.get("points", [])}),
        clock_halves=_terms(_turned(own.get("clock-halves", {})), {}),
        day_parts=_terms({}, {"": own.get("day-parts", [])}),
        versions=frozenset([*shared["versions"], *own.get("versions", ())]),
        openers=_openers(own, _numbers(own)),
        decimal=language(tag).words["numbers"]["decimal"] if tag in known() else ".",
    )


def _numbers(own: Mapping[str, Any]) -> dict[str, Any]:
    """The words of numbers with the prefixes and endings they take."""
    cardinals = dict(own.get("cardinals", {}))
    endings = ("", *own.get("endings", ()))

    def prefixed(name: str) -> dict[str, int]:
        return {prefix + word: value for prefix in own.get(name, ()) for word, value in cardinals.items()}

    def ended(table: Mapping[str, Any]) -> dict[str, Any]:
        return {word + ending: value for word, value in table.items() for ending in endings}

    ordinals = {**prefixed("ordinal-prefixes"), **own.get("ordinals", {})}
    return {
        "cardinals": cardinals,
        "ordinals": ended(ordinals),
        "fractions": ended({word: Fraction(value) for word, value in own.get("fractions", {}).items()}),
        "denominators": ended({**prefixed("denominator-prefixes"), **own.get("denominators", {})}),
        "scales": ended(own.get("scales", {})),
    }


def _openers(own: Mapping[str, Any], numbers: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """All words in small letters with which a quantity or an idiom can begin; others are passed over."""
    words = [word for table in numbers.values() for word in table]
    for name in ("multiples", "vague", "decade-words", "idioms", "articles", "clock", "ordinal-prefixes"):
        words += own.get(name) or ()
    return frozenset(word.split()[0].split("-")[0].lower() for word in words) | {"x", "doi", "www"}


def months_pattern(names: Iterable[str]) -> str:
    """A pattern for names of months, in capitals too, longest first."""
    every = {form for name in names for form in (name, name.upper())}
    return "|".join(sorted(map(re.escape, every), key=len, reverse=True)) or "(?!)"


def _months(tag: str) -> list[str]:
    return list(language(tag).words["dates"]["months"])


def _terms(symbols: Mapping[str, list[str]], words: Mapping[str, list[str]], after: str = r"(?![^\W_])") -> Terms:
    """Symbols, which stand as they are, and words in any case; `after` follows one that ends in a letter."""
    names = {_plain(symbol): name for name, forms in symbols.items() for symbol in forms}
    names |= {_plain(word).lower(): name for name, forms in words.items() for word in forms}
    forms = [(_plain(symbol), "") for of in symbols.values() for symbol in of]
    forms += [(_plain(word), "i") for of in words.values() for word in of]
    patterns = [_form(*form, after) for form in sorted(forms, key=lambda form: -len(form[0]))]
    return Terms(names, re.compile("|".join(patterns) or r"(?!)"))


def _turned(table: Mapping[str, int]) -> dict[str, list[str]]:
    return {str(value): [word for word in table if table[word] == value] for value in table.values()}


def _form(form: str, flag: str, after: str) -> str:
    """A pattern for one term: its spaces may be any."""
    tail = after if form[-1].isalnum() else ""
    whole = (SPACE + "+").join(map(re.escape, form.split())) + tail
    return f"(?{flag}:{whole})"


def _plain(term: str) -> str:
    return " ".join(term.split())


@data_files.remembered()
def _file(name: str) -> dict[str, Any]:
    return dict(data_files.load(name)) if data_files.exists(name) else {}
