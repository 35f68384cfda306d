"""JUnit's XML, for servers that show test results. The form is stable.

A `testsuite` is a file, a `testcase` one rule in it. Severities that give exit status 1 are a `failure`, the others are
`skipped`: they are seen, and the result is that of the command. A rule that crashed is an `error`. There is one
`failure` a testcase, because some servers read no more; its text lists every finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as XML

from thesis_build.linter.run import RULE_CRASHED
from thesis_build.model import Checked, Finding, Severity
from thesis_build.reports.lines import head, one_line, printable
from thesis_build.reports.report_options import ReportOptions
from thesis_build.reports.words import advice, count

_COUNTED = (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped"), ("errors", "error"))


def report(checked: Checked, options: ReportOptions) -> str:
    """The findings as XML text; without any, one testcase that passed, since an empty result is an error to some."""
    root = XML.Element("testsuites", name="thesis-build")
    by_file: dict[str, dict[str, list[Finding]]] = {}
    for finding in checked.findings:
        by_file.setdefault(finding.span.path, {}).setdefault(finding.code, []).append(finding)
    for path, rules in sorted(by_file.items()):
        suite = XML.SubElement(root, "testsuite", name=printable(options.address(path)))
        for _, findings in sorted(rules.items()):
            _testcase(suite, findings, options)
    if not by_file:
        suite = XML.SubElement(root, "testsuite", name="thesis-build")
        XML.SubElement(suite, "testcase", name=count((), options.locale), classname="thesis-build", time="0")
    for element in (*root, root):
        for name, kind in _COUNTED:
            element.set(name, str(len(list(element.iter(kind)))))
    XML.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + XML.tostring(root, encoding="unicode") + "\n"


def _testcase(suite: XML.Element, findings: Sequence[Finding], options: ReportOptions) -> None:
    """Add a testcase for the findings of one rule in one file, those that fail first."""
    path = printable(options.address(findings[0].span.path))
    case = XML.SubElement(
        suite,
        "testcase",
        name=f"{findings[0].code} {findings[0].name}",
        classname=path,
        file=path,
        line=str(findings[0].span.line),
        time="0",
    )
    failing = [finding for finding in findings if finding.severity in options.failing]
    kind = "error" if findings[0].code == RULE_CRASHED else "failure" if failing else "skipped"
    result = XML.SubElement(case, kind)
    shown = failing or findings
    gravest = min((finding.severity for finding in shown), key=list(Severity).index)
    result.set("type", gravest)
    first = one_line(shown[0].message[options.locale])
    result.set("message", first if len(shown) == 1 else f"{count(shown, options.locale)}: {first} …")
    result.text = "\n".join(f"{head(f, options.locale)}\n  {one_line(advice(f, options.locale))}" for f in findings)
