"""Images that Typst cannot decode are found before a build; so are those that it can."""

from __future__ import annotations

import pytest

from tests.fuzz.inputs import sound
from tests.fuzz.properties import Memory
from thesis_build.readers.project import read_project
from thesis_build.readers.typesetting import with_what_cannot_be_set
from thesis_build.tools import typst
from thesis_build.tools.pandoc import Pandoc
from thesis_build.tools.project_files import MemoryFiles

PNG = sound()["paper/figures/b.png"]
SVG = sound()["paper/figures/a.svg"]
OPENING = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'


def errors(memory: Memory, png: bytes = PNG, svg: bytes = SVG) -> dict[str, str]:
    """What is wrong with the two images of a thesis."""
    files = {**sound(), "paper/figures/a.svg": svg, "paper/figures/b.png": png}
    with Pandoc(1) as pandoc:
        project = with_what_cannot_be_set(read_project(MemoryFiles(files), pandoc), pandoc, memory)
    return {address: image.error for address, image in project.images.items()}


@pytest.mark.parametrize(
    "png", [PNG[: len(PNG) // 2], PNG[:-12], PNG[: len(PNG) // 2] + b"\0\1" + PNG[len(PNG) // 2 + 2 :]]
)
def test_a_png_that_is_cut_or_spoilt_is_unreadable(png: bytes) -> None:
    assert errors(Memory(), png=png) == {"figures/a.svg": "", "figures/b.png": "unreadable"}


@pytest.mark.parametrize(
    "svg",
    [
        OPENING + b"<g></svg>",
        OPENING + b"<text>&nbsp;</text></svg>",
        OPENING + b'<use xlink:href="#a"/></svg>',
        OPENING.replace(b'width="9"', b'width="0"') + b"</svg>",
    ],
)
def test_an_svg_that_is_no_xml_or_has_no_size_is_unreadable(svg: bytes) -> None:
    assert errors(Memory(), svg=svg) == {"figures/a.svg": "unreadable", "figures/b.png": ""}


def test_what_was_tried_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    first = errors(memory, png=PNG[:-12])
    monkeypatch.setattr(typst, "refused_images", lambda *_: pytest.fail("it is tried again"))
    assert errors(memory, png=PNG[:-12]) == first
