"""What only one room knows."""

from __future__ import annotations

import re
from pathlib import Path

import thesis_build

SOURCES = Path(thesis_build.__file__).parent
SHAPE = re.compile(r"""\[["']c["']\]|\.get\(["']c["']|["']t["']: |["']citation[A-Z]""")
"""An element of Pandoc's tree taken apart, or made, by hand."""

DISK = re.compile(
    r"\.(read_bytes|read_text|is_file|is_dir|exists|glob|rglob|iterdir|stat|samefile)\(|\bopen\("
    r"|\bos\.(path|listdir|scandir|walk)|\.resolve\(\)"
)
"""A file looked at on the disk."""


def lines_with(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    """The lines in which code (a docstring's example in backquotes is none) has what the pattern says."""
    return [
        f"{path.relative_to(SOURCES)}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text().split("\n"), 1)
        if pattern.search(re.sub(r"`[^`]*`", "", line))
    ]


def test_only_pandoc_ast_knows_the_shape_of_the_tree() -> None:
    keeper = SOURCES / "pandoc_ast"
    assert lines_with(SHAPE, [path for path in SOURCES.rglob("*.py") if keeper not in path.parents]) == []
    assert len(lines_with(SHAPE, list(keeper.glob("*.py")))) > 20  # the pattern finds what it looks for


def test_readers_look_at_no_file_but_through_what_they_are_given() -> None:
    found = [
        line
        for line in lines_with(DISK, sorted((SOURCES / "readers").rglob("*.py")))
        if "files.exists(" not in line and "_styles().exists(" not in line and "resources.files(" not in line
    ]
    assert found == []
    assert len(lines_with(DISK, list((SOURCES / "tools").glob("*.py")))) > 5  # the pattern finds what it looks for
