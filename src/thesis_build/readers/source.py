"""Reading a text file: encoding, BOM and line ends are handled here, once."""

from __future__ import annotations

import re

from thesis_build.model import Source, Span
from thesis_build.tools.project_files import TEXT_LIMIT, Files, RefusedFile

_BOM = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n|\r|\n")

TEXTS = "paper"
"""The folder that has the chapters of each language in one of its name."""


def read_source(files: Files, path: str, shown: str = "") -> Source | None:
    """The text of a file, named `shown` in messages where that is not its path; None where there is none.

    Raises `OSError` where it cannot be read.
    """
    content = read_text(files, path)
    return None if content is None else decode(content, shown or path)


def read_text(files: Files, path: str) -> bytes | None:
    """The bytes of a text file; None where there is none. Raises `OSError` where it cannot be read or is too large."""
    content = files.read(path)
    if content and len(content) > TEXT_LIMIT:
        raise RefusedFile("long", path)
    return content


def decode(content: bytes, shown: str) -> Source:
    """Bytes as a text: BOM dropped, line ends `\\n`, and the position of the first byte that is not UTF-8, if any."""
    bom = content.startswith(_BOM)
    content = content.removeprefix(_BOM)
    try:
        text = content.decode()
        broken_at = None
    except UnicodeDecodeError as error:
        before = _one_line_end(content[: error.start].decode())
        line = before.count("\n") + 1
        broken_at = Span(shown, line, len(before) - (before.rfind("\n") + 1) + 1)
        text = content.decode(errors="replace")
    return Source(shown, _one_line_end(text), broken_at, bom, _mixed(text, shown))


def inside(source: Source, line: int, column: int) -> Span:
    """A position that another program gave, or the nearest in the file: programs count lines and columns unlike us."""
    lines = source.text.split("\n")
    number = min(max(1, line), len(lines))
    length = len(lines[number - 1])
    return Span(source.path, number, min(max(1, column), length + 1) if number >= line else length + 1)


def _mixed(text: str, shown: str) -> Span | None:
    """The first line that ends unlike the first one, or None."""
    if "\r" not in text:
        return None
    first = ""
    for number, end in enumerate(_LINE_END.finditer(text), 1):
        first = first or end[0]
        if end[0] != first:
            return Span(shown, number)
    return None


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
