"""Differences inside a sentence: a run of words, as long as a clause, that has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thesis_build.alignment.align.bitext import Bitext
from thesis_build.alignment.align.one_to_one import Matched, is_telling, one_to_one
from thesis_build.alignment.align.sentence_alignment import Bead
from thesis_build.alignment.compare.models import ClauseModel
from thesis_build.alignment.compare.names import is_name
from thesis_build.alignment.compare.neighbours import is_pointed_to
from thesis_build.alignment.difference import Difference, Extents
from thesis_build.alignment.evidence import MissingClause, MissingSentence
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token

_OPENING, _CLOSING = ("", ",", "(", ";", ":", "–", "—"), ("", ",", ")", ";", ".", ":", "–", "—")
_MODEL = ClauseModel()


def clauses(texts: Bitext, explained: Extents) -> Iterator[Difference]:
    """Clauses that the other language does not have, and whole sentences of several."""
    for bead in texts.unexplained(explained):
        sides = one_to_one(texts, bead)
        for side in (0, 1):
            run, weight = _heaviest_run(texts, side, sides[side])
            if not run or len(sides[1 - side].tokens) < _MODEL.sentence:
                continue
            tokens = [sides[side].tokens[at] for at in run]
            if _is_spelling(texts, bead, side, tokens):
                continue
            length = tokens[-1].end - tokens[0].start
            surplus = _surplus(texts, bead, side)
            needed = _needed(texts, bead, side, run) + _MODEL.not_longer * min(1.0, max(0.0, 1 - surplus / length))
            if weight >= needed - _MODEL.unit * _is_unit(texts, side, tokens):
                yield _missing(texts, bead, side, tokens)


def _is_spelling(texts: Bitext, bead: Bead, side: int, run: Sequence[Token]) -> bool:
    """Whether words spell out the acronym that follows them, which the other side has too."""
    tokens = texts.tokens(side, bead.sentences[side])
    after = tokens[tokens.index(run[-1]) + 1 :][:1]
    initials = "".join(token.text[0] for token in run).upper()
    there = {token.text for token in texts.tokens(1 - side, bead.sentences[1 - side])}
    return any(token.text.isupper() and token.text in there and token.text in initials for token in after)


def _surplus(texts: Bitext, bead: Bead, side: int) -> float:
    """By how many characters a side is longer than the other lets expect."""
    lengths = [sum(t.end - t.start + 1 for t in texts.tokens(s, bead.sentences[s])) for s in (0, 1)]
    ratio = texts.links.lexicon.length
    return lengths[side] - lengths[1 - side] * (ratio if side else 1 / ratio)


def _is_unit(texts: Bitext, side: int, run: Sequence[Token]) -> bool:
    """Whether a run stands between commas, brackets or the ends of a sentence."""
    text = texts.sides[side].text
    before, after = text[: run[0].start].rstrip("*_ "), text[run[-1].end :].lstrip("*_ ")
    return before[-1:] in _OPENING and after[:1] in _CLOSING


def _needed(texts: Bitext, bead: Bead, side: int, run: range) -> float:
    """What a run must weigh: more for every word that may stand for it where its counterpart should be."""
    sides = one_to_one(texts, bead)
    there = sides[1 - side]
    spare = [at for at, linked in enumerate(there.linked) if not linked]
    if not spare and not is_pointed_to(texts, bead, side):
        return _MODEL.run_alone
    place = _place(sides[side], run, len(there.tokens))
    return _MODEL.run + sum(
        _MODEL.spare if _says_something(texts, 1 - side, there.tokens[at]) else _MODEL.spare_unknown
        for at in spare
        if at in place
    )


def _place(matched: Matched, run: range, size: int) -> range:
    """Where, by number, the counterpart of a run should stand on the other side, which has that many words."""
    before = [p for p in matched.partners[max(0, run.start - _MODEL.beside) : run.start] if p is not None and p >= 0]
    after = [p for p in matched.partners[run.stop : run.stop + _MODEL.beside] if p is not None and p >= 0]
    before += [0] * (run.start == 0)
    after += [size] * (run.stop == len(matched.tokens))
    if not (before and after):
        return range(size)
    ends = before + after
    return range(min(ends) - _MODEL.near, max(ends) + _MODEL.near + 1)


def _says_something(texts: Bitext, side: int, token: Token) -> bool:
    """Whether a word must have a counterpart: it is telling, or a name."""
    return is_name(token) or is_telling(texts.links.lexicon, side, token)


def _heaviest_run(texts: Bitext, side: int, matched: Matched) -> tuple[range, float]:
    """The run of words that are least found in the other side, by number, and what it weighs."""
    best, found, total, start = 0.0, range(0), 0.0, 0
    for at, token in enumerate(matched.tokens):
        if total <= 0:
            total, start = 0.0, at
        total += _weight(texts, side, matched, at, token)
        if total > best:
            best, found = total, range(start, at + 1)
    return found, best


def _weight(texts: Bitext, side: int, matched: Matched, at: int, token: Token) -> float:
    if not matched.is_free(at):
        return _MODEL.found
    if matched.linked[at]:
        return _MODEL.taken
    return _MODEL.lost if _says_something(texts, side, token) else _MODEL.unknown


def _missing(texts: Bitext, bead: Bead, side: int, run: list[Token]) -> Difference:
    """The difference for words of a side in a row."""
    there = texts.extent(1 - side, bead.sentences[1 - side])
    for index in bead.sentences[side]:
        content = texts.sentence(side, index).content
        if len(bead.sentences[side]) > 1 and len([t for t in content if t in run]) >= _MODEL.whole * len(content):
            place = texts.extent(side, (index,))
            evidence = MissingSentence(texts.quote(side, place))
            return texts.difference(Kind.SENTENCE_MISSING, 1 - side, there, place, evidence)
    place = run[0].start, run[-1].end
    return texts.difference(Kind.CLAUSE_MISSING, 1 - side, there, place, MissingClause(texts.quote(side, place)))
