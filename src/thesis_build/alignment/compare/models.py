"""The numbers by which differences are found, one frozen value for each model.

Provenance: set by hand, 2026-11-24, with `tests/parity/measure.py` on the corpus that `alignment.models` describes. A
coverage is the share of a sentence, by the weight of its words, that is found in another one (0 to 1); a strength is
that of the link of two words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentenceModel:
    """Coverages from which a sentence counts as found, as moved, or as about something else."""

    missing: float = 0.40
    """Coverage from which a sentence without counterpart may stand in another one after all."""
    missing_where_more: float = 0.75
    """The same where its text has more sentences, or what covers it has a counterpart of its own."""
    adds: float = 0.1
    """What a sentence must add to the coverage of that one."""
    moved: float = 0.45
    margin: float = 0.12
    """Coverage from which two sentences are each other's in whatever order, and their lead over others."""
    moved_alone: float = 0.36
    moved_least: float = 0.25
    gain: float = 0.2
    """The same for two that fit better than what stands beside each: together, each, and by how much."""
    left_over: float = 0.25
    far: int = 4
    """The same for two that stand alone, and how many beads apart they may be."""
    differs: float = 0.2
    """Coverage below which a pair of sentences says something else."""
    closed: float = 0.5
    tail: int = 4
    whole: float = 0.7
    """Strength of the last words and share of the length from which a text without full stop is complete."""
    heading: int = 12
    """Words below which a text of one sentence may be a heading."""
    short: int = 4
    """A sentence of fewer content words says too little to be missed."""
    least: int = 2
    """A sentence of fewer content words says nothing: an enumerator, an interjection."""
    few: int = 3
    """A sentence of fewer content words is not looked for elsewhere."""
    some: int = 5
    fragment: int = 2
    """From that many content words on, a sentence without a common word is another one, not another turn of phrase.
    One that has fewer, even when its words are counted that many times ("However."), is a fragment: the other is
    missing."""


@dataclass(frozen=True, slots=True)
class RepetitionModel:
    """When a sentence is the same as one before it: by the share of common words."""

    same: float = 0.9
    nearly_same: float = 0.75
    look_back: int = 2
    short: int = 4
    """A sentence of fewer words may well stand twice."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """When a sentence is in the language of the other text."""

    shortest: int = 4
    """Words that a sentence must have, and known words that it must have more of the other language."""
    least: int = 2
    """Function words of the other language; also the words that a copied sentence must have."""
    copied: float = 0.8
    """Share of common words from which a sentence is a copy of one in the other text."""
    title: int = 4
    """Words that a sentence must have to be read as the title of a work."""
    least_text: int = 8
    """Words from which a whole text counts as untranslated."""


@dataclass(frozen=True, slots=True)
class ClauseModel:
    """When words in a row are a clause or a phrase that the other sentence lacks.

    Set on 40 pairs of abstracts from public repositories with phrases dropped, and on 500 correct pairs of sentences.
    """

    lost: float = 0.7
    taken: float = 0.3
    unknown: float = 0.2
    found: float = -0.6
    """What a word adds to a run: a telling one or a name that the other side has not; one whose partner another word
    took; one that no table knows; one with a partner."""
    run: float = 1.55
    run_alone: float = 1.25
    """What a run must weigh: two telling words and another one; less where every word of the other side has a
    partner, and no pronoun may stand for it."""
    spare: float = 1.0
    spare_unknown: float = 0.5
    """How much more for each word, telling or not, that has no partner where the counterpart should stand."""
    beside: int = 2
    near: int = 2
    """Words on both sides of a run whose partners show that place, and words beyond these that belong to it."""
    not_longer: float = 1.1
    """How much more where the side is not longer than the other by the run."""
    unit: float = 0.6
    """How much less where the run stands between commas or brackets: a telling word."""
    whole: float = 0.8
    """Share of a sentence from which it is the sentence that is missing."""
    sentence: int = 3
    """A side of fewer words with content is a heading or a caption, which may be shorter."""


@dataclass(frozen=True, slots=True)
class ListModel:
    """When a list lacks an item."""

    longest: int = 6
    """An item of more words is a clause."""
    near: int = 4
    """Content words, at most, from one neighbour of the item to the other on the side that lacks it."""
    edge: int = 3
    """Words that count of the last item, whose end is not marked, and of the first."""


@dataclass(frozen=True, slots=True)
class PoleModel:
    """When two words are opposites that stand for each other."""

    before: int = 4
    behind: int = 3
    """Words before and behind one within which a negation turns it round."""
    far: float = 0.5
    """How far apart, in shares of their sentences, the two may stand."""


@dataclass(frozen=True, slots=True)
class NegationModel:
    """How far a negation reaches, and when the other side affirms what it negates."""

    reach: int = 6
    """Words to its right that a negation reaches."""
    head: int = 3
    """Words among which the negated one is looked for."""
    again: int = 4
    """The same negation so soon again belongs to a list: no pages, no number."""
    own: float = 0.9
    """Strength from which a word is the other half of one with a negative affix."""
    hardly_negative: float = 0.2
    """Share of its translations that may have a negation where a word only looks like a negative one."""
    shortest: int = 3
    joined: int = 4
    """Characters that the rest of such a word must have, and a negation that begins a stem of the tables."""
    linked: float = 0.5
    """Strength from which two words are translations."""
    corresponding: float = 0.27
    alike: float = 0.65
    """Coverage from which two sentences are taken to say the same otherwise: where the other has the negated word, and
    where it has not."""


@dataclass(frozen=True, slots=True)
class TermModel:
    """When a term or name is found, left out, or in the place of another one."""

    partly: float = 0.4
    """Strength from which a word is taken to be found in the other side."""
    hardly: float = 0.3
    """Strength below which a term is taken not to be there."""
    neighbour: float = 0.75
    near: int = 2
    """Strength from which two neighbours are the same, and how many on each side are looked at."""
    translates: float = 0.5
    same_name: float = 0.75
    """Strength from which a name is part of words that are translated, and is one name with another form."""
    acronym: int = 3
    """Words without capitals that an acronym must be made of."""
    shortest_name: int = 2
    slip: int = 5
    short: int = 4
    """Characters of a name; of one whose spelling is compared; of a term from which another word can be made."""
    enough: int = 2
    many: int = 3
    """Indications that make a substitution clear; surplus names beyond which a sentence is put in another way."""


@dataclass(frozen=True, slots=True)
class SlotModel:
    """When two words stand in the same place of two sentences, by what stands beside them."""

    alike: float = 2.0
    linked: float = 0.5
    """What two neighbours written alike count, more than any link, and the strength from which two are translations."""
    rest: int = 2
    """Words beside one in a name that, alike on both sides, make it the same name."""


@dataclass(frozen=True, slots=True)
class KeywordModel:
    """When two keywords are a pair."""

    enough: float = 0.5
    least: float = 0.2
    """Mutual coverage from which they are one, and below which they share nothing."""
    found: float = 0.4
    """Strength from which a word of a keyword is found in the other."""
    whole: float = 0.9
    more: int = 2
    """A keyword that is wholly covered by one with that many known words more is another keyword."""


@dataclass(frozen=True, slots=True)
class QuantityModel:
    """Which quantities of two sentences are the same one."""

    small: int = 12
    """Numbers in words up to this one may be left to another turn of phrase."""
    near: float = 0.34
    near_characters: int = 60
    """How far apart two unlike quantities may stand: in shares of their sentence, and in characters."""
    other: float = 0.3
    other_kind: float = 0.5
    optional: float = 0.2
    """What another unit or sign, another kind (of that), and being optional count as distance."""
    same_kind: float = 0.7
    """What the distance of unlike quantities is multiplied with, once for the same kind and once for scale words."""
