"""One record of Crossref's REST API → `Work`; whatever a field holds, nothing is raised."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from thesis_build.model import Notice, NoticeKind, Standing, Work

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_RETRACTED = re.compile(r"^\W*(retracted|withdrawn)(?:\s+(?:article|paper|chapter))?\s*[:\]–—-]", re.IGNORECASE)
_KINDS = {
    "retraction": NoticeKind.RETRACTION,
    "partial_retraction": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.WITHDRAWAL,
    "removal": NoticeKind.WITHDRAWAL,
    "expression_of_concern": NoticeKind.CONCERN,
}
_DATES = ("issued", "published", "published-print", "published-online")


def work_of(doi: str, standing: Standing, record: Any) -> Work:
    """The work that a record describes; a bare `Work` where there is no record."""
    if not isinstance(record, dict):
        return Work(doi, standing)
    titles = tuple(dict.fromkeys(_titles(record)))
    return Work(
        doi=doi,
        standing=standing,
        kind=_text(record.get("type")),
        titles=titles,
        containers=(*_texts(record.get("container-title")), *_texts(record.get("short-container-title"))),
        authors=tuple(_authors(record)),
        years=tuple(sorted({year for name in _DATES for year in _years(record.get(name))})),
        volume=_text(record.get("volume")),
        pages=_text(record.get("page")) or _text(record.get("article-number")),
        notices=tuple(dict.fromkeys(_notices(doi, titles, record))),
        published=tuple(_related(record, "is-preprint-of")),
    )


def _titles(record: dict[str, Any]) -> Iterator[str]:
    subtitles = list(_texts(record.get("subtitle")))
    for title in _texts(record.get("title")):
        yield title
        yield from (f"{title}: {subtitle}" for subtitle in subtitles)
    yield from _texts(record.get("original-title"))
    yield from _texts(record.get("short-title"))


def _authors(record: dict[str, Any]) -> Iterator[str]:
    people = sorted(_mappings(record.get("author")), key=lambda person: person.get("sequence") != "first")
    for person in people:
        family, given = _text(person.get("family")), _text(person.get("given"))
        name = ", ".join(part for part in (family, given) if part) or _text(person.get("name"))
        if name:
            yield name


def _years(value: Any) -> Iterator[int]:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    for day in parts if isinstance(parts, list) else ():
        if isinstance(day, list) and day and isinstance(day[0], int):
            yield day[0]


def _notices(doi: str, titles: tuple[str, ...], record: dict[str, Any]) -> Iterator[Notice]:
    """What was said of the work: `update-to` stands at a notice, and says something of the work only about itself."""
    for update in _mappings(record.get("updated-by")):
        kind = _KINDS.get(_text(update.get("type")).lower().replace("-", "_"))
        if kind:
            yield Notice(kind, _text(update.get("DOI")).lower())
    for update in _mappings(record.get("update-to")):
        kind = _KINDS.get(_text(update.get("type")).lower().replace("-", "_"))
        if kind and _text(update.get("DOI")).lower() == doi:
            yield Notice(kind)
    said = next((found for title in titles if (found := _RETRACTED.match(title))), None)
    if said and not record.get("updated-by"):
        yield Notice(NoticeKind.RETRACTION if said[1].lower() == "retracted" else NoticeKind.WITHDRAWAL)


def _related(record: dict[str, Any], name: str) -> Iterator[str]:
    relation = record.get("relation")
    for other in _mappings(relation.get(name) if isinstance(relation, dict) else None):
        identifier = _text(other.get("id")).lower()
        if _text(other.get("id-type")).lower() == "doi" and identifier:
            yield identifier


def _mappings(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _texts(value: Any) -> Iterator[str]:
    return (text for item in (value if isinstance(value, list) else ()) if (text := _text(item)))


def _text(value: Any) -> str:
    """A text without markup (`<i>`, `&amp;`) and on one line; empty where it is none."""
    return " ".join(html.unescape(_TAG.sub("", value)).split()) if isinstance(value, str) else ""
