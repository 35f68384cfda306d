"""A resolved chapter as Pandoc documents that Pandoc's HTML writer prints the way the HTML edition wants it.

Every top-level block is written apart, so that it can stand beside its pair. No `style=` attribute is written (the
page's content security policy forbids them), and every identifier is unique in a page that holds all languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import escape

from thesis_build import pandoc_ast
from thesis_build.model import Element, Elements
from thesis_build.writers.html_anchors import page_id

CUT = "<!--⁂ cut here ⁂-->"
_ALIGNMENTS = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}


@dataclass(slots=True)
class Notes:
    """The notes of one manuscript, gathered while its chapters are turned into HTML."""

    numbers: list[str] = field(default_factory=list)
    blocks: list[Elements] = field(default_factory=list)


class HtmlBody:
    """Turns the blocks of one language into blocks for Pandoc's HTML writer.

    `anchors` maps the identifiers of one chapter to identifiers of the page; `picture` gives the HTML of an image
    from its address, alternative text and width.
    """

    def __init__(
        self, tag: str, anchors: Mapping[str, str], notes: Notes, picture: Callable[[str, str, str], str]
    ) -> None:
        self._tag = tag
        self._anchors = anchors
        self._notes = notes
        self._picture = picture
        self._changes: dict[str, pandoc_ast.Change] = {
            "Header": lambda element: pandoc_ast.plain(pandoc_ast.inlines(element)),
            "Figure": self._figure,
            "Image": self._image,
            "Table": self._table,
            "Link": self._link,
            "Span": self._span,
            "Para": self._paragraph,
            "Div": self._division,
            "Code": lambda element: pandoc_ast.code(pandoc_ast.code_text(element)),
            "CodeBlock": lambda element: pandoc_ast.code_block(pandoc_ast.code_text(element)),
            "OrderedList": pandoc_ast.with_default_delimiter,
        }

    def block(self, element: Element) -> Elements:
        """One top-level block; its own identifier is left to the pair it stands in."""
        new = pandoc_ast.rewrite([pandoc_ast.without_identifier(element)], self._changes)
        return [pandoc_ast.raw_block("html", CUT), *new]

    def inlines(self, inlines: Elements) -> Elements:
        """Inlines (a title) as one block."""
        return [pandoc_ast.raw_block("html", CUT), pandoc_ast.plain(pandoc_ast.rewrite(inlines, self._changes))]

    def blocks(self, blocks: Elements) -> Elements:
        """Blocks that stay together: a reference."""
        return [pandoc_ast.raw_block("html", CUT), *pandoc_ast.rewrite(blocks, self._changes)]

    def _figure(self, element: Element) -> Elements:
        name = self._name(element)
        return [
            _html_block(f"<figure{_identified(name)}>"),
            *[
                pandoc_ast.plain(pandoc_ast.inlines(block)) if block["t"] == "Para" else block
                for block in pandoc_ast.blocks(element)
            ],
            _html_block("<figcaption>"),
            pandoc_ast.plain([*_label(element), *pandoc_ast.caption_inlines(element)]),
            _html_block("</figcaption></figure>"),
        ]

    def _image(self, element: Element) -> Element:
        alt = pandoc_ast.alternative_text(element)
        return _html(self._picture(pandoc_ast.address(element, "Image"), alt, pandoc_ast.attribute(element, "width")))

    def _table(self, element: Element) -> Elements:
        parts = pandoc_ast.table_parts(element)
        caption = pandoc_ast.caption_inlines(element)
        number = pandoc_ast.attribute(element, "number")
        name = self._name(element) or page_id(f"{self._tag}-{number}")
        described = ""
        if caption:
            described = f' role="region" aria-labelledby="{escape(name)}-caption"'
            label = pandoc_ast.span([*_label(element), *caption], name=f"{name}-caption")
            parts = replace(parts, caption=[pandoc_ast.plain([label])])
        return [
            _html_block(f'<div class="table" tabindex="0"{described}>'),
            pandoc_ast.table(_by_class(parts)),
            _html_block("</div>"),
        ]

    def _link(self, element: Element) -> Element | Elements | None:
        inlines, address = pandoc_ast.inlines(element), pandoc_ast.address(element, "Link")
        kinds, title = pandoc_ast.classes(element), pandoc_ast.link_title(element)
        if not address.startswith("#"):
            return None
        if address.startswith("#ref-"):
            kept = [*[pair for pair in pandoc_ast.key_values(element) if pair[0] != "role"], ["role", "doc-biblioref"]]
            target = f"#{page_id(f'ref-{self._tag}-{address[5:]}')}"
            return pandoc_ast.link(inlines, target, kinds, kept, title)
        anchor = self._anchors.get(address[1:])
        if anchor is None:
            return list(inlines)
        return pandoc_ast.link(inlines, f"#{anchor}", kinds, title=title)

    def _span(self, element: Element) -> Element | Elements | None:
        kinds = pandoc_ast.classes(element)
        inlines = pandoc_ast.inlines(element)
        if "note" in kinds:
            return _html(self._note(pandoc_ast.attribute(element, "number"), pandoc_ast.blocks(inlines[0])))
        if "maths" in kinds:
            return list(inlines)
        if "equation" in kinds:
            number = pandoc_ast.attribute(element, "number")
            shown = [pandoc_ast.span(pandoc_ast.text(number), ["number"])] if number else []
            return pandoc_ast.span([*inlines, *shown], ["equation"], self._name(element))
        if "value" in kinds or not any(pandoc_ast.attributes(element)):
            return list(inlines)
        tag = pandoc_ast.attribute(element, "lang")
        kept = [("lang", tag)] if tag else []
        return pandoc_ast.span(inlines, kinds, self._name(element), kept)

    def _note(self, number: str, blocks: Elements) -> str:
        self._notes.numbers.append(number)
        self._notes.blocks.append(blocks)
        here, there = f"{self._tag}-noteref-{number}", f"{self._tag}-note-{number}"
        return f'<a href="#{there}" id="{here}" class="footnote-ref" role="doc-noteref"><sup>{escape(number)}</sup></a>'

    def _paragraph(self, element: Element) -> Elements | None:
        """A paragraph split around its display equations, which are blocks of their own."""
        parts: list[Elements] = [[]]
        for inline in pandoc_ast.inlines(element):
            if inline["t"] == "Span" and "equation" in pandoc_ast.classes(inline):
                parts += [[inline], []]
            else:
                parts[-1].append(inline)
        if len(parts) == 1:
            return None
        out: Elements = []
        for part in parts:
            if part and part[0]["t"] == "Span" and "equation" in pandoc_ast.classes(part[0]):
                equation = [pandoc_ast.plain(pandoc_ast.inlines(part[0]))]
                out.append(pandoc_ast.div(equation, pandoc_ast.classes(part[0]), pandoc_ast.identifier(part[0])))
            elif pandoc_ast.plain_text(part).strip(" .,;") or any(e["t"] == "RawInline" for e in part):
                out.append(pandoc_ast.paragraph(_trimmed(part)))
        return out

    def _division(self, element: Element) -> Element | None:
        if "equation" in pandoc_ast.classes(element):
            return None
        kinds = [kind for kind in pandoc_ast.classes(element) if re.fullmatch(r"[\w-]+", kind)]
        tag = pandoc_ast.attribute(element, "lang")
        return pandoc_ast.div(pandoc_ast.blocks(element), kinds, self._name(element), [("lang", tag)] if tag else [])

    def _name(self, element: Element) -> str:
        """The page's identifier for an element inside a block; none where the pair around it carries it."""
        name = pandoc_ast.identifier(element)
        if self._anchors.get(name) == page_id(name):
            return ""
        return self._anchors.get(name, page_id(f"{self._tag}-{name}")) if name else ""


def _label(element: Element) -> Elements:
    number = pandoc_ast.attribute(element, "number")
    return [pandoc_ast.span(pandoc_ast.text(number), ["label"]), pandoc_ast.space()] if number else []


def _by_class(parts: pandoc_ast.TableParts) -> pandoc_ast.TableParts:
    """The table with its alignments as classes of the cells, and with the scope of its head cells."""

    def rows(rows: Iterable[pandoc_ast.Row], head: bool = False) -> list[pandoc_ast.Row]:
        return [_row(row, alignments, head) for row in rows]

    alignments = [column.alignment for column in parts.columns]
    return replace(
        parts,
        columns=[pandoc_ast.Column() for _ in alignments],
        head=rows(parts.head, head=True),
        bodies=[pandoc_ast.TableBody(rows(body.head, head=True), rows(body.rows)) for body in parts.bodies],
        foot=rows(parts.foot),
    )


def _row(row: pandoc_ast.Row, alignments: list[str], head: bool) -> pandoc_ast.Row:
    cells = []
    column = 0
    for cell in row:
        kind = cell.alignment if cell.alignment != "AlignDefault" else alignments[min(column, len(alignments) - 1)]
        classes = (_ALIGNMENTS[kind],) if kind in _ALIGNMENTS else ()
        scope = (("scope", "col"),) if head else ()
        cells.append(pandoc_ast.Cell(cell.blocks, "AlignDefault", cell.rows, cell.columns, classes, scope))
        column += cell.columns
    return cells


def _trimmed(inlines: Elements) -> Elements:
    spaces = ("Space", "SoftBreak")
    start, end = 0, len(inlines)
    while start < end and inlines[start]["t"] in spaces:
        start += 1
    while end > start and inlines[end - 1]["t"] in spaces:
        end -= 1
    return inlines[start:end]


def _identified(name: str) -> str:
    return f' id="{escape(name)}"' if name else ""


def _html(text: str) -> Element:
    return pandoc_ast.raw("html", text)


def _html_block(text: str) -> Element:
    return pandoc_ast.raw_block("html", text)
