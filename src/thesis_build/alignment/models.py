"""The numbers by which words, sentences and blocks are aligned, one frozen value for each model.

Provenance, unless a model says otherwise: set by hand, 2026-11-24, so that labelled defects put into real texts are
found and correct texts draw no finding. For words and sentences (and what differs in them, see `compare.models`) the
script is `tests/parity/measure.py` and the corpus 16 pairs of Indonesian and English abstracts from public
repositories, with 500 correct pairs of sentences; thresholds are set on the abstracts of even index, the others are
reported apart. For blocks and sections the script is `tests/parity/mutate_thesis.py` and the corpus the thesis in this
repository.

A coverage is the share of a sentence or block, by the weight of its words, that is found in another one (0 to 1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_LENGTH_VARIANCE = 4 * 2.1
"""The variance of lengths a character: that of Gale and Church, measured on Indonesian and English news, and made
four times as large for the freer abstracts of students."""


@dataclass(frozen=True, slots=True)
class ChainModel:
    """The best chain of pairs in two rows."""

    skip: float = 0.10
    """What a thing without partner costs."""
    margin: float = 0.15
    """By how much another way has to be worse for a pair to be sure."""
    band: int = 60
    """How far from the diagonal partners are looked for in very long rows."""


@dataclass(frozen=True, slots=True)
class WordAlignmentModel:
    """How strongly two words are linked."""

    phrase: float = 0.95
    """Strength of a word inside a known phrase of several words."""
    longest_phrase: int = 4


@dataclass(frozen=True, slots=True)
class OneToOneModel:
    """Which word of a sentence stands for which of its counterpart, each for one at most.

    Set on 40 pairs of abstracts from public repositories and on those of `tests/parity/pairs`.
    """

    linked: float = 0.4
    """Strength from which two words may be partners."""
    far: float = 0.5
    """What it costs two partners to stand at the two ends of their sentences."""


@dataclass(frozen=True, slots=True)
class CognateModel:
    """How likely two words are one borrowed word in two spellings, after both are respelt."""

    same: float = 0.95
    """Strength of equal spellings."""
    long_prefix: int = 5
    long_share: float = 0.6
    long: float = 0.85
    """A common beginning of that many characters, its share of the longer word, and the strength that it gives."""
    short_prefix: int = 4
    short_share: float = 0.75
    short: float = 0.8
    """The same for a short one."""
    inner_length: int = 6
    inner_prefix: int = 2
    inner_share: float = 0.84
    inner: float = 0.75
    """A difference inside: least length of the longer word, common beginning, common share, and the strength."""


@dataclass(frozen=True, slots=True)
class SentenceAlignmentModel:
    """What a bead of sentences is worth."""

    threshold: float = 0.36
    """Coverage from which a sentence gains by being in a bead."""
    full_size: int = 6
    """Content words from which a sentence counts wholly."""
    length: float = 0.15
    """What a standard deviation of length more than `usual_deviation` costs."""
    usual_deviation: float = 1.5
    variance: float = _LENGTH_VARIANCE
    margin: float = 0.15
    """Coverage that each part of a bead of several sentences must add."""
    margin_weight: float = 1.5
    """How much what is lacking in that counts."""
    skip: float = 0.10
    """What a sentence without counterpart costs."""
    cost: Mapping[tuple[int, int], float] = field(
        default_factory=lambda: {
            (1, 1): 0.0,
            **{(2, 1): 0.35, (1, 2): 0.35, (2, 2): 0.55},
            **{(3, 1): 0.35, (1, 3): 0.35, (4, 1): 0.45, (1, 4): 0.45},
        }
    )
    """What a bead of that many sentences on each side costs."""


@dataclass(frozen=True, slots=True)
class SentenceBandModel:
    """How many sentences of long texts are compared; set by hand, so that 1,000 items take seconds."""

    whole: int = 3600
    """Pairs of sentences up to which all are compared."""
    width: int = 12
    narrow: int = 3
    """How far from the line between landmarks beads are looked for, and in very long texts at the least."""
    most: int = 20_000
    """Pairs of sentences, about, that are compared in a long text."""


@dataclass(frozen=True, slots=True)
class BlockSimilarityModel:
    """How much two blocks say the same."""

    threshold: float = 0.42
    """Similarity from which two blocks rather say the same."""
    found: int = 6
    missed: int = 14
    """Words and objects from which it is trusted that a block is found in another, or that it is not."""
    variance: float = _LENGTH_VARIANCE
    without_tables: float = 0.25
    """Share of the similarity of translated texts that is left where no word table is known: names, numbers, marks."""


@dataclass(frozen=True, slots=True)
class BlockPairingModel:
    """Which blocks and sections are pairs."""

    sure: float = 0.5
    """Similarity at which blocks in step need not be compared with others."""
    length: float = 0.15
    usual_deviation: float = 1.5
    largest_deviation: float = 5.0
    """What a standard deviation of length costs, from which one on, and up to which."""
    same_kind: float = 0.05
    same_rare_kind: float = 0.15
    other_kind: float = -0.10
    """What it says that two blocks are of the same kind (more where they are no paragraphs) or of another."""
    same_level: float = 0.10
    other_level: float = -0.10
    """The same for the levels of headings."""
    title: float = 0.3
    """What the title counts in the similarity of two sections."""
    too_many: int = 10_000
    """Pairs of blocks beyond which none is looked for elsewhere: nearly nothing corresponds."""
    enough: int = 5
    """Words and objects from which a block says enough to be found elsewhere or in a part of another."""
    contained: float = 0.6
    added: float = 0.4
    """Share of a block found in a neighbour's partner, and what it adds to that for its size, where one was split."""
    same: float = 0.5
    clearly: float = 0.12
    """Similarity from which two things that moved are the same, and their lead over others."""


@dataclass(frozen=True, slots=True)
class LockModel:
    """Which line of the lock is about a pair that was rewritten; set by hand, no script measures it."""

    sketch_bits: int = 20
    """Most bits (of 64) in which the sketches of a block and of what it was rewritten to may differ."""


@dataclass(frozen=True, slots=True)
class TermExtractionModel:
    """Which phrases of two languages are used as translations; set by hand on the thesis in this repository."""

    longest: int = 3
    least: int = 3
    """Words of a phrase, and pairs of blocks in which it has to stand."""
    together: float = 0.5
    sure: float = 0.75
    rival: float = 0.25
    """Dice's coefficient from which two phrases may be a pair, and surely are; the share of a second translation."""
    known: float = 0.5
    """Strength from which the lexicon has two words as translations."""
