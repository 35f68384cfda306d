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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    LANGUAGE = "language"
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
