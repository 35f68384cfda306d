"""Typst: sets a page description as a PDF that conforms to PDF/A-2a and PDF/UA-1."""

from __future__ import annotations

import contextlib
import datetime
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from thesis_build.errors import ToolError
from thesis_build.tools.typst_process import Exhausted, Limits, ask


def compile_pdf(page: str, root: Path, fonts: Sequence[Path], day: datetime.date) -> bytes:
    """The PDF of a Typst text; it may open files below `root` only, and is dated `day` at midnight UTC.

    Raises `ToolError` with Typst's own message and the line of the text it concerns, or `TooLarge`.
    """
    moment = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC).isoformat()
    job = {"operation": "compile", "page": page, "root": str(root), "fonts": _names(fonts), "moment": moment}
    answer, pdf = _asked(job, _within(_PAGE, len(page)))
    if "error" in answer:
        raise _failed(answer["error"])
    return pdf


def refused(preamble: str, pieces: Sequence[str], fonts: Sequence[Path], root: Path | None = None) -> dict[int, str]:
    """The pieces of a text that Typst cannot set, by their place, and what it says; raises `TooLarge`.

    They may open files below `root`.
    """
    if not pieces:
        return {}
    below = str(root) if root else None
    job = {"operation": "refused", "preamble": preamble, "pieces": list(pieces), "fonts": _names(fonts), "root": below}
    answer, _ = _asked(job, _within(_TRIAL, sum(map(len, pieces))))
    return {int(place): said for place, said in answer["refused"].items()}


def can_set_image(name: str, root: Path) -> bool:
    """Whether Typst sets an image alone, in a little time and memory."""
    page = f'#set document(title: "x")\n#image({string(name)}, alt: "x")'
    job = {"operation": "compile", "page": page, "root": str(root), "fonts": [], "moment": _ANY_MOMENT}
    with contextlib.suppress(Exhausted):
        return "error" not in ask(job, _IMAGE)[0]
    return False


def refused_images(images: Sequence[tuple[str, bytes]], fonts: Sequence[Path]) -> set[int]:
    """Which images Typst cannot decode; each is the ending of its name, such as `.png`, and its content.

    One that is too much for it is not among them, nor one whose letters no font has.
    """
    with tempfile.TemporaryDirectory(prefix="thesis-images-") as folder:
        names = [f"{number}{ending}" for number, (ending, _) in enumerate(images)]
        for name, (_, content) in zip(names, images, strict=True):
            (Path(folder) / name).write_bytes(content)
        pieces = [f'#image({string(name)}, alt: "x")' for name in names]
        try:
            found = refused('#set document(title: "x")', pieces, fonts, Path(folder))
        except TooLarge:
            if len(images) == 1:
                return set()
            middle = len(images) // 2
            later = refused_images(images[middle:], fonts)
            return refused_images(images[:middle], fonts) | {middle + number for number in later}
    return {number for number, said in found.items() if not characters_without_glyph(said)}


def _asked(job: Mapping[str, Any], limits: Limits) -> tuple[dict[str, Any], bytes]:
    try:
        return ask(job, limits)
    except Exhausted as error:
        raise TooLarge(error) from error


def _within(limits: Limits, length: int) -> Limits:
    """The limits of a text of that many characters."""
    return replace(limits, seconds=limits.seconds * (1 + length / _FULL))


_PAGE = Limits(20, 1536)
_TRIAL = Limits(8, 768)
_IMAGE = Limits(5, 512)
_FULL = 1_000_000
"""Characters for which a text may take as long again."""

_ANY_MOMENT = "2000-01-01T00:00:00+00:00"


def characters_without_glyph(said: str) -> str:
    """The characters that Typst says no font has, each once."""
    return "".join(dict.fromkeys("".join(_NO_GLYPH.findall(said))))


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


@cache
def _fonts(folders: tuple[Path, ...]) -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in folders])


def _names(folders: Sequence[Path]) -> list[str]:
    return [str(folder.absolute()) for folder in folders]


def _failed(error: Mapping[str, Any]) -> ToolError:
    """Typst's error as ours: its first message, and the line of the page description it concerns."""
    lacking = characters_without_glyph(f"{error['message']}\n{error['diagnostic']}")
    if lacking:
        return MissingGlyphs(lacking)
    first = error["diagnostic"].strip().split("\n\nerror:")[0]
    hints = "; ".join(error["hints"])
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


class TooLarge(ToolError):
    """Typst took more time or memory than it may."""

    def __init__(self, error: Exhausted) -> None:
        limits = error.limits
        reasons = {
            "time": (f"no PDF within {limits.seconds:.0f} s", f"belum ada PDF setelah {limits.seconds:.0f} detik"),
            "memory": (f"it needs more than {limits.memory} MiB", f"butuh lebih dari {limits.memory} MiB"),
            "stopped": ("it stopped without a word", "berhenti tanpa pesan"),
        }
        said, dikatakan = reasons[error.reason]
        super().__init__(
            {"en": f"this is too much for Typst: {said}", "id": f"ini terlalu berat untuk Typst: {dikatakan}"},
            {
                "en": "look for very large images, drawings with filters, and loops in templates/pdf/",
                "id": "periksa gambar yang sangat besar, SVG dengan filter, dan perulangan di templates/pdf/",
            },
        )
