"""DOC009."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Element, Finding, Profile, Project, Severity, Texts
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule


class AltTextMissing(Rule):
    """An image has no alternative text, or one that only repeats its caption.

    Readers who cannot see the image have to know what it shows; PDF/UA-1 and WCAG 2.2 (1.1.1) require it.

    Flagged: `![EGDI scores](figures/egdi.svg)`. Right: `![EGDI scores](figures/egdi.svg){alt="Two lines rise …"}`.
    """

    code = "DOC009"
    name = "alt-text-missing"
    profiles = {Profile.DRAFT: Severity.WARNING}
    message = {
        "en": "the image {address} has no alternative text",
        "id": "gambar {address} tidak memiliki teks alternatif",
    }
    hint = {
        "en": 'add alt="…" in braces after the address: what does the image show?',
        "id": 'tambahkan alt="…" dalam kurung kurawal sesudah alamat: apa yang terlihat dalam gambar itu?',
    }
    same: Texts = {
        "en": "the alternative text of {address} only repeats the caption",
        "id": "teks alternatif {address} hanya mengulang keterangan gambar",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare each image's alternative text with nothing and with its caption."""
        for chapter in project.chapters:
            captions = {
                id(image): " ".join(pandoc_ast.plain_text(pandoc_ast.caption_inlines(figure)).split())
                for figure in chapter.elements
                if figure["t"] == "Figure"
                for image in pandoc_ast.walk(pandoc_ast.blocks(figure))
            }
            for element in chapter.elements:
                if element["t"] == "Image":
                    yield from self._image(chapter, element, captions.get(id(element), ""))

    def _image(self, chapter: Chapter, element: Element, caption: str) -> Iterator[Finding]:
        address = pandoc_ast.address(element, "Image")
        alt = pandoc_ast.alternative_text(element)
        if alt and alt != caption:
            return
        span = positions.address_span(chapter, element)
        yield self.finding(span, address=address, message=self.same if alt else None)
