"""Abstracts in languages that the page does not have: printed after its own, each whole, in its language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.languages import language
from thesis_build.model import ChapterKind, Element, Elements, ResolvedChapter, ResolvedManuscript, Settings
from thesis_build.templating import Html
from thesis_build.writers.html_body import HtmlBody, Notes


@dataclass(frozen=True, slots=True)
class OtherAbstract:
    """An abstract in another language; its `notes` are filled by `document`."""

    chapter: ResolvedChapter
    notes: Notes = field(default_factory=Notes)

    @property
    def tag(self) -> str:
        """The language of the abstract."""
        return self.chapter.language

    @property
    def key(self) -> tuple[str, str]:
        """Under what its HTML is kept among that of the other texts."""
        return self.tag, f"\0{self.chapter.name}"

    def document(self, picture: Callable[[str, str, str], str]) -> Elements:
        """What Pandoc has to write: the heading, each block, and each note."""
        body = HtmlBody(self.tag, {}, self.notes, picture)
        title, *blocks = [pandoc_ast.rewrite(part, {"Link": _without_link}) for part in _parts(self.chapter)]
        written = body.inlines(title)
        for block in blocks:
            written += body.blocks(block)
        for note in self.notes.blocks:
            written += body.blocks(note)
        return written

    def context(self, html: list[Html], settings: Settings) -> dict[str, Any]:
        """What the template prints: `html` is what Pandoc wrote for `document`."""
        blocks = len(_parts(self.chapter))
        numbered = zip(self.notes.numbers, html[blocks:], strict=True)
        return {
            "language": self.tag,
            "anchor": f"abstract-{self.tag}",
            "heading": html[0],
            "title": settings.title.get(self.tag, ""),
            "blocks": html[1:blocks],
            "notes": [
                {"anchor": f"{self.tag}-note-{n}", "back": f"{self.tag}-noteref-{n}", "number": n, "html": text}
                for n, text in numbered
            ],
            "label": language(self.tag).labels["keywords"],
            "keywords": settings.keywords.get(self.tag, ()),
        }


def other_abstracts(
    manuscripts: Mapping[str, ResolvedManuscript], languages: Collection[str]
) -> Iterator[OtherAbstract]:
    """The abstracts in languages that are not those of the page."""
    for tag, manuscript in manuscripts.items():
        for chapter in manuscript.chapters if tag not in languages else ():
            if chapter.kind is ChapterKind.ABSTRACT:
                yield OtherAbstract(chapter)


def _parts(chapter: ResolvedChapter) -> list[Elements]:
    """The heading as inlines, then each block that is printed, alone."""
    blocks = [block for block in chapter.blocks if block["t"] != "RawBlock" and pandoc_ast.level(block) != 1]
    return [chapter.title, *([block] for block in blocks)]


def _without_link(element: Element) -> Elements | None:
    """The words of a link into another part of the thesis, which the page does not have in this language."""
    return list(pandoc_ast.inlines(element)) if pandoc_ast.address(element, "Link").startswith("#") else None
