"""Writes the tables that `lexicon.py` loads, from the sources beside this file; run it when one of them changes.

    python src/thesis_build/languages/lexicon/generate.py

`own/*.tsv` and `acronyms.tsv` (the project's own words) become `own-stems.tsv`; `share-alike/sources/` becomes
`share-alike/words.tsv`. A line is a first word's stem, a tab, and the stems of its translations with their strength in
percent, `penelitian:100`. Several words in a row are one entry, joined by spaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from thesis_build.languages.stems import parts, stem

_FOLDER = Path(__file__).parent
_FIRST, _SECOND = "en", "id"
_OWN = 100
_DICTIONARY = 90
_LEARNED = 35
"""The least strength of a translation learned from parallel texts, to which its probability is added."""
_LONGEST = 4
"""More words in a row are no entry."""

Pair = tuple[str, str, int]


def own_pairs() -> Iterator[Pair]:
    """The project's own pairs as stems."""
    for source in [*sorted((_FOLDER / "own").glob("*.tsv")), _FOLDER / "acronyms.tsv"]:
        for line in source.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                first, second = line.split("\t")[:2]
                yield _stems(first, _FIRST), _stems(second, _SECOND), _OWN


def share_alike_pairs() -> Iterator[Pair]:
    """The pairs of FreeDict and those learned from parallel texts, as stems."""
    sources = _FOLDER / "share-alike" / "sources"
    for line in (sources / "freedict.tsv").read_text(encoding="utf-8").splitlines():
        first, second = line.split("\t")[:2]
        if first.endswith("-") or second.endswith("-") or any(sign.isdigit() for sign in line):
            continue
        yield _stems(first.removeprefix("to "), _FIRST), _stems(second, _SECOND), _DICTIONARY
    for line in (sources / "learned.tsv").read_text(encoding="utf-8").splitlines():
        first, second, weight = line.split("\t")
        yield first, _stems(second, _SECOND), min(100, _LEARNED + round(100 * float(weight)))


def table(pairs: Iterator[Pair]) -> str:
    """The pairs as the text of a table, the strongest strength of each, in the order of the alphabet."""
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


def _stems(words: str, language: str) -> str:
    plain = words.lower().replace(",", " ").replace(":", " ").replace("(", " ").replace(")", " ")
    return " ".join(stem(part, language) for word in plain.split() for part in parts(word.strip(".-"), language))


def main() -> None:
    """Write both tables."""
    (_FOLDER / "own-stems.tsv").write_text(table(own_pairs()), encoding="utf-8")
    (_FOLDER / "share-alike" / "words.tsv").write_text(table(share_alike_pairs()), encoding="utf-8")


if __name__ == "__main__":
    main()
