"""LNT004."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Span
from thesis_build.rules.rule import Run, RunRule, matches


class UnknownRule(RunRule):
    """The settings or a suppression name a rule that does not exist, and have no effect.

    Flagged: `ignore: [BIB999]` in `thesis.yaml`; `<!-- check: ignore[duplicate-keys] -->`.

    Not flagged: a code, a name, the beginning of a code (`BIB2`), `ALL`.
    """

    code = "LNT004"
    name = "unknown-rule"
    message = {"en": "there is no rule “{named}”", "id": "tidak ada aturan “{named}”"}
    hint = {"en": "list them with: thesis-build explain", "id": "lihat daftarnya dengan: thesis-build explain"}
    near_hint = {"en": "did you mean “{near}”?", "id": "maksud Anda “{near}”?"}

    def review(self, run: Run, project: Project) -> Iterator[Finding]:
        """Look every rule up that is named."""
        from thesis_build.rules._citations import nearest

        for named, span in _named(run, project):
            if not any(matches(named, rule) for rule in run.rules):
                near = nearest(named, [name for rule in run.rules for name in (rule.code, rule.name)])
                yield self.finding(span, named=named, near=near, hint=self.near_hint if near else None)


def _named(run: Run, project: Project) -> Iterator[tuple[str, Span]]:
    settings, places = project.settings.check, project.settings.spans
    whole = Span("paper/thesis.yaml")
    for key, names in (("ignore", settings.ignore), ("select", settings.select)):
        for number, name in enumerate(names):
            yield name, places.get(f"check.{key}.{number}", whole)
    for name in settings.severity:
        yield name, places.get(f"check.severity.{name}", whole)
    for suppression in run.suppressions:
        for name in suppression.rules:
            yield name, suppression.span
