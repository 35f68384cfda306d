"""The images that the text shows: their content, or why there is none."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from thesis_build import pandoc_ast
from thesis_build.model import Image, Manuscript
from thesis_build.readers.source import TEXTS
from thesis_build.tools.drawings import script_of
from thesis_build.tools.images import size
from thesis_build.tools.project_files import Files
from thesis_build.tools.similar_names import similar

IMAGE_LIMIT = 32 * 1024 * 1024
"""Bytes; a larger image is not read (it would not fit any reader's device either)."""

PIXEL_LIMIT = 64_000_000
"""Pixels; each takes about six bytes of memory while a PDF is set."""


def read_images(files: Files, manuscripts: Iterable[Manuscript]) -> dict[str, Image]:
    """Every image file the text shows, by the address written in the text; drawings are made in the build."""
    images: dict[str, Image] = {}
    for manuscript in manuscripts:
        for chapter in manuscript.chapters:
            for element in chapter.elements:
                address = pandoc_ast.address(element, "Image")
                if address and address not in images and script_of(files, address) is None:
                    images[address] = _image(files, address)
    return images


def _near(files: Files, address: str) -> str:
    """The address of an image that is called almost the same: in `paper/`, or among its figures; or empty."""
    plain = re.sub(r"^(?:\.\./|\./|paper/)+", "", address.replace("\\", "/").replace("%5C", "/"))
    if plain != address and (script_of(files, plain) or files.exists(f"{TEXTS}/{plain}")):
        return plain
    places = (f"{TEXTS}/{address}", f"{TEXTS}/{plain}", f"{TEXTS}/figures/{posixpath.basename(plain)}")
    found = (similar(files, place) for place in dict.fromkeys(places))
    return next((path.removeprefix(f"{TEXTS}/") for path in found if path), "")


def _image(files: Files, address: str) -> Image:
    if re.match(r"[a-z][a-z0-9+.-]+:", address, re.IGNORECASE):
        return Image(address, error="remote")
    path = posixpath.join(TEXTS, address)
    if files.leads_out(path) or re.match(r"[A-Za-z]:|~", address):  # a disk of Windows, somebody's home
        return Image(address, error="outside")
    if (files.size(path) or 0) > IMAGE_LIMIT:
        return Image(address, error="too large")
    try:
        content = files.read(path)
    except OSError:
        content = None
    if content is None:
        return Image(address, error="missing", near=_near(files, address))
    across, down = size(content) or (0.0, 0.0)
    if b"<svg" not in content[:20000] and across * down > PIXEL_LIMIT:
        return Image(address, error="too many pixels")
    return Image(address, content) if across else Image(address, error="unreadable")
