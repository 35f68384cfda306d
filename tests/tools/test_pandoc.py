"""Pandoc as long-lived processes: limits, errors, messages, cache."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path

import pytest

from thesis_build import pandoc_ast
from thesis_build.model import Element
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


# ── formats that are files ──────────────────────────────────────────────────────────────────────

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"></svg>'
INSIDE = f"data:image/svg+xml;base64,{base64.b64encode(SVG).decode()}"


def image(address: str) -> Element:
    link = pandoc_ast.link([], address)
    return {**link, "t": "Image"}


def packed(form: str, *blocks: Element) -> zipfile.ZipFile:
    with Pandoc(jobs=1) as pandoc:
        answer = pandoc.ask(Request("write", form, pandoc_ast.dumps(list(blocks))))
    assert (answer.text, answer.error) == ("", "")
    return zipfile.ZipFile(io.BytesIO(answer.content))


def paragraph(*inlines: Element) -> Element:
    return pandoc_ast.paragraph([*pandoc_ast.text("the text "), *inlines])


@pytest.mark.parametrize("form", ["docx", "docx+styles", "odt", "epub", "pptx"])
def test_a_file_is_answered_as_bytes(form: str) -> None:
    file = packed(form, paragraph())
    assert file.testzip() is None
    assert any(b"the" in file.read(name) and b"text" in file.read(name) for name in file.namelist())


def test_a_word_file_says_the_text_and_has_the_images_inside_the_document() -> None:
    file = packed("docx", paragraph(image(INSIDE)))
    assert b"the text" in file.read("word/document.xml")
    assert [file.read(name) for name in file.namelist() if "media" in name] == [SVG]


@pytest.mark.parametrize("form", ["docx", "odt", "epub"])
def test_a_writer_of_files_opens_no_file(form: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_bytes(SVG)
    tag = f'<img src="{secret}">'
    file = packed(form, paragraph(image(str(secret)), pandoc_ast.raw("html", tag)), pandoc_ast.raw_block("html", tag))
    assert not any(SVG in file.read(name) for name in file.namelist())


def test_a_file_is_the_same_at_any_time_and_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    request = Request("write", "docx", pandoc_ast.dumps([paragraph(image(INSIDE))]))
    with Pandoc(store=store) as pandoc:
        first = pandoc.ask(request)
    assert {entry.date_time[0] for entry in zipfile.ZipFile(io.BytesIO(first.content)).infolist()} == {1980}
    assert b"1980-01-01T00:00:00Z" in zipfile.ZipFile(io.BytesIO(first.content)).read("docProps/core.xml")
    monkeypatch.setattr(module._Worker, "ask", lambda *_: pytest.fail("asked again"))
    with Pandoc(store=store) as pandoc:
        assert pandoc.ask(request) == first


def test_a_format_that_is_none_is_an_error_and_the_next_request_is_answered() -> None:
    with Pandoc(jobs=1) as pandoc:
        wrong, good = pandoc.run(
            [Request("write", "docx", "no document"), Request("write", "html", pandoc_ast.dumps([paragraph()]))]
        )
    assert wrong.error and not wrong.content
    assert good.text == "<p>the text </p>"


def test_a_text_that_is_only_to_be_accepted_gives_the_error_that_reading_it_gives() -> None:
    texts = ["@book{a, title = {Kota}}\n", "@book{a, title = {Kota}\n", "@book{a b, title = {Kota}}\n"]
    with Pandoc(1) as pandoc:
        read = pandoc.run([Request("read", "biblatex", text) for text in texts])
        accepted = pandoc.run([Request("accept", "biblatex", text) for text in texts])
    assert [answer.error for answer in accepted] == [answer.error for answer in read]
    assert [bool(answer.error) for answer in accepted] == [False, True, True]
    assert [answer.text for answer in accepted] == ["", "", ""]
