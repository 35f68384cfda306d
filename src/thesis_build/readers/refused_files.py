"""Files of a project that are refused: which and why, as a mistake that stops the reading."""

from __future__ import annotations

from thesis_build.errors import SettingsError
from thesis_build.model import Finding, Severity, Span
from thesis_build.tools.project_files import RefusedFile


def as_mistake(refused: RefusedFile) -> SettingsError:
    """The error for a file that is not read, with a finding that names it."""
    finding = Finding("CFG001", "settings", Severity.ERROR, Span(refused.shown), refused.message, refused.hint)
    return SettingsError(refused.message, refused.hint, (finding,))
