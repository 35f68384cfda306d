"""What test servers, GitHub and GitLab read, each held against a reader or a description of its format."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from jsonschema import Draft202012Validator
from junitparser import Failure, JUnitXml, Skipped

from tests.reports.sample import CHAPTER, CHECKED, ENGLISH, ENTRY, FIELD, INDONESIAN, LIBRARY, NOTHING, PAGES
from thesis_build.model import Checked, Span
from thesis_build.reports import report
from thesis_build.reports.report_options import ReportOptions

# ── JUnit ───────────────────────────────────────────────────────────────────────────────────────


def junit(checked: Checked, options: ReportOptions = ENGLISH) -> JUnitXml:
    return JUnitXml.fromstring(report("junit", checked, options).encode())


def outcomes(read: JUnitXml) -> dict[tuple[str, str], list[object]]:
    return {(suite.name, case.name): case.result for suite in read for case in suite}


def test_a_file_is_a_suite_and_a_rule_in_it_a_case() -> None:
    read = junit(CHECKED)
    assert [(suite.name, suite.tests, suite.failures, suite.skipped) for suite in read] == [
        (CHAPTER, 2, 1, 1),
        (LIBRARY, 2, 1, 1),
    ]
    assert (read.tests, read.failures, read.skipped, read.errors) == (4, 2, 2, 0)
    (failure,) = outcomes(read)[CHAPTER, "CIT001 undefined-citation"]
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("error", "the citation key “budi2020” is not in the library")
    assert failure.text.splitlines()[1] == "  hint: did you mean budi2021?"


def test_what_does_not_fail_the_check_is_skipped() -> None:
    (warning,) = outcomes(junit(CHECKED))[LIBRARY, "BIB999 pages-hyphen"]
    assert isinstance(warning, Skipped)
    assert warning.type == "warning"
    strict = junit(CHECKED, replace(ENGLISH, failing=("error", "warning")))
    (warning,) = outcomes(strict)[LIBRARY, "BIB999 pages-hyphen"]
    assert isinstance(warning, Failure)
    assert strict.failures == 3


def test_equal_findings_are_one_case_with_all_of_them() -> None:
    read = junit(Checked((PAGES, replace(PAGES, span=Span(LIBRARY, 7, 1)))), INDONESIAN)
    (only,) = outcomes(read)[LIBRARY, "BIB999 pages-hyphen"]
    assert only.message == "2 peringatan: ada tanda hubung di halaman: 50%, {0} …"
    assert [line.split(": ")[0] for line in only.text.splitlines()[::2]] == [f"{LIBRARY}:3:12", f"{LIBRARY}:7:1"]


def test_nothing_found_is_a_test_that_passed() -> None:
    read = junit(NOTHING)
    assert (read.tests, read.failures, read.skipped) == (1, 0, 0)
    assert outcomes(read) == {("thesis-build", "no findings"): []}


def test_characters_that_xml_forbids_are_marked() -> None:
    read = junit(Checked((replace(FIELD, message={"en": "a\x00b\x1bc\uffff & <d>", "id": ""}),)))
    (failure,) = outcomes(read)[LIBRARY, "BIB004 duplicate-field"]
    assert failure.message == r"a\x00b\x1bc\uffff & <d>"


# ── GitHub ──────────────────────────────────────────────────────────────────────────────────────

COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^:]*)::(?P<data>.*)")


def unescaped(text: str) -> str:
    """As the runner of GitHub Actions reads it."""
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def commands(checked: Checked, options: ReportOptions = ENGLISH) -> list[tuple[str, dict[str, str], str]]:
    read = [COMMAND.fullmatch(line) for line in report("github", checked, options).splitlines()]
    return [
        (
            command["name"],
            {
                name: unescaped(value)
                for name, value in (part.split("=", 1) for part in command["properties"].split(","))
            },
            unescaped(command["data"]),
        )
        for command in read
        if command
    ]


def test_a_finding_is_a_command() -> None:
    assert report("github", CHECKED, ENGLISH).splitlines()[2] == (
        "::warning file=references/library.bib,line=3,endLine=3,col=12,endColumn=15,title=BIB999 pages-hyphen"
        "::a hyphen stands in the pages: 50%25, {0}%0Ahint: write --"
    )
    assert [name for name, _, _ in commands(CHECKED)] == ["error", "error", "warning", "notice"]


def test_columns_are_given_only_within_a_line() -> None:
    (_, properties, message), *_ = commands(Checked((ENTRY,)))
    assert properties == {"file": CHAPTER, "line": "3", "endLine": "5", "title": "CIT998 long-block"}
    assert message == "two paragraphs, <b>say</b>\nhint: divide\nthem"


def test_what_would_end_a_property_or_a_line_is_escaped() -> None:
    nasty = replace(FIELD, span=Span("a,b:c%.bib"), message={"en": "100%\r\n::error::x\x1b[1m ##[error]y", "id": ""})
    text = report("github", Checked((nasty,)), ENGLISH)
    assert text.count("\n") == 1
    ((_, properties, message),) = commands(Checked((nasty,)))
    assert properties["file"] == "a,b:c%.bib"
    assert message == "100%\\r\n:\uff1aerror::x\\x1b[1m ##\uff3berror]y\nhint: keep one of the two"


def test_github_gets_paths_from_where_the_command_ran() -> None:
    ((_, properties, _), *_) = commands(CHECKED, replace(ENGLISH, base="skripsi"))
    assert properties["file"] == f"skripsi/{CHAPTER}"


# ── GitLab ──────────────────────────────────────────────────────────────────────────────────────

# what GitLab's documentation of "Code Quality" asks of a report
CODE_QUALITY = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                        },
                    },
                },
            },
        },
    }
)


def test_the_code_quality_report_is_as_documented() -> None:
    issues = json.loads(report("gitlab", CHECKED, replace(ENGLISH, base="skripsi")))
    assert [error.message for error in CODE_QUALITY.iter_errors(issues)] == []
    assert [issue["severity"] for issue in issues] == ["major", "major", "minor", "info"]
    assert issues[0]["location"] == {"path": f"skripsi/{CHAPTER}", "lines": {"begin": 3, "end": 3}}
    assert (
        issues[0]["description"] == "the citation key “budi2020” is not in the library (hint: did you mean budi2021?)"
    )


def test_equal_findings_have_different_fingerprints() -> None:
    issues = json.loads(report("gitlab", Checked((PAGES, replace(PAGES, span=Span(LIBRARY, 3, 14)))), ENGLISH))
    assert len({issue["fingerprint"] for issue in issues}) == 2


def test_no_finding_is_an_empty_code_quality_report() -> None:
    assert json.loads(report("gitlab", NOTHING, ENGLISH)) == []
