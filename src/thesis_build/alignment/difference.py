"""What the comparison of two texts finds: a place in each, a code, and what to say about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thesis_build.model import Severity


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the texts of two languages do not say alike.

    `code` is that of the rule that reports it. `places[language]` is (start, end) in the compared text of that
    language; where the one side lacks something, its place is the neighbour after which it should stand.
    `arguments` are what the rule's message names: `language` is the side in which the fault stands or the thing lacks.
    """

    code: str
    severity: Severity
    places: Mapping[str, tuple[int, int]]
    arguments: Mapping[str, object]
