"""Typst, in process: sets a page description as a PDF that conforms to PDF/A-2a and PDF/UA-1."""

from __future__ import annotations

import contextlib
import datetime
import os
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from thesis_build.errors import ToolError

STANDARDS = ("a-2a", "ua-1")


def compile_pdf(page: str, root: Path, fonts: Sequence[Path], day: datetime.date) -> bytes:
    """The PDF of a Typst text; it may open files below `root` only, and is dated `day` at midnight UTC.

    Raises `ToolError` with Typst's own message and the line of the text it concerns.
    """
    import typst

    compile_with: Any = typst.compile  # its stubs want all inputs of one type
    moment = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    try:
        with _OFFLINE.held():
            pdf = compile_with(
                page.encode(),
                root=str(root),
                font_paths=_fonts(tuple(fonts)),
                ignore_system_fonts=True,
                timestamp=moment,
                pdf_standards=list(STANDARDS),
                format="pdf",
            )
    except typst.TypstError as error:
        raise _failed(error) from error
    assert isinstance(pdf, bytes)
    return pdf


def refused(preamble: str, pieces: Sequence[str], fonts: Sequence[Path]) -> dict[int, str]:
    """The pieces of a text that Typst cannot set, by their place, and what it says; found by halves."""
    found: dict[int, str] = {}
    waiting = [range(len(pieces))]
    while waiting:
        part = waiting.pop()
        said = _refusal("\n\n".join([preamble, *(pieces[index] for index in part)]), fonts) if part else ""
        if said and len(part) == 1:
            found[part[0]] = said
        elif said:
            middle = len(part) // 2
            waiting += [part[:middle], part[middle:]]
    return found


def characters_without_glyph(said: str) -> str:
    """The characters that Typst says no font has, each once."""
    return "".join(dict.fromkeys("".join(_NO_GLYPH.findall(said))))


def _refusal(page: str, fonts: Sequence[Path]) -> str:
    """Why Typst cannot set a page; empty where it can."""
    import typst

    compile_with: Any = typst.compile  # its stubs want all inputs of one type
    try:
        compile_with(
            page.encode(), font_paths=_fonts(tuple(fonts)), ignore_system_fonts=True, pdf_standards=list(STANDARDS)
        )
    except typst.TypstError as error:
        return f"{error.message}\n{error.diagnostic}"
    return ""


def families(fonts: Sequence[Path]) -> frozenset[str]:
    """The font families that a page can use: those inside Typst and those in the given folders."""
    return frozenset(_fonts(tuple(fonts)).families())


def escape(text: str) -> str:
    """A plain text as Typst markup that prints exactly it."""
    return "".join(f"\\{character}" if character in _SPECIAL else character for character in text)


def string(text: str) -> str:
    """A plain text as a Typst string literal, with its quotes."""
    return '"' + text.translate(_STRING) + '"'


_SPECIAL = frozenset("\\#$*_`<>@[]=-+/~'\"")
_STRING: Mapping[int, str] = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}


class _Offline:
    """Keeps Typst from downloading packages: it has no option for that, but goes through the proxy of the environment.

    Nothing can listen on port 0, so no request leaves the process. Several threads may hold it at once.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._holders = 0
        self._before: dict[str, str | None] = {}

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Without network for the time of the block."""
        with self._lock:
            if not self._holders:
                self._before = {name: os.environ.get(name) for name in _NO_NETWORK}
                os.environ.update(_NO_NETWORK)
            self._holders += 1
        try:
            yield
        finally:
            with self._lock:
                self._holders -= 1
                if not self._holders:
                    self._restore()

    def _restore(self) -> None:
        for name, value in self._before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


_NOWHERE = "http://127.0.0.1:0"
_NO_NETWORK = {
    **dict.fromkeys(("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"), _NOWHERE),
    **dict.fromkeys(("no_proxy", "NO_PROXY"), ""),
}
_OFFLINE = _Offline()


@cache
def _fonts(folders: tuple[Path, ...]) -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in folders])


def _failed(error: Any) -> ToolError:
    """Typst's error as ours: its first message, and the line of the page description it concerns."""
    said = f"{error.message}\n{error.diagnostic}"
    lacking = characters_without_glyph(said)
    if lacking:
        return MissingGlyphs(lacking)
    first = str(error.diagnostic).strip().split("\n\nerror:")[0]
    hints = "; ".join(error.hints)
    return ToolError(
        {"en": f"Typst cannot set the PDF: {first}", "id": f"Typst tidak dapat menata PDF: {first}"},
        {
            "en": hints or "look at the chapter named above the line shown, or at templates/pdf/",
            "id": hints or "lihat bab yang disebut di atas baris itu, atau templates/pdf/",
        },
    )


_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


class MissingGlyphs(ToolError):
    """Characters that no font of the page has; `characters` holds each once."""

    def __init__(self, characters: str) -> None:
        shown = " ".join(characters[:20])
        super().__init__(
            {"en": f"no font has these characters: {shown}", "id": f"tidak ada font yang memuat karakter ini: {shown}"},
            {
                "en": "put a font that has them (.ttf or .otf) into paper/fonts/, or replace the characters",
                "id": "letakkan font yang memuatnya (.ttf atau .otf) di paper/fonts/, atau ganti karakternya",
            },
        )
        self.characters = characters
