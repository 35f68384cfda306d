"""Where two texts, one in each of two languages, do not say the same."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.sentence_alignment import Bead, beads
from thesis_build.alignment.align.word_alignment import Links, Weights
from thesis_build.alignment.compare.antonyms import opposites
from thesis_build.alignment.compare.clauses import clauses
from thesis_build.alignment.compare.closed_sets import other_members
from thesis_build.alignment.compare.keywords import pair_keywords
from thesis_build.alignment.compare.lists import list_items
from thesis_build.alignment.compare.names import count_forms
from thesis_build.alignment.compare.negation import negations
from thesis_build.alignment.compare.quantities import compare as compare_quantities
from thesis_build.alignment.compare.quantity_pairs import Background, QuantityContext, background
from thesis_build.alignment.compare.references import references
from thesis_build.alignment.compare.repeated_sentences import repeated
from thesis_build.alignment.compare.sentences import Found, cut_off, differing, missing, moved, order
from thesis_build.alignment.compare.substitutions import substituted
from thesis_build.alignment.compare.terms import AgreedTerm, agreed_terms, count_terms, forbidden_terms, keyword_terms
from thesis_build.alignment.compare.untranslated import untranslated
from thesis_build.alignment.difference import Difference, Extents
from thesis_build.alignment.evidence import MissingTerm
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.passages import Passage, joined
from thesis_build.alignment.text.segmentation import SegmentedText, segmented
from thesis_build.languages.lexicon import Lexicon, lexicon
from thesis_build.languages.quantities import read as quantities
from thesis_build.model import Glossary

StemPair = tuple[tuple[str, ...], tuple[str, ...]]
"""The stems of a wording of each language."""

_DETECTORS: tuple[Callable[[Bitext, Extents], Found], ...] = (untranslated, repeated, cut_off, missing, differing)
"""What is looked for in whole sentences; of two differences about one sentence the first is reported."""

_GONE = frozenset({Kind.SENTENCE_MISSING, Kind.SENTENCE_REPEATED, Kind.TEXT_TRUNCATED})
"""Differences by which a sentence has no counterpart, so that what it points to has none either."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole of both texts says about their words, in the order of the lexicon's languages.

    `weights` say how rare a word is, `names` how often it occurs; `terms` are the agreed ones and `pairs` the stems
    of their wordings, `quantities` what is known of all numbers.
    """

    lexicon: Lexicon
    weights: Weights
    names: tuple[Mapping[str, int], Mapping[str, int]]
    quantities: Background
    terms: tuple[AgreedTerm, ...] = ()
    pairs: tuple[StemPair, ...] = ()


def context(
    ours: Sequence[Passage],
    theirs: Sequence[Passage],
    glossary: Glossary | None = None,
    keywords: Mapping[str, Sequence[str]] | None = None,
    terms: tuple[AgreedTerm, ...] | None = None,
) -> Context:
    """The context that the whole texts, the glossary and the keywords of both languages give.

    `terms` are what glossary and keywords agree on, where that is known already (see `terms_of`).
    """
    one, other = joined(ours).language, joined(theirs).language
    table = lexicon(one, other)
    sides = (ours, theirs) if table.languages[0] == one else (theirs, ours)
    cut = [[segmented(passage) for passage in side] for side in sides]
    frequencies, unseen = zip(*(_weights(texts) for texts in cut), strict=True)
    if terms is None:
        terms = terms_of(glossary or Glossary(), keywords or {}, table.languages)
    names = tuple(
        count_forms([token for sentence in sentences for token in sentence])
        + count_terms(sentences, terms, side, table.languages[side])
        for side, sentences in enumerate([s.tokens for t in texts for s in t.sentences] for texts in cut)
    )
    numbers = background(
        {
            tag: [q for p in side for q in quantities.read(p.text, tag)]
            for tag, side in zip(table.languages, sides, strict=True)
        }
    )
    weights = Weights(frequencies, max(unseen))
    return Context(table, weights, names, numbers, terms, _stem_pairs(terms))  # type: ignore[arg-type]


def terms_of(
    glossary: Glossary, keywords: Mapping[str, Sequence[str]], languages: tuple[str, str]
) -> tuple[AgreedTerm, ...]:
    """What a glossary and the paired keywords agree on, in the order of the lexicon's languages."""
    languages = lexicon(*languages).languages
    terms = agreed_terms(glossary, languages)
    if not all(keywords.get(tag) for tag in languages):
        return terms
    pairs = pair_keywords({tag: keywords[tag] for tag in languages}, _stem_pairs(terms)).pairs
    return (*terms, *keyword_terms(keywords, pairs, languages))


def _weights(texts: Sequence[SegmentedText]) -> tuple[dict[str, float], float]:
    """The weight of each word, by its key, and of one that does not occur."""
    sentences = [sentence for text in texts for sentence in text.sentences]
    counts = Counter(key for sentence in sentences for key in {token.key for token in sentence.content})
    total = max(1, len(sentences))
    return {key: math.log(1 + total / count) for key, count in counts.items()}, math.log(1 + total)


def _stem_pairs(terms: Sequence[AgreedTerm]) -> tuple[StemPair, ...]:
    return tuple((one, other) for term in terms for one in term.stems[0] for other in term.stems[1])


def compare(ours: Sequence[Passage], theirs: Sequence[Passage], context: Context) -> tuple[Difference, ...]:
    """Where passages of two languages do not say the same; extents are offsets into `passages.joined` of each.

    Each fault is reported once: where a sentence is missing, nothing is reported in it.
    """
    if not (ours and theirs):
        return ()
    sides = (ours, theirs) if context.lexicon.languages[0] == ours[0].language else (theirs, ours)
    one, other = (segmented(joined(side)) for side in sides)
    links = Links((one, other), context.lexicon, context.pairs, context.weights)
    texts = Bitext((one, other), links, beads(links))
    return tuple(_differences(texts, context))


def _differences(texts: Bitext, context: Context) -> Iterator[Difference]:
    displaced = moved(texts)
    texts = Bitext(texts.sides, texts.links, _put_together(texts.beads, displaced))
    found = _of_sentences(texts)
    yield from (difference for difference, _ in found)
    yield from order(texts, displaced)
    yield from references(texts, _explained([each for each in found if each[0].kind in _GONE]))
    yield from _inside(texts, context, _explained(found))


def _of_sentences(texts: Bitext) -> list[tuple[Difference, Extents]]:
    """The differences of whole sentences, each with those it explains."""
    found: list[tuple[Difference, Extents]] = []
    for detect in _DETECTORS:
        found += detect(texts, _explained(found))
    return found


def _explained(found: Sequence[tuple[Difference, Extents]]) -> Extents:
    return Extents.of(sentence for _, explains in found for sentence in explains.sentences)


def _inside(texts: Bitext, context: Context, explained: Extents) -> Iterator[Difference]:
    """The differences inside sentences that have a counterpart; what stands in a missing clause is reported once."""
    found = [
        *substituted(texts, context.terms, context.names, explained),
        *forbidden_terms(texts, context.terms),
        *_quantities(texts, context, explained),
        *negations(texts, explained),
        *opposites(texts, explained),
        *other_members(texts, explained),
    ]
    runs = list(clauses(texts, explained))
    whole = [run for run in runs if run.kind is Kind.SENTENCE_MISSING]
    kept = [each for each in found if not any(_holds(run, each) for run in (runs if _is_note(each) else whole))]
    weighty = [each for each in kept if not each.evidence.slight]
    yield from kept
    yield from whole
    kept = [run for run in runs if run not in whole and not any(_holds(run, each) for each in weighty)]
    yield from kept
    items = list_items(texts, explained)
    yield from (item for item in items if not any(_holds(run, item) or _holds(item, run) for run in [*runs, *weighty]))


def _is_note(difference: Difference) -> bool:
    """Whether a term is only not rendered, with nothing in its place: no more than a part of words that are missing."""
    return isinstance(difference.evidence, MissingTerm) and not difference.evidence.replaced


def _holds(run: Difference, other: Difference) -> bool:
    """Whether another difference stands in the words, of one language, that the other language lacks."""
    start, end = other.extents.get(run.other, (-1, -1))
    return run.extents[run.other][0] <= start and end <= run.extents[run.other][1]


def _quantities(texts: Bitext, context: Context, explained: Extents) -> Iterator[Difference]:
    """The differences of quantities in each pair of sentences."""
    found = [quantities.read(segmented.text, segmented.language) for segmented in texts.sides]
    languages = texts.language(0), texts.language(1)
    for bead in texts.unexplained(explained):
        spans = texts.extent(0, bead.sentences[0]), texts.extent(1, bead.sentences[1])
        ours, theirs = (
            [quantity for quantity in side if start <= quantity.start < end]
            for side, (start, end) in zip(found, spans, strict=True)
        )
        if ours or theirs:
            compared = compare_quantities(ours, theirs, QuantityContext(languages, spans, context.quantities))
            yield from (each for each in compared if not _is_in_code(texts, each))


def _is_in_code(texts: Bitext, difference: Difference) -> bool:
    """Whether a number that one side lacks stands there in code: LLaMA 3.3, `llama-3.3`."""
    if difference.kind is not Kind.QUANTITY_MISSING:
        return False
    side = 0 if difference.language == texts.language(0) else 1
    (start, end), (first, last) = difference.extents[difference.other], difference.extents[difference.language]
    number = re.compile(rf"(?<![\d.,]){re.escape(texts.sides[1 - side].text[start:end])}(?![\d.,]*\d)")
    marks = texts.sides[side].marks.items()
    return any(mark.kind == "code" and first <= at < last and number.search(mark.value) for at, mark in marks)


def _put_together(chain: Sequence[Bead], pairs: Sequence[tuple[int, int]]) -> tuple[Bead, ...]:
    """The beads with sentences that stand in another order set beside their counterparts."""
    apart = ({one for one, _ in pairs}, {other for _, other in pairs})
    out = []
    for bead in chain:
        rest = tuple(tuple(i for i in bead.sentences[side] if i not in apart[side]) for side in (0, 1))
        if rest[0] or rest[1]:
            out.append(Bead((rest[0], rest[1])))
    return (*out, *(Bead(((one,), (other,))) for one, other in pairs))
