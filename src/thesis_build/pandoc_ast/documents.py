"""Whole documents: Pandoc's JSON text, its blocks and its metadata."""

from __future__ import annotations

import json
from typing import Any

from thesis_build.model import Elements

_API_VERSION = [1, 23, 1]


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
