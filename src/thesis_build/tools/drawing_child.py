"""The child process that runs figure scripts: a job as JSON on standard input, drawings as JSON on standard output."""

from __future__ import annotations

import io
import json
import os
import re
import sys
import traceback
from pathlib import Path
from typing import Any

from thesis_build.languages import data_files, language


def main() -> None:
    """Draw everything in the job; a script that fails gives its message and line."""
    job = json.load(sys.stdin)
    data_files.use(job["languages"])
    answers = sys.stdout
    sys.stdout = sys.stderr  # what scripts print is not the answer
    import matplotlib

    matplotlib.use("svg")
    drawn = [
        _drawing(Path(drawing["script"]), drawing["text"], drawing["tag"], job["data"]) for drawing in job["drawings"]
    ]
    json.dump(drawn, answers)
    answers.flush()
    os._exit(0)  # threads a script left behind must not keep us


def _drawing(script: Path, text: str, tag: str, data: dict[str, Any]) -> dict[str, Any]:
    import matplotlib

    try:
        matplotlib.rcdefaults()
        settings: Any = {"svg.hashsalt": f"{script.name} {tag}", "svg.fonttype": "path"}
        with matplotlib.rc_context(settings):
            space: dict[str, Any] = {"__name__": script.stem, "__file__": str(script)}
            exec(compile(text, str(script), "exec"), space)
            figure = space["draw"](data, language(tag))
            out = io.StringIO()
            figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    except BaseException as error:  # whatever a script does is reported as its own
        return {"error": f"{type(error).__name__}: {error}", "line": _line(error, script)}
    return {"svg": _tidy(out.getvalue())}


def _line(error: BaseException, script: Path) -> int:
    if isinstance(error, SyntaxError) and error.filename == str(script):
        return error.lineno or 1
    lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == str(script)]
    return lines[-1] or 1 if lines else 1


def _tidy(svg: str) -> str:
    """The drawing without document type and with an address-free head, as pages include it."""
    return re.sub(r"<!DOCTYPE[^>]*>\s*", "", svg)
