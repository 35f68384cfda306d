"""Numbers, given once: chapters, sections, figures, tables, equations and notes of a manuscript.

Figures, tables and equations count within their chapter (Gambar 1.1), notes through the whole manuscript.
The numbers become attributes of the elements, as printed; see `ResolvedChapter`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from thesis_build import pandoc_ast
from thesis_build.languages import Language
from thesis_build.languages.maths.speech import spoken
from thesis_build.model import (
    Chapter,
    ChapterKind,
    Element,
    Elements,
    Manuscript,
    ResolvedChapter,
    Settings,
    is_abstract,
)

_EQUATION_LABEL = re.compile(r"\{#(?P<name>eq:[^\s}]+)(?:\s+alt=[\"“](?P<alt>[^\"”]*)[\"”])?\s*\}")
_UNNUMBERED = "unnumbered"


@dataclass(frozen=True, slots=True)
class Label:
    """A numbered thing: its kind, its bare number ("1.1"), and where it stands among those of its kind."""

    kind: str
    number: str
    position: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A manuscript whose things have their numbers, and the label of every identifier."""

    chapters: tuple[ResolvedChapter, ...]
    labels: dict[str, Label]


def number(manuscript: Manuscript, settings: Settings, language: Language) -> Numbered:
    """The manuscript with numbers in every chapter and appendix; abstract and pages have none."""
    labels: dict[str, Label] = {}
    counts: Counter[str] = Counter()
    chapters = []
    for chapter in manuscript.chapters:
        kind = kind_of(chapter)
        if kind in (ChapterKind.CHAPTER, ChapterKind.APPENDIX):
            counts[kind] += 1
        numerals = settings.layout.chapter_numerals.get(language.tag, "") if kind is ChapterKind.CHAPTER else ""
        chapters.append(_Numberer(chapter, kind, counts, labels, language, numerals).run())
    return Numbered(tuple(chapters), labels)


def with_spoken_maths(blocks: Elements, tag: str) -> Elements:
    """Blocks whose formulas have alternative text: what they are called in a language."""
    out: Elements = pandoc_ast.rewrite(blocks, {"Math": lambda element: _with_speech(element, tag)})
    return out


def _with_speech(formula: Element, tag: str) -> Element:
    kind = "equation" if pandoc_ast.is_display(formula) else "maths"
    return pandoc_ast.span([formula], [kind], pairs=[("alt", spoken(pandoc_ast.tex(formula), tag))])


def kind_of(chapter: Chapter) -> ChapterKind:
    """What a file is in the book: `NN-abstract`, a chapter or appendix `NN-name`, or a page of any other name."""
    if is_abstract(chapter.name):
        return ChapterKind.ABSTRACT
    if not re.match(r"\d", chapter.name):
        return ChapterKind.PAGE
    title = title_of(chapter.blocks)
    return ChapterKind.APPENDIX if title and "appendix" in pandoc_ast.classes(title) else ChapterKind.CHAPTER


def title_of(blocks: Elements) -> Element | None:
    """The chapter's title: its first block, where that is a heading of level 1 (comments do not count)."""
    first = next((block for block in blocks if block["t"] != "RawBlock"), None)
    return first if first and pandoc_ast.level(first) == 1 else None


class _Numberer:
    """Numbers one chapter; the counters live as long as the chapter does."""

    def __init__(
        self,
        chapter: Chapter,
        kind: ChapterKind,
        counts: Counter[str],
        labels: dict[str, Label],
        language: Language,
        numerals: str,
    ) -> None:
        self._chapter = chapter
        self._kind = kind
        self._counts = counts
        self._labels = labels
        self._language = language
        self._within: Counter[str] = Counter()
        self._sections: list[int] = []
        self._depth = 1
        position = counts[kind]
        self._position = (0 if kind is ChapterKind.CHAPTER else 1, position)
        arabic = str(position) if kind is ChapterKind.CHAPTER else language.count("appendix", position)
        self._prefix = arabic if kind in (ChapterKind.CHAPTER, ChapterKind.APPENDIX) else ""
        shown = language.count(kind, position, numerals) if self._prefix else ""
        self._shown = language.heading(kind, shown) if shown else ""
        self._reference = shown

    def run(self) -> ResolvedChapter:
        title = title_of(self._chapter.blocks)
        if title and pandoc_ast.identifier(title) and self._prefix:
            self._labels[pandoc_ast.identifier(title)] = Label(str(self._kind), self._reference, self._position)
        changes: dict[str, pandoc_ast.Change] = {
            "Math": self._maths,
            "Para": self._equations,
            "Plain": self._equations,
            "Header": self._heading,
            "Figure": lambda element: self._captioned(element, "figure"),
            "Table": lambda element: self._captioned(element, "table"),
            "Note": self._note,
        }
        blocks = pandoc_ast.rewrite(self._chapter.blocks, changes)
        return ResolvedChapter(
            name=self._chapter.name,
            kind=self._kind,
            language=self._language.tag,
            identifier=pandoc_ast.identifier(title) if title else "",
            number=self._shown,
            title=pandoc_ast.inlines(title) if title else pandoc_ast.text(self._chapter.name),
            blocks=blocks,
            source=self._chapter.source,
        )

    def _heading(self, element: Element) -> Element:
        """The heading with its number; where the level skips some, they are closed up: no structure has gaps.

        One without text, which the PDF edition leaves out, is not counted.
        """
        if not pandoc_ast.plain_text(pandoc_ast.inlines(element)).strip():
            return pandoc_ast.with_level(element, min(pandoc_ast.level(element), self._depth + 1))
        level = self._depth = min(pandoc_ast.level(element), self._depth + 1)
        element = pandoc_ast.with_level(element, level)
        if level == 1 or not self._prefix or _UNNUMBERED in pandoc_ast.classes(element):
            return element
        depth = level - 1
        self._sections = (self._sections + [0] * depth)[:depth]
        self._sections[-1] += 1
        shown = ".".join([self._prefix, *map(str, self._sections)])
        self._label(pandoc_ast.identifier(element), "section", shown, tuple(self._sections))
        return pandoc_ast.with_attributes(element, number=shown)

    def _captioned(self, element: Element, kind: str) -> Element | None:
        if not pandoc_ast.caption_inlines(element):
            return None
        shown = self._next(kind, pandoc_ast.identifier(element))
        return pandoc_ast.with_attributes(element, number=self._language.heading(kind, shown))

    def _maths(self, element: Element) -> Element:
        return _with_speech(element, self._language.tag)

    def _equations(self, element: Element) -> Element | None:
        inlines = pandoc_ast.inlines(element)
        out: Elements = []
        index = 0
        while index < len(inlines):
            inline = inlines[index]
            index += 1
            if inline["t"] == "Span" and "equation" in pandoc_ast.classes(inline):
                match, index = _equation_label(inlines, index)
                inline = self._equation(inline, match) if match else inline
            out.append(inline)
        return pandoc_ast.with_inlines(element, out) if out != inlines else None

    def _equation(self, element: Element, match: re.Match[str]) -> Element:
        shown = self._language.heading("equation", self._next("equation", match["name"]))
        alt = match["alt"] or pandoc_ast.attribute(element, "alt")
        return pandoc_ast.span(
            pandoc_ast.inlines(element), ["equation"], match["name"], [("alt", alt), ("number", shown)]
        )

    def _note(self, element: Element) -> Element:
        self._counts["note"] += 1
        return pandoc_ast.span([element], ["note"], pairs=[("number", str(self._counts["note"]))])

    def _next(self, kind: str, name: str) -> str:
        self._within[kind] += 1
        count = self._within[kind]
        shown = f"{self._prefix}.{count}" if self._prefix else str(count)
        self._label(name, kind, shown, (count,))
        return shown

    def _label(self, name: str, kind: str, shown: str, position: tuple[int, ...]) -> None:
        if name:
            self._labels[name] = Label(kind, shown, (*self._position, *position))


def _equation_label(inlines: Elements, start: int) -> tuple[re.Match[str] | None, int]:
    """The `{#eq:x alt="…"}` that follows an equation, and the index after it; (None, start) where there is none."""
    rest = ""
    for index in range(start, len(inlines)):
        inline = inlines[index]
        if inline["t"] not in ("Str", "Space", "SoftBreak", "Quoted", "Span", "Emph"):
            break
        rest += f"“{pandoc_ast.plain_text(inline)}”" if inline["t"] == "Quoted" else pandoc_ast.plain_text([inline])
        if not "{#eq:".startswith(rest.lstrip()[:5]):
            break
        match = _EQUATION_LABEL.match(rest.lstrip())
        if match:
            tail = rest.lstrip()[match.end() :]
            return (match, index + 1) if not tail.strip(".,;") else (match, index)
    return None, start
