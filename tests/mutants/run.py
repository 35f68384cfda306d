"""Mutation testing of the rooms whose mistakes would be silent: python -m tests.mutants.run [ROOM …] [--sample N].

mutmut changes one thing in a function at a time (an operator, an argument, a constant) and runs the tests that reach
that function; a mutant that no test notices has survived. Decorated functions and constants of modules are not mutated.
A room is copied to `build/mutants/ROOM` first, so that nothing here changes. A survivor is killed by a test, or listed
in `survivors.md` beside this file with the reason why no test can tell it from the original; what is not listed fails
the run, and so does a score below 90 % of all mutants. `--sample` takes that many, the same ones every time (others
with another `--seed`); `--only negation,names` tries some modules of a room.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "src/thesis_build"
SURVIVORS = Path(__file__).parent / "survivors.md"
COPIED = ("src", "tests", "templates", "paper", "references", ".ci", "README.md", "Makefile", "LICENSE")
KILLED = frozenset((1, 3))
TIMED_OUT = frozenset((24, 36, 152, 255, -24))
LEAST = 0.9
SEED = 9
ROW = re.compile(
    r"^\| `(?P<function>[\w./]+)` \| `{1,2} ?(?P<was>.*?) ?`{1,2} \| `{1,2} ?(?P<now>.*?) ?`{1,2} \| .+ \|$"
)


@dataclass(frozen=True)
class Room:
    """A part of the package, and the tests that are to notice what changes in it."""

    path: str
    tests: tuple[str, ...]


ROOMS = {
    "linter": Room(
        "linter",
        ("tests/linter", "tests/test_suppressions.py", "tests/test_registry.py", "tests/test_check.py"),
    ),
    "compare": Room("alignment/compare", ("tests/alignment", "tests/rules/test_rules.py")),
    "resolve": Room("resolve", ("tests/resolve", "tests/test_expected.py")),
}


@dataclass(frozen=True)
class Part:
    """Which mutants of a room are tried: those of some modules, and of these a sample, all where it is 0."""

    modules: tuple[str, ...]
    sample: int
    seed: int

    def files(self, room: Room) -> list[str]:
        """The patterns of the files that are mutated."""
        folder = f"{PACKAGE}/{room.path}"
        return [f"{folder}/*" if module == "*" else f"{folder}/{module}.py" for module in self.modules]


@dataclass(frozen=True)
class Survivor:
    """A mutant that no test noticed: the function, and the line before and after the change."""

    function: str
    was: str
    now: str


@dataclass(frozen=True)
class Score:
    """How the mutants of a room fared."""

    room: str
    of: int
    tried: int
    killed: int
    survivors: Mapping[str, Survivor]


def main() -> int:
    """Try the rooms that are named, or all; the result is the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants.run")
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"one of {', '.join(ROOMS)} (default: all)")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="only so many mutants of each room")
    parser.add_argument("--only", default="", metavar="MODULE,…", help="only these modules, by their names without .py")
    parser.add_argument("--seed", type=int, default=SEED, metavar="N", help=f"draws the sample (default: {SEED})")
    parser.add_argument("--processes", type=int, default=2, metavar="N")
    asked = parser.parse_args()
    unknown = set(asked.rooms) - set(ROOMS)
    if unknown:
        parser.error(f"no such room: {', '.join(sorted(unknown))}")
    known = listed(SURVIVORS.read_text(encoding="utf-8"))
    part = Part(tuple(asked.only.split(",")) if asked.only else ("*",), asked.sample, asked.seed)
    good = [shown(tried(name, part, asked.processes), known) for name in asked.rooms or ROOMS]
    return 0 if all(good) else 1


def tried(name: str, part: Part, processes: int) -> Score:
    """Run the mutants of a room, or a part of them."""
    workspace = ROOT / "build/mutants" / name
    shutil.rmtree(workspace, ignore_errors=True)
    workspace.mkdir(parents=True)
    for path in COPIED:
        copy(ROOT / path, workspace / path)
    files = part.files(ROOMS[name])
    write_settings(workspace, ROOMS[name], files)
    mutants = mutants_of(workspace, files)
    if not mutants:
        raise SystemExit(f"{name}: no mutants in {', '.join(files)}")
    chosen = random.Random(part.seed).sample(mutants, part.sample) if 0 < part.sample < len(mutants) else []
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(processes), *chosen]
    with (workspace / "mutmut.log").open("wb") as log:
        subprocess.run(command, cwd=workspace, stdout=log, stderr=subprocess.STDOUT, check=False)
    statuses = {key: status for key, status in read_statuses(workspace).items() if not chosen or key in chosen}
    if len(statuses) != len(chosen or mutants) or None in statuses.values():
        raise SystemExit(f"{name}: mutmut stopped; see {workspace / 'mutmut.log'}")
    alive = [key for key, status in statuses.items() if status not in KILLED | TIMED_OUT]
    return Score(
        name,
        len(mutants),
        len(statuses),
        len(statuses) - len(alive),
        {key: survivor(workspace, key) for key in alive},
    )


def copy(source: Path, target: Path) -> None:
    """Copy a file or a folder without what Python and the tests leave behind."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "node_modules", ".thesis-build"))
    elif source.exists():
        shutil.copy2(source, target)


def write_settings(workspace: Path, room: Room, files: Sequence[str]) -> None:
    """The project's settings, with those of mutmut for the room."""
    settings = {
        "source_paths": ["src"],
        "only_mutate": files,
        "also_copy": [path for path in COPIED if path not in ("src", "tests")],
        "pytest_add_cli_args": ["-p", "no:cacheprovider"],
        "pytest_add_cli_args_test_selection": list(room.tests),
        "use_git_change_detection": False,
        "track_dependencies": False,
    }
    lines = "".join(f"{name} = {json.dumps(value)}\n" for name, value in settings.items())
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (workspace / "pyproject.toml").write_text(f"{project}\n[tool.mutmut]\n{lines}", encoding="utf-8")


def mutants_of(workspace: Path, files: Sequence[str]) -> list[str]:
    """The names of the mutants of files, as mutmut gives them."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    names: list[str] = []
    for path in sorted((workspace / PACKAGE).rglob("*.py")):
        if not any(fnmatch.fnmatch(str(path.relative_to(workspace)), pattern) for pattern in files):
            continue
        module = ".".join(path.relative_to(workspace / "src").with_suffix("").parts).removesuffix(".__init__")
        mutated = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
        names += [f"{module}.{name}" for name in mutated.mutant_names]
    return names


def read_statuses(workspace: Path) -> dict[str, int | None]:
    """The exit status of the tests for each mutant; None where it was not tried."""
    statuses: dict[str, int | None] = {}
    for path in sorted((workspace / "mutants" / PACKAGE).rglob("*.meta")):
        statuses |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return statuses


def survivor(workspace: Path, key: str) -> Survivor:
    """What a mutant changes, read from mutmut's diff."""
    command = [sys.executable, "-m", "mutmut", "show", key]
    diff = subprocess.run(command, cwd=workspace, capture_output=True, text=True, check=True).stdout
    changed = [line for line in diff.splitlines() if line[:1] in "+-" and not line.startswith(("+++", "---"))]
    was, now = (" ".join(line[1:].strip() for line in changed if line[0] == sign) for sign in "-+")
    module, _, name = key.rpartition(".")
    function = re.sub(r"^x_?|__mutmut_\d+$", "", name).replace("ǁ", ".").strip(".")
    return Survivor(f"{module.removeprefix('thesis_build.').replace('.', '/')}.{function}", was, now)


def listed(text: str) -> frozenset[Survivor]:
    """The survivors in a table of `survivors.md`."""
    rows = (ROW.match(line) for line in text.splitlines())
    return frozenset(Survivor(row["function"], unescaped(row["was"]), unescaped(row["now"])) for row in rows if row)


def unescaped(cell: str) -> str:
    """The text of a table's cell."""
    return cell.replace("\\|", "|")


def row(found: Survivor) -> str:
    """A survivor as a row for `survivors.md`, with its reason to be written."""
    cells = [cell.replace("|", "\\|") for cell in (found.was, found.now)]
    was, now = (f"`` {cell} ``" if "`" in cell or not cell else f"`{cell}`" for cell in cells)
    return f"| `{found.function}` | {was} | {now} | … |"


def shown(score: Score, known: frozenset[Survivor]) -> bool:
    """Print a score and what is to be judged; whether it is good enough."""
    new = {key: found for key, found in score.survivors.items() if found not in known}
    judged = len(score.survivors) - len(new)
    part = f"a sample of {score.tried} of {score.of} mutants" if score.tried < score.of else f"{score.of} mutants"
    share = score.killed / max(1, score.tried)
    print(f"{score.room}: {part}, {score.killed} killed ({share:.1%}), {judged} survivors judged, {len(new)} not")
    lines: Sequence[str] = [f"{row(found)}  <!-- {key} -->" for key, found in sorted(new.items())]
    print("".join(f"{line}\n" for line in lines), end="", flush=True)
    return not new and (share >= LEAST or score.tried < score.of)


if __name__ == "__main__":
    sys.exit(main())
