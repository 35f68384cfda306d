"""Pandoc as long-lived processes: limits, errors, messages, cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from thesis_build.tools import pandoc as module
from thesis_build.tools.pandoc import MARKDOWN, Pandoc, Request
from thesis_build.tools.store import Store

ENDLESS = Request("read", "biblatex", "@book{a, crossref={b}}\n@book{b, crossref={a}}\n")


def test_an_endless_request_ends_and_the_next_one_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SECONDS", 1.0)
    with Pandoc(jobs=1) as pandoc:
        endless, good = pandoc.run([ENDLESS, Request("read", MARKDOWN, "*a*")])
    assert "no answer within 1 s" in endless.error or "out of memory" in endless.error
    assert not good.error
    assert '"Emph"' in good.text


def test_a_request_too_large_for_the_memory_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """The heap stays within `-M`: Pandoc then either stops, or collects garbage until its time is up."""
    monkeypatch.setattr(module, "_MEMORY", "128m")
    monkeypatch.setattr(module, "_SECONDS", 3.0)
    with Pandoc(jobs=1) as pandoc:
        assert pandoc.ask(Request("read", MARKDOWN, "[a](b) *c* " * 200_000)).error


def test_the_reader_opens_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    text = f".. include:: {secret}\n\n.. csv-table::\n   :file: {secret}\n"
    with Pandoc(jobs=1) as pandoc:
        answer = pandoc.ask(Request("read", "rst", text))
    assert "secret words" not in answer.text


def test_an_empty_text_is_read() -> None:
    with Pandoc(jobs=1) as pandoc:
        assert '"blocks":[]' in pandoc.ask(Request("read", MARKDOWN, "")).text


def test_messages_have_their_place() -> None:
    with Pandoc(jobs=1) as pandoc:
        (message,) = pandoc.ask(Request("read", MARKDOWN, "a\n\n[^x]: b\n")).messages
    assert (message.kind, message.line) == ("NoteDefinedButNotUsed", 3)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_answers_keep_the_order_of_the_requests(jobs: int) -> None:
    requests = [Request("read", MARKDOWN, f"word{number} " * number) for number in range(1, 12)]
    with Pandoc(jobs=jobs) as pandoc:
        answers = pandoc.run(requests)
    assert [f"word{number}" in answer.text for number, answer in enumerate(answers, 1)] == [True] * 11


def test_what_is_cached_is_not_asked_again_and_damage_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    request = Request("read", MARKDOWN, "a [^b]\n\n[^c]: d\n")
    with Pandoc(store=store) as pandoc:
        first = pandoc.ask(request)
    with monkeypatch.context() as patch:
        patch.setattr(module._Worker, "ask", lambda *_: pytest.fail("asked again"))
        with Pandoc(store=store) as pandoc:
            assert pandoc.ask(request) == first
    (entry,) = tmp_path.glob("??/*")
    entry.write_bytes(entry.read_bytes()[:-3])
    with Pandoc(store=store) as pandoc:
        assert pandoc.ask(request) == first


def test_a_store_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with Pandoc(store=Store(blocked)) as pandoc:
        assert not pandoc.ask(Request("read", MARKDOWN, "a")).error
