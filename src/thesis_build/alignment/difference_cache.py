"""A difference with its places in the files, and how those of a chapter are kept from one run to the next."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thesis_build.model import ChapterPairs, Severity, Source, Span
from thesis_build.tools.stamp import program
from thesis_build.tools.store import Store


@dataclass(frozen=True, slots=True)
class LocatedDifference:
    """A difference between the two languages of a pair, with its place in the file of each.

    `chapter` and `pair` name the pair; `arguments` are what the rule's message names.
    """

    code: str
    severity: Severity
    chapter: str
    pair: str
    spans: Mapping[str, Span]
    arguments: Mapping[str, object]


def key_of(pairs: ChapterPairs, sources: Sequence[Source], agreed: object) -> str:
    """The key under which the differences of a chapter are kept: its texts and pairs, the terms, this program."""
    texts = [part for source in sources for part in (source.path, source.text)]
    return Store.key("differences", program(), repr(pairs), repr(agreed), *texts)


def recall(store: Store, key: str) -> tuple[LocatedDifference, ...] | None:
    """The differences kept under a key, or None."""
    content = store.get(key)
    try:
        return None if content is None else tuple(_read(row) for row in json.loads(content))
    except (ValueError, TypeError, AttributeError):  # not what we keep
        return None


def keep(store: Store, key: str, told: Sequence[LocatedDifference]) -> None:
    """Keep differences under a key; what JSON cannot give back as it was is not kept."""
    rows = [
        [
            each.code,
            each.severity,
            each.chapter,
            each.pair,
            {
                tag: [span.path, span.line, span.column, span.end_line, span.end_column]
                for tag, span in each.spans.items()
            },
            dict(each.arguments),
        ]
        for each in told
    ]
    try:
        content = json.dumps(rows)
    except TypeError:
        return
    if json.loads(content) == rows:
        store.put(key, content.encode())


def _read(row: list[Any]) -> LocatedDifference:
    code, severity, chapter, pair, spans, arguments = row
    return LocatedDifference(
        code, Severity(severity), chapter, pair, {tag: Span(*place) for tag, place in spans.items()}, arguments
    )
