"""Two short texts, one in each language, and all that is found when they are compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead, beads
from thesis_build.alignment.align.word_alignment import Links
from thesis_build.alignment.compare.texts import compare, context
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.evidence import Evidence
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.passages import OBJECT, Mark, Passage, from_text, joined
from thesis_build.alignment.text.segmentation import segmented
from thesis_build.model import Glossary

Found = tuple[Kind, str, str, str, Evidence]
"""A difference: its kind and language, what is marked in the Indonesian and in the English text, and its evidence."""

Keywords = Mapping[str, Sequence[str]]


def found(
    indonesian: str, english: str, glossary: Glossary | None = None, keywords: Keywords | None = None
) -> list[Found]:
    """The differences of two texts, which are the same in whatever order the texts are given."""
    sides = from_text(indonesian, "id"), from_text(english, "en")
    one, other = (
        [_whole(each, indonesian, english) for each in compare(*pair, context(*pair, glossary, keywords))]
        for pair in (sides, sides[::-1])
    )
    assert one == other
    return one


def with_marks(language: str, text: str, marks: Sequence[Mark]) -> Passage:
    """A passage in which each `{}` of the text is one of the marks."""
    whole = text.replace("{}", OBJECT)
    places = [at for at, character in enumerate(whole) if character == OBJECT]
    return Passage(language, whole, dict(zip(places, marks, strict=True)))


def found_in(
    indonesian: Passage, english: Passage
) -> list[tuple[Kind, str, tuple[int, int], tuple[int, int], Evidence]]:
    """The differences of two passages: kind, language, the extent in each of them, evidence."""
    sides = (indonesian,), (english,)
    return [
        (each.kind, each.language, each.extents["id"], each.extents["en"], each.evidence)
        for each in compare(*sides, context(*sides))
    ]


def bitext(indonesian: str, english: str) -> Bitext:
    """Two texts as they are compared, before sentences in another order are put together."""
    sides = from_text(indonesian, "id"), from_text(english, "en")
    whole = context(*sides)
    one, other = (
        segmented(joined(side))
        for side in sorted(sides, key=lambda side: whole.lexicon.languages.index(side[0].language))
    )
    links = Links((one, other), whole.lexicon, whole.pairs, whole.weights)
    return Bitext((one, other), links, beads(links))


def _whole(each: Difference, indonesian: str, english: str) -> Found:
    (a, b), (c, d) = each.extents["id"], each.extents["en"]
    return each.kind, each.language, indonesian[a:b], english[c:d], each.evidence


def sentence_pair(indonesian: str, english: str) -> tuple[Bitext, Bead]:
    """Two texts set side by side, the English first as in the lexicon, all the sentences of each in one bead."""
    sides = from_text(english, "en"), from_text(indonesian, "id")
    known = context(*sides)
    assert known.lexicon.languages == ("en", "id")
    one, other = (segmented(joined(side)) for side in sides)
    bead = Bead((tuple(range(len(one.sentences))), tuple(range(len(other.sentences)))))
    return Bitext((one, other), Links((one, other), known.lexicon, known.pairs, known.weights), (bead,)), bead
