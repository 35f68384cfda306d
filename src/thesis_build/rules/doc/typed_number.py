"""DOC019."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from thesis_build import pandoc_ast
from thesis_build.languages import known, language
from thesis_build.model import Chapter, ChapterKind, Edit, Finding, Fix, Manuscript, Project, Severity, Span, Texts
from thesis_build.readers.markdown import positions
from thesis_build.readers.markdown.prose import span_between, without
from thesis_build.resolve.numbers import kind_of
from thesis_build.rules.rule import Rule

_NUMBER = r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})*|[IVX]{1,5}|[A-H])"
_TITLE = r"(?P<rest>[^\W\d_].*)?"
_DOTTED = re.compile(rf"{_NUMBER}[.)]\s+{_TITLE}")
_SECTION = re.compile(rf"(?P<number>(?:[0-9]{{1,2}}|[A-H])(?:\.[1-9][0-9]?)+)\s+{_TITLE}")
_BARE = re.compile(rf"(?P<number>[0-9]{{1,2}}|[IVX]{{1,5}})\s+{_TITLE}")
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading that gets a number: its place in the chapter, its text, its numbers from the chapter's on."""

    index: int
    text: str
    numbers: tuple[int, ...]


class TypedNumber(Rule):
    """A heading carries a number that the author typed; the editions number headings themselves, and print both.

    The fix removes the number. It is safe where it is the number that is printed anyway; references that were typed by
    hand do not follow (PAR105).

    Flagged: `# BAB I PENDAHULUAN`, `# 1. Introduction`, `## 2.1 Theory`, `## A. Latar belakang`.

    Not flagged: headings without a number (`{.unnumbered}`), abstracts and pages; “3D printing”, “10 faktor”, “2019”.
    """

    code = "DOC019"
    name = "typed-number"
    severity = Severity.WARNING
    message = {
        "en": "the heading carries its own number, “{typed}”; it is printed after “{number}”",
        "id": "judul ini membawa nomor sendiri, “{typed}”, yang tercetak sesudah “{number}”",
    }
    hint = {
        "en": "delete the number: headings are numbered by themselves",
        "id": "hapus nomornya: judul dinomori otomatis",
    }
    bare_message: Texts = {
        "en": "the heading is a number without a title: “{typed}”",
        "id": "judul ini hanya nomor tanpa judul: “{typed}”",
    }
    bare_hint: Texts = {
        "en": "write the title itself in this line; the number is printed by itself",
        "id": "tulis judulnya di baris ini; nomornya dicetak otomatis",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the beginning of every heading that is numbered."""
        for manuscript in project.manuscripts.values():
            for chapter, kind, position in _numbered(manuscript):
                for heading in _headings(chapter, position):
                    typed, rest = _typed(heading)
                    if typed:
                        yield self._finding(chapter, kind, heading, typed, rest)

    def _finding(self, chapter: Chapter, kind: ChapterKind, heading: _Heading, typed: str, rest: str) -> Finding:
        span = _span(chapter, heading.index, typed)
        if not rest:
            return self.finding(span, typed=typed, message=self.bare_message, hint=self.bare_hint)
        fix = None
        if span.end_column - span.column == len(typed):
            line = chapter.source.text.split("\n")[span.line - 1]
            blanks = len(line[span.end_column - 1 :]) - len(line[span.end_column - 1 :].lstrip(" \t"))
            whole = Span(span.path, span.line, span.column, span.line, span.end_column + blanks)
            fix = Fix((Edit(whole, ""),), safe=kind is ChapterKind.CHAPTER and _value(typed) == heading.numbers)
        return self.finding(span, typed=typed, number=_printed(chapter, kind, heading), fix=fix)


def _numbered(manuscript: Manuscript) -> Iterator[tuple[Chapter, ChapterKind, int]]:
    """The chapters and appendices, each with its number."""
    counts: Counter[ChapterKind] = Counter()
    for chapter in manuscript.chapters:
        kind = kind_of(chapter)
        if kind in (ChapterKind.CHAPTER, ChapterKind.APPENDIX):
            counts[kind] += 1
            yield chapter, kind, counts[kind]


def _headings(chapter: Chapter, position: int) -> Iterator[_Heading]:
    """The headings of a chapter that are numbered, as they are numbered: levels that are skipped are closed up."""
    sections: list[int] = []
    depth = 1
    for index, block in enumerate(chapter.blocks):
        level = pandoc_ast.level(block)
        if not level or not pandoc_ast.plain_text(pandoc_ast.inlines(block)).strip():
            continue
        depth = min(level, depth + 1)
        if "unnumbered" in pandoc_ast.classes(block):
            continue
        if depth > 1:
            sections = (sections + [0] * depth)[: depth - 1]
            sections[-1] += 1
        else:
            sections = []
        yield _Heading(index, pandoc_ast.plain_text(pandoc_ast.inlines(block)), (position, *sections))


def _typed(heading: _Heading) -> tuple[str, str]:
    """What of a heading is a number that was typed, and what follows it; empty where nothing is."""
    words = "|".join(sorted(_words()))
    named = re.match(rf"(?i:{words})\s+{_NUMBER}\b[.:]?\s*[-–—:]?\s*(?P<rest>.*)", heading.text)
    dotted = named or _DOTTED.fullmatch(heading.text)
    if dotted:
        return _before(dotted)
    if section := _SECTION.fullmatch(heading.text):
        is_one = section["number"].count(".") + 1 in (len(heading.numbers), len(heading.numbers) + 1)
        return _before(section) if is_one and len(heading.numbers) > 1 else ("", "")
    bare = _BARE.fullmatch(heading.text)
    return _before(bare) if bare and _value(bare["number"]) == heading.numbers else ("", "")


def _words() -> set[str]:
    """What a chapter or an appendix is called, in any language."""
    names = (language(tag).words["numbered"][name] for tag in known() for name in ("chapter", "appendix"))
    return {re.escape(word) for forms in names for word in (forms["one"], forms["heading"]) if word}


def _before(match: re.Match[str]) -> tuple[str, str]:
    rest = match["rest"] or ""
    text = match.string
    return text[: len(text) - len(rest)].rstrip(), rest


def _value(typed: str) -> tuple[int, ...]:
    """The numbers that were typed; those of a Roman one are counted."""
    found = re.search(r"[0-9]+(?:\.[0-9]+)*|[IVX]+\b", typed)
    if found is None:
        return ()
    if found[0][0].isdigit():
        return tuple(int(number) for number in found[0].split("."))
    values = [_ROMAN[letter] for letter in found[0]]
    return (sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True)),)


def _printed(chapter: Chapter, kind: ChapterKind, heading: _Heading) -> str:
    spoken = language(chapter.language)
    if len(heading.numbers) == 1:
        return spoken.heading(kind, spoken.count(kind, heading.numbers[0]))
    first = spoken.count(kind, heading.numbers[0]) if kind is ChapterKind.APPENDIX else str(heading.numbers[0])
    return ".".join([first, *map(str, heading.numbers[1:])])


def _span(chapter: Chapter, index: int, typed: str) -> Span:
    """Where a typed number stands; its heading, where it is not written as it is read."""
    first, last = positions.block_extent(chapter, index)
    at = without(chapter.source, ("front", "comment")).find(typed, first, last)
    return span_between(chapter.source, at, at + len(typed)) if at >= 0 else positions.block_span(chapter, index)
