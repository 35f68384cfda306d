"""Builds the pages that the browser checks look at beside the thesis: kitchen_sink.py FOLDER."""

import shutil
import sys
import tempfile
from pathlib import Path

from thesis_build.cli import main

PROJECT = Path(__file__).parents[1] / "projects" / "kitchen-sink"


def build(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "thesis"
        shutil.copytree(PROJECT, copy)
        output = Path(scratch) / "out"
        for name, options in (("kitchen-sink", []), ("one-language", ["--language", "en"])):
            if main(["build", str(copy), "--format", "html", "--output", str(output), *options]):
                sys.exit(1)
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(output / "thesis.html", folder / f"{name}.html")


build(Path(sys.argv[1]))
