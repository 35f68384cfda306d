"""What rules about the parity of two languages share: the differences of the comparison as findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from thesis_build.alignment.difference_cache import LocatedDifference
from thesis_build.alignment.differences import differences
from thesis_build.model import Finding, Project, Related, Texts
from thesis_build.rules.rule import Rule

COUNTERPART: Texts = {"en": "in the other language", "id": "dalam bahasa yang lain"}


class DifferenceRule(Rule):
    """A rule that reports the differences of its own code.

    Its texts may name `here` and `there` (what stands in the one and in the other language), `language` and `other`,
    and what the comparison gives besides. `lacking` are the fact and the hint where one side lacks what the other has.
    """

    lacking: ClassVar[tuple[Texts, Texts] | None] = None

    def check(self, project: Project) -> Iterator[Finding]:
        """Report the differences that the comparison of the pairs found under this code."""
        for told in differences(project):
            if told.code == self.code:
                yield self._finding(told)

    def _finding(self, told: LocatedDifference) -> Finding:
        arguments = dict(told.arguments)
        tags = list(told.spans)
        here = str(arguments.get("language", tags[-1]))
        there = next((tag for tag in tags if tag != here), "")
        if there and all(tag in arguments for tag in tags):
            arguments |= {"here": arguments[here], "there": arguments[there]}
        arguments |= {"language": here, "other": there}
        message, hint = self.lacking if self.lacking and "here" not in arguments else (None, None)
        return self.finding(
            told.spans[here],
            related=(Related(told.spans[there], COUNTERPART),) if there else (),
            severity=told.severity,
            message=message,
            hint=hint,
            **_named(arguments),
        )


def _named(arguments: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if name.isidentifier()}
