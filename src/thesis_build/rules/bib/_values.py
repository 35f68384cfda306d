"""What rules about the values of fields share: what another rule reports, and how a value is shown."""

from __future__ import annotations

from thesis_build.model import Field, LibraryFault, Project, Span, derived

_SHOWN = 80


def is_undefined(project: Project, field: Field) -> bool:
    """Whether the value names an undefined string, which BIB007 reports."""
    return not field.literal and field.span in _undefined(project)


@derived
def _undefined(project: Project) -> frozenset[Span]:
    broken = project.library.broken
    return frozenset(fault.span for fault in broken if fault.fault is LibraryFault.UNDEFINED_STRING)


def shown(value: str) -> str:
    """The beginning of a value on one line, for a message."""
    text = " ".join(value[:400].split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
