"""Small theses of everything that Pandoc knows, by a seed."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

_WORDS = "kota warga data layanan publik kerja sama anggaran pegawai pelatihan wilayah program hasil sistem"
WORDS = _WORDS.split()
LONG = [
    "internasionalisasipemerintahandaerahotonomkhususperkotaanberkelanjutan",
    "https://contoh.example.org/arsip/2020/laporan/tahunan/lengkap/sekali.html",
    "x" * 90,
    "kata/dengan/garis/miring_dan_garis_bawah_yang_panjang",
]
_FORMULAS = (
    r"\alpha|\otimes|\cap|\bigcap|\llbracket x \rrbracket|\odot|\sqrt{2}|\frac{a}{b}|\mathbb{R}|\sum_{i=1}^n x_i|\int f"
    r"|\text{bila } x|\begin{pmatrix}1 & 2\\3 & 4\end{pmatrix}|\begin{cases}1 & x>0\\0\end{cases}|\hat{x}|\overline{ab}"
    r"|\underbrace{a+b}_{c}|\left( \frac12 \right)|\binom{n}{k}|\vec v|x^{2^{3}}|\mathcal{L}|\to|\iff|\lVert x\rVert"
    r"|0{,}25|a\;b|\operatorname{argmin}_x|\stackrel{a}{=}|\boxed{x}|\cancel{x}|\substack{a\\b}|\xrightarrow{a}|\%|\#"
    r"|a,b;c|\{a\}|a/b|f(x)|x'|\phantom{x}|\mathrm{d}x|\ominus|\sqcap|\le|\ne|\frac{}{}|\sqrt{}|\overline{}|\$|\oint"
)
FORMULAS = _FORMULAS.split("|")
_ODD = (
    r"… — – “kutip” ‘satu’ é ü ñ ß Ł ½ × °C € → ≤ α naïve \# \$5 \* \_ \< \> \@ \~ \^ \[ \` % & // /* = \- + ... K₂O ☐"
    r" ✓ • № 中文 😀 ﬁ Rp 5.000"
)
ODD = _ODD.split()
_FIELDS = (
    r"url = {}|doi = {}|note = {}|pages = {}|volume = {}|isbn = {}|publisher = {}|address = {}|edition = {}|month = {}"
    r"|urldate = {}|langid = {id}|series = {A \& B}|number = {}|url = {https://a.org/x_y?z=%20}|abstract = {x $y$}"
    r"|note = {Tersedia di \url{https://x.org/a_b}}|title = {Judul dengan $x^2$ dan \emph{miring}}|editor = {Wati, Ana}"
    r"|title = {Kota 文 dan desa}|abstract = {語}|note = {Lihat 語}|publisher = {Gr\"a\ss{}e \textgamma}"
    r"|title = {Kota → desa}"
)
FIELDS = _FIELDS.split("|")
SETTINGS = """\
title: {id: Judul}
authors: [{name: Ani Penulis}]
date: 2024-01-31
languages: [id]
keywords: {id: [kota]}
front: [title-page, contents, list-of-tables, list-of-figures, abbreviations]
back: [bibliography]
bibliography: [references/library.bib]
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#888"/></svg>'
)


def write_thesis(root: Path, seed: int) -> None:
    """A thesis of one to three chapters below `root`."""
    writer = _Writer(seed)
    for folder in ("paper/id", "references"):
        (root / folder).mkdir(parents=True)
    (root / "paper/thesis.yaml").write_text(SETTINGS + writer.font(), encoding="utf-8")
    (root / "paper/data").mkdir()
    (root / "paper/data/angka.csv").write_text(writer.data(), encoding="utf-8")
    (root / "paper/data/angka.yaml").write_text(
        f"columns: {{kota: {{head: {{id: {writer.words()}}}}}}}\n", encoding="utf-8"
    )
    (root / "paper/glossary.yaml").write_text(writer.glossary(), encoding="utf-8")
    (root / "paper/gambar.svg").write_text(DRAWING, encoding="utf-8")
    (root / "paper/gambar.png").write_bytes(_picture())
    (root / "references/library.bib").write_text(writer.library(), encoding="utf-8")
    for chapter in range(1, writer.random.randint(2, 4)):
        (root / f"paper/id/0{chapter}-bab.md").write_text(writer.chapter(chapter), encoding="utf-8")


def _picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"".join(b"\0" + b"\x80" * 12 for _ in range(4)))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


class _Writer:
    """Writes chapters; identifiers and notes are counted, so that each is there once."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._count = 0
        self._notes: list[str] = []

    def library(self) -> str:
        """Three works, some of whose fields are odd."""
        third = self.random.choice(["misc", "online", "thesis", "inproceedings", "techreport", "phdthesis"])
        more = {
            "article": "journal = {Jurnal Kota}",
            "book": "publisher = {Gramedia}",
            "inproceedings": "booktitle = {Prosiding}",
        }
        entries = []
        for key, kind in (("a2020", "article"), ("b2021", "book"), ("c2019", third)):
            known = more.get(
                kind, "institution = {UI}, type = {Skripsi}, url = {https://a.org}, urldate = {2020-01-02}"
            )
            fields = {name.split(" ")[0]: name for name in known.split(", ")}
            fields |= {name.split(" ")[0]: name for name in ("author = {Sutanto, Budi}", f"title = {{Kota {key}}}")}
            fields |= {name.split(" ")[0]: name for name in self.random.sample(FIELDS, self.random.randint(0, 4))}
            entries.append(f"@{kind}{{{key}, year = {{2020}}, {', '.join(fields.values())}}}\n")
        return "".join(entries)

    def data(self) -> str:
        """A data file of two columns, some of whose cells are odd."""
        cells = [[self._words(2), self.random.choice(ODD).replace(",", "")] for _ in range(self.random.randint(1, 4))]
        return "kota,tanda\n" + "".join(f"{one},{other}\n" for one, other in cells)

    def glossary(self) -> str:
        """Terms, one of which is in the list of abbreviations."""
        letter = self.random.choice(["é", "ł", "語", "😀", "x", "→"]) if self.random.random() < 0.2 else "kota"
        return f"- {{id: {self._words(2)} {letter}, abbreviation: KT}}\n- {{id: {self._words(2)} 国}}\n"

    def font(self) -> str:
        """The layout, seldom with a font that is not there."""
        font = self.random.choice(["Libertinus Serif", "STIXGeneral", "Comic Neue", "DejaVu Sans"])
        return f"layout: {{font: {font}}}\n" if self.random.random() < 0.1 else ""

    def words(self) -> str:
        """A few words, for the head of a column."""
        return self._words(2) if self.random.random() < 0.9 else "字"

    def chapter(self, number: int) -> str:
        """A chapter of headings of any level, and blocks."""
        out = [f"# {self._heading()}" + self.random.choice(["", f" {{#sec:b{number}}}"])]
        for _ in range(self.random.randint(1, 9)):
            if self.random.random() < 0.35:
                mark = "#" * self.random.choice([2, 2, 3, 4, 5, 6])
                out.append(f"{mark} {self._heading()}{self.random.choice(['', ' {-}'])}")
                out += [mark] if self.random.random() < 0.1 else []  # a heading without text
            out.append(self._block(0))
        notes, self._notes = self._notes, []
        return "\n\n".join([*out, *notes]) + "\n"

    def _words(self, most: int = 6) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, most)))

    def _formula(self) -> str:
        return self.random.choice(FORMULAS)

    def _heading(self) -> str:
        tails = ["", "", "", " *miring*", " $x^2$", " `kode`", " H~2~O", " [@a2020]", " [tautan](https://a.org)"]
        return self._words(4).capitalize() + self.random.choice(tails)

    def _note(self) -> str:
        self._count += 1
        text = f"{self._words()}\n\n    {self._words()}\n\n    - {self._words()}\n\n        kode();"
        self._notes.append(f"[^n{self._count}]: {text}")
        return f"kata[^n{self._count}]"

    def _inline(self, depth: int = 0) -> str:
        words = self._words(3)
        if depth > 1 or self.random.random() < 0.25:
            return words
        inner = self._inline(depth + 1)
        made = [f"*{inner}*", f"**{inner}**", f"~~{words}~~", "H~2~O dan m^2^", f"[{inner}]{{.smallcaps}}.Kata"]
        made += [f"[{words}]{{.underline}}", f"`{words}`", "`x = 1`{.python}", "<https://contoh.org/%20a>"]
        made += [f"[{words}](https://contoh.org/a_b?x=1&y=2)", f"${self._formula()}$", "@b2021 [hlm. 3]", "[@a2020]"]
        made += ["[-@c2019; @a2020, hlm. 5]", self.random.choice(ODD), f"[{words}]{{lang=en}}", f'"{words}"']
        made += ["![kecil](gambar.png){height=1em}", f"kata^[{words} $x$ `kode`.]", ""]
        return self.random.choice(made) or self._note()

    def _paragraph(self) -> str:
        return "Kota " + " ".join(self._inline() for _ in range(self.random.randint(1, 6))) + "."

    def _cell(self) -> str:
        made = [self._words(2), "", "12,5", "$x^2$", "*a*", "`k`", "[@a2020]", f"`{'k' * 60}`"]
        return self.random.choice([*made, self.random.choice(LONG)])

    def _block(self, depth: int) -> str:
        self._count += 1
        inner = self._block(depth + 1) if depth < 2 else self._paragraph()
        kind: Callable[[str], str] = self.random.choice([self._listed, self._quoted, self._shown, self._tabular])
        return self._paragraph() if self.random.random() < 0.2 else kind(inner)

    def _listed(self, inner: str) -> str:
        words, more = self._words(), self._words()
        indented = inner.replace("\n", "\n    ")
        made = [f"- {words}\n- {indented}\n\n- {more}", f"1. {words}\n2. {more}\n    a. {words}\n    b. {more}"]
        made += [f"(iv) {words}\n(v) {more}", f"#) {words}\n#) {more}", f"A.  {words}\nB.  {more}"]
        made += [f"- [ ] {words}\n- [x] {more}", f"(@c{self._count}) {words}\n\nLihat (@c{self._count})."]
        return self.random.choice([*made, f"kota\n:   {words}\n\n    {indented}\n\ndesa\n:   {more}\n:   {words}"])

    def _quoted(self, inner: str) -> str:
        self._count += 1  # the blocks inside have used the last number
        quoted = "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        code = f"x = 1\n{'y' * self.random.choice([3, 150])}\n\n`a`"
        made = [quoted, f"```python\n{code}\n```", f"```{{.r .numberLines startFrom=10}}\n{code}\n```", "* * *"]
        made += ["    kode berinden\n    " + "z" * 140, f"::: {{.kotak #kotak{self._count}}}\n\n{inner}\n\n:::"]
        return self.random.choice(
            [*made, f"| {self._words()}\n|    {self._words()}", f"{self._words()}\\\n{self._words()}"]
        )

    def _shown(self, inner: str) -> str:
        del inner
        number, one, other = self._count, self._formula(), self._formula()
        size = self.random.choice(["", " width=50%", " width=3cm height=1cm", " width=400px"])
        picture = self.random.choice(["gambar.png", "gambar.svg"])
        made = [f"$$\n{one} = {other}\n$$", f"$$ {one} $$ {{#eq:e{number}}}\n\nLihat @eq:e{number}."]
        widths = self.random.choice(["", ' widths="20,80"', ' columns="tanda"'])
        made += [
            f'::: {{#tbl:d{number} .csv file="angka.csv"{widths}}}\n{self._words(3)}.\n:::\n\nLihat @tbl:d{number}.'
        ]
        made += [f"$$\\begin{{aligned}} a &= {one} \\\\ b &= {other} \\end{{aligned}}$$"]
        figure = f'![Gambar {self._words(3)}]({picture}){{#fig:g{number} alt="bagan {self._words()}"{size}}}'
        return self.random.choice([*made, f"{figure}\n\nLihat @fig:g{number}."])

    def _tabular(self, inner: str) -> str:
        del inner
        number, columns = self._count, self.random.choice([2, 3, 8])
        rows = [[self._cell() for _ in range(columns)] for _ in range(self.random.choice([1, 2, 3, 40]))]
        lines = ["| " + " | ".join(row) + " |" for row in [["A"] * columns, ["--"] * columns, *rows]]
        caption = f": Tabel {self._words(3)} {{#tbl:t{number}}}"
        grid = "+---------+-----------------+\n| A       | B               |\n|         +--------+--------+\n"
        grid += "|         | B1     | B2     |\n+=========+========+========+\n| - satu  | 1      | > dua  |\n"
        grid += "+---------+--------+        |\n| gabung           |        |\n+------------------+--------+"
        table = self.random.choice(["\n".join(lines), "\n".join(lines), grid])
        return self.random.choice([table, f"{caption}\n\n{table}\n\nLihat @tbl:t{number}."])
