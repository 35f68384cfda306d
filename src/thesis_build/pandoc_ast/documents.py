"""Whole documents: Pandoc's JSON text, its blocks, and the values of its metadata."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from thesis_build.model import Element, Elements
from thesis_build.pandoc_ast.texts import plain_text

_API_VERSION = [1, 23, 1]


def loads(text: str) -> Elements:
    """The blocks of the document in Pandoc's JSON text."""
    blocks: Elements = json.loads(text)["blocks"]
    return blocks


def loads_shallow(text: str, levels: int) -> Elements | None:
    """The blocks of the document; None where they are nested in more than `levels` levels of the tree."""
    try:
        blocks = loads(text)
    except RecursionError:
        return None
    level: list[object] = list(blocks)
    for _ in range(levels):
        inside = [
            value.values() if isinstance(value, dict) else value for value in level if isinstance(value, dict | list)
        ]
        level = [part for values in inside for part in values]
    return None if level else blocks


def metadata(text: str) -> dict[str, Any]:
    """The metadata of the document in Pandoc's JSON text."""
    meta: dict[str, Any] = json.loads(text)["meta"]
    return meta


def dumps(blocks: Elements, meta: dict[str, Any] | None = None) -> str:
    """Blocks (and metadata) as the JSON text of a whole document."""
    document = {"pandoc-api-version": _API_VERSION, "meta": meta or {}, "blocks": blocks}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


# ── values of metadata ──────────────────────────────────────────────────────────────────────────


def meta_text(value: Element | None) -> str:
    """The text of a value: as it is, or as a reader sees its inlines; empty where there is none."""
    content = value.get("c") if value else None
    return content if isinstance(content, str) else plain_text(content).strip()


def meta_items(value: Element | None) -> list[Element]:
    """The values of a list; none where it is no list."""
    return list(value["c"]) if value and value["t"] == "MetaList" else []


def meta_fields(value: Element) -> dict[str, Element]:
    """The values of a mapping by their names."""
    return dict(value["c"])


def is_empty(value: Element) -> bool:
    """Whether a value of metadata has nothing in it."""
    return not value["c"]


def without_empty(value: Element) -> Element:
    """A mapping without the values that are empty: a `url` or `doi` without text would be printed as a link."""
    return meta_map({name: field for name, field in meta_fields(value).items() if field["c"]})


def meta_blocks(value: Element | None) -> Elements:
    """The blocks of a value that is blocks or inlines; none for any other."""
    if not value or value["t"] not in ("MetaBlocks", "MetaInlines"):
        return []
    content: Elements = value["c"]
    return content if value["t"] == "MetaBlocks" else [{"t": "Para", "c": content}]


def meta_inlines(inlines: Elements) -> Element:
    """Inlines as a value of metadata."""
    return {"t": "MetaInlines", "c": inlines}


def meta_string(value: str) -> Element:
    """A text as a value of metadata."""
    return {"t": "MetaString", "c": value}


def meta_flag(value: bool) -> Element:
    """A yes or no as a value of metadata."""
    return {"t": "MetaBool", "c": value}


def meta_list(values: Iterable[Element]) -> Element:
    """Values as one value of metadata."""
    return {"t": "MetaList", "c": list(values)}


def meta_map(fields: dict[str, Element]) -> Element:
    """Named values as one value of metadata."""
    return {"t": "MetaMap", "c": fields}
