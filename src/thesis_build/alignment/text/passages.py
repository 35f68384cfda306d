"""Passages: the running text of blocks, in which each citation, reference, link, formula or code is one sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.languages import known, language
from thesis_build.model import Chapter, Element, Elements, derived

OBJECT = "\ufffc"
"""The sign that stands in a passage's text for an inline object."""

_BREAK = "\n\n"
_SOFT_HYPHEN = "\u00ad"
_CROSS_REFERENCE = re.compile(r"(?:fig|tbl|eq|sec):", re.IGNORECASE)
_HTML_CAPTION = re.compile(r"<(?:p|center|div|figcaption)\b", re.IGNORECASE)
_SKIPPED = frozenset({"Note", "RawInline", "RawBlock", "Image"})


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline object: its kind (citation, crossref, link, maths, code), what it points to, and a locator."""

    kind: str
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one block; `marks[offset]` is the object for which the sign at that offset stands."""

    language: str
    text: str
    marks: Mapping[int, Mark] = field(default_factory=dict, hash=False)  # a mapping has no hash


def from_blocks(blocks: Elements, language: str) -> tuple[Passage, ...]:
    """A passage for each paragraph, heading, list item, quotation, caption or table cell of Pandoc blocks."""
    return tuple(passage for block in blocks for passage in _from_block(block, language))


@derived
def of_chapter(chapter: Chapter) -> tuple[tuple[Passage, ...], ...]:
    """The passages of each block of a chapter; of a table the caption only, its cells have rules of their own."""
    captions = (pandoc_ast.plain(pandoc_ast.caption_inlines(b)) if b["t"] == "Table" else b for b in chapter.blocks)
    shown = (
        pandoc_ast.plain([]) if _is_captioned_in_html(chapter.blocks, number) else block
        for number, block in enumerate(captions)
    )
    return tuple(from_blocks([block], chapter.language) for block in shown)


def _is_captioned_in_html(blocks: Elements, number: int) -> bool:
    """Whether a figure's caption is a paragraph in HTML below it, so that the words at the image only describe it."""
    below = blocks[number + 1 : number + 3]
    return [block["t"] for block in (blocks[number], *below)] == [
        "Figure",
        "RawBlock",
        "Plain",
    ] and _HTML_CAPTION.match(pandoc_ast.code_text(below[0])) is not None


def from_text(text: str, language: str) -> tuple[Passage, ...]:
    """A passage for each paragraph of a plain text; emphasis by stars and citations in brackets are understood."""
    plain = text.replace(_SOFT_HYPHEN, "")
    return tuple(_from_paragraph(part, language) for part in re.split(r"\n\s*\n", plain) if part.strip())


def joined(passages: Sequence[Passage]) -> Passage:
    """Passages of one language as one, with an empty line between them."""
    if len(passages) == 1:
        return passages[0]
    text, marks = "", {}
    for passage in passages:
        start = len(text) + len(_BREAK) if text else 0
        text = f"{text}{_BREAK if text else ''}{passage.text}"
        marks.update({start + offset: mark for offset, mark in passage.marks.items()})
    return Passage(passages[0].language if passages else "", text, marks)


def starts(passages: Sequence[Passage]) -> tuple[int, ...]:
    """Where the text of each passage starts in that of all of them joined."""
    at, found = 0, []
    for passage in passages:
        found.append(at)
        at += len(passage.text) + len(_BREAK)
    return tuple(found)


# ── from Pandoc's blocks ────────────────────────────────────────────────────────────────────────


def _from_block(block: Element, tag: str) -> Iterator[Passage]:
    kind = block["t"]
    if kind in ("Para", "Plain", "Header"):
        writer = _Writer()
        writer.write(pandoc_ast.inlines(block))
        if passage := writer.passage(tag):
            yield passage
    elif kind in ("Figure", "Table"):
        yield from _from_block(pandoc_ast.plain(pandoc_ast.caption_inlines(block)), tag)
        if kind == "Table":
            yield from _children(pandoc_ast.table_rows(block), tag)
    elif kind not in ("CodeBlock", "RawBlock", "HorizontalRule"):
        yield from _children(pandoc_ast.children(block), tag)


def _children(value: Any, tag: str) -> Iterator[Passage]:
    """The passages of the blocks anywhere in a value."""
    if isinstance(value, list):
        if value and all(isinstance(child, dict) and "t" in child for child in value) and _are_inlines(value):
            yield from _from_block(pandoc_ast.plain(value), tag)
            return
        for child in value:
            yield from _children(child, tag)
    elif isinstance(value, dict) and "t" in value and pandoc_ast.children(value):
        yield from _from_block(value, tag)


def _are_inlines(elements: Elements) -> bool:
    return elements[0]["t"] in ("Str", "Space", "Emph", "Strong", "Cite", "Quoted", "Link", "Span", "Code", "Math")


class _Writer:
    """Gathers text and marks from inlines."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._marks: dict[int, Mark] = {}
        self._special: dict[str, Callable[[Element], None]] = {
            "Cite": self._cite,
            "Quoted": self._quoted,
            "Code": lambda code: self._mark(Mark("code", pandoc_ast.code_text(code))),
            "Math": lambda formula: self._mark(Mark("maths", pandoc_ast.tex(formula).strip())),
            "Link": self._link,
            "Span": self._span,
        }

    def passage(self, tag: str) -> Passage | None:
        """What was gathered; None where there is nothing to read."""
        text = "".join(self._parts)
        return Passage(tag, text, self._marks) if text.strip() else None

    def write(self, inlines: Elements) -> None:
        """Add inlines; emphasis is transparent, notes are left out."""
        for inline in inlines:
            kind = inline["t"]
            if kind == "Str":
                self._put(pandoc_ast.word_text(inline).replace(_SOFT_HYPHEN, ""))
            elif kind in pandoc_ast.SPACES:
                self._put(" ")
            elif kind in self._special:
                self._special[kind](inline)
            elif kind not in _SKIPPED:
                self.write(pandoc_ast.inlines(inline))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _mark(self, mark: Mark) -> None:
        self._marks[self._length] = mark
        self._put(OBJECT)

    def _cite(self, cite: Element) -> None:
        for citation in pandoc_ast.citations(cite):
            suffix = pandoc_ast.plain_text(pandoc_ast.citation_suffix(citation)).strip(" ,")
            self._mark(_citation(pandoc_ast.citation_key(citation), suffix))

    def _quoted(self, quotation: Element) -> None:
        opening, closing = "“”" if pandoc_ast.is_double_quoted(quotation) else "‘’"
        self._put(opening)
        self.write(pandoc_ast.inlines(quotation))
        self._put(closing)

    def _link(self, link: Element) -> None:
        inlines, address = pandoc_ast.inlines(link), pandoc_ast.address(link, "Link")
        if pandoc_ast.plain_text(inlines).strip() not in (address, address.removeprefix("mailto:")):
            self.write(inlines)
        self._mark(Mark("link", address))

    def _span(self, span: Element) -> None:
        inlines = pandoc_ast.inlines(span)
        if "value" in pandoc_ast.classes(span):
            self._mark(Mark("value", pandoc_ast.plain_text(inlines).strip()))
        else:
            self.write(inlines)


def _citation(key: str, suffix: str) -> Mark:
    if _CROSS_REFERENCE.match(key):
        return Mark("crossref", key[0].lower() + key[1:])
    return Mark("citation", key, suffix)


# ── from plain text ─────────────────────────────────────────────────────────────────────────────

_CITATIONS = re.compile(r"\[(?P<group>[^\]\[@]*@[^\]\[]+)\]|(?<![\w.])@(?P<bare>[\w][\w:.-]*\w)")
_KEY = re.compile(r"-?@(?P<key>[\w][\w:.#$%&+?<>~/-]*\w|\w),?\s*(?P<suffix>.*)", re.DOTALL)
_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)|`)")


def _from_paragraph(text: str, tag: str) -> Passage:
    plain = _EMPHASIS.sub("", text).strip()
    out, marks, end, length = [], {}, 0, 0
    for match in _CITATIONS.finditer(plain):
        before = plain[end : match.start()]
        out.append(before)
        length += len(before)
        for mark in _cited(match):
            marks[length] = mark
            out.append(OBJECT)
            length += 1
        end = match.end()
    out.append(plain[end:])
    return Passage(tag, "".join(out), marks)


def _cited(match: re.Match[str]) -> list[Mark]:
    if match["bare"]:
        return [_citation(match["bare"], "")]
    found = (_KEY.search(part) for part in match["group"].split(";"))
    return [_citation(key["key"], key["suffix"].strip()) for key in found if key]


# ── locators ────────────────────────────────────────────────────────────────────────────────────


_PIECE = r"(?:\d+[a-z]?|[ivxlcdm]+)\b"
_DASHES = re.compile(r"(?:(?<!\s)\s++)?[-–—]++\s*+")
_LONGEST_LOCATOR = 100
"""Characters of a locator that are looked at."""
_LOCATOR = re.compile(
    rf"[{{(\s]*(?P<word>[^\W\d_]+)?\.?\s*(?P<value>{_PIECE}(?:\s*[-–—/,]+\s*{_PIECE})*"
    r"(?:\s*(?:ayat|paragraph|para\.?)?\s*\(?\d+\)?)*)",
    re.IGNORECASE,
)


def locator(mark: Mark) -> tuple[str, str]:
    """A citation's locator by meaning: (kind, value), such as (page, 5); both empty where it has none."""
    match = _LOCATOR.match(mark.detail[:_LONGEST_LOCATOR])
    if not match:
        return "", ""
    kind = _locator_words().get((match["word"] or "p").lower(), "")
    value = _DASHES.sub("–", match["value"])
    return kind, re.sub(r"\s*(?:ayat|paragraph|para\.?)\s*\(?(\d+)\)?", r"(\1", value).rstrip(")").replace(" ", "")


def _locator_words() -> dict[str, str]:
    return {
        word: kind
        for tag in known()
        for kind, forms in language(tag).words["locators"].items()
        for word in forms["words"]
    }
