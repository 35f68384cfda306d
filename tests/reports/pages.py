"""Writes the pages of checks that the browser looks at: python -m tests.reports.pages FOLDER."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.reports.sample import CHECKED, ENGLISH, INDONESIAN, NOTHING
from thesis_build.reports import report


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, checked, options in (
        ("report-en", CHECKED, ENGLISH),
        ("report-id", CHECKED, INDONESIAN),
        ("report-none", NOTHING, INDONESIAN),
    ):
        (folder / f"{name}.html").write_text(report("html", checked, options), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
