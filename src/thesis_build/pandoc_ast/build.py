"""New elements, and elements with one part replaced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thesis_build.model import Element, Elements


def text(value: str) -> Elements:
    """Plain text as inlines; a no-break space stays inside its word."""
    out: Elements = []
    for index, part in enumerate(value.split(" ")):
        if index:
            out.append(space())
        if part:
            out.append(word(part))
    return out


def space() -> Element:
    """A space between words."""
    return {"t": "Space"}


def word(value: str) -> Element:
    """A word, which no line is broken in."""
    return {"t": "Str", "c": value}


def paragraph(inlines: Elements) -> Element:
    """A paragraph."""
    return {"t": "Para", "c": inlines}


def plain(inlines: Elements) -> Element:
    """Inlines as a block without paragraph marks."""
    return {"t": "Plain", "c": inlines}


def span(
    inlines: Elements, kinds: Iterable[str] = (), name: str = "", pairs: Iterable[tuple[str, str]] = ()
) -> Element:
    """A span with classes, identifier and key-value attributes."""
    return {"t": "Span", "c": [[name, list(kinds), [list(pair) for pair in pairs]], inlines]}


def div(blocks: Elements, kinds: Iterable[str] = (), name: str = "", pairs: Iterable[tuple[str, str]] = ()) -> Element:
    """A division with classes, identifier and key-value attributes."""
    return {"t": "Div", "c": [[name, list(kinds), [list(pair) for pair in pairs]], blocks]}


def link(
    inlines: Elements, target: str, kinds: Iterable[str] = (), pairs: Iterable[Sequence[str]] = (), title: str = ""
) -> Element:
    """A link to an address, with classes, key-value attributes and title."""
    return {"t": "Link", "c": [["", list(kinds), [list(pair) for pair in pairs]], inlines, [target, title]]}


def emphasis(inlines: Elements) -> Element:
    """Inlines in italics."""
    return {"t": "Emph", "c": inlines}


def code(value: str) -> Element:
    """Inline code without attributes."""
    return {"t": "Code", "c": [["", [], []], value]}


def code_block(value: str) -> Element:
    """A code block without attributes."""
    return {"t": "CodeBlock", "c": [["", [], []], value]}


def raw(form: str, value: str) -> Element:
    """A raw inline: printed as it is in the format `form`, dropped in every other."""
    return {"t": "RawInline", "c": [form, value]}


def raw_block(form: str, value: str) -> Element:
    """A raw block: printed as it is in the format `form`, dropped in every other."""
    return {"t": "RawBlock", "c": [form, value]}


def with_inlines(element: Element, inlines: Elements) -> Element:
    """A paragraph or plain block with other inlines."""
    return {"t": element["t"], "c": inlines}


def with_level(heading: Element, level: int) -> Element:
    """A heading of another level."""
    return {"t": "Header", "c": [level, *heading["c"][1:]]}


def with_tex(formula: Element, value: str) -> Element:
    """A formula with other TeX."""
    return {"t": "Math", "c": [formula["c"][0], value]}


def without_text(image: Element) -> Element:
    """An image without alternative text."""
    attributes, _, target = image["c"]
    return {"t": "Image", "c": [attributes, [], target]}


def with_default_delimiter(numbered: Element) -> Element:
    """A numbered list whose numbers have the punctuation that the edition gives them."""
    (start, style, _), items = numbered["c"]
    return {"t": "OrderedList", "c": [[start, style, {"t": "DefaultDelim"}], items]}
