"""New elements."""

from __future__ import annotations

from collections.abc import Iterable

from thesis_build.model import Element, Elements


def text(value: str) -> Elements:
    """Plain text as inlines; a no-break space stays inside its word."""
    out: Elements = []
    for index, word in enumerate(value.split(" ")):
        if index:
            out.append({"t": "Space"})
        if word:
            out.append({"t": "Str", "c": word})
    return out


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


def link(inlines: Elements, target: str, kinds: Iterable[str] = ()) -> Element:
    """A link to an address."""
    return {"t": "Link", "c": [["", list(kinds), []], inlines, [target, ""]]}


def raw(form: str, value: str) -> Element:
    """A raw inline: printed as it is in the format `form`, dropped in every other."""
    return {"t": "RawInline", "c": [form, value]}


def raw_block(form: str, value: str) -> Element:
    """A raw block: printed as it is in the format `form`, dropped in every other."""
    return {"t": "RawBlock", "c": [form, value]}
