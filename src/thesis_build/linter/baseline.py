"""What stays the same of a finding while the text around it moves, and the baselines made of that.

A fingerprint rests on the rule, the file and the words at the place, not on line numbers or on the language of the
message; equal ones in a file are counted.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from thesis_build.model import Finding, Span

_VERSION = 1
_OWN = "LNT"


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings that are known and accepted: fingerprint → the path it was in, and what was said."""

    marks: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def fingerprints(findings: Sequence[Finding], sources: Mapping[str, str]) -> tuple[str, ...]:
    """A fingerprint (32 hexadecimal digits) for each finding, in their order."""
    seen: Counter[str] = Counter()
    marks: list[str] = []
    lines = {path: text.split("\n") for path, text in sources.items()}
    for finding in findings:
        what = "\0".join((finding.code, finding.span.path, _words(finding.span, lines), finding.message["en"]))
        seen[what] += 1
        marks.append(hashlib.sha256(f"{what}\0{seen[what]}".encode()).hexdigest()[:32])
    return tuple(marks)


def acceptable(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that a baseline can know: not those about the checker's own instructions, which come after it."""
    return tuple(finding for finding in findings if not finding.code.startswith(_OWN))


def write_baseline(findings: Sequence[Finding], sources: Mapping[str, str]) -> str:
    """The findings as a baseline file: JSON, a line each, sorted, so that two branches merge."""
    rows = sorted(
        [finding.span.path, finding.code, mark, finding.message["en"]]
        for finding, mark in zip(findings, fingerprints(findings, sources), strict=True)
    )
    body = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f'{{"version": {_VERSION}, "findings": [\n{body}\n]}}\n'


def read_baseline(text: str) -> Baseline:
    """The baseline in a file's text; raises `ValueError` where it is none."""
    try:
        data: Any = json.loads(text)
        if data["version"] == _VERSION:
            return Baseline({str(mark): (str(path), f"{code} {said}") for path, code, mark, said in data["findings"]})
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("no baseline") from error
    raise ValueError(f"no baseline of version {_VERSION}")


def _words(span: Span, lines: Mapping[str, Sequence[str]]) -> str:
    """The line at a place, without its white space."""
    found = lines.get(span.path, ())
    return " ".join(found[span.line - 1].split()) if 0 < span.line <= len(found) else ""
