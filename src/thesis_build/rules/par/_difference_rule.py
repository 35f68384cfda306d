"""What rules about the parity of two languages share: the differences of the comparison as findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, ClassVar, Generic, TypeVar, cast

from thesis_build.alignment.difference_cache import LocatedDifference
from thesis_build.alignment.differences import differences
from thesis_build.alignment.evidence import Evidence, QuantityPair
from thesis_build.alignment.kinds import Kind
from thesis_build.model import Finding, Project, Related, Severity, Texts
from thesis_build.rules.rule import Rule

COUNTERPART: Texts = {"en": "in the other language", "id": "dalam bahasa yang lain"}

E = TypeVar("E", bound=Evidence)


class DifferenceRule(Rule, Generic[E]):
    """A rule that reports the differences of some `kinds`, whose evidence is `E`.

    Its texts may name what the evidence holds, `here` and `there` (what stands in the one language and in the other),
    `language` and `other`. `texts` are the message and the hint of a kind for which the rule's own do not fit.
    """

    kinds: ClassVar[frozenset[Kind]]
    texts: ClassVar[Mapping[Kind, tuple[Texts, Texts]]] = {}

    def severity_of(self, evidence: E) -> Severity:
        """How much a difference matters: that of the rule, unless the evidence says otherwise."""
        del evidence
        return self.severity

    def is_explained(self, project: Project, evidence: E) -> bool:
        """Whether another rule reports the mistake that makes a difference."""
        del project, evidence
        return False

    def check(self, project: Project) -> Iterator[Finding]:
        """Report the differences of these kinds that the comparison of the pairs found."""
        for found in differences(project):
            if found.kind in self.kinds and not self.is_explained(project, cast("E", found.evidence)):
                yield self._finding(found)

    def _finding(self, found: LocatedDifference) -> Finding:
        here = found.language or list(found.spans)[-1]
        there = next((tag for tag in found.spans if tag != here), "")
        message, hint = self.texts.get(found.kind, (None, None))
        return self.finding(
            found.spans[here],
            related=(Related(found.spans[there], COUNTERPART),) if there else (),
            severity=self.severity_of(cast("E", found.evidence)),
            message=message,
            hint=hint,
            language=here,
            other=there,
            **_quoted(found.evidence, here, there),
        )


def _quoted(evidence: Evidence, here: str, there: str) -> dict[str, Any]:
    """What a message may quote of the evidence, by name."""
    if isinstance(evidence, QuantityPair):
        return {"here": evidence.stated[here], "there": evidence.stated[there]}
    return {each.name: getattr(evidence, each.name) for each in fields(evidence)}
