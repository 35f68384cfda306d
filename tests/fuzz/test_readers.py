"""Readers on whatever a file may hold: in time in proportion to it, and raising nothing but `ThesisBuildError`.

`make fuzz` looks long (`THESIS_FUZZ=long`); `make test` looks at a little of the same.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.properties import Broken, in_time
from tests.fuzz.readers import READERS
from tests.fuzz.texts import FIXTURES, LIMIT, PIECES, SIGNS, anything, mutated, shapes
from thesis_build.errors import ThesisBuildError

LONG = os.environ.get("THESIS_FUZZ") == "long"
"""Of the processor, for one input."""

EXAMPLES = 200 if LONG else 5
SIZE = 60_000 if LONG else 5_000

# an example is found again by its text in the report, so nothing is kept on disk
LOOK = settings(
    max_examples=EXAMPLES,
    database=None,
    deadline=None,
    derandomize=not LONG,
    suppress_health_check=list(HealthCheck),
    phases=tuple(Phase) if LONG else (Phase.generate,),
)


def read(name: str, content: bytes, root: Path) -> None:
    with in_time(), contextlib.suppress(ThesisBuildError):
        READERS[name](content, root / name)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one in it for each reader."""
    whole = tmp_path_factory.mktemp("fuzz")
    for name in READERS:
        (whole / name).mkdir()
    return whole


@pytest.mark.parametrize("name", READERS)
def test_any_bytes_are_read(name: str, root: Path) -> None:
    @LOOK
    @given(anything(name))
    def look(content: bytes) -> None:
        read(name, content, root)

    look()


@pytest.mark.parametrize("name", READERS)
def test_spoilt_fixtures_are_read(name: str, root: Path) -> None:
    @LOOK
    @given(mutated(name))
    def look(content: bytes) -> None:
        read(name, content, root)

    look()


@pytest.mark.parametrize("name", READERS)
def test_fixtures_cut_at_every_byte_are_read(name: str, root: Path) -> None:
    for fixture in dict.fromkeys(FIXTURES[name]):
        step = (1 if len(fixture) <= LIMIT else 64) if LONG else 499
        for end in range(0, min(len(fixture), LIMIT), step):
            read(name, fixture[:end], root)


@pytest.mark.parametrize("name", READERS)
def test_the_time_is_in_proportion_to_the_text(name: str, root: Path) -> None:
    for piece in [*PIECES[name], *SIGNS]:
        for text in (piece, piece + " ", piece + "\n", piece + "x\n\n") if LONG else (piece + "\n",):
            content = text.encode("utf-8", "surrogatepass")
            noted(name, content * (SIZE // len(content)), root, f"{text!r} again and again")
    for shape, content in shapes(name, SIZE):
        noted(name, content, root, shape)


def noted(name: str, content: bytes, root: Path, note: str) -> None:
    try:
        read(name, content, root)
    except BaseException as error:
        error.add_note(note)
        raise


def test_the_limit_of_time_stops_a_reader(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(content: bytes, _: Path) -> None:
        while content:
            pass

    monkeypatch.setitem(READERS, "endless", endless)
    monkeypatch.setattr("tests.fuzz.properties.SECONDS", 0.05)
    with pytest.raises(Broken):
        read("endless", b"x", root)
