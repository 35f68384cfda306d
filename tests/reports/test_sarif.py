"""SARIF, held against the JSON schema of the standard: `sarif-2.1.0-rtm.5.json`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from tests.reports.sample import (
    CHAPTER,
    CHECKED,
    CITATION,
    ENGLISH,
    FIELD,
    INDONESIAN,
    LIBRARY,
    NOTHING,
    PAGES,
    SOURCES,
    suppressed,
)
from thesis_build.linter.baseline import fingerprints
from thesis_build.linter.registry import rules
from thesis_build.linter.rule_pages import text_of
from thesis_build.model import Checked, Span
from thesis_build.reports import report
from thesis_build.reports.report_options import ReportOptions

SCHEMA = Draft4Validator(json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")))


def run(checked: Checked, options: ReportOptions = ENGLISH) -> dict[str, Any]:
    """The only run of the report, which is valid."""
    log = json.loads(report("sarif", checked, options))
    assert [error.message for error in SCHEMA.iter_errors(log)] == []
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def test_the_schema_can_be_broken() -> None:
    log = json.loads(report("sarif", CHECKED, ENGLISH))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not SCHEMA.is_valid(log)


@pytest.mark.parametrize("checked", [CHECKED, NOTHING], ids=["findings", "nothing"])
@pytest.mark.parametrize("options", [ENGLISH, INDONESIAN], ids=["en", "id"])
def test_the_report_is_valid(checked: Checked, options: ReportOptions) -> None:
    assert len(run(checked, options)["results"]) == len(checked.findings) + len(checked.suppressed)


def test_a_result_has_level_place_and_message() -> None:
    found = run(CHECKED)
    assert found["columnKind"] == "unicodeCodePoints"
    result = found["results"][0]
    assert (result["ruleId"], result["level"]) == ("CIT001", "error")
    assert (
        result["message"]["text"] == "the citation key “budi2020” is not in the library\nhint: did you mean budi2021?"
    )
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": CHAPTER, "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 3, "startColumn": 19, "endLine": 3, "endColumn": 28},
            }
        }
    ]
    assert [result["level"] for result in found["results"][:4]] == ["error", "error", "warning", "note"]


def test_a_result_points_to_its_rule_which_explains_itself() -> None:
    found = run(CHECKED)
    descriptors = found["tool"]["driver"]["rules"]
    for result in found["results"]:
        assert descriptors[result["ruleIndex"]]["id"] == result["ruleId"]
    texts = {rule.code: text_of(rule) for rule in rules()}
    described = {descriptor["id"]: descriptor for descriptor in descriptors}
    assert described["BIB004"]["help"]["text"] == texts["BIB004"]
    assert described["BIB004"]["shortDescription"]["text"] == "An entry has a field twice."
    assert "helpUri" not in described["BIB004"]
    assert described["BIB999"]["shortDescription"]["text"] == "pages hyphen"  # of no rule: only its name


def test_second_places_are_related_locations() -> None:
    (related,) = run(CHECKED)["results"][1]["relatedLocations"]
    assert related["message"]["text"] == "the first one"
    assert related["physicalLocation"]["region"]["startLine"] == 2


def test_a_fix_is_its_edits_and_says_whether_it_is_safe() -> None:
    unsafe, _, safe, _ = run(CHECKED)["results"][:4]
    assert safe["fixes"] == [
        {
            "description": {"text": "write --"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": LIBRARY, "uriBaseId": "%SRCROOT%"},
                    "replacements": [
                        {
                            "deletedRegion": {"startLine": 3, "startColumn": 13, "endLine": 3, "endColumn": 14},
                            "insertedContent": {"text": "--"},
                        }
                    ],
                }
            ],
        }
    ]
    assert "may change what the thesis says" in unsafe["fixes"][0]["description"]["text"]


def test_what_was_suppressed_says_by_whom() -> None:
    by = [result.get("suppressions") for result in run(CHECKED)["results"]]
    assert by[:4] == [None] * 4
    (field,), (settings,), (baseline,) = by[4:]
    assert (field["kind"], field["justification"]) == ("inSource", "in press; until 2027-01-31")
    assert field["location"]["physicalLocation"]["artifactLocation"]["uri"] == LIBRARY
    assert settings["kind"] == "external"
    assert "justification" not in settings
    assert settings["location"]["physicalLocation"]["artifactLocation"]["uri"] == "paper/thesis.yaml"
    assert (baseline["kind"], baseline["justification"]) == ("external", "known: it is in the baseline")


def test_fingerprints_are_those_of_the_baseline_and_all_different() -> None:
    # the second of two equal findings is known: its mark is that of a second one, as when the baseline was written
    twin = replace(PAGES, span=Span(LIBRARY, 3, 14, 3, 15))
    marks = fingerprints([PAGES, twin], SOURCES)
    results = run(Checked((PAGES,), (suppressed(1, None), replace(suppressed(1, None), finding=twin))))["results"]
    shown = [result["partialFingerprints"]["thesisBuild/v1"] for result in results]
    assert (shown[0], shown[2]) == marks
    assert len(set(shown)) == 3


def test_a_number_in_braces_is_no_place_to_fill_in() -> None:
    texts = [result["message"]["text"] for result in run(CHECKED)["results"]]
    assert texts[2].startswith("a hyphen stands in the pages: 50%, {{0}}\n")


def test_a_project_in_a_folder_has_addresses_from_where_the_command_ran() -> None:
    options = replace(ENGLISH, base="skripsi saya")
    place = run(CHECKED, options)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": f"skripsi%20saya/{CHAPTER}", "uriBaseId": "%SRCROOT%"}
    place = run(CHECKED, replace(ENGLISH, base="/thesis"))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": f"file:///thesis/{CHAPTER}"}


def test_no_more_results_are_given_than_github_takes() -> None:
    many = tuple(replace(PAGES, span=Span(LIBRARY, line)) for line in range(1, 25_002))
    log = json.loads(report("sarif", Checked((CITATION, FIELD, *many)), ENGLISH))["runs"][0]
    assert len(log["results"]) == 25_000
    assert [result["ruleId"] for result in log["results"][:2]] == ["CIT001", "BIB004"]
    (notice,) = log["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("25000 of 25003 results are given")


def test_the_text_is_ascii() -> None:
    assert report("sarif", CHECKED, INDONESIAN).isascii()
