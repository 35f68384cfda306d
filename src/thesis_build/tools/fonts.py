"""The fonts of the PDF edition: where they are, which the text is set in, and which stand in for what it lacks."""

from __future__ import annotations

import re
from pathlib import Path

from thesis_build.errors import ThesisBuildError
from thesis_build.model import Span
from thesis_build.tools import typst
from thesis_build.tools.project_files import DiskFiles, RefusedFile

_FOLDER = "paper/fonts"
"""Where a project has fonts of its own."""

_STAND_INS = ("DejaVu Sans", "Libertinus Serif", "New Computer Modern Math", "DejaVu Sans Mono", "STIXGeneral")
"""Fonts that come with the program, for signs (☐, →, ≤) that a text font lacks."""


def folders(root: Path) -> list[Path]:
    """Where fonts are: the project's own, and the Times-like STIX that comes with matplotlib."""
    from importlib.util import find_spec

    spec = find_spec("matplotlib")
    places = (spec.submodule_search_locations or []) if spec else []
    shipped = [Path(place) / "mpl-data" / "fonts" / "ttf" for place in places]
    return [*_own(root), *(folder for folder in shipped if folder.is_dir())]


def _own(root: Path) -> list[Path]:
    """The folder of the project's fonts, if it has one; raises `ThesisBuildError` where a file in it is refused.

    Typst reads them itself, and follows every link.
    """
    files = DiskFiles(root)
    folder = root / _FOLDER
    if not folder.is_dir():
        return []
    if files.leads_out(_FOLDER):  # before it is walked through
        raise _refused(RefusedFile("outside", _FOLDER))
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(root).as_posix()
        if files.leads_out(name):
            raise _refused(RefusedFile("outside", name))
        if not path.is_dir():
            _require_readable(files, name)
    return [folder]


def _require_readable(files: DiskFiles, name: str) -> None:
    try:
        files.read(name)
    except RefusedFile as refused:
        raise _refused(refused) from refused


def _refused(refused: RefusedFile) -> ThesisBuildError:
    return ThesisBuildError(refused.message, refused.hint, Span(refused.shown))


def families(root: Path, font: str) -> list[str]:
    """The font of the text, then those of `paper/fonts/` and our own, for the characters it lacks."""
    brought = _own(root)
    own = typst.families(brought) - typst.families([]) if brought else frozenset()
    known = typst.families(folders(root))
    return list(dict.fromkeys([font, *sorted(own), *(name for name in _STAND_INS if name in known)]))


def instead_of(root: Path, font: str) -> tuple[str, ...]:
    """The text fonts that could be used where this one is missing; none where it is there."""
    known = typst.families(folders(root)) if font.lower() not in _ALWAYS else frozenset({font})
    if font.lower() in {family.lower() for family in known}:
        return ()
    return tuple(sorted((name for name in known if not _NO_TEXT.search(name)), key=str.casefold))


_NO_TEXT = re.compile(r"^cm\w+\d$|^STIX(?:NonUnicode|Size)|Math$|Display$|Last Resort")
"""Fonts of signs and of large sizes, which no text is set in."""

_ALWAYS = frozenset({"libertinus serif", "new computer modern", "dejavu sans mono"})
"""Text fonts that come with Typst, so that no folder has to be looked at."""


def require(root: Path, font: str) -> None:
    """Raise `ThesisBuildError` where a font is not there: in a draft, which no finding stops."""
    others = instead_of(root, font)
    if not others:
        return
    listed = ", ".join(others)
    raise ThesisBuildError(
        {"en": f"the font “{font}” is not there", "id": f"fon “{font}” tidak ada"},
        {
            "en": f"put its .ttf or .otf files into paper/fonts/, or use one of: {listed}",
            "id": f"letakkan berkas .ttf atau .otf-nya di paper/fonts/, atau pakai salah satu: {listed}",
        },
    )
