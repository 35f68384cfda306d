"""The ways to stop. What is wrong with the thesis is a `Finding`; these say that we cannot go on (exit status 2)."""

from __future__ import annotations

from thesis_build.model import Finding, Span, Texts


class ThesisBuildError(Exception):
    """We cannot go on: what happened, a hint, and the place where there is one. Both texts are in every language."""

    def __init__(self, message: Texts, hint: Texts, span: Span | None = None) -> None:
        super().__init__(message["en"])
        self.message = message
        self.hint = hint
        self.span = span


class SettingsError(ThesisBuildError):
    """`paper/thesis.yaml` is missing or wrong; `findings` holds every mistake in it."""

    def __init__(self, message: Texts, hint: Texts, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message, hint)
        self.findings = findings


class ToolError(ThesisBuildError):
    """Pandoc or Typst failed, ran out of time or out of memory."""


class TemplateError(ThesisBuildError):
    """A template cannot be rendered."""


class FilesError(ThesisBuildError):
    """A file cannot be read or written."""
