"""What a rule is: a code, a name, a severity, and a check from a project to findings."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from thesis_build.model import Finding, Fix, Profile, Project, Related, Severity, Span, Suppression, Texts


class Rule(ABC):
    """One thing to check. The docstring of a subclass says what and why, with an example: `explain` prints it.

    `severity` is that of the plain case, `severities` are the others that it may give; the docstring says when.
    `message` and `hint` are templates in every language the checker speaks, filled by `str.format`. A rule that is off
    by `default` runs where it is selected; one that is `online` only where the network may be asked, and never as an
    error. What one that is `of_bibtex` finds in CSL items is left out. `profiles` gives
    it another severity on some occasions.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    severities: ClassVar[tuple[Severity, ...]] = ()
    default: ClassVar[bool] = True
    online: ClassVar[bool] = False
    of_bibtex: ClassVar[bool] = False
    profiles: ClassVar[Mapping[Profile, Severity]] = {}
    message: ClassVar[Texts]
    hint: ClassVar[Texts]

    @abstractmethod
    def check(self, project: Project) -> Iterator[Finding]:
        """Yield what is wrong, in any order."""

    def finding(
        self,
        span: Span,
        *,
        related: tuple[Related, ...] = (),
        message: Texts | None = None,
        hint: Texts | None = None,
        severity: Severity | None = None,
        fix: Fix | None = None,
        **arguments: object,
    ) -> Finding:
        """A finding of this rule at `span`; `message`, `hint` and `severity` replace the rule's own."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            span=span,
            message=fill(message or self.message, arguments),
            hint=fill(hint or self.hint, arguments),
            related=related,
            fix=fix,
        )


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of the rules showed about the checker's own instructions.

    `rules` are all there are, `ran` the codes of those that ran to the end, `crashed` maps the code of a rule that
    failed to the reason. `used` are the suppressions that suppressed something, `lost` the entries of the baseline
    that no longer match anything: the path of each, and a text that describes it.
    """

    rules: tuple[Rule, ...]
    ran: frozenset[str]
    crashed: Mapping[str, str]
    suppressions: tuple[Suppression, ...]
    used: frozenset[Suppression]
    lost: tuple[tuple[str, str], ...]
    today: date


class RunRule(Rule):
    """A rule about the checker's own instructions: it looks at the run of the other rules."""

    def check(self, project: Project) -> Iterator[Finding]:
        """Nothing: there is no run yet."""
        del project
        return iter(())

    @abstractmethod
    def review(self, run: Run, project: Project) -> Iterator[Finding]:
        """Yield what is wrong with the instructions, in any order."""


def matches(named: str, rule: Rule) -> bool:
    """Whether `named` (a code, the beginning of one, a name, or ALL) means this rule."""
    return named in ("ALL", rule.name) or (named.isupper() and rule.code.startswith(named))


def fill(texts: Texts, arguments: dict[str, object]) -> Texts:
    """The texts with `{name}` replaced; an argument that is itself `Texts` gives the text in each language.

    What is quoted over several lines becomes one line.
    """

    def argument(value: object, language: str) -> object:
        chosen = value[language] if isinstance(value, dict) else value
        return " ".join(chosen.split()) if isinstance(chosen, str) and "\n" in chosen else chosen

    return {
        language: text.format(**{name: argument(value, language) for name, value in arguments.items()})
        for language, text in texts.items()
    }
