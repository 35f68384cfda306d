"""Two texts set side by side: their sentences, links and beads, from which every family of differences is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.align.word_alignment import Links
from thesis_build.alignment.difference import Difference, Extent, Extents
from thesis_build.alignment.evidence import Evidence
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import SegmentedText, Sentence, Token


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two texts, `sides`, with the links between their words and the beads of their sentences."""

    sides: tuple[SegmentedText, SegmentedText]
    links: Links
    beads: tuple[Bead, ...]

    def sentence(self, side: int, index: int) -> Sentence:
        """A sentence of one side."""
        return self.sides[side].sentences[index]

    def language(self, side: int) -> str:
        """The language of one side."""
        return self.sides[side].language

    def tokens(self, side: int, indexes: tuple[int, ...]) -> list[Token]:
        """The tokens of several sentences of one side, in order."""
        return [token for index in indexes for token in self.sentence(side, index).tokens]

    def extent(self, side: int, indexes: tuple[int, ...]) -> Extent:
        """From where to where sentences of one side reach."""
        return self.sentence(side, indexes[0]).start, self.sentence(side, indexes[-1]).end

    def neighbour(self, side: int, index: int) -> Extent:
        """The place in the other text after which the counterpart of a sentence should stand."""
        before = [bead for bead in self.pairs() if bead.sentences[side][-1] <= index]
        if before:
            nearest = max(before, key=lambda bead: bead.sentences[side][-1])
            return self.extent(1 - side, nearest.sentences[1 - side][-1:])
        sentences = self.sides[1 - side].sentences
        return (sentences[0].start, sentences[0].start) if sentences else (0, 0)

    def counterpart(self, side: int, index: int) -> Extent:
        """The place of a sentence's counterpart in the other text, or of its neighbour."""
        for bead in self.beads:
            if bead.paired and index in bead.sentences[side]:
                return self.extent(1 - side, bead.sentences[1 - side])
        return self.neighbour(side, index)

    def difference(self, kind: Kind, side: int, here: Extent, there: Extent, evidence: Evidence) -> Difference:
        """A difference whose fault or gap is on one side, at `here`."""
        extents = {self.language(side): here, self.language(1 - side): there}
        return Difference(kind, extents, evidence, self.language(side))

    def extents(self, *sentences: tuple[int, int]) -> Extents:
        """The extents of sentences, each given by its side and number."""
        return Extents.of((self.language(side), self.extent(side, (index,))) for side, index in sentences)

    def is_explained(self, explained: Extents, side: int, index: int) -> bool:
        """Whether a sentence of one side is explained."""
        return bool(explained.sentences) and (self.language(side), self.extent(side, (index,))) in explained.sentences

    def unexplained(self, explained: Extents) -> Iterator[Bead]:
        """The beads with sentences on both sides, none of which is explained."""
        for bead in self.pairs():
            if not any(self.is_explained(explained, s, i) for s in (0, 1) for i in bead.sentences[s]):
                yield bead

    def quote(self, side: int, place: Extent, length: int = 60) -> str:
        """What stands at a place, shortened to its beginning."""
        text = " ".join(self.sides[side].text[slice(*place)].replace("\ufffc", "").split())
        return text if len(text) <= length else text[: text.rfind(" ", 0, length)] + " …"

    def pairs(self) -> Iterator[Bead]:
        """The beads that have sentences on both sides."""
        return (bead for bead in self.beads if bead.paired)
