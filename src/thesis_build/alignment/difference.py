"""What the comparison of two texts finds: a kind, where it is in each text, and the evidence for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thesis_build.alignment.evidence import Evidence
from thesis_build.alignment.kinds import Kind

Extent = tuple[int, int]
"""Start and end in a text."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something in which the texts of two languages differ.

    `extents[language]` is where it is in the compared text of that language; where one text lacks something, its
    extent is the neighbour after which it should stand. `language` is the one in which the fault or the gap is; it is
    empty where neither is more at fault than the other.
    """

    kind: Kind
    extents: Mapping[str, Extent]
    evidence: Evidence
    language: str = ""

    @property
    def other(self) -> str:
        """The other language; empty where one text was looked at alone."""
        return next((tag for tag in self.extents if tag != self.language), "")


@dataclass(frozen=True, slots=True)
class Extents:
    """Sentences, each by its language and extent, that differences found so far explain: no more is reported there."""

    sentences: frozenset[tuple[str, Extent]] = frozenset()

    @classmethod
    def of(cls, sentences: Iterable[tuple[str, Extent]]) -> Extents:
        """The extents of these sentences."""
        return cls(frozenset(sentences))

    def __or__(self, other: Extents) -> Extents:
        return Extents(self.sentences | other.sentences)

    def overlap(self, other: Extents) -> bool:
        """Whether both have a sentence in common."""
        return not self.sentences.isdisjoint(other.sentences)
