"""A page for people without the program, a supervisor on a phone for one: one file that asks for nothing.

It is grouped by file, each finding with its source, hint and rule; severities are chosen and files opened without a
script.
The template is the program's own, never the project's: a check runs nothing that a stranger's branch brings along.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from thesis_build.linter.registry import rules
from thesis_build.linter.rule_pages import text_of
from thesis_build.model import Checked, Finding, Severity, Span
from thesis_build.reports.lines import excerpt, one_line, printable
from thesis_build.reports.report_options import ReportOptions
from thesis_build.reports.words import count, reason, severity_count
from thesis_build.templating import Html, asset, render_html

_WIDTH = 200
_OWN = Path(__file__).parents[1]
_LANGUAGE = re.compile(r"paper/([a-z]{2,3})/")
_WORDS = {
    "en": {
        "title": "Check report",
        "all": "all",
        "none": "There are no findings.",
        "error": "Error",
        "warning": "Warning",
        "info": "Note",
        "hint": "What to do",
        "line": "line",
        "column": "column",
        "show": "Show",
        "rules": "The rules",
        "suppressed": "Suppressed on purpose",
        "fixable": "The program can fix this: thesis-build check --fix",
        "unsafe": "The program can fix this; read the result: thesis-build check --unsafe-fixes",
        "no reason": "no reason given",
    },
    "id": {
        "title": "Laporan pemeriksaan",
        "all": "semua",
        "none": "Tidak ada temuan.",
        "error": "Kesalahan",
        "warning": "Peringatan",
        "info": "Catatan",
        "hint": "Yang perlu dilakukan",
        "line": "baris",
        "column": "kolom",
        "show": "Tampilkan",
        "rules": "Aturannya",
        "suppressed": "Sengaja diredam",
        "fixable": "Program dapat memperbaikinya: thesis-build check --fix",
        "unsafe": "Program dapat memperbaikinya; baca hasilnya: thesis-build check --unsafe-fixes",
        "no reason": "tanpa alasan",
    },
}


def report(checked: Checked, options: ReportOptions) -> str:
    """The findings as one HTML page in the language of the messages."""
    css = asset(_OWN, "html", "report.css").strip()
    findings = checked.findings
    files = sorted({finding.span.path for finding in findings})
    explained = _rules(findings)
    return render_html(
        _OWN,
        "report.html.j2",
        {
            "locale": options.locale,
            "words": _WORDS[options.locale],
            "csp": policy(css),
            "css": Html(css),
            "count": count(findings, options.locale),
            "severities": _severities(findings, options.locale),
            "files": [_file(path, [f for f in findings if f.span.path == path], options) for path in files],
            "rules": explained,
            "explained": [rule["code"] for rule in explained],
            "suppressed": [
                {"finding": _finding(item.finding, options), "reason": printable(reason(item, options.locale))}
                for item in checked.suppressed
            ],
        },
    )


def _severities(findings: Sequence[Finding], locale: str) -> list[dict[str, str]]:
    """The severities that occur, with the number of findings of each."""
    numbers = [(severity, sum(finding.severity is severity for finding in findings)) for severity in Severity]
    return [{"name": name, "count": severity_count(name, number, locale)} for name, number in numbers if number]


def _file(path: str, findings: Sequence[Finding], options: ReportOptions) -> dict[str, Any]:
    return {
        "path": printable(path),
        "count": count(findings, options.locale),
        "severities": sorted({str(finding.severity) for finding in findings}),
        "findings": [_finding(finding, options) for finding in sorted(findings, key=lambda finding: finding.span)],
    }


def _finding(finding: Finding, options: ReportOptions) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "position": _position(finding.span),
        "source": excerpt(finding.span, options.sources, _WIDTH),
        "language": _language(finding.span.path),
        "message": one_line(finding.message[options.locale]),
        "hint": one_line(finding.hint[options.locale]),
        "related": [
            {
                "position": _position(related.span),
                "message": one_line(related.message[options.locale]),
                "source": excerpt(related.span, options.sources, _WIDTH),
                "language": _language(related.span.path),
            }
            for related in finding.related
        ],
        "fix": "" if finding.fix is None else "fixable" if finding.fix.safe else "unsafe",
    }


def _position(span: Span) -> dict[str, Any]:
    return {"path": printable(span.path), "line": span.line, "column": span.column}


def _language(path: str) -> str:
    """The language of a file's text, where its folder is that of a language."""
    found = _LANGUAGE.match(path)
    return found[1] if found else ""


def _rules(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """The rules that found something, in the order of their codes, with what they say of themselves."""
    names = {finding.code for finding in findings}
    return [
        {
            "code": rule.code,
            "name": rule.name,
            # what stands between backticks, every second part, is code
            "paragraphs": [paragraph.split("`") for paragraph in text_of(rule).split("\n\n")],
        }
        for rule in rules()
        if rule.code in names
    ]


def policy(css: str) -> str:
    """A content security policy that lets the page load nothing but its own style."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
