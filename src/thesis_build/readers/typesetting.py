"""What of a thesis Typst cannot set: formulas, characters that no font has, the font of the settings. It is tried."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain

from thesis_build import pandoc_ast
from thesis_build.model import Cache, Element, Image, Project
from thesis_build.readers.data import printed_data
from thesis_build.templating import asset
from thesis_build.tools import fonts, typst
from thesis_build.tools.pandoc import Pandoc, Request

_FORMAT = "typst-citations-smart"
_CUT = "// ⁂ cut here ⁂"
_SAFE = re.compile(r"[\t\n\r -~\u00a0-\u00ff\u2010-\u2015\u2018-\u201f\u2026]*")
"""What every font has that a thesis is set in."""

_ODD = re.compile(r"[^\t\n\r -~\u00a0-\u00ff\u2010-\u2015\u2018-\u201f\u2026]")


def with_what_cannot_be_set(project: Project, pandoc: Pandoc, cache: Cache, works: Iterable[str] = ()) -> Project:
    """The project with the formulas, characters, images and font that Typst cannot set; what was tried is kept.

    `works` are the texts of the library that are printed.
    """
    project = replace(project, images={**project.images, **_bad_images(project, cache)})
    project = replace(project, fonts_instead=fonts.instead_of(project.root, project.settings.layout.font))
    formulas = {tex: formula for tex, formula in _formulas(project).items() if tex not in project.bad_formulas}
    characters = "".join(sorted(_characters(_printed(project), works)))
    if not formulas and not characters:
        return project
    preamble = _preamble(project)
    key = _digest("typesetting", preamble, characters, *sorted(formulas))
    kept = cache.get(key)
    bad, lacking = json.loads(kept) if kept else _tried(project, preamble, formulas, characters, pandoc)
    if not kept:
        cache.put(key, json.dumps([bad, lacking], ensure_ascii=False).encode())
    return replace(project, bad_formulas={**project.bad_formulas, **bad}, unprintable=frozenset(lacking))


def _tried(
    project: Project, preamble: str, formulas: Mapping[str, Element], characters: str, pandoc: Pandoc
) -> tuple[Mapping[str, str], str]:
    """The formulas that Typst refuses, and why; the characters that no font has."""
    folders = fonts.folders(project.root)
    refused = typst.refused(preamble, _written(formulas.values(), pandoc), folders)
    shown = [f"#text({typst.string(character)}) #raw({typst.string(character)})" for character in characters]
    lacking = "".join(characters[place] for place in typst.refused(preamble, shown, folders))
    bad: dict[str, str] = {}
    for place, said in refused.items():
        if missing := typst.characters_without_glyph(said):
            lacking += missing
        else:
            bad[list(formulas)[place]] = said.splitlines()[0]
    return bad, lacking


def _bad_images(project: Project, cache: Cache) -> dict[str, Image]:
    """The images that Typst cannot decode, by their addresses."""
    images = {address: image for address, image in project.images.items() if image.data}
    keys = {address: _image_key(address, image.data) for address, image in images.items()}
    known = {key: cache.get(key) for key in keys.values()}
    untried = {keys[address]: address for address in images if known[keys[address]] is None}
    for addresses in _batches(list(untried.values()), images):
        listed = [(posixpath.splitext(address)[1].lower(), images[address].data) for address in addresses]
        refused = typst.refused_images(listed, fonts.folders(project.root))
        for number, address in enumerate(addresses):
            known[keys[address]] = _BAD if number in refused else _GOOD
            cache.put(keys[address], _BAD if number in refused else _GOOD)
    return {a: replace(i, data=b"", error="unreadable") for a, i in images.items() if known[keys[a]] == _BAD}


def _batches(addresses: Sequence[str], images: Mapping[str, Image]) -> Iterator[list[str]]:
    """The addresses in runs whose images are of a bounded size together."""
    batch: list[str] = []
    size = 0
    for address in addresses:
        size += len(images[address].data)
        if batch and (size > _BATCH_BYTES or len(batch) == _BATCH_IMAGES):
            yield batch
            batch, size = [], len(images[address].data)
        batch.append(address)
    if batch:
        yield batch


def _image_key(address: str, content: bytes) -> str:
    return _digest("image", posixpath.splitext(address)[1].lower(), sha256(content).hexdigest())


_GOOD, _BAD = b"good", b"bad"
_BATCH_BYTES = 4_000_000
_BATCH_IMAGES = 50


def _written(formulas: Iterable[Element], pandoc: Pandoc) -> list[str]:
    """Each formula in Typst."""
    blocks: list[Element] = []
    for formula in formulas:
        blocks += [pandoc_ast.raw_block("typst", _CUT), pandoc_ast.paragraph([formula])]
    answer = pandoc.ask(Request("write", _FORMAT, pandoc_ast.dumps(blocks))) if blocks else None
    return [piece.strip() for piece in answer.text.split(_CUT)[1:]] if answer else []


def _preamble(project: Project) -> str:
    """What the page description says of fonts and symbols."""
    names = fonts.families(project.root, project.settings.layout.font)
    families = "".join(f"{typst.string(name)}, " for name in names)
    return (
        f'#set document(title: "x")\n#set math.equation(alt: "x")\n#set text(font: ({families}), fallback: false)\n'
        f'#show raw: set text(font: ("DejaVu Sans Mono", {families}))\n'
        f'#show math.equation: set text(font: ("New Computer Modern Math", {families}))\n'
        f"{asset(project.root, 'pdf', 'symbols.typ')}"
    )


def _formulas(project: Project) -> dict[str, Element]:
    """Every formula of the text, by its TeX."""
    elements = (element for chapter in project.chapters for element in chapter.elements if element["t"] == "Math")
    return {pandoc_ast.tex(element): element for element in elements}


def _characters(*texts: Iterable[str]) -> set[str]:
    """The characters of what is printed that a font may lack."""
    return {character for text in chain(*texts) if not _SAFE.fullmatch(text) for character in _ODD.findall(text)}


def _printed(project: Project) -> Iterator[str]:
    """What is printed, the library left out."""
    settings = project.settings
    yield from (text for _, text in printed_data(project))
    yield from (*settings.title.values(), *settings.subtitle.values(), *settings.institution.values())
    yield from (*settings.type.values(), *(author.name for author in settings.authors))
    yield from (word for words in settings.keywords.values() for word in words)
    for chapter in project.chapters:
        if not _SAFE.fullmatch(chapter.source.text):
            yield pandoc_ast.plain_text(chapter.blocks)
            yield from (
                pandoc_ast.plain_text(pandoc_ast.blocks(note)) for note in chapter.elements if note["t"] == "Note"
            )


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()
