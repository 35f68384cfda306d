"""What the checker says: findings, the edits that mend them, and what was silenced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thesis_build.model.spans import Span, Texts


class Severity(StrEnum):
    """How much a finding matters; only an error stops the build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Profile(StrEnum):
    """For what occasion a thesis is checked; some rules have another grade in one of them."""

    DRAFT = "draft"
    DEFENCE = "defence"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding speaks of."""

    span: Span
    message: Texts


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in place of what stands at `span` (before it, where the span is empty)."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding, all or none; a `safe` one cannot change what the thesis says."""

    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with the thesis: rule, place, fact and way out."""

    code: str
    name: str
    severity: Severity
    span: Span
    message: Texts
    hint: Texts
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Suppression:
    """The author's word that certain findings are meant: `rules` are codes, names or beginnings of codes.

    It stands at `span` and silences what is found in the lines `first` to `last` of the file `path` (a glob pattern
    where it comes from the settings). `until` is the last day on which it holds.
    """

    rules: tuple[str, ...]
    reason: str
    until: date | None
    span: Span
    path: str
    first: int = 1
    last: int = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was silenced: by a suppression, or (None) because the baseline knows it."""

    finding: Finding
    suppression: Suppression | None


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that stopped with an error of its own: a bug of this program, so that findings may be missing."""

    code: str
    reason: str
    traceback: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check: findings in order, those suppressed, codes of rules that ran to the end, and crashes."""

    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    ran: frozenset[str] = frozenset()
    crashes: tuple[Crash, ...] = ()
