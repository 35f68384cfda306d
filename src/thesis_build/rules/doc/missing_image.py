"""DOC004."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from thesis_build import pandoc_ast
from thesis_build.model import Finding, Project, Texts
from thesis_build.readers.images import IMAGE_LIMIT, PIXEL_LIMIT
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule

_SMALLER: Texts = {"en": "make it smaller", "id": "perkecil gambar itu"}


class MissingImage(Rule):
    """An image cannot be printed: there is no such file, it is too large, on the network, or of another format.

    Image addresses are relative to `paper/`. The formats are PNG, JPEG, GIF, WebP and SVG.

    Flagged: `![Map](figures/map.png)` without a file `paper/figures/map.png`.
    """

    code = "DOC004"
    name = "missing-image"
    message = {"en": "there is no image paper/{address}", "id": "tidak ada gambar paper/{address}"}
    hint = {
        "en": "put the file there, or add the script paper/figures/NAME.py that draws it",
        "id": "letakkan berkasnya di sana, atau tambahkan skrip paper/figures/NAMA.py yang menggambarnya",
    }
    near_hint: Texts = {
        "en": "the image is {near}: write exactly that, capital letters and / too",
        "id": "gambar itu {near}: tulis persis begitu, termasuk huruf besar dan tanda /",
    }
    space_hint: Texts = {
        "en": "the file is called “{near}”: rename it, without spaces, to {renamed} and give that address",
        "id": "berkas itu bernama “{near}”: ganti namanya, tanpa spasi, menjadi {renamed} dan tulis alamat itu",
    }
    other_facts: dict[str, Texts] = {
        "remote": {
            "en": "the image {address} is on the network",
            "id": "gambar {address} berada di jaringan",
        },
        "too large": {
            "en": "the image {address} is larger than {limit} MB",
            "id": "gambar {address} lebih besar dari {limit} MB",
        },
        "too many pixels": {
            "en": "the image {address} has more than {pixels} million pixels",
            "id": "gambar {address} lebih dari {pixels} juta piksel",
        },
        "unreadable": {
            "en": "the image {address} is not a readable PNG, JPEG, GIF, WebP or SVG",
            "id": "gambar {address} bukan PNG, JPEG, GIF, WebP, atau SVG yang dapat dibaca",
        },
    }
    other_hints: dict[str, Texts] = {
        "remote": {
            "en": "save it under paper/figures/ and give that address",
            "id": "simpan di paper/figures/ dan tulis alamat itu",
        },
        "too large": _SMALLER,
        "too many pixels": _SMALLER,
        "unreadable": {
            "en": "export it again as PNG or SVG",
            "id": "ekspor ulang sebagai PNG atau SVG",
        },
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at what reading each image gave."""
        for chapter in project.chapters:
            for element in chapter.elements:
                address = pandoc_ast.address(element, "Image")
                image = project.images.get(address) if address else None
                if image is None or not image.error or image.error == "outside" or pandoc_ast.unsafe_scheme(element):
                    continue
                span = positions.address_span(chapter, element)
                yield self.finding(
                    span,
                    address=address,
                    limit=IMAGE_LIMIT // 1024 // 1024,
                    pixels=PIXEL_LIMIT // 1_000_000,
                    message=self.other_facts.get(image.error),
                    hint=self.other_hints.get(image.error) or self._hint(image.near),
                    near=image.near,
                    renamed=re.sub(r"[\s%]+", "-", unquote(image.near)),
                )

    def _hint(self, near: str) -> Texts | None:
        """What to do where a file is called almost the same."""
        if not near:
            return None
        return self.space_hint if re.search(r"[\s%]", near) else self.near_hint
