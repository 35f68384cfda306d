"""The ways to stop. What is wrong with the thesis is a `Finding`; these mean that we cannot go on (exit status 2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from thesis_build.model import Finding, Span, Texts


class ThesisBuildError(Exception):
    """We cannot go on: what happened, a hint, and where, if that is known. Both texts are in every language."""

    def __init__(self, message: Texts, hint: Texts, span: Span | None = None) -> None:
        super().__init__(message["en"])
        self.message = message
        self.hint = hint
        self.span = span

    def at(self, span: Span) -> Self:
        """The same error, at this position."""
        self.span = span
        return self


class SettingsError(ThesisBuildError):
    """`paper/thesis.yaml` is missing or wrong; `findings` holds every mistake in it, `sources` its text."""

    def __init__(
        self,
        message: Texts,
        hint: Texts,
        findings: tuple[Finding, ...] = (),
        sources: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message, hint)
        self.findings = findings
        self.sources = sources or {}


class ToolError(ThesisBuildError):
    """Pandoc or Typst failed, ran out of time or out of memory."""


class TemplateError(ThesisBuildError):
    """A template cannot be rendered."""


class FilesError(ThesisBuildError):
    """A file cannot be read or written."""
