"""Figures that scripts draw from `paper/data/`, once for each language, all in one process of their own.

A script is `paper/figures/NAME.py` with `draw(data, language) -> matplotlib.figure.Figure`. Its drawing is kept by
content: it runs again only when the script, a data file or the language's words changed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.errors import ToolError
from thesis_build.languages import language
from thesis_build.model import Project, Span
from thesis_build.tools.project_files import DiskFiles, Files
from thesis_build.tools.store import Store

_SECONDS = 120


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One drawing to make: the script, the language, and its key in the store."""

    address: str
    script: Path
    tag: str
    key: str


def draw_all(project: Project, store: Store, progress: Callable[[str], None]) -> dict[str, dict[str, bytes]]:
    """The content of every image by language and address; drawings are made where they are not in the store.

    Raises `ToolError` with the script's position where one fails.
    """
    pictures = {tag: {address: image.data for address, image in project.images.items()} for tag in project.manuscripts}
    missing = []
    for drawing in _drawings(project):
        content = store.get(drawing.key)
        if content is None:
            missing.append(drawing)
        else:
            pictures[drawing.tag][drawing.address] = content
    if missing:
        progress("draw")
        for drawing, content in zip(missing, _draw(project, missing), strict=True):
            store.put(drawing.key, content)
            pictures[drawing.tag][drawing.address] = content
    return pictures


def script_of(files: Files, address: str) -> str | None:
    """The path of the script that draws the image `figures/NAME.svg`, or None where there is none."""
    path = PurePosixPath(address)
    script = f"paper/figures/{path.stem}.py"
    is_drawn = path.parent == PurePosixPath("figures") and path.suffix == ".svg" and files.exists(script)
    return script if is_drawn else None


def _drawings(project: Project) -> Iterator[_Drawing]:
    files = DiskFiles(project.root)
    data = [project.data.tables[name].source.text for name in sorted(project.data.tables)]
    for tag, manuscript in project.manuscripts.items():
        words = json.dumps(language(tag).words, sort_keys=True)
        seen: set[str] = set()
        for chapter in manuscript.chapters:
            for element in chapter.elements:
                address = pandoc_ast.address(element, "Image")
                script = script_of(files, address) if address and address not in seen else None
                if script:
                    seen.add(address)
                    parts = (address, (files.read(script) or b"").decode(), tag, words, *data)
                    yield _Drawing(
                        address, project.root / script, tag, Store.key("drawing", version("matplotlib"), *parts)
                    )


def _draw(project: Project, drawings: list[_Drawing]) -> list[bytes]:
    """The drawings, from one child process that has matplotlib to itself."""
    job = {
        "data": {name: [dict(row) for row in table.rows] for name, table in project.data.tables.items()},
        "languages": project.language_files,
        "drawings": [{"script": str(d.script.resolve()), "tag": d.tag} for d in drawings],
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "thesis_build.tools.drawing_child"],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _failed(drawings[0], f"no drawing within {_SECONDS} s", 1) from error
    try:
        answers: list[dict[str, Any]] = json.loads(done.stdout)
    except ValueError as error:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise _failed(drawings[0], said[-1] if said else f"stopped with status {done.returncode}", 1) from error
    for drawing, answer in zip(drawings, answers, strict=True):
        if "error" in answer:
            raise _failed(drawing, answer["error"], answer["line"])
    return [str(answer["svg"]).encode() for answer in answers]


def _failed(drawing: _Drawing, reason: str, line: int) -> ToolError:
    return ToolError(
        {"en": f"this script drew no figure: {reason}", "id": f"skrip ini tidak menghasilkan gambar: {reason}"},
        {
            "en": "fix the script; it needs a function draw(data, language) that returns a matplotlib Figure",
            "id": "perbaiki skripnya; harus ada fungsi draw(data, language) yang menghasilkan Figure matplotlib",
        },
    ).at(Span(f"paper/figures/{drawing.script.name}", line))
