"""Differences in agreed terms: a term of the glossary or a keyword that stands for another one, or is not used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thesis_build.alignment.beads import Bead
from thesis_build.alignment.differences import Difference
from thesis_build.alignment.passages import Passage
from thesis_build.alignment.sentences import Token, version
from thesis_build.alignment.texts import Span, Texts, Where
from thesis_build.languages.lexicon import Stems
from thesis_build.model import Glossary, Severity

_HARDLY = 0.3
_PARTLY = 0.5


@dataclass(frozen=True, slots=True)
class AgreedTerm:
    """A term in two languages (in the lexicon's order): on each side the wordings that count as it, as stems."""

    texts: tuple[str, str]
    wordings: tuple[tuple[Stems, ...], tuple[Stems, ...]]
    forbidden: tuple[tuple[Stems, ...], tuple[Stems, ...]] = ((), ())
    keyword: bool = False


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
class _Use:
    """How often, and where, each side of a bead has a term."""

    term: AgreedTerm
    places: tuple[list[list[Token]], list[list[Token]]]

    def surplus(self, side: int) -> int:
        """How many more this side has than the other."""
        return len(self.places[side]) - len(self.places[1 - side])


def differing_terms(texts: Texts, terms: Sequence[AgreedTerm], taken: frozenset[Where]) -> Iterator[Difference]:
    """PAR310 where a side has another term than the other, PAR301 where it does not use the agreed one."""
    for bead in texts.pairs():
        if any((side, index) in taken for side in (0, 1) for index in bead.sentences[side]):
            continue
        uses = _uses(texts, bead, terms)
        for side in (0, 1):
            found = _exchanged(texts, bead, side, uses)
            yield from found if found is not None else _unused(texts, bead, side, uses)


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


def _uses(texts: Texts, bead: Bead, terms: Sequence[AgreedTerm]) -> list[_Use]:
    """The terms a bead has on either side; a longer term hides a shorter one inside it."""
    out = [_Use(term, ([], [])) for term in terms]
    for side in (0, 1):
        tokens = tuple(texts.tokens(side, bead.sentences[side]))
        candidates = [(len(w), number, w) for number, term in enumerate(terms) for w in term.wordings[side]]
        used: set[Token] = set()
        for _, number, wording in sorted(candidates, key=lambda c: -c[0]):
            for place in _places(tokens, wording):
                if used.isdisjoint(place):
                    used.update(place)
                    out[number].places[side].append(place)
    return [use for use in out if use.places[0] or use.places[1]]


def _places(tokens: Sequence[Token], wording: Stems) -> Iterator[list[Token]]:
    size = len(wording)
    keys = [token.key for token in tokens]
    for at in range(len(keys) - size + 1):
        if keys[at] == wording[0] and tuple(keys[at : at + size]) == wording:
            yield list(tokens[at : at + size])


def _exchanged(texts: Texts, bead: Bead, side: int, uses: list[_Use]) -> list[Difference] | None:
    """A term too many here and another too few: one stands for the other. None where there is no such thing."""
    extra = [use for use in uses if use.surplus(side) > 0 and not _rendered(texts, bead, side, use)]
    lacking = [use for use in uses if use.surplus(side) < 0 and not _rendered(texts, bead, 1 - side, use)]
    if not (extra and lacking):
        return None
    out = []
    for one, other in zip(extra, lacking, strict=False):
        here, there = _span(one.places[side][-1]), _span(other.places[1 - side][-1])
        out.append(
            texts.difference(
                "PAR310",
                Severity.ERROR,
                side,
                here,
                there,
                term=texts.quote(side, here),
                expected=other.term.texts[side],
                counterpart=texts.quote(1 - side, there),
            )
        )
    return out


def _rendered(texts: Texts, bead: Bead, side: int, use: _Use) -> bool:
    """Whether a term that this side has too often is told in other words by the other side."""
    return len(use.places[1 - side]) == 0 and _coverage(texts, bead, side, use.places[side][-1]) >= _PARTLY


def _unused(texts: Texts, bead: Bead, side: int, uses: list[_Use]) -> Iterator[Difference]:
    """Terms that the other side has and of which this side has not even the words."""
    for use in uses:
        if use.places[side] or not use.places[1 - side]:
            continue
        place = use.places[1 - side][-1]
        if len(place) > 0 and _coverage(texts, bead, 1 - side, place) < _HARDLY:
            here, there = texts.extent(side, bead.sentences[side]), _span(place)
            code = "PAR310" if use.term.keyword else "PAR301"
            yield texts.difference(
                code,
                Severity.WARNING,
                side,
                here,
                there,
                expected=use.term.texts[side],
                counterpart=texts.quote(1 - side, there),
            )


def _coverage(texts: Texts, bead: Bead, side: int, place: list[Token]) -> float:
    """How well the words of a term are found in the other side of a bead."""
    strengths: dict[Token, float] = {}
    for index in bead.sentences[side]:
        found = texts.links.best(side, index, bead.sentences[1 - side])
        strengths.update(zip(texts.sentence(side, index).content, found, strict=True))
    known = [strengths[token] for token in place if token in strengths]
    return sum(known) / len(known) if known else 1.0


def _span(tokens: list[Token]) -> Span:
    return tokens[0].start, tokens[-1].end
