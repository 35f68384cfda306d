"""What the checker says: findings, and the edits that mend them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thesis_build.model.places import Span, Texts


class Severity(StrEnum):
    """How much a finding matters; only an error stops the build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding speaks of."""

    span: Span
    message: Texts


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
