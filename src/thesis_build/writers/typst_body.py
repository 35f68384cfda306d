"""A resolved chapter as a Pandoc document that Pandoc's Typst writer prints the way the PDF edition wants it.

Pandoc writes the inlines; what its writer drops or cannot know (alternative texts, literal numbers, table heads
that repeat) is put around them as raw Typst. Functions named here (`literal`, `picture`, …) are in the template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.model import Element, Elements
from thesis_build.tools.typst import escape, string

FORMAT = "typst-citations-smart"
"""Pandoc's Typst without its own citations (they are printed already) and with quotes as written."""


_SHORT = (15, 1200)
"""Rows and letters of a table that is kept on one page; a longer one may break, and repeats its head."""

_CELL = 150
"""Letters of a cell that fits on a page in any column; where no cell has more, rows are kept whole."""

_PREFIXED = re.compile(r"(?P<word>\w-\w+)(?P<rest>.*)", re.DOTALL)


class TypstBody:
    """Turns blocks into blocks for Pandoc's Typst writer.

    `targets` are the identifiers that links point to (others get no label, as Typst wants labels unique);
    `picture` gives the file below Typst's root for an image address.
    """

    def __init__(self, targets: Iterable[str], picture: Callable[[str], str]) -> None:
        self._targets = set(targets)
        self._labelled: set[str] = set()
        self._picture = picture

    def blocks(self, blocks: Elements) -> Elements:
        """The blocks, ready for Pandoc's writer."""
        changes: dict[str, pandoc_ast.Change] = {
            "Header": self._heading,
            "Figure": self._figure,
            "Image": self._image,
            "Table": self._table,
            "Link": self._link,
            "Span": self._span,
            "Div": lambda element: element["c"][1],
            "Cite": lambda element: element["c"][1],
            "Str": _unbroken,
            "Math": _decimal_commas,
            "Para": _inline_pictures,
        }
        out: Elements = pandoc_ast.rewrite(blocks, changes)
        return out

    def _heading(self, element: Element) -> Element:
        level, _, inlines = element["c"]
        number = pandoc_ast.attribute(element, "number")
        shown = f", numbering: literal({string(number)})" if number else ""
        return pandoc_ast.plain(
            [
                _raw(f"#heading(level: {level}{shown})["),
                *inlines,
                _raw(f"]{self._label(pandoc_ast.identifier(element))}"),
            ]
        )

    def _figure(self, element: Element) -> Elements:
        opening = [_raw(f"#figure(kind: image, {_numbered(element)}caption: "), *_caption(element), _raw(")[")]
        return [
            pandoc_ast.plain(opening),
            *_unwrapped(element["c"][2]),
            pandoc_ast.plain([_raw(f"]{self._label(pandoc_ast.identifier(element))}")]),
        ]

    def _image(self, element: Element) -> Element:
        width = pandoc_ast.attribute(element, "width")
        height = pandoc_ast.attribute(element, "height")
        alt = " ".join(pandoc_ast.plain_text(element["c"][1]).split())
        sizes = "".join(f", {name}: {size}" for name, size in (("width", width), ("height", height)) if _length(size))
        return _raw(
            f"#picture({string(self._picture(pandoc_ast.address(element, 'Image')))}, alt: {string(alt)}{sizes})"
        )

    def _table(self, element: Element) -> Elements:
        body = [_raw("#table("), *_columns(element), *self._rows(element), _raw(")")]
        if not pandoc_ast.attribute(element, "number"):
            return [pandoc_ast.plain([_raw("#align(center)["), *body, _raw("]")])]
        opening = f"#figure(kind: table, {_numbered(element)}caption: "
        ending = f"]{self._label(pandoc_ast.identifier(element))}"
        if _is_short(element):
            opening, ending = f"#[#show figure: set block(breakable: false)\n{opening}", f"{ending}]"
        elif _has_short_cells(element):
            opening, ending = f"#[#set table.cell(breakable: false)\n{opening}", f"{ending}]"
        return [pandoc_ast.plain([_raw(opening), *_caption(element), _raw(")["), *body, _raw(ending)])]

    def _rows(self, element: Element) -> Elements:
        head, bodies, foot = element["c"][3:6]
        out: Elements = []
        if head[1]:
            out += [_raw("table.header("), *_cells(head[1]), _raw("), table.hline(stroke: 0.5pt),")]
        for body in bodies:
            out += _cells([*body[2], *body[3]])
        if foot[1]:
            out += [_raw("table.hline(stroke: 0.5pt), table.footer(repeat: false, "), *_cells(foot[1]), _raw("),")]
        return out

    def _link(self, element: Element) -> Elements | None:
        _, inlines, (address, _) = element["c"]
        if not address.startswith("#"):
            return None
        if address[1:] not in self._targets:
            return list(inlines)
        return [_raw(f"#link(label({string(address[1:])}))["), *inlines, _raw("]")]

    def _span(self, element: Element) -> Elements | None:
        kinds = pandoc_ast.classes(element)
        inlines: Elements = element["c"][1]
        if "equation" in kinds:
            number = pandoc_ast.attribute(element, "number")
            opening = (
                f"#equation({string(pandoc_ast.attribute(element, 'alt'))}, {string(number) if number else 'none'})["
            )
            return [_raw(opening), *inlines, _raw(f"{self._label(pandoc_ast.identifier(element))}]")]
        if "maths" in kinds:
            return [_raw(f"#maths({string(pandoc_ast.attribute(element, 'alt'))})["), *inlines, _raw("]")]
        if "csl-left-margin" in kinds:
            return [*inlines, {"t": "Space"}]
        tongue = pandoc_ast.attribute(element, "lang")
        if tongue:
            return [_raw(f"#text(lang: {string(tongue.split('-')[0])})["), *inlines, _raw("]")]
        return list(inlines)

    def _label(self, name: str) -> str:
        if not name or name not in self._targets or name in self._labelled:
            return ""
        self._labelled.add(name)
        return f"#label({string(name)})"


def _inline_pictures(element: Element) -> Element | None:
    """A paragraph whose pictures stand in the line; one that is nothing but a picture stays as it is."""
    if not any(_is_picture(inline) for inline in element["c"]) or len(element["c"]) == 1:
        return None
    return {"t": "Para", "c": [_in_line(inline) for inline in element["c"]]}


def _is_picture(inline: Element) -> bool:
    return inline["t"] == "RawInline" and str(inline["c"][1]).startswith("#picture(")


def _in_line(inline: Element) -> Element:
    return _raw(inline["c"][1].replace("#picture(", "#inline-picture(", 1)) if _is_picture(inline) else inline


def _decimal_commas(element: Element) -> Element | None:
    """A formula in which `0{,}25` is one number; Typst would set its comma apart."""
    form, tex = element["c"]
    mended = _DECIMAL_COMMA.sub(r"\\text{\1,\2}", tex)
    return {"t": "Math", "c": [form, mended]} if mended != tex else None


_DECIMAL_COMMA = re.compile(r"(\d+)\{,\}(\d+)")


def _is_short(table: Element) -> bool:
    rows = sum(len(body[3]) for body in table["c"][4])
    return rows <= _SHORT[0] and len(pandoc_ast.plain_text(table["c"][4])) <= _SHORT[1]


def _has_short_cells(table: Element) -> bool:
    """Whether its rows can be kept whole: Typst drops what is below the page of a cell that it may not break."""
    cells = (cell for body in table["c"][4] for row in body[3] for cell in row[1])
    return all(len(pandoc_ast.plain_text(cell[4])) <= _CELL for cell in cells)


def _unbroken(element: Element) -> Elements | None:
    """A word with a prefix of one letter (e-government), which no line may end in the middle of."""
    match = _PREFIXED.fullmatch(element["c"])
    if match is None:
        return None
    rest: Elements = [{"t": "Str", "c": match["rest"]}] if match["rest"] else []
    return [_raw(f"#box[{escape(match['word'])}]"), *rest]


def _caption(element: Element) -> Elements:
    """A caption as Typst content; what follows its first sentence is left out of the lists."""
    inlines = pandoc_ast.caption_inlines(element)
    for index, inline in enumerate(inlines[:-1]):
        if inline["t"] == "Str" and inline["c"].endswith(".") and len(inline["c"]) > 3:
            first, rest = inlines[: index + 1], inlines[index + 1 :]
            return [_raw("captioned(["), *first, _raw("], ["), *rest, _raw("])")]
    return [_raw("["), *inlines, _raw("]")]


def _raw(text: str) -> Element:
    return pandoc_ast.raw("typst", text)


def _numbered(element: Element) -> str:
    number = pandoc_ast.attribute(element, "number")
    return f"supplement: none, numbering: literal({string(number)}), " if number else "numbering: none, "


def _unwrapped(blocks: Elements) -> Elements:
    return [pandoc_ast.plain(block["c"]) if block["t"] == "Para" else block for block in blocks]


def _columns(element: Element) -> Elements:
    widths, alignments = [], []
    for alignment, width in element["c"][2]:
        alignments.append(_ALIGNMENTS[alignment["t"]])
        widths.append(f"{width['c'] * 100:.2f}%" if width["t"] == "ColWidth" else "auto")
    return [_raw(f"columns: ({', '.join(widths)},), align: ({', '.join(alignments)},), ")]


_ALIGNMENTS = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center", "AlignDefault": "left"}


def _cells(rows: list[Any]) -> Elements:
    out: Elements = []
    for _, cells in rows:
        for _, alignment, rows_spanned, columns_spanned, blocks in cells:
            out.append(_raw(_cell_opening(alignment["t"], rows_spanned, columns_spanned)))
            for index, block in enumerate(blocks):
                if index:
                    out.append(_raw("#parbreak()"))
                out += _inline(block)
            out.append(_raw("], "))
    return out


def _cell_opening(alignment: str, rows: int, columns: int) -> str:
    options = [f"rowspan: {rows}"] if rows > 1 else []
    options += [f"colspan: {columns}"] if columns > 1 else []
    options += [f"align: {_ALIGNMENTS[alignment]}"] if alignment != "AlignDefault" else []
    return f"table.cell({', '.join(options)})[" if options else "["


def _inline(block: Element) -> Elements:
    """A block of a table cell as inlines: lists become lines with their marks."""
    kind = block["t"]
    if kind in ("Plain", "Para"):
        return [_in_line(inline) for inline in block["c"]]
    if kind in ("BulletList", "OrderedList"):
        items = block["c"] if kind == "BulletList" else block["c"][1]
        out: Elements = [_raw("#list(" if kind == "BulletList" else "#enum(")]
        for item in items:
            out += [_raw("["), *[part for inner in item for part in _inline(inner)], _raw("], ")]
        return [*out, _raw(")")]
    if kind == "CodeBlock":
        return [{"t": "Code", "c": [["", [], []], block["c"][1]]}]
    return [_raw(escape(pandoc_ast.plain_text(block)))]


def _length(size: str) -> bool:
    return re.fullmatch(r"\d+(\.\d+)?(%|cm|mm|in|pt|em)", size) is not None
