"""`paper/parity.lock`: which pairs were confirmed to say the same, and what has happened to them since.

One line a pair, sorted by the pair's identifier, so that two branches which touched different paragraphs merge:

    CHAPTER#IDENTIFIER id=DIGEST.SKETCH en=DIGEST.SKETCH facts=DIGEST 2026-11-24

DIGEST is of the block's text without what does not matter (wrapping, quotation marks, the names of citation keys);
SKETCH (a 64-bit simhash, Charikar 2002) lets a block be known again that was rewritten. The chapter is there for
readers: a pair is known by its digests wherever it has moved.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

VERSION = "thesis-build parity lock 1"
"""The first line of the file."""

_LINE = re.compile(
    r"(?P<chapter>[^\s#]+)#(?P<identifier>\S+)"
    r"(?P<blocks>(?: [a-z]{2,3}=[0-9a-f]{16}\.[0-9a-f]{16})+) facts=(?P<facts>[0-9a-f]{8}) (?P<day>\d{4}-\d{2}-\d{2})"
)
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " ", "–": "-"})
_LANE = 20
_ONES = (1 << _LANE) - 1
_ALIKE = 20
"""Most bits (of 64) in which the sketches of a block and of what it was rewritten to may differ."""


@dataclass(frozen=True, slots=True)
class Print:
    """What is kept of a block's text: a digest, and a sketch that is alike for texts that are alike."""

    digest: str
    sketch: int


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A line of the lock: a pair, the prints of its blocks when it was confirmed, and the day; `line` counts from 1."""

    chapter: str
    identifier: str
    prints: Mapping[str, Print]
    facts: str
    day: date
    line: int = 0


class LockFault(StrEnum):
    """What can be wrong with a lock as a text."""

    VERSION = "version"
    LINE = "line"
    CONFLICT = "conflict"
    DISAGREEING = "disagreeing"


@dataclass(frozen=True, slots=True)
class Lock:
    """The lines of a lock that can be used, and the faults of the others with the number of their line.

    `unused` are the lines that cannot be used, as written, each with the identifier of its pair (empty if unknown).
    """

    lines: tuple[Confirmed, ...] = ()
    faults: tuple[tuple[LockFault, int], ...] = ()
    unused: tuple[tuple[str, str], ...] = ()


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


# ── prints ──────────────────────────────────────────────────────────────────────────────────────


def print_of(text: str) -> Print:
    """The print of a block's text."""
    words = text.translate(_QUOTES).split()
    digest = hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]
    return Print(digest, _sketch(words))


def facts_digest(facts: Sequence[str]) -> str:
    """The digest of a pair's numbers and references."""
    return hashlib.sha256("\0".join(sorted(facts)).encode()).hexdigest()[:8]


def _sketch(words: Sequence[str]) -> int:
    """The simhash of words: a bit is set where it is set in the hashes of more than half of them."""
    total = sum(_lanes(word.lower()) for word in words)
    half = len(words) // 2
    return sum(1 << place for place in range(64) if (total >> place * _LANE & _ONES) > half)


@lru_cache(maxsize=65536)
def _lanes(word: str) -> int:
    """The 64 bits of a word's hash, each in a lane of its own, so that adding the numbers counts them all."""
    bits = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest())
    return sum(1 << place * _LANE for place in range(64) if bits >> place & 1)


_Unused = Iterator[tuple[str, str]]


# ── the file ────────────────────────────────────────────────────────────────────────────────────


def read_lock(text: str) -> Lock:
    """The lock in a text; what cannot be used is a fault, and every other line is read."""
    if not text.strip():
        return Lock()
    faults: list[tuple[LockFault, int]] = []
    found: dict[str, Confirmed] = {}
    disagreeing: set[str] = set()
    lines = text.split("\n")
    if lines[0].strip() != VERSION:
        faults.append((LockFault.VERSION, 1))
    for number, written in enumerate(lines, 1):
        line = written.strip()
        if not line or line.startswith("thesis-build parity lock"):
            continue
        confirmed = _read_line(line, number)
        if confirmed is None:
            faults.append((LockFault.CONFLICT if _CONFLICT.match(line) else LockFault.LINE, number))
            continue
        other = found.setdefault(confirmed.identifier, confirmed)
        if other.prints != confirmed.prints:
            disagreeing.add(confirmed.identifier)
            faults.append((LockFault.DISAGREEING, number))
        elif confirmed.day > other.day:
            found[confirmed.identifier] = confirmed
    kept = tuple(line for name, line in found.items() if name not in disagreeing)
    return Lock(kept, tuple(faults), tuple(_unused(lines, faults, disagreeing)))


def _unused(lines: Sequence[str], faults: Sequence[tuple[LockFault, int]], disagreeing: set[str]) -> _Unused:
    broken = {number for fault, number in faults if fault is LockFault.LINE}
    for number, line in enumerate(lines, 1):
        confirmed = _read_line(line.strip(), number)
        if number in broken:
            yield "", line
        elif confirmed and confirmed.identifier in disagreeing:
            yield confirmed.identifier, line.strip()


def write_lock(lines: Sequence[Confirmed], unused: Sequence[str] = ()) -> str:
    """A lock as a text; lines that could not be used stay as they are."""
    rows = sorted(
        f"{line.chapter}#{line.identifier} "
        + " ".join(f"{tag}={p.digest}.{p.sketch:016x}" for tag, p in line.prints.items())
        + f" facts={line.facts} {line.day.isoformat()}"
        for line in lines
    )
    return "\n".join([VERSION, *rows, *unused]) + "\n"


def _read_line(line: str, number: int) -> Confirmed | None:
    match = _LINE.fullmatch(line)
    if not match:
        return None
    try:
        day = date.fromisoformat(match["day"])
    except ValueError:
        return None
    prints = {}
    for part in match["blocks"].split():
        tag, _, value = part.partition("=")
        digest, _, sketch = value.partition(".")
        prints[tag] = Print(digest, int(sketch, 16))
    return Confirmed(match["chapter"], match["identifier"], prints, match["facts"], day, number)


# ── which line is about which pair ──────────────────────────────────────────────────────────────


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
            if (distance := _distance(pairs[number], line)) <= _ALIKE
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
