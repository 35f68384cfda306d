"""The PDF edition of one manuscript: Pandoc writes the bodies, Jinja the page description, Typst sets it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from thesis_build import pandoc_ast
from thesis_build.errors import ToolError
from thesis_build.languages import language
from thesis_build.model import (
    ChapterKind,
    Elements,
    ResolvedChapter,
    ResolvedManuscript,
    Span,
)
from thesis_build.templating import Typst, asset, render_typst
from thesis_build.tools import files, fonts, typst, typst_process
from thesis_build.tools.images import size
from thesis_build.tools.pandoc import Answer, Request
from thesis_build.tools.store import Store
from thesis_build.writers.abbreviations import abbreviations
from thesis_build.writers.typst_body import FORMAT, TypstBody
from thesis_build.writers.writer import Material, Writer

_CUT = "// ⁂ cut here ⁂"
_MOST_TRIED = 12
"""Images that are tried alone where a PDF is too much for Typst."""


class PdfWriter(Writer):
    """Writes the PDF edition in one language; Typst may read the workspace and nothing else."""

    def __init__(self, material: Material, languages: Sequence[str]) -> None:
        (tag,) = languages
        self._project = material.project
        self._manuscript = material.manuscripts[tag]
        self._tag = tag
        self._images = material.pictures[tag]
        self._workspace = material.workspace
        others = [manuscript for other, manuscript in material.manuscripts.items() if other != tag]
        abstracts = [c for other in others for c in other.chapters if c.kind is ChapterKind.ABSTRACT]
        self._chapters = [*self._manuscript.chapters, *abstracts]
        targets = _targets(self._chapters) & _identifiers(self._chapters, self._manuscript)
        self._body = TypstBody(targets, self._picture)
        self._pictures: dict[str, str] = {}
        typst_process.prepare(len(material.manuscripts))

    def requests(self) -> list[Request]:
        """What Pandoc has to write: each chapter's body, then the bibliography."""
        bodies = [self._body.blocks(_printed(chapter)) for chapter in self._chapters]
        entries: Elements = []
        for reference in self._manuscript.references:
            entries += [pandoc_ast.raw_block("typst", _CUT), *self._body.blocks(reference.blocks)]
        return [Request("write", FORMAT, pandoc_ast.dumps(blocks)) for blocks in [*bodies, entries]]

    def write(self, answers: Sequence[Answer]) -> bytes:
        """The PDF, from Pandoc's answers to `requests`; raises `ToolError` or `TemplateError`."""
        project, settings = self._project, self._project.settings
        folders = fonts.folders(project.root)
        fonts.require(project.root, settings.layout.font)
        bodies = {
            (chapter.language, chapter.name): Typst(f"// {chapter.source.path}\n{answer.text}")
            for chapter, answer in zip(self._chapters, answers[:-1], strict=True)
        }
        page = render_typst(project.root, "thesis.typ.j2", self._context(bodies, answers[-1].text))
        try:
            return typst.compile_pdf(page, self._workspace, folders, settings.date)
        except typst.MissingGlyphs as error:
            error.span = self._first_use(error.characters)
            raise
        except typst.TooLarge as error:
            raise self._explained(error) from error

    def _context(self, bodies: Mapping[tuple[str, str], Typst], references: str) -> dict[str, object]:
        project, settings = self._project, self._project.settings
        spoken = language(self._tag)
        other = next((tag for tag in settings.languages if tag != self._tag), "")
        pages: dict[str, dict[str, object]] = {
            c.name: {"kind": "page", "body": bodies[self._tag, c.name]} for c in self._of(ChapterKind.PAGE)
        }
        tables, figures = _has(self._chapters, "Table"), _has(self._chapters, "Figure")
        return {
            "language": self._tag,
            "labels": spoken.labels,
            "layout": settings.layout,
            "symbols": Typst(asset(project.root, "pdf", "symbols.typ")),
            "fonts": fonts.families(project.root, settings.layout.font),
            "title": settings.title[self._tag],
            "subtitle": settings.subtitle.get(self._tag, ""),
            "other_title": settings.title.get(other, ""),
            "other_language": other,
            "type": settings.type.get(self._tag, ""),
            "institution": settings.institution.get(self._tag, ""),
            "authors": settings.authors,
            "keywords": settings.keywords,
            "description": settings.type.get(self._tag, "") or settings.title[self._tag],
            "date": settings.date,
            "printed_date": spoken.date(settings.date.isoformat()),
            "front": [self._part(name, pages, bodies) for name in settings.front],
            "back": [self._part(name, pages, bodies) for name in settings.back],
            "chapters": [{"body": bodies[self._tag, c.name]} for c in self._of(ChapterKind.CHAPTER)],
            "appendices": [{"body": bodies[self._tag, c.name]} for c in self._of(ChapterKind.APPENDIX)],
            "has_tables": tables,
            "has_figures": figures,
            "abbreviations": abbreviations(project, self._tag),
            "references": self._references(references),
            "hanging": self._manuscript.hanging_indent,
        }

    def _part(
        self, name: str, pages: Mapping[str, dict[str, object]], bodies: Mapping[tuple[str, str], Typst]
    ) -> dict[str, object]:
        if name == "abstracts":
            return {"kind": name, "abstracts": self._abstracts(bodies)}
        return pages.get(name, {"kind": name})

    def _abstracts(self, bodies: Mapping[tuple[str, str], Typst]) -> list[dict[str, object]]:
        settings = self._project.settings
        return [
            {
                "language": chapter.language,
                "title": settings.title[chapter.language],
                "label": language(chapter.language).labels["keywords"],
                "keywords": ", ".join(settings.keywords.get(chapter.language, ())),
                "body": bodies[chapter.language, chapter.name],
            }
            for chapter in self._chapters
            if chapter.kind is ChapterKind.ABSTRACT
        ]

    def _references(self, text: str) -> list[dict[str, object]]:
        bodies = text.split(_CUT)[1:]
        return [
            {
                "label": f"ref-{reference.key}",
                "language": reference.language if reference.language != self._tag else "",
                "body": Typst(body.strip()),
            }
            for reference, body in zip(self._manuscript.references, bodies, strict=True)
        ]

    def _of(self, kind: ChapterKind) -> list[ResolvedChapter]:
        return [chapter for chapter in self._manuscript.chapters if chapter.kind is kind]

    def _first_use(self, characters: str) -> Span | None:
        """The first position in the sources at which one of these characters stands."""
        sources = [chapter.source for chapter in self._chapters] + list(self._project.library.sources)
        for source in sources:
            for number, line in enumerate(source.text.split("\n"), 1):
                columns = [line.index(character) + 1 for character in characters if character in line]
                if columns:
                    return Span(source.path, number, min(columns))
        return None

    def _explained(self, error: typst.TooLarge) -> ToolError:
        """The same error, or that about the image that is too much for Typst; the most suspect ones are tried."""
        suspects = sorted(self._pictures, key=self._suspicion, reverse=True)[:_MOST_TRIED]
        guilty = next((a for a in suspects if not typst.can_set_image(self._pictures[a], self._workspace)), "")
        if not guilty:
            return error
        message = {
            "en": f"the image {guilty} is too much for Typst",
            "id": f"gambar {guilty} terlalu berat untuk Typst",
        }
        hint = {
            "en": "make it smaller, or save it as a PNG without filters",
            "id": "perkecil gambar itu, atau simpan sebagai PNG tanpa filter",
        }
        return ToolError(message, hint).at(self._address_span(guilty))

    def _suspicion(self, address: str) -> tuple[bool, float]:
        """How likely an image is too much: drawings with filters, then those with the most pixels, or the longest."""
        content = self._images.get(address, b"")
        across, down = size(content) or (0.0, 0.0)
        return b"<filter" in content or b"<pattern" in content, max(across * down, len(content))

    def _address_span(self, address: str) -> Span:
        """Where the text first shows an image."""
        for chapter in self._chapters:
            for number, line in enumerate(chapter.source.text.split("\n"), 1):
                if address in line:
                    return Span(chapter.source.path, number, line.index(address) + 1)
        return Span(f"paper/{address}")

    def _picture(self, address: str) -> str:
        """The image's file below Typst's root, put there when first needed."""
        content = self._images.get(address, b"")
        name = f"{Store.key(content)[:24]}{Path(address).suffix.lower()}"
        path = self._workspace / name
        if not path.is_file():
            files.write_whole(path, content)
        self._pictures[address] = f"/{name}"
        return f"/{name}"


def _printed(chapter: ResolvedChapter) -> Elements:
    """The blocks with the chapter's title carrying its number."""
    out: Elements = []
    for block in chapter.blocks:
        first_title = pandoc_ast.level(block) == 1
        out.append(
            pandoc_ast.with_attributes(block, number=chapter.number) if first_title and chapter.number else block
        )
    return out


def _targets(chapters: Sequence[ResolvedChapter]) -> set[str]:
    """What links in the chapters point to."""
    return {
        address[1:]
        for chapter in chapters
        for element in pandoc_ast.walk(chapter.blocks)
        if (address := pandoc_ast.address(element, "Link")).startswith("#")
    }


def _identifiers(chapters: Sequence[ResolvedChapter], manuscript: ResolvedManuscript) -> set[str]:
    """What can be pointed to: identifiers of elements, and works of the bibliography."""
    names = {pandoc_ast.identifier(e) for chapter in chapters for e in pandoc_ast.walk(chapter.blocks)}
    return names | {f"ref-{reference.key}" for reference in manuscript.references}


def _has(chapters: Sequence[ResolvedChapter], kind: str) -> bool:
    return any(
        element["t"] == kind and pandoc_ast.attribute(element, "number")
        for chapter in chapters
        for element in pandoc_ast.walk(chapter.blocks)
    )
