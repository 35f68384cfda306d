"""What a rule is: a code, a name, a severity, and a check from a project to findings."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from thesis_build.model import Finding, Project, Related, Severity, Span, Texts


class Rule(ABC):
    """One thing to check. The docstring of a subclass says what and why, with an example: `explain` prints it.

    `fact` and `hint` are templates in every language the checker speaks, filled by `str.format`.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    fact: ClassVar[Texts]
    hint: ClassVar[Texts]

    @abstractmethod
    def check(self, project: Project) -> Iterator[Finding]:
        """Yield what is wrong, in any order."""

    def finding(
        self,
        span: Span,
        *,
        related: tuple[Related, ...] = (),
        fact: Texts | None = None,
        hint: Texts | None = None,
        severity: Severity | None = None,
        **arguments: object,
    ) -> Finding:
        """A finding of this rule at `span`; `fact`, `hint` and `severity` replace the rule's own."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            span=span,
            message=fill(fact or self.fact, arguments),
            hint=fill(hint or self.hint, arguments),
            related=related,
        )


def fill(texts: Texts, arguments: dict[str, object]) -> Texts:
    """The texts with `{name}` replaced; an argument that is itself `Texts` gives the text in each language."""

    def argument(value: object, language: str) -> object:
        return value[language] if isinstance(value, dict) else value

    return {
        language: text.format(**{name: argument(value, language) for name, value in arguments.items()})
        for language, text in texts.items()
    }
