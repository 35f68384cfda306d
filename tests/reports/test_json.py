"""The stable form: exactly these keys, in this order."""

from __future__ import annotations

import json

from tests.reports.sample import CHECKED, ENGLISH, INDONESIAN, NOTHING
from thesis_build.reports import report

PLACE = ["path", "line", "column", "end_line", "end_column"]


def test_a_finding_has_exactly_the_keys_of_the_stable_form() -> None:
    found = json.loads(report("json", CHECKED, ENGLISH))
    assert len(found) == 4
    for finding in found:
        assert list(finding) == ["code", "name", "severity", "message", *PLACE, "hint", "related"]
    assert found[1]["related"] == [
        {
            "message": "the first one",
            "path": "references/library.bib",
            "line": 2,
            "column": 3,
            "end_line": 2,
            "end_column": 8,
        }
    ]
    assert {**found[0], "related": None} == {
        "code": "CIT001",
        "name": "undefined-citation",
        "severity": "error",
        "message": "the citation key “budi2020” is not in the library",
        "path": "paper/id/01-pendahuluan.md",
        "line": 3,
        "column": 19,
        "end_line": 3,
        "end_column": 28,
        "hint": "did you mean budi2021?",
        "related": None,
    }


def test_the_messages_are_in_the_language_asked_for() -> None:
    assert json.loads(report("json", CHECKED, INDONESIAN))[0]["hint"] == "maksud Anda budi2021?"


def test_no_finding_is_an_empty_array() -> None:
    assert json.loads(report("json", NOTHING, ENGLISH)) == []
