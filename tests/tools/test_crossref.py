"""What registries say, and whatever else a server may do; all of it against a server on this machine."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.tools import registries
from tests.tools.registries import Registry as Server
from tests.tools.registries import Reply, serving
from thesis_build.model import NoticeKind, Standing
from thesis_build.tools import crossref, web
from thesis_build.tools.crossref import Registry, Service
from thesis_build.tools.crossref_records import work_of
from thesis_build.tools.store import Store
from thesis_build.tools.web import Limits

TODAY = date(2026, 11, 24)
DOI = "10.1234/kota"
RECORD: dict[str, Any] = {
    "type": "journal-article",
    "title": ["Sister cities &amp; <i>services</i>"],
    "subtitle": ["A study"],
    "container-title": ["Journal of Cities"],
    "author": [
        {"family": "Wijaya", "given": "Budi", "sequence": "additional"},
        {"family": "Rahayu", "given": "Siti", "sequence": "first"},
        {"name": "Pusat Kota", "sequence": "additional"},
    ],
    "issued": {"date-parts": [[2020, 5]]},
    "published-online": {"date-parts": [[2019]]},
    "volume": "7",
    "page": "15-30",
}


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as started:
        yield started


def registry(
    server: Server, store: Path | None = None, today: date = TODAY, mailto: str = "", **limits: Any
) -> Registry:
    return Registry(server.service(**limits), Store(store), today, mailto)


# ── what is found ──


def test_what_crossref_has_is_read(server: Server) -> None:
    server.records[DOI] = RECORD
    work = registry(server).works([DOI])[DOI]
    assert work.standing is Standing.FOUND
    assert work.titles == ("Sister cities & services", "Sister cities & services: A study")
    assert work.authors == ("Rahayu, Siti", "Wijaya, Budi", "Pusat Kota")
    assert (work.years, work.volume, work.pages) == ((2019, 2020), "7", "15-30")
    assert len(server.asked) == 1


def test_a_doi_that_nobody_has_is_missing_and_one_of_another_agency_is_elsewhere(server: Server) -> None:
    server.elsewhere = frozenset({"10.5281/zenodo.1"})
    works = registry(server).works(["10.5281/zenodo.1", "10.1234/nothing"])
    assert [work.standing for work in works.values()] == [Standing.ELSEWHERE, Standing.MISSING]


def test_dois_are_asked_for_together_but_for_those_with_a_comma(server: Server) -> None:
    dois = [f"10.1234/{number}" for number in range(45)] + ["10.1234/a,b", "10.1234/<1::aid>3.0.co;2-#/x?y"]
    server.records = dict.fromkeys(dois, RECORD)
    works = registry(server).works(dois)
    assert {work.standing for work in works.values()} == {Standing.FOUND}
    assert len(server.asked) == 3 + 2  # three batches; the one with a comma: whether it exists, and its record


def test_the_mail_address_is_given_where_there_is_one(server: Server) -> None:
    server.records[DOI] = RECORD
    registry(server, mailto="siti@example.org").works([DOI])
    assert "mailto=siti@example.org" in server.asked[0]
    assert "mailto:siti@example.org" in server.agents[0]


def test_notices_are_read(server: Server) -> None:
    notice = {"type": "retraction", "DOI": "10.1234/NOTICE"}
    server.records = {
        "10.1234/by": {**RECORD, "updated-by": [{"type": "correction", "DOI": "10.1/c"}, notice]},
        "10.1234/concern": {**RECORD, "updated-by": [{"type": "expression_of_concern"}]},
        "10.1234/itself": {**RECORD, "update-to": [{"type": "withdrawal", "DOI": "10.1234/ITSELF"}]},
        "10.1234/notice": {**RECORD, "update-to": [{"type": "retraction", "DOI": "10.1234/by"}]},
        "10.1234/title": {**RECORD, "title": ["RETRACTED: Sister cities"]},
        "10.1234/about": {**RECORD, "title": ["Retracted articles and their citations"]},
        "10.1234/pre": {**RECORD, "relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.1234/POST"}]}},
    }
    works = registry(server).works(server.records)
    kinds = {doi.split("/")[1]: [notice.kind for notice in work.notices] for doi, work in works.items()}
    assert kinds == {
        "by": [NoticeKind.RETRACTION],
        "concern": [NoticeKind.CONCERN],
        "itself": [NoticeKind.WITHDRAWAL],
        "notice": [],
        "title": [NoticeKind.RETRACTION],
        "about": [],
        "pre": [],
    }
    assert works["10.1234/by"].notices[0].doi == "10.1234/notice"
    assert works["10.1234/pre"].published == ("10.1234/post",)


@pytest.mark.parametrize("junk", [None, 1, "x", [], {}, [1], [None], {"a": 1}, [[1]], [{"date-parts": 1}]])
def test_a_record_with_anything_in_its_fields_is_read(junk: Any) -> None:
    names = [*RECORD, "short-title", "original-title", "published", "relation", "updated-by", "update-to"]
    assert work_of(DOI, Standing.FOUND, dict.fromkeys(names, junk)).doi == DOI
    assert work_of(DOI, Standing.FOUND, {"relation": {"is-preprint-of": junk}}).doi == DOI
    assert work_of(DOI, Standing.FOUND, {"issued": {"date-parts": junk}}).doi == DOI


# ── servers that misbehave ──

NO_ANSWER: list[tuple[str, Reply, str]] = [
    ("500", registries.status(500), "the server answers 500"),
    ("403", registries.status(403), "the server answers 403"),
    ("hanging", registries.hang, "does not answer in time"),
    ("a head that never ends", registries.drip, "does not answer in time"),
    ("no JSON", registries.content(b"<html>"), "cannot be understood"),
    ("not UTF-8", registries.content(b"\xff\xfe"), "cannot be understood"),
    ("too deep", registries.content(b"[" * 90_000), "cannot be understood"),
    ("a list", registries.content(b"[]"), "cannot be understood"),
    ("nothing", registries.content(b""), "cannot be understood"),
    ("huge", registries.huge, "larger than"),
    ("a loop", registries.redirect("/works"), "the server answers 302"),
    ("closed", registries.close, "closed the connection"),
    ("asks to wait", registries.status(429, Retry_After="3600"), "asks to wait for 3600 seconds"),
]


@pytest.mark.parametrize(("reply", "reason"), [row[1:] for row in NO_ANSWER], ids=[row[0] for row in NO_ANSWER])
def test_a_work_is_unasked_where_the_server_misbehaves(server: Server, reply: Reply, reason: str) -> None:
    server.replies = {"/": [reply]}
    start = time.monotonic()
    work = registry(server, budget=4.0).works([DOI])[DOI]
    assert work.standing is Standing.UNASKED
    assert work.reason and reason in work.reason["en"]
    assert work.reason["id"] != work.reason["en"]
    assert time.monotonic() - start < 4.5


@pytest.mark.parametrize("name", ["items", "message"])
def test_an_answer_of_another_form_is_no_answer(server: Server, name: str) -> None:
    server.replies = {"/works": [registries.content(json.dumps({name: [1, {"DOI": 5}]}).encode())]}
    server.elsewhere = frozenset({DOI})
    assert registry(server).works([DOI])[DOI].standing is Standing.UNASKED


def test_where_crossref_is_out_of_order_works_are_not_asked_for_one_by_one(server: Server) -> None:
    server.replies = {"/": [registries.status(500)]}
    registry(server).works([f"10.1234/{number}" for number in range(20)])
    assert len(server.asked) == 3


def test_a_server_that_asks_for_patience_is_asked_again(server: Server) -> None:
    server.records[DOI] = RECORD
    replies = [registries.status(429, Retry_After="1"), registries.status(503)]
    server.replies = {"/works": replies}
    start = time.monotonic()

    def then(asked: registries.Asked) -> None:
        server.replies.clear()
        server.answer(asked)

    replies.append(then)
    assert registry(server).works([DOI])[DOI].standing is Standing.FOUND
    assert 1.0 <= time.monotonic() - start < 3


def test_the_stated_rate_is_kept(server: Server) -> None:
    server.records = {f"10.1234/{number}": RECORD for number in range(60)}
    server.headers = {"X_Rate_Limit_Limit": "4", "X_Rate_Limit_Interval": "1s"}
    start = time.monotonic()
    registry(server).works(server.records)
    assert len(server.asked) == 3
    assert time.monotonic() - start >= 0.5


def test_the_budget_ends_the_questions(server: Server) -> None:
    server.replies = {"/": [registries.hang]}
    start = time.monotonic()
    works = registry(server, budget=1.0).works([f"10.1234/{number}" for number in range(100)])
    assert {work.standing for work in works.values()} == {Standing.UNASKED}
    assert time.monotonic() - start < 2


def test_without_a_network_one_request_is_tried(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    service = Service(base, base, replace(server.service().limits, local=frozenset({f"127.0.0.1:{port}"})))
    asked = Registry(service, Store(None), TODAY)
    start = time.monotonic()
    works = asked.works([f"10.1234/{number}" for number in range(1000)])
    addresses = asked.addresses([f"{base}/a", f"{base}/b"])
    said = {work.reason["en"] for work in works.values() if work.reason}
    assert said == {"there is no connection to the server"}
    assert {address.standing for address in addresses.values()} == {Standing.UNASKED}
    assert time.monotonic() - start < 2


# ── what is kept ──


def test_answers_are_kept(server: Server, tmp_path: Path) -> None:
    server.records[DOI] = RECORD
    server.elsewhere = frozenset({"10.5281/zenodo.1"})
    dois = [DOI, "10.5281/zenodo.1", "10.1234/nothing"]
    first = registry(server, tmp_path).works(dois)
    count = len(server.asked)
    assert registry(server, tmp_path).works(dois) == first
    assert len(server.asked) == count


@pytest.mark.parametrize(
    ("days", "asked"),
    [(0, []), (1, ["/works?"]), (2, ["/works?", "nothing"]), (31, ["/works?", "nothing", "zenodo"]), (-1, ["/works?"])],
)
def test_answers_are_kept_for_days(server: Server, tmp_path: Path, days: int, asked: list[str]) -> None:
    server.records[DOI] = RECORD
    server.elsewhere = frozenset({"10.5281/zenodo.1"})
    dois = [DOI, "10.5281/zenodo.1", "10.1234/nothing"]
    registry(server, tmp_path).works(dois)
    server.asked.clear()
    registry(server, tmp_path, TODAY + timedelta(days)).works(dois)
    for word in ("/works?", "nothing", "zenodo"):
        seen = any(word in request for request in server.asked)
        assert seen == (word in asked or days < 0), (word, server.asked)


def test_a_retraction_shows_on_the_next_day_and_what_is_kept_serves_without_a_server(
    server: Server, tmp_path: Path
) -> None:
    server.records[DOI] = RECORD
    assert not registry(server, tmp_path).works([DOI])[DOI].notices
    server.records[DOI] = {**RECORD, "updated-by": [{"type": "retraction"}]}
    tomorrow = TODAY + timedelta(1)
    assert registry(server, tmp_path, tomorrow).works([DOI])[DOI].notices
    server.replies = {"/": [registries.status(500)]}
    assert registry(server, tmp_path, tomorrow + timedelta(1)).works([DOI])[DOI].notices
    assert registry(server, tmp_path, tomorrow + timedelta(40)).works([DOI])[DOI].standing is Standing.UNASKED


def test_what_is_not_answered_is_not_kept(server: Server, tmp_path: Path) -> None:
    server.replies = {"/": [registries.status(500)]}
    registry(server, tmp_path).works([DOI])
    server.replies.clear()
    server.records[DOI] = RECORD
    assert registry(server, tmp_path).works([DOI])[DOI].standing is Standing.FOUND


def test_a_spoilt_cache_counts_as_none(server: Server, tmp_path: Path) -> None:
    server.records[DOI] = RECORD
    for content in (b"", b"[]", b'{"standing": "found"}', b'{"day": 5, "standing": "found", "record": 1}', b"\xff"):
        Store(tmp_path).put(Store.key("work", DOI), content)
        assert registry(server, tmp_path).works([DOI])[DOI].authors


# ── addresses ──


def test_an_address_is_dead_where_its_server_says_so(server: Server) -> None:
    gone, refused, loop = f"{server.base}/gone", f"{server.base}/refused", f"{server.base}/loop"
    moved, no_head = f"{server.base}/moved", f"{server.base}/no-head"
    server.replies = {
        "/gone": [registries.status(404)],
        "/refused": [registries.status(403)],
        "/loop": [registries.redirect("/loop")],
        "/moved": [registries.redirect("/there")],
        "/no-head": [registries.status(404), registries.status(200)],
    }
    found = registry(server).addresses([gone, refused, loop, moved, no_head, f"{server.base}/page"])
    assert {url.rsplit("/", 1)[1]: address.standing.value for url, address in found.items()} == {
        "gone": "missing",
        "refused": "found",
        "loop": "unasked",
        "moved": "found",
        "no-head": "found",
        "page": "found",
    }
    assert found[gone].answer == {"en": "the server answers 404", "id": "peladen menjawab 404"}


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://[::1]:{port}/", "http://0x7f000001:{port}/",
        "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.1.1/", "http://0.0.0.0:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/", "file:///etc/passwd", "ftp://example.org/", "http://", "http://[",
        "https://a b/",
    ],
)  # fmt: skip
def test_no_private_address_is_ever_asked(server: Server, url: str) -> None:
    url = url.format(port=server.base.rsplit(":", 1)[1])
    asked = registry(server, local=frozenset(), retries=0).addresses([url])
    assert asked[url].standing is Standing.UNASKED
    assert server.asked == []


def test_a_name_is_asked_for_at_the_address_that_was_looked_at(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(server.base.rsplit(":", 1)[1])
    looked: list[str] = []
    hosts: list[str] = []

    def look_up(host: str, *_: object, **__: object) -> list[Any]:
        looked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    def reply(asked: registries.Asked) -> None:
        hosts.append(asked.headers["Host"])
        asked.send(404)

    server.replies = {"/": [reply]}
    monkeypatch.setattr(web, "_is_public", lambda _: True)
    monkeypatch.setattr(web.socket, "getaddrinfo", look_up)
    url = f"http://perpustakaan.example:{port}/a"
    assert registry(server, local=frozenset()).addresses([url])[url].standing is Standing.MISSING
    assert set(hosts) == {f"perpustakaan.example:{port}"}
    assert [host for host in looked if host != "127.0.0.1"] == ["perpustakaan.example"] * 2  # HEAD and GET, once each


def test_a_web_server_that_hangs_is_asked_once(server: Server) -> None:
    server.replies = {"/": [registries.hang]}
    start = time.monotonic()
    assert registry(server).addresses([f"{server.base}/a"])[f"{server.base}/a"].standing is Standing.UNASKED
    assert len(server.asked) == 1
    assert time.monotonic() - start < 1.5


def test_a_redirect_to_a_private_address_is_not_followed(server: Server) -> None:
    with serving() as inner:
        server.replies = {"/out": [registries.redirect(f"{inner.base}/secret")]}
        address = registry(server).addresses([f"{server.base}/out"])[f"{server.base}/out"]
        assert address.reason == {"en": "the address is on a private network", "id": "alamatnya ada di jaringan privat"}
        assert inner.asked == []


# ── the command line ──

LIBRARY = """\
@article{rahayu2020, author = {Rahayu, Siti}, title = {Sister Cities and Services}, journal = {Journal of Cities},
  year = {2020}, volume = {7}, pages = {15--30}, doi = {10.1234/kota}}
@article{made, author = {Nobody, Ann}, title = {A Work that was Made up}, journal = {J}, year = {2020},
  doi = {10.1234/nothing}}
@article{wrong, author = {Nobody, Ann}, title = {The Price of Rice in Java}, journal = {J}, year = {2020},
  doi = {10.1234/crops}}
"""


@pytest.fixture
def library(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    server.records = {
        DOI: {**RECORD, "updated-by": [{"type": "retraction", "DOI": "10.1234/notice"}]},
        "10.1234/crops": {**RECORD, "title": ["Deep learning of crop diseases"], "author": [{"family": "Smith"}]},
    }
    monkeypatch.setattr(crossref, "SERVICE", server.service())
    path = tmp_path / "library.bib"
    path.write_text(LIBRARY, encoding="utf-8")
    return path


def test_online_findings_are_no_errors(library: Path, run: Run, server: Server) -> None:
    ran = run("check", library, "--online", "--select", "BIB4", "--format", "json", "--locale", "en")
    found = {(finding["line"], finding["code"], finding["severity"]) for finding in json.loads(ran.out)}
    assert found == {(2, "BIB404", "warning"), (4, "BIB401", "warning"), (6, "BIB402", "warning")}
    assert ran.status == 0
    assert server.asked


def test_nothing_is_asked_in_a_plain_run(library: Path, run: Run, server: Server) -> None:
    ran = run("check", library, "--select", "ALL", "--format", "json")
    assert not {finding["code"] for finding in json.loads(ran.out)} & {f"BIB40{number}" for number in range(1, 8)}
    assert server.asked == []


def test_without_a_network_there_is_one_finding(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    service = Service("http://127.0.0.1:9/works", "http://127.0.0.1:9/handles", Limits(backoff=0.01))
    monkeypatch.setattr(crossref, "SERVICE", service)
    ran = run("check", library, "--online", "--select", "BIB4", "--format", "json")
    assert [(finding["code"], finding["severity"]) for finding in json.loads(ran.out)] == [("BIB406", "info")]
    assert ran.status == 0


@pytest.mark.usefixtures("library")
def test_a_thesis_is_asked_about_only_where_it_is_wanted(thesis: Path, run: Run, server: Server) -> None:
    path = thesis / "references" / "library.bib"
    path.write_text(path.read_text(encoding="utf-8") + LIBRARY, encoding="utf-8")
    plain = run("check", thesis, "--format", "json")
    assert server.asked == []
    chapter = next((thesis / "paper" / "id").glob("01-*.md"))
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nKota [@wrong].\n", encoding="utf-8")
    online = run("check", thesis, "--online", "--select", "BIB4", "--format", "json")
    assert [finding["code"] for finding in json.loads(online.out)] == ["BIB402"]
    assert not any("kota" in request for request in server.asked), "an entry that is not cited was asked for"
    assert "BIB402" not in plain.out + run("check", thesis, "--format", "json").out
    count = len(server.asked)
    again = run("check", thesis, "--online", "--select", "BIB4", "--format", "json")
    assert again.out == online.out
    assert len(server.asked) == count
