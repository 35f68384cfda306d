"""Finding the citation style, dependent or not."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from thesis_build.errors import SettingsError
from thesis_build.model import Settings, Source
from thesis_build.readers.style import read_style, try_style
from thesis_build.tools.pandoc import Pandoc
from thesis_build.tools.project_files import DiskFiles

PARENT = "http://www.zotero.org/styles/ieee"


def read(root: Path, content: str) -> str:
    (root / "references").mkdir(exist_ok=True)
    (root / "references" / "own.csl").write_text(content, encoding="utf-8")
    return read_style(DiskFiles(root), Settings({}, (), date(2026, 11, 24), ("id",), {}, style="own")).path


@pytest.mark.parametrize(
    ("links", "path"),
    [
        ("", "references/own.csl"),
        (f'<link href="{PARENT}" rel="self"/>', "references/own.csl"),
        (f'<link href="http://a.org/own" rel="self"/><link href="{PARENT}" rel="independent-parent"/>', "ieee.csl"),
        (f'<link rel="independent-parent" href="{PARENT}"/>', "ieee.csl"),
        (f'<link\n href="{PARENT}"\n rel="independent-parent"/>', "ieee.csl"),
    ],
)
def test_a_dependent_style_stands_for_its_parent(tmp_path: Path, links: str, path: str) -> None:
    assert read(tmp_path, f"<style><info>{links}</info></style>") == path


def test_a_parent_that_is_not_there_is_a_mistake_of_the_settings(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        read(tmp_path, '<style><link href="http://a.org/styles/nowhere" rel="independent-parent"/></style>')


@pytest.mark.parametrize("link", ["link", "c:link"])
@pytest.mark.parametrize("href", ["/etc/hostname", "file:///etc/hostname", "http://127.0.0.1:9/a/../ieee"])
def test_no_link_reaches_pandoc(tmp_path: Path, link: str, href: str) -> None:
    """The last part of the address may name a style that ships; nothing else is ever opened."""
    text = f'<style xmlns:c="a"><{link} rel="independent-parent" href="{href}">ieee</{link}></style>'
    (tmp_path / "references").mkdir()
    (tmp_path / "references" / "own.csl").write_text(text, encoding="utf-8")
    settings = Settings({}, (), date(2026, 11, 24), ("id",), {}, style="own")
    if not href.endswith("ieee"):
        with pytest.raises(SettingsError, match="no citation style"):
            read_style(DiskFiles(tmp_path), settings)
    else:
        assert "independent-parent" not in read_style(DiskFiles(tmp_path), settings).text


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE style [<!ENTITY a SYSTEM "/etc/hostname">]><style><info><title>&a;</title></info></style>',
        "<style><info></style>",
        "<a>" * 100_000 + "</a>" * 100_000,
        "",
    ],
)
def test_what_is_not_well_formed_or_has_a_dtd_is_no_style(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"references/own\.csl is not a valid CSL style"):
        read(tmp_path, text)


@pytest.mark.parametrize("piece", ["<link", "<link href=", '<link href="/a/a"', '<link href="/'])
def test_the_time_is_in_proportion_to_the_text(tmp_path: Path, piece: str) -> None:
    start = time.process_time()
    with pytest.raises(SettingsError):
        read(tmp_path, piece * (200_000 // len(piece)))
    assert time.process_time() - start < 2


@pytest.mark.parametrize("inside", ["", "<citation/>", "<info/><bibliography/>"])
def test_a_style_that_pandoc_refuses_is_a_mistake_of_that_file(inside: str) -> None:
    style = Source("references/own.csl", f'<style xmlns="http://purl.org/net/xbiblio/csl">{inside}</style>')
    with Pandoc(1) as pandoc, pytest.raises(SettingsError, match=r"references/own\.csl cannot be used") as caught:
        try_style(style, pandoc)
    assert caught.value.span and caught.value.span.path == "references/own.csl"
    assert not any(word in caught.value.message["en"] for word in ("Error", "/tmp", "data:"))


def test_a_style_that_pandoc_uses_is_none(tmp_path: Path) -> None:
    settings = Settings({}, (), date(2026, 11, 24), ("id",), {}, style="ieee")
    text = read_style(DiskFiles(tmp_path), settings).text
    with Pandoc(1) as pandoc:
        try_style(Source("references/own.csl", text), pandoc)


def test_an_error_of_xml_stands_in_the_file(tmp_path: Path) -> None:
    text = "<style>\n<info>é\n"
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, text)
    span = caught.value.span
    lines = text.split("\n")
    assert span and 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1
