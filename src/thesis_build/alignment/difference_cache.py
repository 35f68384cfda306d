"""A difference with its spans in the files, and how those of a chapter are kept from one run to the next."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from thesis_build.alignment.evidence import Evidence
from thesis_build.alignment.evidence_of_kinds import EVIDENCE
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Cache, ChapterPairs, Source, Span
from thesis_build.tools.stamp import program
from thesis_build.tools.store import Store


@dataclass(frozen=True, slots=True)
class LocatedDifference:
    """A difference between the two languages of a pair, with its span in the file of each.

    `chapter` and `pair` name the pair; `language` is the one in which the fault or the gap is, empty for neither.
    """

    kind: Kind
    chapter: str
    pair: str
    spans: Mapping[str, Span]
    evidence: Evidence
    language: str = ""


def key_of(pairs: ChapterPairs, sources: Sequence[Source], agreed: object) -> str:
    """The key under which the differences of a chapter are kept: its texts and pairs, the terms, this program."""
    texts = [part for source in sources for part in (source.path, source.text)]
    return Store.key("differences", program(), repr(pairs), repr(agreed), *texts)


def recall(cache: Cache, key: str) -> tuple[LocatedDifference, ...] | None:
    """The differences kept under a key, or None."""
    content = cache.get(key)
    try:
        return None if content is None else tuple(_read(row) for row in json.loads(content))
    except (ValueError, TypeError, AttributeError):  # not what we keep
        return None


def keep(cache: Cache, key: str, found: Sequence[LocatedDifference]) -> None:
    """Keep differences under a key; what JSON cannot give back as it was is not kept."""
    rows = [
        [
            each.kind,
            each.chapter,
            each.pair,
            {
                tag: [span.path, span.line, span.column, span.end_line, span.end_column]
                for tag, span in each.spans.items()
            },
            asdict(each.evidence),
            each.language,
        ]
        for each in found
    ]
    try:
        content = json.dumps(rows)
    except TypeError:
        return
    if json.loads(content) == rows:
        cache.put(key, content.encode())


def _read(row: list[Any]) -> LocatedDifference:
    name, chapter, pair, spans, evidence, language = row
    kind = Kind(name)
    located = {tag: Span(*numbers) for tag, numbers in spans.items()}
    return LocatedDifference(kind, chapter, pair, located, EVIDENCE[kind](**evidence), language)
