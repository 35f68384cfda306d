"""A campaign of spoilt theses: every kind of file, thousands of inputs, each made from a number.

    python -m tests.fuzz.campaign [KIND …] [--inputs N] [--seconds S] [--seed SEED] [--number N]

Each input is checked in this process; of a sample, reports are written, fixes applied, editions built, and checks
with a cache compared. A row is printed for each kind, then each distinct failure with the number of its first input:
`KIND --seed SEED --number N` shows that one again.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz import properties
from tests.fuzz.inputs import KINDS, project, sound
from tests.fuzz.properties import Broken, Checker
from thesis_build.tools.pandoc import Pandoc

EVERY = {"typeset": 10, "reports": 20, "fixes": 40, "build": 40, "incremental": 100}
"""Of how many inputs one is looked at in this way."""


@dataclass
class Result:
    """What became of the inputs of a kind; `failures` are the first input and the text of each distinct one."""

    kind: str
    inputs: int = 0
    unreadable: int = 0
    clean: int = 0
    built: int = 0
    fixed: int = 0
    seconds: float = 0.0
    failures: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    def fail(self, broken: Broken, number: int) -> None:
        """Note a failure of an input."""
        first, count, detail = self.failures.get(broken.cause, (number, 0, str(broken)))
        self.failures[broken.cause] = first, count + 1, detail


def campaign(kind: str, seed: int, inputs: int, seconds: float, start: int = 0) -> Result:
    """Look at so many inputs of a kind, or as many as the seconds allow."""
    result = Result(kind)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="thesis-fuzz-") as folder, Pandoc(1) as pandoc:
        checker = Checker.of(sound(), pandoc)
        for number in range(start, start + inputs):
            if time.monotonic() - begun > seconds:
                break
            try:
                _look(kind, seed, number, checker, Path(folder) / "thesis", result)
            except Exception as error:
                result.fail(properties.crash(error), number)
            result.inputs += 1
    result.seconds = time.monotonic() - begun
    return result


def _look(kind: str, seed: int, number: int, checker: Checker, root: Path, result: Result) -> None:
    files = project(kind, seed, number)
    chance = random.Random(f"{seed} {number}")
    wanted = {name for name, every in EVERY.items() if chance.randrange(every) == 0}
    if "incremental" in wanted:
        properties.incremental(project(kind, seed, number + 1), files, root)
    only = ("ALL",) if number % 2 else ()
    found = checker.check(files, only, typeset="typeset" in wanted or "build" in wanted)
    if found is None:
        result.unreadable += 1
        return
    whole, checked = found
    if "reports" in wanted:
        properties.reports(whole, checked)
    if "fixes" in wanted and any(finding.fix for finding in checked.findings):
        result.fixed += 1
        properties.fix_twice(files, root)
    if not only and properties.is_clean(checked):
        result.clean += 1
        if "build" in wanted:
            result.built += 1
            properties.clean_builds(files, root)


def rows(results: list[Result]) -> Iterator[str]:
    """The table, and the failures."""
    yield "| kind | inputs | a minute | cannot be read | clean | built | fixed | failures |"
    yield "|---|---|---|---|---|---|---|---|"
    for r in results:
        pace = 60 * r.inputs / max(r.seconds, 0.001)
        counts = (r.inputs, round(pace), r.unreadable, r.clean, r.built, r.fixed, len(r.failures))
        yield f"| {r.kind} | {' | '.join(map(str, counts))} |"
    for r in results:
        for cause, (number, count, detail) in r.failures.items():
            yield f"\n{r.kind} --number {number}: {cause} ({count} times)\n{detail}"


def main() -> int:
    """Run the campaign; the result is the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--inputs", type=int, default=10_000, help="of each kind")
    parser.add_argument("--seconds", type=float, default=600.0, help="for each kind at the most")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--number", type=int, help="this input alone")
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    if asked.number is not None:
        EVERY.update(dict.fromkeys(EVERY, 1))
    results = []
    for kind in asked.kinds or KINDS:
        one = asked.number is not None
        results.append(campaign(kind, asked.seed, 1 if one else asked.inputs, asked.seconds, asked.number or 0))
        print("\n".join(list(rows(results[-1:]))[0 if one else 2 :]), flush=True)
    print()
    print("\n".join(rows(results)))
    return int(any(result.failures for result in results))


if __name__ == "__main__":
    sys.exit(main())
