"""What the rules make of a difference: the code under which it is reported, and its severity."""

from __future__ import annotations

from thesis_build.alignment.difference import Difference
from thesis_build.alignment.difference_cache import LocatedDifference
from thesis_build.alignment.kinds import Kind
from thesis_build.linter.registry import rules
from thesis_build.model import Severity
from thesis_build.rules.par._difference_rule import DifferenceRule

RULES: dict[Kind, DifferenceRule] = {
    kind: rule for rule in rules() if isinstance(rule, DifferenceRule) for kind in rule.kinds
}


def code(found: Difference | LocatedDifference) -> str:
    return RULES[found.kind].code


def severity(found: Difference | LocatedDifference) -> Severity:
    return RULES[found.kind].severity_of(found.evidence)


def reported(found: Difference | LocatedDifference) -> tuple[str, Severity]:
    return code(found), severity(found)
