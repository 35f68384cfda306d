"""Names of journals and publishers in two spellings: what makes them one name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thesis_build.bibliography.latex_text import folded, plain
from thesis_build.bibliography.word_lists import word_set

_STOP_WORDS = word_set("the of and for on in de des der la le du et und dan di ke untuk tentang serta an a")
_MOST_CANDIDATES = 50
"""Names with which one abbreviation is compared; where more begin alike, it fits several anyway."""

_WORD = re.compile(r"[^\W_]+\.?")


def words(name: str) -> tuple[str, ...]:
    """The words of a name that count, folded, each with its full stop."""
    text = plain(name)
    parts = [part for word in _WORD.findall(text) if (part := folded(word) + "." * word.endswith("."))]
    return tuple(part for part in parts if part.rstrip(".") not in _STOP_WORDS)


def is_abbreviated(of: tuple[str, ...]) -> bool:
    """Whether words are those of an abbreviation: with a full stop, or a lone `J` for journal or jurnal."""
    return any(word.endswith(".") for word in of) or (len(of) > 1 and "j" in of)


def abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether each word of `short` begins the word of `full` at its position (`J. Teknol.`, `Jurnal Teknologi`)."""
    if len(short) != len(full) or short == full or not is_abbreviated(short):
        return False
    pairs = list(zip(short, full, strict=True))
    if not all(_begins(word, whole.rstrip(".")) for word, whole in pairs):
        return False
    return any(len(whole.rstrip(".")) > len(word.rstrip(".")) for word, whole in pairs)


def abbreviated(names: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """The indices (short, full) of names that abbreviate exactly one of the others."""
    by_key: dict[tuple[object, ...], list[int]] = {}
    for index, of in enumerate(names):
        for key in _keys(of):
            by_key.setdefault(key, []).append(index)
    for index, of in enumerate(names):
        if is_abbreviated(of):
            candidates = min((by_key[key] for key in _keys(of)), key=len)
            meant = [other for other in candidates[:_MOST_CANDIDATES] if abbreviates(of, names[other])]
            if len(meant) == 1 and len(candidates) <= _MOST_CANDIDATES:
                yield index, meant[0]


def _keys(of: tuple[str, ...]) -> list[tuple[object, ...]]:
    """What a name has in common with its abbreviations: the first letters of all words, and the beginning of each."""
    first = "".join(word[0] for word in of)
    beginnings = [(first, position, _beginning(word)) for position, word in enumerate(of) if len(word.rstrip(".")) > 2]
    return [(first,), *beginnings]


def _beginning(word: str) -> str:
    return word[:3] if word.rstrip(".").isalpha() else word


def are_one_name(one: str, other: str) -> bool:
    """Whether two names may be one: the same words, an abbreviation, or one with some words more than the other."""
    a, b = words(one), words(other)
    if folded(one) == folded(other) or abbreviates(a, b) or abbreviates(b, a):
        return True
    first, second = set(folded(one).split()), set(folded(other).split())
    return first <= second or second <= first


def _begins(word: str, whole: str) -> bool:
    """Whether a word stands for another: the same, or its beginning with a full stop or as a lone letter."""
    bare = word.rstrip(".")
    if bare == whole:
        return True
    is_short = word != bare or len(bare) == 1 or len(whole) - len(bare) > 1
    return is_short and bare.isalpha() and whole.startswith(bare)
