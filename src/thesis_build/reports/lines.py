"""Lines for people: the head of a finding, the line of the source around a span, and how wide text is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from thesis_build.model import Finding, Span

Paint = Callable[[str, str], str]
"""Colours a text: what it is (a severity, `position`, `rule`, `soft`) and the text → the text to print."""

_TAB = "    "
_CONTROL = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
_COMMAND = re.compile(r"^(?P<space>\s*)::|##(?P<vso>vso)?\[")
"""What a build server takes for a command: `::` that begins a line, `##[` and `##vso[` anywhere in one."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of the source, cut around a span: its number, and the text before, in and after the span."""

    line: int
    before: str
    marked: str
    after: str


def plain(kind: str, text: str) -> str:
    """The text as it is, without colour."""
    del kind
    return text


def head(finding: Finding, locale: str, paint: Paint = plain) -> str:
    """The line with position, severity, rule and message."""
    span = finding.span
    position = paint("position", printable(f"{span.path}:{span.line}:{span.column}"))
    rule = paint("rule", f"{finding.code} {finding.name}")
    return f"{position}: {paint(finding.severity, finding.severity)} {rule}: {one_line(finding.message[locale])}"


def excerpt(span: Span, sources: Mapping[str, str], width: int) -> Excerpt | None:
    """The line of a span, cut to about `width` characters around it; None where it is blank or does not exist."""
    lines = _lines(sources.get(span.path, ""))
    if not 0 < span.line <= len(lines) or not lines[span.line - 1].strip():
        return None
    line = _COMMAND.sub(_disarmed, lines[span.line - 1])
    at = min(span.column - 1, len(line))
    end = max(at, min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line))
    first = max(0, min(at - width // 2, len(line) - width)) if len(line) > width else 0
    last = min(len(line), first + width)
    return Excerpt(
        span.line,
        ("…" if first else "") + printable(line[first:at]),
        printable(line[at : min(end, last)]),
        printable(line[min(end, last) : last]) + ("…" if last < len(line) else ""),
    )


@lru_cache(maxsize=8)
def _lines(text: str) -> list[str]:
    """The lines of a file; a file with thousands of findings is divided once."""
    return text.split("\n")


def printable(text: str) -> str:
    """The text as it can stand on a line of a terminal or of a build server's log.

    Tabs are spaces, characters that control a terminal or the direction of text are escapes, and what a server would
    take for a command has one of its characters in full width.
    """
    return _COMMAND.sub(_disarmed, _CONTROL.sub(_escape, text.replace("\t", _TAB)))


def printable_lines(text: str) -> str:
    """A message of several lines, each of them printable."""
    return "\n".join(printable(line) for line in text.split("\n"))


def printable_json(text: str) -> str:
    """JSON text without what a build server takes for a command; it is read as the same values."""
    return re.sub(r"##(vso)?\[", lambda found: f"{found[0][:-1]}\\u005b", text)


def _escape(found: re.Match[str]) -> str:
    return ascii(found[0])[1:-1]


def _disarmed(found: re.Match[str]) -> str:
    """The prefix in as many characters, so that spans stay."""
    return f"{found['space']}:\uff1a" if found[0].endswith("::") else f"{found[0][:-1]}\uff3b"


def one_line(text: str) -> str:
    """A message on one line."""
    return printable(" ".join(text.split("\n")))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for a wide character (CJK), none for a combining one."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
