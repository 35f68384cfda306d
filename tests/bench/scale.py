"""What checking and building very large theses costs.

    python -m tests.bench.scale [CASE …] [--package FOLDER]

Each case is made in a folder of its own; `check` and `build` run as whole processes without a cache. Printed are a row
for each command: seconds, those of the processor, MiB of all processes together, exit status. `--package` measures
the package in another folder, so that two states of the code can be compared.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import struct
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.measuring import Cost, cost_of
from tests.bench.parity_thesis import write_parity_thesis
from tests.bench.theses import SETTINGS, write_thesis

_PAGE = 195
"""Words of running text on a page of the PDF edition in A4 with wide margins."""

_TAGS = ("id", "en")


def pages(root: Path) -> None:
    """1,000 pages: 500 in each language."""
    write_parity_thesis(root, 500 * _PAGE)


def double_pages(root: Path) -> None:
    """2,000 pages: 1,000 in each language."""
    write_parity_thesis(root, 1000 * _PAGE)


def entries(root: Path) -> None:
    """A library of 50,000 entries, 400 of them cited."""
    write_thesis(root, 50_000, 20_000)


def chapters(root: Path) -> None:
    """300 chapters in each language, a page and a half each."""
    whole = root / "whole"
    write_parity_thesis(whole, 300 * 300)
    for name in ("references", "paper/data", "paper/figures", "paper/fonts"):
        shutil.copytree(whole / name, root / name)
    for name in ("thesis.yaml", "glossary.yaml"):
        shutil.copy(whole / "paper" / name, root / "paper" / name)
    for tag in _TAGS:
        (root / "paper" / tag).mkdir()
        parts = [part for path in sorted(whole.glob(f"paper/{tag}/[0-9]*.md")) for part in _sections(path)]
        for number, text in enumerate(parts[:300]):
            (root / f"paper/{tag}/{number + 1:03}-part.md").write_text(text, encoding="utf-8")
        shutil.copy(whole / f"paper/{tag}/companion.md", root / f"paper/{tag}/companion.md")
    shutil.rmtree(whole)


def images(root: Path) -> None:
    """2,000 images of 200 × 200 pixels, a file each, shown in both languages."""
    _start(root)
    rng = random.Random(3)
    for number in range(2000):
        (root / f"paper/figures/{number}.png").write_bytes(png(200, 200, rng.randbytes(600)))
    for tag, word in zip(_TAGS, ("Gambar", "Figure"), strict=True):
        shown = "".join(f'![{word} {n}](figures/{n}.png){{#fig:a{n} alt="{word} {n}"}}\n\n' for n in range(2000))
        (root / f"paper/{tag}/01-all.md").write_text(f"# {word} {{#sec:all}}\n\n{shown}", encoding="utf-8")


def chapter(root: Path) -> None:
    """One chapter of 5 MB in each language: plain sentences, a heading for every eight paragraphs."""
    write_thesis(root, 400, 700_000, 1)


CASES: dict[str, Callable[[Path], None]] = {
    case.__name__: case for case in (pages, double_pages, entries, chapters, images, chapter)
}


def png(width: int, height: int, row: bytes = b"") -> bytes:
    """A picture in which every row is the same."""
    line = b"\0" + (row or b"\0" * (3 * width))[: 3 * width].ljust(3 * width, b"\0")
    packer = zlib.compressobj()
    packed = b"".join(packer.compress(line) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _piece(*piece) for piece in ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    )


def _piece(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _start(root: Path) -> None:
    """A thesis without chapters."""
    for name in ("paper/id", "paper/en", "paper/figures", "references"):
        (root / name).mkdir(parents=True)
    (root / "paper/thesis.yaml").write_text(SETTINGS, encoding="utf-8")
    (root / "references/library.bib").write_text("", encoding="utf-8")


def _sections(path: Path) -> Iterator[str]:
    """The sections of a chapter, each as a chapter."""
    first, *rest = path.read_text(encoding="utf-8").split("\n## ")
    yield first
    yield from (f"# {text}" for text in rest)


def row(case: str, command: str, cost: Cost) -> str:
    """A row of the table that is printed."""
    status = "stopped" if cost.status is None else cost.status
    return f"| {case} | {command} | {cost.wall:.1f} | {cost.processor:.1f} | {cost.memory:.0f} | {status} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", choices=[*CASES, []], metavar="CASE", help=", ".join(CASES))
    parser.add_argument("--package", type=Path, help="the folder that holds thesis_build")
    parser.add_argument("--seconds", type=float, default=300.0, help="the most that a command may take")
    asked = parser.parse_args()
    if asked.package:
        os.environ["PYTHONPATH"] = str(asked.package)
    print("| case | command | s | s CPU | MiB | status |\n|---|---|---|---|---|---|")
    for name in asked.cases or CASES:
        with tempfile.TemporaryDirectory(prefix="thesis-scale-") as folder:
            root = Path(folder) / name
            root.mkdir()
            CASES[name](root)
            for command in (["check"], ["build", "--draft"]):
                shutil.rmtree(root / ".thesis-build", ignore_errors=True)
                cost = cost_of([sys.executable, "-m", "thesis_build", *command, str(root)], asked.seconds)
                print(row(name, " ".join(command), cost), flush=True)
                print("\n".join(cost.output.splitlines()[-3:]), file=sys.stderr)


if __name__ == "__main__":
    main()
