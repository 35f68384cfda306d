"""A resolved chapter as a Pandoc document that Pandoc's Typst writer prints the way the PDF edition wants it.

Pandoc writes the inlines; what its writer drops or cannot know (alternative texts, literal numbers, table heads
that repeat) is put around them as raw Typst. Functions named here (`literal`, `picture`, …) are in the template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

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
            "Div": pandoc_ast.blocks,
            "Cite": pandoc_ast.inlines,
            "Str": _unbroken,
            "Math": _decimal_commas,
            "Para": _inline_pictures,
        }
        out: Elements = pandoc_ast.rewrite(blocks, changes)
        return out

    def _heading(self, element: Element) -> Element:
        number = pandoc_ast.attribute(element, "number")
        shown = f", numbering: literal({string(number)})" if number else ""
        if not pandoc_ast.plain_text(pandoc_ast.inlines(element)).strip():  # PDF/UA wants titles with text
            return pandoc_ast.plain(pandoc_ast.inlines(element))
        return pandoc_ast.plain(
            [
                _raw(f"#heading(level: {pandoc_ast.level(element)}{shown})["),
                *pandoc_ast.inlines(element),
                _raw(f"]{self._label(pandoc_ast.identifier(element))}"),
            ]
        )

    def _figure(self, element: Element) -> Elements:
        opening = [_raw(f"#figure(kind: image, {_numbered(element)}caption: "), *_caption(element), _raw(")[")]
        return [
            pandoc_ast.plain(opening),
            *_unwrapped(pandoc_ast.blocks(element)),
            pandoc_ast.plain([_raw(f"]{self._label(pandoc_ast.identifier(element))}")]),
        ]

    def _image(self, element: Element) -> Element:
        width = pandoc_ast.attribute(element, "width")
        height = pandoc_ast.attribute(element, "height")
        alt = pandoc_ast.alternative_text(element) or pandoc_ast.address(element, "Image")  # in a draft
        sizes = "".join(f", {name}: {size}" for name, size in (("width", width), ("height", height)) if _length(size))
        return _raw(
            f"#picture({string(self._picture(pandoc_ast.address(element, 'Image')))}, alt: {string(alt)}{sizes})"
        )

    def _table(self, element: Element) -> Elements:
        parts = pandoc_ast.table_parts(element)
        longest = _room(parts)
        rows = pandoc_ast.rewrite(_rows(parts), {kind: lambda text: _breakable(text, longest) for kind in _IN_CELLS})
        body = [_raw("#table("), *_columns(parts), *rows, _raw(")")]
        if not pandoc_ast.attribute(element, "number"):
            return [pandoc_ast.plain([_raw("#align(center)["), *body, _raw("]")])]
        opening = f"#figure(kind: table, {_numbered(element)}caption: "
        ending = f"]{self._label(pandoc_ast.identifier(element))}"
        if _is_short(parts):
            opening, ending = f"#[#show figure: set block(breakable: false)\n{opening}", f"{ending}]"
        elif _has_short_cells(parts):
            opening, ending = f"#[#set table.cell(breakable: false)\n{opening}", f"{ending}]"
        return [pandoc_ast.plain([_raw(opening), *_caption(element), _raw(")["), *body, _raw(ending)])]

    def _link(self, element: Element) -> Elements | None:
        inlines, address = pandoc_ast.inlines(element), pandoc_ast.address(element, "Link")
        if not address.startswith("#"):
            return None
        if address[1:] not in self._targets:
            return list(inlines)
        # only of works is it certain that they are printed with their label
        link = f"link(label({string(address[1:])}))" if address.startswith("#ref-") else f"goto({string(address[1:])})"
        return [_raw(f"#{link}["), *inlines, _raw("]")]

    def _span(self, element: Element) -> Elements | None:
        kinds = pandoc_ast.classes(element)
        inlines = pandoc_ast.inlines(element)
        if "equation" in kinds:
            number = pandoc_ast.attribute(element, "number")
            opening = (
                f"#equation({string(pandoc_ast.attribute(element, 'alt'))}, {string(number) if number else 'none'})["
            )
            return [_raw(opening), *inlines, _raw(f"{self._label(pandoc_ast.identifier(element))}]")]
        if "maths" in kinds:
            return [_raw(f"#maths({string(pandoc_ast.attribute(element, 'alt'))})["), *inlines, _raw("]")]
        if "csl-left-margin" in kinds:
            return [*inlines, pandoc_ast.space()]
        tag = pandoc_ast.attribute(element, "lang")
        if tag:
            return [_raw(f"#text(lang: {string(tag.split('-')[0])})["), *inlines, _raw("]")]
        return list(inlines)

    def _label(self, name: str) -> str:
        if not name or name not in self._targets or name in self._labelled:
            return ""
        self._labelled.add(name)
        return f"#label({string(name)})"


def _inline_pictures(element: Element) -> Element | None:
    """A paragraph whose pictures stand in the line; one that is nothing but a picture stays as it is."""
    inlines = pandoc_ast.inlines(element)
    if not any(_is_picture(inline) for inline in inlines) or len(inlines) == 1:
        return None
    return pandoc_ast.paragraph([_in_line(inline) for inline in inlines])


def _is_picture(inline: Element) -> bool:
    return inline["t"] == "RawInline" and pandoc_ast.raw_text(inline).startswith("#picture(")


def _in_line(inline: Element) -> Element:
    if not _is_picture(inline):
        return inline
    return _raw(pandoc_ast.raw_text(inline).replace("#picture(", "#inline-picture(", 1))


def _decimal_commas(element: Element) -> Element | None:
    """A formula in which `0{,}25` is one number; Typst would set its comma apart."""
    tex = pandoc_ast.tex(element)
    joined = _DECIMAL_COMMA.sub(r"\\text{\1,\2}", tex)
    return pandoc_ast.with_tex(element, joined) if joined != tex else None


_DECIMAL_COMMA = re.compile(r"(?<!\d)(\d++)\{,\}(\d+)")


def _is_short(parts: pandoc_ast.TableParts) -> bool:
    rows = [row for body in parts.bodies for row in body.rows]
    heads = [row for body in parts.bodies for row in body.head]
    letters = sum(len(pandoc_ast.plain_text(cell.blocks)) for row in (*heads, *rows) for cell in row)
    return len(rows) <= _SHORT[0] and letters <= _SHORT[1]


def _has_short_cells(parts: pandoc_ast.TableParts) -> bool:
    """Whether its rows can be kept whole: Typst drops what is below the page of a cell that it may not break."""
    cells = (cell for body in parts.bodies for row in body.rows for cell in row)
    return all(len(pandoc_ast.plain_text(cell.blocks)) <= _CELL for cell in cells)


def _unbroken(element: Element) -> Elements | None:
    """A word with a prefix of one letter (e-government), which no line may end in the middle of."""
    text = pandoc_ast.word_text(element)
    if text.startswith(".") and text[1:2].isalpha():  # after a call such as `#emph[…]` it would name a field of it
        return [_raw("\\."), pandoc_ast.word(text[1:])]
    match = _PREFIXED.fullmatch(text)
    if match is None:
        return None
    rest = [pandoc_ast.word(match["rest"])] if match["rest"] else []
    return [_raw(f"#box[{escape(match['word'])}]"), *rest]


def _caption(element: Element) -> Elements:
    """A caption as Typst content; what follows its first sentence is left out of the lists."""
    inlines = pandoc_ast.caption_inlines(element)
    for index, inline in enumerate(inlines[:-1]):
        word = pandoc_ast.word_text(inline)
        if word.endswith(".") and len(word) > 3:
            first, rest = inlines[: index + 1], inlines[index + 1 :]
            return [_raw("captioned(["), *first, _raw("], ["), *rest, _raw("])")]
    return [_raw("["), *inlines, _raw("]")]


def _raw(text: str) -> Element:
    return pandoc_ast.raw("typst", text)


def _numbered(element: Element) -> str:
    number = pandoc_ast.attribute(element, "number")
    return f"supplement: none, numbering: literal({string(number)}), " if number else "numbering: none, "


def _unwrapped(blocks: Elements) -> Elements:
    return [pandoc_ast.plain(pandoc_ast.inlines(block)) if block["t"] == "Para" else block for block in blocks]


def _room(parts: pandoc_ast.TableParts) -> int:
    """The letters of a word that fit into the narrowest column of a table, about."""
    share = min((column.width or 1 / len(parts.columns) for column in parts.columns), default=1)
    return max(4, int(_LINE * share - _INSET))


def _breakable(element: Element, longest: int) -> Element | None:
    """A word or a piece of code that may be broken inside, where it is wider than its column."""
    text = pandoc_ast.plain_text(element)
    longest = max(longest, _ORDINARY)
    if len(text) <= longest or not any(len(word) > longest for word in text.split(" ")):
        return None
    step = max(3, longest // 3)
    words = (_ZERO_WIDTH.join(word[i : i + step] for i in range(0, len(word), step)) for word in text.split(" "))
    broken = " ".join(words)
    return pandoc_ast.word(broken) if element["t"] == "Str" else pandoc_ast.code(broken)


_IN_CELLS = ("Str", "Code")
_ZERO_WIDTH = "\u200b"
_ORDINARY = 24
"""Letters up to which a word stays whole, whatever the estimate says: such words are read, copied and searched."""
_LINE = 75
"""Letters of a line of a table, about, and those that the space beside a column takes."""
_INSET = 2.5


def _columns(parts: pandoc_ast.TableParts) -> Elements:
    alignments = [_ALIGNMENTS[column.alignment] for column in parts.columns]
    widths = ["auto" if column.width is None else f"{column.width * 100:.2f}%" for column in parts.columns]
    return [_raw(f"columns: ({', '.join(widths)},), align: ({', '.join(alignments)},), ")]


_ALIGNMENTS = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center", "AlignDefault": "left"}


def _rows(parts: pandoc_ast.TableParts) -> Elements:
    out: Elements = []
    if parts.head:
        out += [_raw("table.header("), *_cells(parts.head), _raw("), table.hline(stroke: 0.5pt),")]
    for body in parts.bodies:
        out += _cells([*body.head, *body.rows])
    if parts.foot:
        out += [_raw("table.hline(stroke: 0.5pt), table.footer(repeat: false, "), *_cells(parts.foot), _raw("),")]
    return out


def _cells(rows: Iterable[pandoc_ast.Row]) -> Elements:
    out: Elements = []
    for row in rows:
        for cell in row:
            out.append(_raw(_cell_opening(cell)))
            for index, block in enumerate(cell.blocks):
                if index:
                    out.append(_raw("#parbreak()"))
                out += _inline(block)
            out.append(_raw("], "))
    return out


def _cell_opening(cell: pandoc_ast.Cell) -> str:
    options = [f"rowspan: {cell.rows}"] if cell.rows > 1 else []
    options += [f"colspan: {cell.columns}"] if cell.columns > 1 else []
    options += [f"align: {_ALIGNMENTS[cell.alignment]}"] if cell.alignment != "AlignDefault" else []
    return f"table.cell({', '.join(options)})[" if options else "["


def _inline(block: Element) -> Elements:
    """A block of a table cell as inlines: lists become lines with their marks."""
    kind = block["t"]
    if kind in ("Plain", "Para"):
        return [_in_line(inline) for inline in pandoc_ast.inlines(block)]
    if kind in ("BulletList", "OrderedList"):
        out: Elements = [_raw("#list(" if kind == "BulletList" else "#enum(")]
        for item in pandoc_ast.list_items(block):
            out += [_raw("["), *[part for inner in item for part in _inline(inner)], _raw("], ")]
        return [*out, _raw(")")]
    if kind == "CodeBlock":
        return [pandoc_ast.code(pandoc_ast.code_text(block))]
    return [_raw(escape(pandoc_ast.plain_text(block)))]


def _length(size: str) -> bool:
    return re.fullmatch(r"\d+(\.\d+)?(%|cm|mm|in|pt|em)", size) is not None
