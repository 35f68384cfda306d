"""Writes the tables that `lexicon.py` loads, from the sources beside this file; run it when one of them changes.

    python src/thesis_build/languages/lexicon/generate.py

`own/*.tsv` and `acronyms.tsv` (the project's own words) become `own-stems.tsv`; `share-alike/sources/` becomes
`share-alike/words.tsv`. Both are of the first pair of languages in `tables.yaml`. `word_tables.py` describes
the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from thesis_build.languages.lexicon import pairs_of_languages
from thesis_build.languages.word_tables import Pair, stem_table, stems, word_pairs

_FOLDER = Path(__file__).parent
_LANGUAGES = next(iter(pairs_of_languages()))
_DICTIONARY = 90
_LEARNED = 35
"""The least strength of a translation learned from parallel texts, to which its probability is added."""


def own_pairs() -> Iterator[Pair]:
    """The project's own pairs as stems."""
    for source in [*sorted((_FOLDER / "own").glob("*.tsv")), _FOLDER / "acronyms.tsv"]:
        yield from word_pairs(source.read_text(encoding="utf-8"), _LANGUAGES)


def share_alike_pairs() -> Iterator[Pair]:
    """The pairs of FreeDict and those learned from parallel texts, as stems."""
    sources = _FOLDER / "share-alike" / "sources"
    one, other = _LANGUAGES
    for line in (sources / "freedict.tsv").read_text(encoding="utf-8").splitlines():
        first, second = line.split("\t")[:2]
        if first.endswith("-") or second.endswith("-") or any(character.isdigit() for character in line):
            continue
        yield stems(first.removeprefix("to "), one), stems(second, other), _DICTIONARY
    for line in (sources / "learned.tsv").read_text(encoding="utf-8").splitlines():
        first, second, weight = line.split("\t")
        yield first, stems(second, other), min(100, _LEARNED + round(100 * float(weight)))


def main() -> None:
    """Write both tables."""
    (_FOLDER / "own-stems.tsv").write_text(stem_table(own_pairs()), encoding="utf-8")
    (_FOLDER / "share-alike" / "words.tsv").write_text(stem_table(share_alike_pairs()), encoding="utf-8")


if __name__ == "__main__":
    main()
