"""What only one room knows."""

from __future__ import annotations

import re
from pathlib import Path

import thesis_build

SOURCES = Path(thesis_build.__file__).parent
SHAPE = re.compile(r"""\[["']c["']\]|\.get\(["']c["']|["']t["']: |["']citation[A-Z]""")
"""An element of Pandoc's tree taken apart, or made, by hand."""


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
