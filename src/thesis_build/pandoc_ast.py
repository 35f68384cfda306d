"""Reading and rebuilding a Pandoc document, kept as the JSON that Pandoc writes: the only place that knows its shape.

Source of the shapes: pandoc-types 1.23 as `pandoc -t json` prints them. Elements are never changed in place:
`rewrite` shares what stays and rebuilds what changes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from thesis_build.model import Element, Elements

Change = Callable[[Element], "Element | Elements | None"]

_API_VERSION = [1, 23, 1]
_LEAVES = frozenset({"Str", "Space", "SoftBreak", "LineBreak", "HorizontalRule", "Code", "CodeBlock", "Math"})
_PLAIN = frozenset({"Str", "Space", "SoftBreak"})
_TEXT = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}


# ── whole documents ─────────────────────────────────────────────────────────────────────────────


def loads(text: str) -> Elements:
    """The blocks of the document in Pandoc's JSON text."""
    blocks: Elements = json.loads(text)["blocks"]
    return blocks


def metadata(text: str) -> dict[str, Any]:
    """The metadata of the document in Pandoc's JSON text."""
    meta: dict[str, Any] = json.loads(text)["meta"]
    return meta


def dumps(blocks: Elements, meta: dict[str, Any] | None = None) -> str:
    """Blocks (and metadata) as the JSON text of a whole document."""
    document = {"pandoc-api-version": _API_VERSION, "meta": meta or {}, "blocks": blocks}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


# ── walking ─────────────────────────────────────────────────────────────────────────────────────


def walk(value: Any) -> Iterator[Element]:
    """Every element in `value` that is not plain text or space, parents before children, in reading order."""
    stack = [value]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            kind = value.get("t")
            if kind is None:
                stack.extend(reversed(value.values()))
                continue
            if kind not in _PLAIN:
                yield value
                if kind not in _LEAVES and "c" in value:
                    stack.append(value["c"])
        elif isinstance(value, list):
            stack.extend([child for child in reversed(value) if _holds_more(child)])


def _holds_more(child: Any) -> bool:
    return (child["t"] not in _PLAIN if "t" in child else True) if isinstance(child, dict) else isinstance(child, list)


def rewrite(elements: Any, changes: dict[str, Change]) -> Any:
    """`elements` with `changes[type]` applied to each element of that type, children first.

    A change returns a new element, a list of elements to put in its place, or None to keep it.
    What holds no change is shared with the original.
    """
    if isinstance(elements, list):
        return _rewrite_list(elements, changes)
    if isinstance(elements, dict):
        return _rewrite_mapping(elements, changes)
    return elements


def _rewrite_list(elements: list[Any], changes: dict[str, Change]) -> list[Any]:
    out: list[Any] | None = None
    for index, child in enumerate(elements):
        new: Any = child
        if isinstance(child, dict):
            kind = child.get("t")
            if kind is None:
                new = _rewrite_mapping(child, changes)
            else:
                if kind not in _LEAVES and "c" in child:
                    new = _rewrite_mapping(child, changes)
                if kind in changes:
                    changed = changes[kind](new)
                    new = new if changed is None else changed
        elif isinstance(child, list):
            new = _rewrite_list(child, changes)
        if out is None and new is not child:
            out = elements[:index]
        if out is not None:
            if isinstance(new, list) and isinstance(child, dict):
                out.extend(new)
            else:
                out.append(new)
    return elements if out is None else out


def _rewrite_mapping(element: dict[str, Any], changes: dict[str, Change]) -> dict[str, Any]:
    out = element
    for name, child in element.items():
        if isinstance(child, (list, dict)):
            new = rewrite(child, changes)
            if new is not child:
                if out is element:
                    out = dict(element)
                out[name] = new
    return out


def plain_text(value: Any) -> str:
    """The text of inlines or blocks as a reader sees it; notes are left out, code and maths are as written."""
    parts: list[str] = []
    _collect(value, parts)
    return "".join(parts)


def _collect(value: Any, parts: list[str]) -> None:
    if isinstance(value, list):
        for child in value:
            _collect(child, parts)
        return
    if not isinstance(value, dict):
        return
    kind = value.get("t")
    if kind == "Str":
        parts.append(value["c"])
    elif kind in _TEXT:
        parts.append(" ")
    elif kind in ("Code", "CodeBlock", "Math"):
        parts.append(value["c"][1])
    elif kind == "Quoted" or kind == "Cite":
        _collect(value["c"][1], parts)
    elif kind in ("RawInline", "RawBlock", "Note"):
        return
    elif kind is not None and "c" in value:
        _collect(value["c"], parts)
        if kind in ("Para", "Plain", "Header", "Cell"):
            parts.append(" ")


def opening(block: Element, length: int) -> str:
    """The letters and digits with which a block begins, up to the first thing whose source is not its text.

    About `length` of them; by these a block is found again in its source.
    """
    out: list[str] = []
    _open(block, length, out)
    return "".join(out)[:length]


def _open(value: Any, length: int, out: list[str]) -> bool:
    """Gather letters from `value` into `out`; False once that has to stop."""
    if isinstance(value, list):
        return all(_open(child, length, out) for child in value)
    if not isinstance(value, dict) or "c" not in value or value["t"] == "Note":
        return not isinstance(value, dict) or value.get("t") != "Note"
    kind, content = value["t"], value["c"]
    if kind in _WORDS:
        out.extend(sign for sign in (content if kind == "Str" else content[1]) if sign.isalnum())
        return len(out) < length
    if kind == "Table":
        content = content[3][1] + [row for body in content[4] for row in body[3]]
    elif kind == "Figure":
        content = content[1][1]
    elif kind in _SECOND:
        content = content[1]
    elif kind in _LAST:
        content = content[-1]
    return _open(content, length, out) and kind not in _ELSEWHERE


_WORDS = frozenset({"Str", "RawInline", "RawBlock", "Code", "CodeBlock", "Math"})
_SECOND = frozenset({"Quoted", "Cite", "Link", "Image", "Span"})
_LAST = frozenset({"Header", "Div", "OrderedList"})
_ELSEWHERE = frozenset({"Link", "Image", "Span"})
"""Elements whose source goes on behind their text: an address, attributes."""


def cited_keys(elements: Iterable[Element]) -> Iterator[str]:
    """The keys of all citations among these elements, in reading order, cross-references among them."""
    return (citation["citationId"] for element in elements if element["t"] == "Cite" for citation in element["c"][0])


# ── attributes ──────────────────────────────────────────────────────────────────────────────────

_ATTRIBUTE_INDEX = {
    "Header": 1,
    "Div": 0,
    "Span": 0,
    "Figure": 0,
    "Table": 0,
    "Link": 0,
    "Image": 0,
    "Code": 0,
    "CodeBlock": 0,
}


def identifier(element: Element) -> str:
    """The identifier of an element; empty where it has none."""
    attribute = _attribute(element)
    return str(attribute[0]) if attribute else ""


def classes(element: Element) -> tuple[str, ...]:
    """The classes of an element."""
    attribute = _attribute(element)
    return tuple(attribute[1]) if attribute else ()


def attribute(element: Element, name: str, default: str = "") -> str:
    """The value of a key-value attribute of an element."""
    found = _attribute(element)
    return next((str(value) for key, value in found[2] if key == name), default) if found else default


def address(element: Element, kind: str) -> str:
    """The address of an element of this kind (Link or Image); empty where it is of another."""
    return str(element["c"][2][0]) if element["t"] == kind else ""


def with_attributes(element: Element, **values: str) -> Element:
    """The element with key-value attributes set (replacing those of the same name)."""
    index = _ATTRIBUTE_INDEX[element["t"]]
    name, kinds, pairs = element["c"][index]
    kept = [pair for pair in pairs if pair[0] not in values]
    content = list(element["c"])
    content[index] = [name, kinds, kept + [[key, value] for key, value in values.items()]]
    return {"t": element["t"], "c": content}


def _attribute(element: Element) -> Any:
    index = _ATTRIBUTE_INDEX.get(element["t"])
    return None if index is None else element["c"][index]


def level(block: Element) -> int:
    """The level of a heading; 0 where the block is none."""
    return int(block["c"][0]) if block["t"] == "Header" else 0


def table_rows(table: Element) -> list[list[Elements]]:
    """The rows of a table, those of its head first: the blocks of each cell."""
    _, _, _, head, bodies, foot = table["c"]
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    return [[cell[4] for cell in row[1]] for row in rows]


# ── building ────────────────────────────────────────────────────────────────────────────────────


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


def cite(key: str) -> Element:
    """A citation of one work, with its author in the text: `@key`."""
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "AuthorInText"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], text(f"@{key}")]}


def raw(form: str, value: str) -> Element:
    """A raw inline: printed as it is in the format `form`, dropped in every other."""
    return {"t": "RawInline", "c": [form, value]}


def raw_block(form: str, value: str) -> Element:
    """A raw block: printed as it is in the format `form`, dropped in every other."""
    return {"t": "RawBlock", "c": [form, value]}


def caption_inlines(element: Element) -> Elements:
    """The caption of a Figure or Table as inlines (its paragraphs joined by spaces)."""
    out: Elements = []
    for block in element["c"][1][1]:
        if block["t"] in ("Plain", "Para"):
            if out:
                out.append({"t": "Space"})
            out.extend(block["c"])
    return out
