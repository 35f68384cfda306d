"""The report for people: position, message, the line of the source with carets, the hint, and a count at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from thesis_build.model import Checked, Finding, Span
from thesis_build.reports.lines import Paint, columns, excerpt, head, one_line, plain, printable
from thesis_build.reports.report_options import ReportOptions
from thesis_build.reports.words import advice, count

_WIDTH = 100
_CAP = 10
"""At most this many findings of a rule are shown, unless rules were selected; of the rest, the number."""

_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;34", "position": "1", "rule": "36", "soft": "2"}
_WORDS = {
    "en": {
        "more": "… and {count} more {code} {name} (--select {code} shows them)",
        "suppressed": "{count} suppressed",
        "safe": "{count} can be fixed with --fix",
        "unsafe": "{count} with --unsafe-fixes",
    },
    "id": {
        "more": "… dan {count} lagi {code} {name} (--select {code} menampilkannya)",
        "suppressed": "{count} diredam",
        "safe": "{count} dapat diperbaiki dengan --fix",
        "unsafe": "{count} dengan --unsafe-fixes",
    },
}


def report(checked: Checked, options: ReportOptions) -> str:
    """The findings with their source lines; empty where there is none, and none was suppressed."""
    if not checked.findings and not checked.suppressed:
        return ""
    paint = _colour if options.colour else plain
    shown, rest = _capped(checked.findings, options)
    parts = [_finding(finding, options, paint) for finding in shown]
    more = [paint("soft", line) + "\n" for line in rest]
    return "\n".join([*parts, *more, _summary(checked, options.locale)]) + "\n"


def _capped(findings: Sequence[Finding], options: ReportOptions) -> tuple[list[Finding], list[str]]:
    """The findings to show in full, and a line for each rule that has more."""
    if options.full:
        return list(findings), []
    seen: Counter[str] = Counter()
    shown: list[Finding] = []
    names: dict[str, str] = {}
    for finding in findings:
        seen[finding.code] += 1
        names[finding.code] = finding.name
        if seen[finding.code] <= _CAP:
            shown.append(finding)
    more = _WORDS[options.locale]["more"]
    return shown, [
        more.format(count=number - _CAP, code=code, name=names[code]) for code, number in seen.items() if number > _CAP
    ]


def _finding(finding: Finding, options: ReportOptions, paint: Paint) -> str:
    lines = [head(finding, options.locale, paint), *_excerpt(finding, options, paint)]
    lines += [
        f"  {_position(related.span)}: {one_line(related.message[options.locale])}" for related in finding.related
    ]
    lines.append(f"  {one_line(advice(finding, options.locale))}")
    return "\n".join(lines) + "\n"


def _excerpt(finding: Finding, options: ReportOptions, paint: Paint) -> list[str]:
    """The source line, and carets below the span, as wide as its text."""
    found = excerpt(finding.span, options.sources, _WIDTH)
    if not found:
        return []
    gutter = f"{found.line:>5} | "
    carets = "^" * max(1, columns(found.marked))
    return [
        f"{paint('soft', gutter)}{found.before}{found.marked}{found.after}".rstrip(),
        " " * (len(gutter) + columns(found.before)) + paint(finding.severity, carets),
    ]


def _summary(checked: Checked, locale: str) -> str:
    """How many findings there are, how many were suppressed, and how many can be fixed."""
    words = _WORDS[locale]
    fixes = [finding.fix for finding in checked.findings if finding.fix]
    safe = sum(fix.safe for fix in fixes)
    numbers = {"suppressed": len(checked.suppressed), "safe": safe, "unsafe": len(fixes) - safe}
    others = [words[name].format(count=number) for name, number in numbers.items() if number]
    return "; ".join([count(checked.findings, locale), *others])


def _position(span: Span) -> str:
    return printable(f"{span.path}:{span.line}:{span.column}")


def _colour(kind: str, text: str) -> str:
    return f"\x1b[{_COLOURS[kind]}m{text}\x1b[0m"
