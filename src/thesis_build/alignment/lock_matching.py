"""What has happened to each pair since it was confirmed: which line of the lock is about which pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from thesis_build.alignment.lock import Confirmed, Lock, Print
from thesis_build.alignment.models import LockModel

_MODEL = LockModel()


@dataclass(frozen=True, slots=True)
class Current:
    """A pair as the text has it now: `explicit` says that its identifier is written in the text."""

    chapter: str
    identifier: str
    prints: Mapping[str, Print]
    facts: str
    explicit: bool = False


class State(StrEnum):
    """What has happened to a pair since it was confirmed."""

    CONFIRMED = "confirmed"
    STALE = "stale"
    BOTH_CHANGED = "both-changed"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Known:
    """A pair, the line of the lock that is about it (if any), and the languages in which it has changed since."""

    pair: Current
    confirmed: Confirmed | None
    changed: tuple[str, ...] = field(default=())

    @property
    def state(self) -> State:
        """What has happened to the pair."""
        if self.confirmed is None:
            return State.NEW
        if not self.changed:
            return State.CONFIRMED
        return State.BOTH_CHANGED if len(self.changed) == len(self.pair.prints) else State.STALE


def recognise(lock: Lock, pairs: Sequence[Current]) -> tuple[list[Known], tuple[Confirmed, ...]]:
    """Each pair with the line that is about it, and the lines that are about none.

    A line is given to the pair that has both of its digests; else to the one with its identifier written in the
    text; else to one that has one of its digests; else to the most alike. Each line is given once.
    """
    given: dict[int, Confirmed] = {}
    left = {line.line: line for line in lock.lines}
    for step in (_same_texts, _same_identifier, _one_same_text, _alike):
        waiting = [number for number in range(len(pairs)) if number not in given]
        for number, line in step(pairs, waiting, list(left.values())):
            if number not in given and line.line in left:
                given[number] = left.pop(line.line)
    known = [Known(pair, given.get(number), _changed(pair, given.get(number))) for number, pair in enumerate(pairs)]
    return known, tuple(left.values())


def _changed(pair: Current, line: Confirmed | None) -> tuple[str, ...]:
    if line is None:
        return ()
    return tuple(
        tag for tag, now in pair.prints.items() if tag not in line.prints or line.prints[tag].digest != now.digest
    )


_Step = Iterator[tuple[int, Confirmed]]


def _same_texts(pairs: Sequence[Current], waiting: Sequence[int], left: Sequence[Confirmed]) -> _Step:
    by_digests: dict[tuple[tuple[str, str], ...], list[Confirmed]] = defaultdict(list)
    for line in left:
        by_digests[_digests(line.prints)].append(line)
    for number in waiting:
        lines = by_digests.get(_digests(pairs[number].prints), [])
        lines.sort(key=lambda line: line.chapter != pairs[number].chapter)
        if lines:
            yield number, lines.pop(0)


def _digests(prints: Mapping[str, Print]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((tag, found.digest) for tag, found in prints.items()))


def _same_identifier(pairs: Sequence[Current], waiting: Sequence[int], left: Sequence[Confirmed]) -> _Step:
    by_name = {line.identifier: line for line in left}
    for number in waiting:
        line = by_name.get(pairs[number].identifier)
        if pairs[number].explicit and line:
            yield number, line


def _one_same_text(pairs: Sequence[Current], waiting: Sequence[int], left: Sequence[Confirmed]) -> _Step:
    by_digest: dict[tuple[str, str], list[Confirmed]] = defaultdict(list)
    for line in left:
        for tag, found in line.prints.items():
            by_digest[tag, found.digest].append(line)
    for number in waiting:
        candidates = [line for tag, now in pairs[number].prints.items() for line in by_digest[tag, now.digest]]
        for line in sorted(candidates, key=lambda line: _distance(pairs[number], line)):
            yield number, line


def _alike(pairs: Sequence[Current], waiting: Sequence[int], left: Sequence[Confirmed]) -> _Step:
    """Rewritten in every language: the most alike first; short texts are not known again."""
    options = (
        sorted(
            (distance, number, line.line, line)
            for number in waiting
            for line in left
            if (distance := _distance(pairs[number], line)) <= _MODEL.sketch_bits
        )
        if left
        else []
    )
    for _, number, _, line in options:
        yield number, line


def _distance(pair: Current, line: Confirmed) -> float:
    """The mean number of bits in which the sketches of two pairs differ; 64 where no language is common."""
    bits = [
        (now.sketch ^ line.prints[tag].sketch).bit_count() for tag, now in pair.prints.items() if tag in line.prints
    ]
    return sum(bits) / len(bits) if bits else 64.0
