"""What rules say Pandoc loses is lost, and what they say it prints is there: measured with the Pandoc that builds."""

from __future__ import annotations

import json
from typing import Any

import pypandoc

from thesis_build.bibliography.entry_types import HALF_PARTS, KNOWN, NOT_PRINTED, PARTS
from thesis_build.rules.bib._rename_key import is_bare
from thesis_build.rules.bib.exotic_entry_dropped import _ADDRESSES, _PERSONS


def csl(*entries: str) -> dict[str, dict[str, Any]]:
    read = json.loads(pypandoc.convert_text("\n".join(entries), "csljson", format="biblatex"))
    return {entry["id"]: entry for entry in read}


def test_parts_are_printed_with_the_title_of_the_whole_and_nothing_else_is() -> None:
    read = csl(*(f"@{kind}{{{kind}, title = {{Kota}}, booktitle = {{Desa}}}}" for kind in KNOWN - NOT_PRINTED))
    assert {kind for kind, entry in read.items() if entry.get("container-title") == "Desa"} == PARTS
    assert PARTS.issuperset(HALF_PARTS.values())


def test_fields_are_lost() -> None:
    names = sorted(_PERSONS | {"eid", "holder", "issue"})
    read = csl(*(f"@article{{{name}, title = {{Kota}}, {name} = {{Zzz}}}}" for name in names))
    assert sorted(read) == names
    assert "Zzz" not in json.dumps(read)


def test_an_issue_is_printed_beside_a_number() -> None:
    read = csl("@article{kota, title = {Kota}, number = {3}, issue = {Zzz}}")
    assert read["kota"]["issue"] == "3, Zzz"


def test_an_eprint_becomes_an_address_only_where_pandoc_knows_the_place() -> None:
    kinds = [*_ADDRESSES, "hal", "hdl"]
    read = csl(*(f"@misc{{{kind}, title = {{Kota}}, eprint = {{1}}, eprinttype = {{{kind}}}}}" for kind in kinds))
    assert {kind for kind, entry in read.items() if "URL" in entry} == _ADDRESSES


def test_a_title_without_langid_loses_its_capitals() -> None:
    read = csl(
        "@book{a, title = {Kerja Sama Kota}}",
        "@book{b, title = {Kerja Sama Kota}, langid = {indonesian}}",
        "@book{c, title = {Kerja Sama Kota}, language = {indonesian}}",
    )
    assert [read[key]["title"] for key in "abc"] == ["Kerja sama kota", "Kerja Sama Kota", "Kerja sama kota"]


def test_a_bare_key_is_one_that_pandoc_reads_to_its_end() -> None:
    keys = [
        "4",
        "a-b",
        "a.b",
        "a:b/c",
        "_a",
        "Bäck",
        "a?b",
        "a$b",
        "a--b",
        "a::b",
        "a;b",
        "a!b",
        "a(b)",
        "a*b",
        "a.",
        "-a",
    ]
    text = "\n\n".join(f"@{key}" for key in keys)
    blocks = json.loads(pypandoc.convert_text(text, "json", format="markdown"))["blocks"]
    for key, block in zip(keys, blocks, strict=True):
        assert is_bare(key) == (f'"citationId": "{key}"' in json.dumps(block, ensure_ascii=False)), key
