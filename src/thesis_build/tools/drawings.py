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
from html import escape
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

_CHILD = "import sys; sys.path.append(sys.argv[1]); from thesis_build.tools.drawing_child import main; main()"
"""What the child runs: isolated, so that it imports nothing from the working folder or beside `paper/`."""


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One drawing to make: the script and its text, the language, and its key in the store."""

    address: str
    script: str
    text: str
    tag: str
    key: str


def draw_all(project: Project, store: Store, progress: Callable[[str, str], None]) -> dict[str, dict[str, bytes]]:
    """The content of every image by language and address; drawings are made where they are not in the store.

    `progress` is told which scripts are run. Raises `ToolError` with the script's position where one fails.
    """
    pictures = _images(project)
    missing = []
    for drawing in _drawings(project):
        content = store.get(drawing.key)
        if content is None:
            missing.append(drawing)
        else:
            pictures[drawing.tag][drawing.address] = content
    if missing:
        progress("draw", ", ".join(dict.fromkeys(_shown(drawing.script) for drawing in missing)))
        for drawing, content in zip(missing, _draw(project, missing), strict=True):
            store.put(drawing.key, content)
            pictures[drawing.tag][drawing.address] = content
    return pictures


def draw_none(project: Project) -> tuple[dict[str, dict[str, bytes]], tuple[str, ...]]:
    """The content of every image, with a placeholder for each drawing; no script is run. And their addresses."""
    pictures = _images(project)
    drawings = list(_drawings(project))
    for drawing in drawings:
        pictures[drawing.tag][drawing.address] = _placeholder(drawing.address)
    return pictures, tuple(dict.fromkeys(drawing.address for drawing in drawings))


def _images(project: Project) -> dict[str, dict[str, bytes]]:
    """The images that are files, by language and address."""
    return {tag: {address: image.data for address, image in project.images.items()} for tag in project.manuscripts}


def _placeholder(address: str) -> bytes:
    """A plain picture that shows the address of a drawing."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120" viewBox="0 0 320 120">'
        '<rect x="1" y="1" width="318" height="118" fill="#f4f4f4" stroke="#888888"/>'
        '<text x="160" y="65" text-anchor="middle" font-family="sans-serif" font-size="14" fill="#333333">'
        f"{escape(address)}</text></svg>\n"
    ).encode()


def _shown(script: str) -> str:
    return script.removeprefix("paper/")


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
                    text = _text(files, script)
                    key = Store.key("drawing", version("matplotlib"), address, text, tag, words, *data)
                    yield _Drawing(address, script, text, tag, key)


def _text(files: Files, script: str) -> str:
    try:
        return (files.read(script) or b"").decode()
    except UnicodeDecodeError as error:
        raise _failed(script, "it is not UTF-8", 1) from error


def _draw(project: Project, drawings: list[_Drawing]) -> list[bytes]:
    """The drawings, from one child process that has matplotlib to itself."""
    root = project.root.resolve()
    job = {
        "data": {name: [dict(row) for row in table.rows] for name, table in project.data.tables.items()},
        "languages": project.language_files,
        "drawings": [{"script": str(root / d.script), "text": d.text, "tag": d.tag} for d in drawings],
    }
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _CHILD, str(Path(__file__).parents[2])],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _failed(drawings[0].script, f"no drawing within {_SECONDS} s", 1) from error
    try:
        answers: list[dict[str, Any]] = json.loads(done.stdout)
    except ValueError as error:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise _failed(drawings[0].script, said[-1] if said else f"stopped with status {done.returncode}", 1) from error
    for drawing, answer in zip(drawings, answers, strict=True):
        if "error" in answer:
            raise _failed(drawing.script, answer["error"], answer["line"])
    return [str(answer["svg"]).encode() for answer in answers]


def _failed(script: str, reason: str, line: int) -> ToolError:
    return ToolError(
        {"en": f"this script drew no figure: {reason}", "id": f"skrip ini tidak menghasilkan gambar: {reason}"},
        {
            "en": "fix the script; it needs a function draw(data, language) that returns a matplotlib Figure",
            "id": "perbaiki skripnya; harus ada fungsi draw(data, language) yang menghasilkan Figure matplotlib",
        },
    ).at(Span(script, line))
