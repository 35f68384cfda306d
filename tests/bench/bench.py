"""What building and checking cost, as ratios against plain Pandoc on the same texts in the same run.

    python -m tests.bench.bench [--entries N] [--words N] [--parity-words N] [--rounds N]

Whole processes; each round runs every command once, so that what else the machine does falls on all alike. Printed
are the median, the least and the greatest of the seconds and of the ratios, and the largest memory of a process.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pypandoc

from tests.bench.parity_thesis import OWN, write_parity_thesis
from tests.bench.theses import write_library, write_thesis

_PROGRAM = [sys.executable, "-m", "thesis_build"]


@dataclass
class Command:
    """A command to measure: what prepares it is not measured; `seconds` and `memory` (MiB) fill with each run."""

    name: str
    lines: Sequence[Sequence[str]]
    prepare: Callable[[], None] = lambda: None
    seconds: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def run(self) -> None:
        self.prepare()
        start = time.perf_counter()
        peaks = [_peak(line) for line in self.lines]
        self.seconds.append(time.perf_counter() - start)
        self.memory.append(max(peaks))


def _peak(line: Sequence[str]) -> float:
    """Run a command; the largest memory of its process in MiB."""
    actions = [
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    process = os.posix_spawn(shutil.which(line[0]) or line[0], list(line), os.environ, file_actions=actions)
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{' '.join(line)}: exit status {os.waitstatus_to_exitcode(status)}")
    return usage.ru_maxrss / 1024


def commands(folder: Path, entries: int, words: int, parity_words: int) -> list[tuple[Command, Command]]:
    """Pairs of a command and its peer."""
    pandoc = pypandoc.get_pandoc_path()
    thesis = folder / "thesis"
    write_thesis(thesis, entries, words)
    two = folder / "parity"
    write_parity_thesis(two, parity_words)
    library, large = folder / "library.bib", folder / "large.bib"
    write_library(library, entries)
    write_library(large, entries * 10)
    chapters = [str(path) for path in sorted(thesis.glob("paper/*/*.md"))]
    plain = Command(
        "pandoc reads chapters and library",
        [
            [pandoc, "-f", "markdown", "-t", "json", "-o", os.devnull, *chapters],
            [pandoc, "-f", "biblatex", "-t", "json", "-o", os.devnull, str(thesis / "references/library.bib")],
        ],
    )
    alone = Command(
        "pandoc reads the library", [[pandoc, "-f", "biblatex", "-t", "json", "-o", os.devnull, str(library)]]
    )

    def cold() -> None:
        shutil.rmtree(thesis / ".thesis-build", ignore_errors=True)

    check = [*_PROGRAM, "check", str(thesis)]
    small = Command(f"check library.bib ({entries} entries)", [[*_PROGRAM, "check", str(library)]])
    return [
        (Command("check, cold", [check], cold), plain),
        (Command("check, nothing changed", [check]), plain),
        (small, alone),
        (Command(f"check large.bib ({entries * 10} entries)", [[*_PROGRAM, "check", str(large)]]), small),
        *_of_parity(two, pandoc),
    ]


def _of_parity(thesis: Path, pandoc: str) -> list[tuple[Command, Command]]:
    """What comparing the languages costs: a whole thesis, one with an edit in a chapter, an abstract alone."""
    reads = [pandoc, "-f", "markdown", "-t", "json", "-o", os.devnull]
    chapters = Command("pandoc reads the chapters", [[*reads, *map(str, sorted(thesis.glob("paper/*/*.md")))]])
    pair = [str(OWN / f"paper/{tag}/00-abstract.md") for tag in ("id", "en")]
    both = Command("pandoc reads both abstracts", [[*reads, path] for path in pair])
    edited = thesis / "paper/en/03-method-0.md"
    parity = [*_PROGRAM, "parity", str(thesis)]

    def cold() -> None:
        shutil.rmtree(thesis / ".thesis-build", ignore_errors=True)

    def edit() -> None:
        edited.write_text(edited.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    return [
        (Command("parity, cold", [parity], cold), chapters),
        (Command("parity, nothing changed", [parity]), chapters),
        (Command("parity, one chapter edited", [parity], edit), chapters),
        (Command("parity of two abstracts", [[*_PROGRAM, "parity", *pair]]), both),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=5000)
    parser.add_argument("--words", type=int, default=60000, help="words in each language")
    parser.add_argument("--parity-words", type=int, default=25000, help="words in each language compared for parity")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pairs = commands(Path(folder), asked.entries, asked.words, asked.parity_words)
        every = list(dict.fromkeys(id(c) for pair in pairs for c in pair))
        by_id = {id(c): c for pair in pairs for c in pair}
        for _ in range(asked.rounds):
            for name in every:
                by_id[name].run()
    print(f"{asked.entries} entries, 2 × {asked.words} words (parity {asked.parity_words}), {asked.rounds} rounds")
    for command, peer in pairs:
        ratios = [ours / theirs for ours, theirs in zip(command.seconds, peer.seconds, strict=True)]
        print(
            f"{command.name}: {_spread(command.seconds)} s, {max(command.memory):.0f} MiB; "
            f"{_spread(ratios)} × {peer.name} ({_spread(peer.seconds)} s)"
        )


def _spread(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


if __name__ == "__main__":
    main()
