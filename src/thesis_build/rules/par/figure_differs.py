"""PAR008."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Finding, Project, Texts
from thesis_build.rules.par._block_pairs import Both, both
from thesis_build.rules.rule import Rule


class FigureDiffers(Rule):
    """An image file is shown in one language only, or another one in its place.

    Flagged: `![…](figures/egdi.svg)` beside `![…](figures/levels.svg)`; an image in the middle of a paragraph that the
    other language lacks.

    Not flagged: a version for each language, `figures/egdi.id.svg` and `figures/egdi.en.svg`, or
    `figures/id/egdi.svg`; a figure that stands in one language only (PAR006); an image file that is not there (DOC004).
    """

    code = "PAR008"
    name = "figure-differs"
    message = {
        "en": "the image {here} is {there} in the other language",
        "id": "gambar {here} adalah {there} dalam bahasa yang lain",
    }
    hint = {
        "en": "show the same file; a version for a language is called name.{language}.svg",
        "id": "tampilkan berkas yang sama; versi untuk satu bahasa bernama nama.{language}.svg",
    }
    missing: Texts = {
        "en": "the image {here} is not in the other language",
        "id": "gambar {here} tidak ada dalam bahasa yang lain",
    }
    missing_hint: Texts = {"en": "show it there too", "id": "tampilkan juga di sana"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the files of the images in paired blocks."""
        for where in both(project):
            shown = [[pandoc_ast.address(image, "Image") for image in images] for images in where.found("Image")]
            tags = [chapter.language for chapter in where.chapters]
            rest = [
                [a for a in shown[side] if _plain(a, tags) not in {_plain(b, tags) for b in shown[1 - side]}]
                for side in (0, 1)
            ]
            for here, there in zip(*rest, strict=False):
                if not (_is_reported(project, here) or _is_reported(project, there)):
                    yield self._finding(where, 1, there, here)
            for side in (0, 1):
                for address in rest[side][len(rest[1 - side]) :]:
                    if not _is_reported(project, address):
                        yield self._finding(where, side, address, "")

    def _finding(self, where: Both, side: int, here: str, there: str) -> Finding:
        return self.finding(
            where.span(side, here),
            related=where.related(1 - side, there),
            message=None if there else self.missing,
            hint=None if there else self.missing_hint,
            here=here,
            there=there,
            language=where.chapters[side].language,
        )


def _is_reported(project: Project, address: str) -> bool:
    """Whether there is no such image, which is reported already (DOC004)."""
    image = project.images.get(address)
    return image is not None and image.error == "missing"


def _plain(address: str, tags: list[str]) -> str:
    """An address without the language that it is for; of a picture that a server draws from its address, the server."""
    if match := re.match(r"https?://[^/]+(?=.*(?:%20|[?&]text=|/badge/))", address):
        return match[0]
    one_of = "|".join(map(re.escape, tags))
    return re.sub(rf"[._-](?:{one_of})(?=\.\w+$)|(?<=/)(?:{one_of})/", "", address)
