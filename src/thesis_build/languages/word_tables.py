"""Tables of words that translate each other → what a lexicon loads: their stems, with strengths in percent.

A table of words has a pair a line, the first language's word, a tab, the second's; a line that begins with `#` says
something to people. What a lexicon loads is a line for each stem of the first language: the stem, a tab, and the stems
of its translations with their strength, `penelitian:100`. Several words in a row are one entry, joined by spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thesis_build.languages.stems import parts, stem

CERTAIN = 100
"""The strength of a pair that somebody wrote down."""

_LONGEST = 4
"""More words in a row are no entry."""

Pair = tuple[str, str, int]
"""The stems of two words or phrases, and how strongly they translate each other."""


def word_pairs(text: str, languages: tuple[str, str]) -> Iterator[Pair]:
    """The pairs of a table of words, as stems."""
    first, second = languages
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            one, other = line.split("\t")[:2]
            yield stems(one, first), stems(other, second), CERTAIN


def stem_table(pairs: Iterable[Pair]) -> str:
    """The pairs as the text of a table of stems, the greatest strength of each, in the order of the alphabet."""
    entries: dict[str, dict[str, int]] = {}
    for first, second, strength in pairs:
        if first and second and max(len(first.split()), len(second.split())) <= _LONGEST:
            partners = entries.setdefault(first, {})
            partners[second] = max(strength, partners.get(second, 0))
    lines = (
        f"{first}\t{','.join(f'{second}:{strength}' for second, strength in sorted(entries[first].items()))}\n"
        for first in sorted(entries)
    )
    return "".join(lines)


def stems(words: str, language: str) -> str:
    """The stems of the words in a row, joined by spaces."""
    plain = words.lower().replace(",", " ").replace(":", " ").replace("(", " ").replace(")", " ")
    return " ".join(stem(part, language) for word in plain.split() for part in parts(word.strip(".-"), language))
