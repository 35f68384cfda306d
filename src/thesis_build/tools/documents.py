"""Documents of other kinds as Markdown, by Pandoc in its sandbox: Word, OpenDocument, LaTeX, HTML."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

from thesis_build.errors import FilesError, ToolError
from thesis_build.tools.pandoc import program
from thesis_build.tools.project_files import Files

FORMATS = {
    ".docx": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
    ".tex": "latex",
    ".html": "html",
    ".htm": "html",
    ".epub": "epub",
}
"""Pandoc's name of the format for each ending; every other file is Markdown."""

_SECONDS = 30
_MEMORY = "768m"
_LIMIT = 64 * 1024 * 1024


def read_document(files: Files, path: Path) -> bytes:
    """The content of a file as Markdown: one line a paragraph; a Markdown or text file as it is.

    Raises `FilesError` where it cannot be read, `ToolError` where Pandoc refuses it.
    """
    try:
        content = files.read(path.as_posix())
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    if content is None:
        raise _unreadable(path, os.strerror(errno.ENOENT))
    form = FORMATS.get(path.suffix.lower())
    if path.suffix.lower() in (".doc", ".pdf"):
        raise _unreadable(path, "not a text that can be read")
    if form is None:
        return content
    if len(content) > _LIMIT:
        raise _unreadable(path, f"larger than {_LIMIT // 1024 // 1024} MiB")
    command = [program(), "--sandbox", "-f", form, "-t", "markdown-raw_html-raw_tex-raw_attribute", "--wrap=none"]
    command += ["--standalone", "+RTS", f"-M{_MEMORY}", "-RTS"]
    try:
        ran = subprocess.run(command, input=content, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise _refused(path, f"no answer within {_SECONDS} s") from error
    if ran.returncode:
        raise _refused(path, (ran.stderr.decode(errors="replace").strip().splitlines() or ["–"])[0])
    return ran.stdout


def _unreadable(path: Path, reason: str) -> FilesError:
    return FilesError(
        {"en": f"cannot read {path}: {reason}", "id": f"tidak dapat membaca {path}: {reason}"},
        {
            "en": "give a text in Markdown, Word (.docx), OpenDocument, LaTeX or HTML",
            "id": "sebutkan teks dalam Markdown, Word (.docx), OpenDocument, LaTeX, atau HTML",
        },
    )


def _refused(path: Path, reason: str) -> ToolError:
    return ToolError(
        {"en": f"Pandoc cannot read {path}: {reason}", "id": f"Pandoc tidak dapat membaca {path}: {reason}"},
        {"en": "save it as .docx or Markdown", "id": "simpan sebagai .docx atau Markdown"},
    )
