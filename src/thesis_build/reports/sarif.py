"""SARIF 2.1.0 (OASIS), for code scanning and editors. The form is stable.

What was suppressed is there too, with its `suppressions`; GitHub does not read those. No more than 25,000 results are
given, because GitHub refuses more; a notification says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from thesis_build import __version__
from thesis_build.linter.baseline import fingerprints
from thesis_build.linter.registry import rules
from thesis_build.linter.rule_pages import text_of
from thesis_build.model import Checked, Crash, Edit, Finding, Fix, Severity, Span, Suppressed
from thesis_build.reports.lines import printable_json
from thesis_build.reports.report_options import ReportOptions
from thesis_build.reports.words import advice, reason
from thesis_build.rules.rule import Rule

_LIMIT = 25_000
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_IN_SOURCE = (".md", ".bib")
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEM_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_WORDS = {
    "en": {
        "root": "the folder in which thesis-build ran",
        "limit": "{given} of {found} results are given; fix some, or narrow the check with --select",
        "unsafe": "{hint} (read the result: it may change what the thesis says)",
    },
    "id": {
        "root": "folder tempat thesis-build dijalankan",
        "limit": "{given} dari {found} hasil dimuat; perbaiki sebagian, atau persempit pemeriksaan dengan --select",
        "unsafe": "{hint} (baca hasilnya: isi skripsi mungkin berubah)",
    },
}


@dataclass(frozen=True, slots=True)
class _Item:
    """A finding, its fingerprint, and how it was suppressed if it was."""

    finding: Finding
    mark: str
    suppressed: Suppressed | None = None


def report(checked: Checked, options: ReportOptions) -> str:
    """The findings and what was suppressed as SARIF text, in ASCII whatever the terminal's encoding."""
    found = _items(checked, options)
    given = found[:_LIMIT]
    first = {item.finding.code: item.finding for item in reversed(given)}
    codes = sorted(first)
    run = {
        "tool": {
            "driver": {
                "name": "thesis-build",
                "version": __version__,
                "language": options.locale,
                "rules": [_descriptor(first[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": _WORDS[options.locale]["root"]}}},
        "invocations": [_invocation(len(given), len(found), checked.crashes, options.locale)],
        "results": [_result(item, codes.index(item.finding.code), options) for item in given],
    }
    return printable_json(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)) + "\n"


def _items(checked: Checked, options: ReportOptions) -> list[_Item]:
    """Everything to report. Fingerprints are counted as for the baseline, so that theirs are the same."""
    suppressed = [*(None for _ in checked.findings), *checked.suppressed]
    findings = [*checked.findings, *(item.finding for item in checked.suppressed)]

    def position(number: int) -> tuple[bool, Span]:
        item = suppressed[number]
        return item is not None and item.suppression is not None, findings[number].span

    order = sorted(range(len(findings)), key=position)
    marks = dict(zip(order, fingerprints([findings[number] for number in order], options.sources), strict=True))
    return [_Item(finding, marks[number], suppressed[number]) for number, finding in enumerate(findings)]


def _invocation(given: int, found: int, crashes: Sequence[Crash], locale: str) -> dict[str, Any]:
    """Whether all went well; a rule that crashed is a failure of the tool, besides being a result."""
    notices: list[dict[str, Any]] = [
        {"level": "error", "message": _message(f"{crash.code}: {crash.reason}")} for crash in crashes
    ]
    if given < found:
        notices.append(
            {"level": "warning", "message": {"text": _WORDS[locale]["limit"].format(given=given, found=found)}}
        )
    return {"executionSuccessful": not crashes, "toolExecutionNotifications": notices}


def _descriptor(finding: Finding) -> dict[str, Any]:
    """What a rule is about; of one that is no rule of the checker (a mistake in the settings), its name."""
    rule = _by_code().get(finding.code)
    text = text_of(rule) if rule else finding.name.replace("-", " ")
    about = " ".join(text.split("\n\nFlagged:")[0].split())
    severity = rule.severity if rule else finding.severity
    return {
        "id": finding.code,
        "name": finding.name,
        "shortDescription": {"text": text.splitlines()[0]},
        "fullDescription": {"text": about[:1024]},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[severity], "enabled": rule.default if rule else True},
        "properties": {"problem.severity": _PROBLEM_SEVERITIES[severity], "tags": [finding.code[:3]]},
    }


def _result(item: _Item, index: int, options: ReportOptions) -> dict[str, Any]:
    finding = item.finding
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": _message(f"{finding.message[options.locale]}\n{advice(finding, options.locale)}"),
        "locations": [_location(finding.span, options)],
        "partialFingerprints": {"thesisBuild/v1": item.mark},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(related.span, options), "message": _message(related.message[options.locale])}
            for number, related in enumerate(finding.related, start=1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix, finding.hint[options.locale], options)]
    if item.suppressed:
        result["suppressions"] = [_suppression(item.suppressed, options)]
    return result


def _suppression(suppressed: Suppressed, options: ReportOptions) -> dict[str, Any]:
    suppression = suppressed.suppression
    in_source = suppression is not None and suppression.span.path.endswith(_IN_SOURCE)
    made: dict[str, Any] = {"kind": "inSource" if in_source else "external", "status": "accepted"}
    justification = reason(suppressed, options.locale)
    if justification:
        made["justification"] = justification
    if suppression:
        made["location"] = _location(suppression.span, options)
    return made


def _fix(fix: Fix, hint: str, options: ReportOptions) -> dict[str, Any]:
    by_file: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        by_file.setdefault(edit.span.path, []).append(edit)
    description = hint if fix.safe else _WORDS[options.locale]["unsafe"].format(hint=hint)
    return {
        "description": _message(description),
        "artifactChanges": [
            {
                "artifactLocation": _artifact(path, options),
                "replacements": [
                    {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
                    for edit in sorted(edits, key=lambda edit: edit.span)
                ],
            }
            for path, edits in by_file.items()
        ],
    }


def _location(span: Span, options: ReportOptions) -> dict[str, Any]:
    return {
        "physicalLocation": {"artifactLocation": _artifact(span.path, options), "region": _region(span)},
    }


def _artifact(path: str, options: ReportOptions) -> dict[str, Any]:
    """A file by its URI, relative to where the command runs if it lies below."""
    address = PurePosixPath(options.address(path))
    if address.is_absolute():
        return {"uri": address.as_uri()}
    return {"uri": quote(str(address)), "uriBaseId": _ROOT}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _message(text: str) -> dict[str, str]:
    """A message; `{0}` would be a placeholder, so its braces are doubled. Viewers show others as they are."""
    return {"text": re.sub(r"\{(\d+)\}", r"{{\1}}", text)}


@cache
def _by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in rules()}
