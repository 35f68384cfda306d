"""No unchecked work or field slips into the library: `checked_works.yaml` has them as they were looked up."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from thesis_build.model import Entry
from thesis_build.readers.bibtex.library import read_library
from thesis_build.readers.source import read_source
from thesis_build.tools.project_files import DiskFiles

OWN = frozenset({"urldate", "langid", "check-ignore", "shorttitle", "options", "useprefix", "title-id", "title-en"})
"""Fields that say how and when we read or print a work, not what it is."""


@cache
def checked() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(
        (Path(__file__).parent / "checked_works.yaml").read_text(encoding="utf-8")
    )
    return loaded


@cache
def entries() -> dict[str, Entry]:
    source = read_source(DiskFiles(ROOT), "references/library.bib")
    return {entry.key: entry for entry in read_library([source] if source else []).entries}


def test_every_entry_is_a_checked_work() -> None:
    assert set(entries()) == set(checked())


@pytest.mark.parametrize("key", sorted(checked()))
def test_an_entry_has_the_fields_as_checked(key: str) -> None:
    entry = entries()[key]
    fields = {name: field.value for name, field in entry.fields.items() if name not in OWN}
    assert {"type": entry.type, **fields} == {name: str(value) for name, value in checked()[key].items()}


def test_every_entry_says_its_language_and_every_web_source_its_day() -> None:
    for entry in entries().values():
        assert entry.value("langid"), entry.key
        assert entry.type != "online" or entry.value("urldate"), entry.key


def test_every_entry_is_cited_in_the_text_or_in_its_data() -> None:
    paper = ROOT / "paper"
    text = "".join(path.read_text(encoding="utf-8") for path in (*paper.glob("??/*.md"), *paper.glob("data/*.csv")))
    assert [key for key in entries() if key not in text] == []
    assert len(entries()) >= 150
