"""The words of the reports, in every language the checker speaks."""

from __future__ import annotations

from collections.abc import Sequence

from thesis_build.model import Finding, Severity, Suppressed

HINT = {"en": "hint", "id": "saran"}

_COUNTS = {
    "en": {
        Severity.ERROR: ("1 error", "{} errors"),
        Severity.WARNING: ("1 warning", "{} warnings"),
        Severity.INFO: ("1 note", "{} notes"),
    },
    "id": {
        Severity.ERROR: ("1 kesalahan", "{} kesalahan"),
        Severity.WARNING: ("1 peringatan", "{} peringatan"),
        Severity.INFO: ("1 catatan", "{} catatan"),
    },
}
_NONE = {"en": "no findings", "id": "tidak ada temuan"}
_IN_BASELINE = {"en": "known: it is in the baseline", "id": "sudah diketahui: ada dalam garis dasar"}
_UNTIL = {"en": "until {}", "id": "sampai {}"}


def severity_count(severity: Severity, number: int, locale: str) -> str:
    """How many findings of a severity there are: “2 errors”."""
    one, many = _COUNTS[locale][severity]
    return one if number == 1 else many.format(number)


def count(findings: Sequence[Finding], locale: str) -> str:
    """How many findings there are, by severity: “2 errors, 1 note”."""
    numbers = [(severity, sum(finding.severity is severity for finding in findings)) for severity in Severity]
    return (
        ", ".join(severity_count(severity, number, locale) for severity, number in numbers if number) or _NONE[locale]
    )


def advice(finding: Finding, locale: str) -> str:
    """The hint, as a sentence of its own."""
    return f"{HINT[locale]}: {finding.hint[locale]}"


def reason(item: Suppressed, locale: str) -> str:
    """Why a finding was suppressed, as far as the author gave a reason."""
    suppression = item.suppression
    if suppression is None:
        return _IN_BASELINE[locale]
    until = _UNTIL[locale].format(suppression.until.isoformat()) if suppression.until else ""
    return "; ".join(part for part in (suppression.reason, until) if part)
