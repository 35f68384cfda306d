"""Differences in agreed terms: a term of the glossary or a keyword that stands for another one, or is not used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thesis_build.alignment.beads import Bead
from thesis_build.alignment.differences import Difference
from thesis_build.alignment.passages import Passage
from thesis_build.alignment.sentences import Token, version
from thesis_build.alignment.texts import Texts
from thesis_build.languages.lexicon import Stems
from thesis_build.model import Glossary, Severity


@dataclass(frozen=True, slots=True)
class AgreedTerm:
    """A term in two languages (in the lexicon's order): on each side the wordings that count as it, as stems."""

    texts: tuple[str, str]
    wordings: tuple[tuple[Stems, ...], tuple[Stems, ...]]
    forbidden: tuple[tuple[Stems, ...], tuple[Stems, ...]] = ((), ())
    keyword: bool = False

    @property
    def label(self) -> str:
        """What the term is told from others by."""
        return f"term {self.texts[0]} {self.texts[1]}"


def agreed_terms(glossary: Glossary, languages: tuple[str, str]) -> tuple[AgreedTerm, ...]:
    """The terms of a glossary that both languages have."""
    out = []
    for term in glossary.terms:
        if all(term.texts.get(tag) for tag in languages):
            wordings = tuple(
                _all_stems([term.texts[tag], *term.variants.get(tag, ()), term.abbreviation.get(tag, "")], tag)
                for tag in languages
            )
            forbidden = tuple(_all_stems(term.forbidden.get(tag, ()), tag) for tag in languages)
            texts = tuple(term.texts[tag] for tag in languages)
            out.append(AgreedTerm(texts, wordings, forbidden))  # type: ignore[arg-type]
    return tuple(out)


def keyword_terms(
    keywords: Mapping[str, Sequence[str]], pairs: Iterable[tuple[int, int]], languages: tuple[str, str]
) -> tuple[AgreedTerm, ...]:
    """Paired keywords as terms."""
    out = []
    for pair in pairs:
        texts = tuple(keywords[tag][index] for tag, index in zip(languages, pair, strict=True))
        wordings = tuple(_all_stems([text], tag) for text, tag in zip(texts, languages, strict=True))
        out.append(AgreedTerm(texts, wordings, keyword=True))  # type: ignore[arg-type]
    return tuple(out)


def _all_stems(wordings: Iterable[str], tag: str) -> tuple[Stems, ...]:
    found = (stems(wording, tag) for wording in wordings if wording)
    return tuple(dict.fromkeys(wording for wording in found if wording))


def stems(text: str, tag: str) -> Stems:
    """The stems of a phrase, as the words of a passage are cut."""
    return tuple(token.key for s in version(Passage(tag, text)).sentences for token in s.tokens)


# ── in a pair of sentences ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Unit:
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


def uses(texts: Texts, bead: Bead, terms: Sequence[AgreedTerm]) -> list[Unit]:
    """The terms a bead has on either side."""
    out = {term.label: Unit(term.label, ([], []), term) for term in terms}
    for side in (0, 1):
        for index in bead.sentences[side]:
            for term, place in _found(texts.sentence(side, index).tokens, terms, side):
                out[term.label].places[side].append(place)
    return [unit for unit in out.values() if unit.places[0] or unit.places[1]]


def _found(tokens: Sequence[Token], terms: Sequence[AgreedTerm], side: int) -> Iterator[tuple[AgreedTerm, list[Token]]]:
    """The terms in a sentence of one side; a longer one hides a shorter one inside it."""
    keys = {token.key for token in tokens}
    candidates = [(wording, term) for term in terms for wording in term.wordings[side] if wording[0] in keys]
    used: set[Token] = set()
    for wording, term in sorted(candidates, key=lambda candidate: -len(candidate[0])):
        for place in _places(tokens, wording):
            if used.isdisjoint(place):
                used.update(place)
                yield term, place


def _places(tokens: Sequence[Token], wording: Stems) -> Iterator[list[Token]]:
    size = len(wording)
    keys = [token.key for token in tokens]
    for at in range(len(keys) - size + 1):
        if keys[at] == wording[0] and tuple(keys[at : at + size]) == wording:
            yield list(tokens[at : at + size])


def strengths(texts: Texts, bead: Bead, side: int, place: Sequence[Token]) -> list[float]:
    """How well each word of a term is found in the other side of a bead."""
    found: dict[Token, float] = {}
    for index in bead.sentences[side]:
        best = texts.links.best(side, index, bead.sentences[1 - side])
        found.update(zip(texts.sentence(side, index).content, best, strict=True))
    return [found[token] for token in place if token in found] or [1.0]


def count_terms(sentences: Sequence[Sequence[Token]], terms: Sequence[AgreedTerm], side: int) -> Counter[str]:
    """How often each term, by its label, occurs in sentences of one side."""
    return Counter(term.label for tokens in sentences for term, _ in _found(tokens, terms, side))


def forbidden_terms(texts: Texts, terms: Sequence[AgreedTerm]) -> Iterator[Difference]:
    """PAR302: a wording that the glossary says to replace."""
    for side in (0, 1):
        for index, sentence in enumerate(texts.versions[side].sentences):
            for term in terms:
                for wording in term.forbidden[side]:
                    for tokens in _places(sentence.tokens, wording):
                        here = tokens[0].start, tokens[-1].end
                        there = texts.counterpart(side, index)
                        yield texts.difference(
                            "PAR302",
                            Severity.WARNING,
                            side,
                            here,
                            there,
                            wording=texts.quote(side, here),
                            term=term.texts[side],
                        )
