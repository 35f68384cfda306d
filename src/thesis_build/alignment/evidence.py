"""What was seen of a difference: the words a message quotes, and the facts by which a rule weighs it.

One value for each kind of difference, with texts and truth values only, so that it can be kept as JSON. `here` is in
the language that the difference is about, `there` in the other one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """What all evidence has in common."""

    @property
    def slight(self) -> bool:
        """Whether it is so little that the texts may well say the same in other words."""
        return False


# ── references and sentences ────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class MissingReference(Evidence):
    """A citation key, identifier, address or piece of code that stands in the other language only."""

    value: str


@dataclass(frozen=True, slots=True)
class SubstitutedReference(Evidence):
    """What each language points to where the other points to something else."""

    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Locators(Evidence):
    """The locators of two citations of one work."""

    key: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class QuotedSentence(Evidence):
    """A sentence, by its beginning."""

    sentence: str


@dataclass(frozen=True, slots=True)
class MissingSentence(Evidence):
    """A sentence that the other text lacks.

    `found_elsewhere` says that much of it stands in a sentence there; `short` that it has few words with content.
    """

    sentence: str
    found_elsewhere: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class RepeatedSentence(Evidence):
    """A sentence that stands twice; `word_for_word`, or with some of its words changed."""

    sentence: str
    word_for_word: bool


@dataclass(frozen=True, slots=True)
class TruncatedText(Evidence):
    """The last sentence of a text without full stop; `complete` says that only the full stop is missing."""

    sentence: str
    complete: bool

    @property
    def slight(self) -> bool:
        """Whether only the full stop is missing."""
        return self.complete


@dataclass(frozen=True, slots=True)
class ForeignSentence(Evidence):
    """A sentence in the language of the other text; `clearly` by its words, or only by most of the small ones."""

    sentence: str
    clearly: bool


@dataclass(frozen=True, slots=True)
class ForeignText(Evidence):
    """A whole text in the language of the other one."""


@dataclass(frozen=True, slots=True)
class MissingClause(Evidence):
    """Words in a row that have no counterpart."""

    clause: str


# ── quantities ──────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class MissingQuantity(Evidence):
    """A quantity that stands in one language only.

    `small_word` says that it is a small number in words, which another turn of phrase may express; `bare` that it is in
    words, or a single digit, without a unit; `in_other_text` that the other text has the value somewhere; `repeated`
    that both sentences have the value and one of them has it once more.
    """

    value: str
    small_word: bool = False
    bare: bool = False
    in_other_text: bool = False
    repeated: bool = False

    @property
    def slight(self) -> bool:
        """Whether another turn of phrase may express it."""
        return self.small_word


@dataclass(frozen=True, slots=True)
class QuantityPair(Evidence):
    """Two quantities that should be the same; `stated[language]` is how each is written."""

    stated: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class UnlikeValues(QuantityPair):
    """Two quantities of another value.

    `balanced` says that both texts have each value equally often, so that they may only have changed places; `optional`
    that both come and go with the turn of phrase.
    """

    balanced: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class UnlikeCurrencies(QuantityPair):
    """Two amounts in another currency; `unit_stated_by_both`, or by one of them only."""

    unit_stated_by_both: bool = True


@dataclass(frozen=True, slots=True)
class UnlikePercentages(QuantityPair):
    """A percentage beside something else: percentage points (`both_shares`), or a number that is no share at all."""

    both_shares: bool = False


@dataclass(frozen=True, slots=True)
class UnlikeRelations(QuantityPair):
    """One number after contrary relations (`<`, `>`), or with another sign (`sign`)."""

    sign: bool = False


@dataclass(frozen=True, slots=True)
class AmbiguousSeparators(QuantityPair):
    """Two numbers of equal digits, of which a separator can be read in two ways.

    `misread` says that the conventions of the languages give them two values; `measured` that both have a unit.
    """

    misread: bool = True
    measured: bool = False


@dataclass(frozen=True, slots=True)
class ForeignNotation(Evidence):
    """A number or month as it is written in a text of another language."""

    value: str


# ── terms, names, polarity ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class MissingTerm(Evidence):
    """A term of the other language (`counterpart`) whose agreed translation (`expected`) is not here.

    `even` says that both texts have it equally often elsewhere, and both languages write it alike or it is a keyword;
    `replaced` that a known word without counterpart stands in its place.
    """

    counterpart: str
    expected: str
    even: bool = False
    replaced: bool = False

    @property
    def slight(self) -> bool:
        """Whether it may have been left out as a pronoun is put for it."""
        return not (self.even or self.replaced)


@dataclass(frozen=True, slots=True)
class ForbiddenWording(Evidence):
    """A wording that the glossary forbids, and the term it has instead."""

    wording: str
    term: str


@dataclass(frozen=True, slots=True)
class Substitution(Evidence):
    """A term, name, acronym or code where the other language has another one.

    `clear` says that neighbours and frequencies speak for it; `familiar` that one of the two occurs in both texts, or
    that both are codes of one make; `unequal` that one is an agreed term and the other a name, by which the thing may
    be called too; `agreed` that both are agreed terms, or neither is.
    """

    here: str
    there: str
    clear: bool
    familiar: bool
    unequal: bool = False
    agreed: bool = True

    @property
    def slight(self) -> bool:
        """Whether a name may just stand for the term."""
        return self.unequal


@dataclass(frozen=True, slots=True)
class Misspelling(Evidence):
    """A name in two spellings that differ in one letter."""

    here: str
    there: str


@dataclass(frozen=True, slots=True)
class MissingName(Evidence):
    """A name that the other language has here."""

    name: str


@dataclass(frozen=True, slots=True)
class NegatedWord(Evidence):
    """What one language negates and the other affirms; `corresponding` says that the sentences share enough words."""

    negated: str
    affirmed: str
    corresponding: bool = True

    @property
    def slight(self) -> bool:
        """Whether the sentences may be about something else."""
        return not self.corresponding


@dataclass(frozen=True, slots=True)
class Antonyms(Evidence):
    """Two words of opposite meaning."""

    here: str
    there: str


@dataclass(frozen=True, slots=True)
class WordPair(Evidence):
    """Two words, or phrases, that stand for each other and do not say the same."""

    here: str
    there: str
