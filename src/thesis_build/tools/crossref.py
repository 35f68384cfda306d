"""DOIs → what Crossref has on them, and whether they exist at all (the handle API of doi.org says that).

Answers are kept for days: what was found for thirty, what was not for one. Works that were found are asked for again
every day, because they may have been retracted since; where that fails, what is kept serves.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, TypeVar
from urllib.parse import quote

from thesis_build.model import Address, Standing, Work
from thesis_build.tools.crossref_records import work_of
from thesis_build.tools.store import Store
from thesis_build.tools.web import Limits, NotAskedError, Web

_T = TypeVar("_T")
_BATCH = 20
"""DOIs in one request; their length keeps the address of the request under 4 kB."""

_SELECT = (
    "DOI,type,title,subtitle,short-title,original-title,container-title,short-container-title,author,issued,published,"
    "published-print,published-online,volume,page,article-number,relation,updated-by,update-to"
)
_KEEP_DAYS = {Standing.FOUND: 30, Standing.ELSEWHERE: 30, Standing.MISSING: 1}
_DEAD = (404, 410)


@dataclass(frozen=True, slots=True)
class Service:
    """Whom to ask, and within what limits."""

    works: str = "https://api.crossref.org/works"
    handles: str = "https://doi.org/api/handles"
    limits: Limits = field(default_factory=Limits)


SERVICE = Service()
"""Crossref and doi.org."""


class Registry:
    """Asks for works and addresses on one day; every answer is kept in `store`."""

    def __init__(self, service: Service, store: Store, today: date, mailto: str = "") -> None:
        contact = f" (mailto:{mailto})" if mailto else ""
        self._service = service
        self._store = store
        self._today = today
        self._mailto = mailto
        self._web = Web(service.limits, f"thesis-build/0.1{contact}")
        self._gave_up: NotAskedError | None = None

    def works(self, dois: Iterable[str]) -> dict[str, Work]:
        """What there is to say of each DOI (in normal form); nothing is raised."""
        wanted = list(dict.fromkeys(dois))
        kept = {doi: self._kept(doi) for doi in wanted}
        works = {doi: work for doi, (work, fresh) in kept.items() if work and fresh}
        together = [doi for doi in wanted if doi not in works and "," not in doi]
        records: dict[str, Any] = {}
        for start in range(0, len(together), _BATCH):
            batch = together[start : start + _BATCH]
            try:
                records.update(self._batch(batch))
            except NotAskedError as error:
                works |= {doi: kept[doi][0] or Work(doi, Standing.UNASKED, reason=error.reason) for doi in batch}
        for doi in wanted:
            if doi not in works:
                works[doi] = self._settled(doi, records.get(doi), kept[doi][0])
        return {doi: works[doi] for doi in wanted}

    def addresses(self, urls: Iterable[str]) -> dict[str, Address]:
        """What each web address answers; nothing is raised."""
        found: dict[str, Address] = {}
        for url in dict.fromkeys(urls):
            key = Store.key("address", url)
            kept = self._recall(key)
            status = kept.get("status")
            if not isinstance(status, int) or self._age(kept) > (1 if status in _DEAD else 30):
                try:
                    status = self._asking(partial(self._web.look, url))
                except NotAskedError as error:
                    found[url] = Address(url, Standing.UNASKED, reason=error.reason)
                    continue
                self._keep(key, status=status)
            found[url] = _address(url, status)
        return found

    # ── works ──

    def _batch(self, dois: Sequence[str]) -> Iterator[tuple[str, Any]]:
        """The records of those of the DOIs that Crossref has; raises `NotAskedError`."""
        parameters = {"filter": ",".join(f"doi:{doi}" for doi in dois), "rows": str(len(dois)), "select": _SELECT}
        message = self._asking(partial(self._message, self._service.works, parameters))
        items = message.get("items")
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict) and str(item.get("DOI", "")).lower() in dois:
                yield str(item["DOI"]).lower(), item

    def _settled(self, doi: str, record: Any, kept: Work | None) -> Work:
        """The work with this DOI: from its record, else asked for alone, else what is kept of another day."""
        key = Store.key("work", doi)
        try:
            standing = Standing.FOUND
            if record is None:
                standing, record = self._asking(partial(self._alone, doi))
        except NotAskedError as error:
            return kept or Work(doi, Standing.UNASKED, reason=error.reason)
        self._keep(key, standing=standing.value, record=record)
        return work_of(doi, standing, record)

    def _alone(self, doi: str) -> tuple[Standing, Any]:
        if not self._exists(doi):
            return Standing.MISSING, None
        try:
            return Standing.FOUND, self._message(f"{self._service.works}/{quote(doi, safe='')}", {})
        except NotAskedError as error:
            if error.status == 404:
                return Standing.ELSEWHERE, None
            raise

    def _exists(self, doi: str) -> bool:
        """Whether the handle system knows a DOI (response codes: Handle System protocol, 1 found, 100 not found)."""
        answer = self._web.get(f"{self._service.handles}/{quote(doi, safe='/')}")
        code = _json(answer.content).get("responseCode") if answer.status in (200, 404) else None
        if code in (1, 2, 200):
            return True
        if code == 100:
            return False
        raise NotAskedError("status", status=answer.status)

    def _message(self, url: str, parameters: dict[str, str]) -> dict[str, Any]:
        if self._mailto:
            parameters = {**parameters, "mailto": self._mailto}
        answer = self._web.get(url, parameters)
        if answer.status != 200:
            raise NotAskedError("status", status=answer.status)
        message = _json(answer.content).get("message")
        if not isinstance(message, dict):
            raise NotAskedError("answer")
        return message

    def _asking(self, ask: Callable[[], _T]) -> _T:
        """What `ask` gives; once a server is out of reach or the time is used up, no more is asked."""
        if self._gave_up:
            raise self._gave_up
        try:
            return ask()
        except NotAskedError as error:
            if error.lasting or (error.kind == "connection" and not self._web.answered):
                self._gave_up = error
            raise

    # ── what is kept ──

    def _kept(self, doi: str) -> tuple[Work | None, bool]:
        """What is kept of a work, and whether that is all there is to know today."""
        kept = self._recall(Store.key("work", doi))
        try:
            standing = Standing(kept.get("standing", ""))
        except ValueError:
            return None, False
        age = self._age(kept)
        if standing not in _KEEP_DAYS or age > _KEEP_DAYS[standing]:
            return None, False
        return work_of(doi, standing, kept.get("record")), age == 0 or standing is not Standing.FOUND

    def _recall(self, key: str) -> dict[str, Any]:
        return _json_or_empty(self._store.get(key) or b"")

    def _keep(self, key: str, **what: Any) -> None:
        self._store.put(key, json.dumps({"day": self._today.isoformat(), **what}).encode())

    def _age(self, kept: dict[str, Any]) -> int:
        """How many days ago an answer was kept; one of the future (a clock that was wrong) is too old."""
        try:
            days = (self._today - date.fromisoformat(str(kept.get("day")))).days
        except ValueError:
            days = -1
        return days if days >= 0 else 1_000_000


def _address(url: str, status: int) -> Address:
    if status in _DEAD:
        return Address(url, Standing.MISSING, answer=NotAskedError("status", status=status).reason)
    return Address(url, Standing.FOUND)


def _json(content: bytes) -> dict[str, Any]:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotAskedError("answer") from error
    if not isinstance(data, dict):
        raise NotAskedError("answer")
    return data


def _json_or_empty(content: bytes) -> dict[str, Any]:
    try:
        return _json(content)
    except NotAskedError:
        return {}
