"""Differences in agreed terms: a term of the glossary or a keyword that stands for another one, or is not used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.evidence import ForbiddenWording
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.passages import Passage
from thesis_build.alignment.text.segmentation import Token, segmented
from thesis_build.languages.lexicon import Stems
from thesis_build.languages.word_lists import uninflected
from thesis_build.model import Glossary


@dataclass(frozen=True, slots=True)
class AgreedTerm:
    """A term in two languages (in the lexicon's order), `texts`.

    On each side, the `wordings` that count as it and those that are `forbidden`, as words without inflection, and
    `stems`, the wordings as stems.
    """

    texts: tuple[str, str]
    wordings: tuple[tuple[Stems, ...], tuple[Stems, ...]]
    stems: tuple[tuple[Stems, ...], tuple[Stems, ...]]
    forbidden: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    keyword: bool = False

    @property
    def label(self) -> str:
        """What distinguishes the term from others."""
        return f"term {self.texts[0]} {self.texts[1]}"


def agreed_terms(glossary: Glossary, languages: tuple[str, str]) -> tuple[AgreedTerm, ...]:
    """The terms of a glossary that both languages have."""
    out = []
    for term in glossary.terms:
        if all(term.texts.get(tag) for tag in languages):
            ways = [[term.texts[t], *term.variants.get(t, ()), term.abbreviation.get(t, "")] for t in languages]
            forbidden = tuple(term.forbidden.get(tag, ()) for tag in languages)
            out.append(_term((term.texts[languages[0]], term.texts[languages[1]]), ways, languages, forbidden))
    return tuple(out)


def keyword_terms(
    keywords: Mapping[str, Sequence[str]], pairs: Iterable[tuple[int, int]], languages: tuple[str, str]
) -> tuple[AgreedTerm, ...]:
    """Paired keywords as terms."""
    both = [(keywords[languages[0]][one], keywords[languages[1]][other]) for one, other in pairs]
    return tuple(_term(texts, [[text] for text in texts], languages, ((), ()), keyword=True) for texts in both)


def _term(
    texts: tuple[str, str],
    ways: Sequence[Sequence[str]],
    languages: tuple[str, str],
    forbidden: tuple[tuple[str, ...], ...],
    keyword: bool = False,
) -> AgreedTerm:
    cut = [
        [segmented(Passage(tag, wording)) for wording in wordings if wording]
        for wordings, tag in zip(ways, languages, strict=True)
    ]
    tokens = [[[t for s in one.sentences for t in s.tokens] for one in side] for side in cut]
    words = [
        tuple(dict.fromkeys(tuple(_word(t, tag) for t in one) for one in side if one))
        for side, tag in zip(tokens, languages, strict=True)
    ]
    stems = [tuple(dict.fromkeys(tuple(t.key for t in one) for one in side if one)) for side in tokens]
    return AgreedTerm(texts, (words[0], words[1]), (stems[0], stems[1]), (forbidden[0], forbidden[1]), keyword)


def _word(token: Token, tag: str) -> str:
    return uninflected(token.text.lower(), tag) if token.kind == "word" else token.key


# ── in a pair of sentences ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class TermOccurrences:
    """A term or name: its label, where each side of a bead has it, and the agreed term or the forms of the name."""

    label: str
    places: tuple[list[list[Token]], list[list[Token]]]
    term: AgreedTerm | None = None
    forms: frozenset[str] = frozenset()

    def counted(self, counts: Mapping[str, int]) -> int:
        """How often it occurs by the counts of a whole text."""
        return counts.get(self.label, 0) if self.term else sum(counts.get(form, 0) for form in self.forms)

    def surplus(self, side: int) -> int:
        """How many more this side has than the other."""
        return len(self.places[side]) - len(self.places[1 - side])


def uses(texts: Bitext, bead: Bead, terms: Sequence[AgreedTerm]) -> list[TermOccurrences]:
    """The terms a bead has on either side."""
    out = {term.label: TermOccurrences(term.label, ([], []), term) for term in terms}
    said = [[texts.sentence(side, index).tokens for index in bead.sentences[side]] for side in (0, 1)]
    tags = [texts.language(side) for side in (0, 1)]
    anywhere = [
        {term.label for tokens in said[side] for term, _ in _candidates(tokens, terms, side, tags[side])}
        for side in (0, 1)
    ]
    for side in (0, 1):
        for tokens in said[side]:
            for term, place in _found(tokens, terms, side, tags[side], anywhere[1 - side]):
                out[term.label].places[side].append(place)
    return [unit for unit in out.values() if unit.places[0] or unit.places[1]]


def _found(
    tokens: Sequence[Token], terms: Sequence[AgreedTerm], side: int, tag: str, shared: Set[str] = frozenset()
) -> Iterator[tuple[AgreedTerm, list[Token]]]:
    """The terms in a sentence of one side: a longer one hides one inside it.

    Two that overlap (Wali Kota, Kota Bandung) both count where they are `shared`, by their labels, else the first.
    """
    taken: list[range] = []
    for term, at in _candidates(tokens, terms, side, tag):
        overlapping = [other for other in taken if at.start < other.stop and other.start < at.stop]
        nested = any(other.start <= at.start and at.stop <= other.stop for other in overlapping)
        if not overlapping or (term.label in shared and not nested):
            taken.append(at)
            yield term, list(tokens[at.start : at.stop])


def _candidates(
    tokens: Sequence[Token], terms: Sequence[AgreedTerm], side: int, tag: str
) -> list[tuple[AgreedTerm, range]]:
    """The places of all terms in a sentence of one side, the longest first."""
    said = [_word(token, tag) for token in tokens]
    known = set(said)
    found = [
        (term, range(at, at + len(wording)))
        for term in terms
        for wording in term.wordings[side]
        if wording[0] in known
        for at in _places(said, wording)
    ]
    return sorted(found, key=lambda candidate: -len(candidate[1]))


def _places(words: Sequence[str], wording: Stems) -> Iterator[int]:
    size = len(wording)
    for at in range(len(words) - size + 1):
        if words[at] == wording[0] and tuple(words[at : at + size]) == wording:
            yield at


def strengths(texts: Bitext, bead: Bead, side: int, place: Sequence[Token]) -> list[float]:
    """How well each word of a term is found in the other side of a bead."""
    found: dict[Token, float] = {}
    for index in bead.sentences[side]:
        best = texts.links.best(side, index, bead.sentences[1 - side])
        found.update(zip(texts.sentence(side, index).content, best, strict=True))
    return [found[token] for token in place if token in found] or [1.0]


def count_terms(sentences: Sequence[Sequence[Token]], terms: Sequence[AgreedTerm], side: int, tag: str) -> Counter[str]:
    """How often each term, by its label, occurs in sentences of one side."""
    return Counter(term.label for tokens in sentences for term, _ in _found(tokens, terms, side, tag))


def forbidden_terms(texts: Bitext, terms: Sequence[AgreedTerm]) -> Iterator[Difference]:
    """A wording that the glossary says to replace; one that differs in capitals only is taken as written."""
    for side in (0, 1):
        text = texts.sides[side].text
        for term in terms:
            for wording in term.forbidden[side]:
                strict = wording.lower() == term.texts[side].lower()
                pattern = rf"(?<!\w){re.escape(wording)}(?!\w)"
                for match in re.finditer(pattern, text, 0 if strict else re.IGNORECASE):
                    index = max(
                        (i for i, s in enumerate(texts.sides[side].sentences) if s.start <= match.start()), default=0
                    )
                    if strict and texts.sentence(side, index).start == match.start():
                        continue
                    there = texts.counterpart(side, index)
                    evidence = ForbiddenWording(match[0], term.texts[side])
                    yield texts.difference(Kind.TERM_FORBIDDEN, side, match.span(), there, evidence)
