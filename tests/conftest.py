"""What the tests share: a thesis of one page, the thesis that uses everything, and the command line."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from thesis_build.cli import main
from thesis_build.commands.new import NewOptions, new

ROOT = Path(__file__).parents[1]
KITCHEN_SINK = ROOT / "tests" / "projects" / "kitchen-sink"
ONE_PAGE = ROOT / "tests" / "projects" / "one-page"
TODAY = date(2026, 11, 24)


SPOILT = ROOT / "tests" / "projects" / "spoilt"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write the files in expected/ as they are now: read the diff"
    )


@dataclass(frozen=True)
class Expected:
    """The files that a project's `expected/` holds: what was made is compared with them, or becomes them."""

    folder: Path
    accept: bool

    def same(self, name: str, made: str) -> None:
        path = self.folder / name
        if self.accept:
            path.parent.mkdir(exist_ok=True)
            path.write_text(made, encoding="utf-8")
        assert made == path.read_text(encoding="utf-8"), f"{path}: pytest --accept writes it as it is now"


@dataclass(frozen=True)
class Ran:
    """What a command printed and its exit status."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err


Run = Callable[..., Ran]


@pytest.fixture
def thesis(tmp_path: Path) -> Path:
    """A thesis of one page, in a folder with a space in its name, to be spoilt."""
    return Path(shutil.copytree(ONE_PAGE, tmp_path / "my thesis"))


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The thesis that authors begin with, in both languages."""
    return begun(tmp_path / "example")


def begun(folder: Path, *languages: str) -> Path:
    """A new thesis in these languages (default: both), with both abstracts."""
    both = ("id", "en")
    new(NewOptions(folder, TODAY, "en", languages or both, both))
    return folder


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process."""

    def command(*arguments: str | Path) -> Ran:
        capfd.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = capfd.readouterr()
        return Ran(status, out, err)

    return command


@pytest.fixture(scope="session")
def kitchen_sink(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The thesis that uses everything, built."""
    copy = Path(shutil.copytree(KITCHEN_SINK, tmp_path_factory.mktemp("kitchen") / "sink"))
    assert main(["build", str(copy)]) == 0
    yield copy
