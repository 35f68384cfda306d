"""What the rules about ISBN and ISSN share: a field that has to hold numbers with a check digit."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from thesis_build.bibliography.identifiers import numbers
from thesis_build.model import Entry, Field, Finding, Project, Severity, Texts
from thesis_build.rules._edits import inside, renamed_field, unsafe
from thesis_build.rules.bib._values import shown
from thesis_build.rules.rule import Rule

_DOI = re.compile(r"10\.\d{4,9}/")
"""A DOI, which BIB228 reports where it is in another field."""


class NumberRule(Rule):
    """A rule about the numbers in the field `kept`; a number that belongs in the field `other` is only noted."""

    severity = Severity.WARNING
    kept: ClassVar[str]
    other: ClassVar[str]
    form_message: ClassVar[Texts]
    other_message: ClassVar[Texts]
    other_hint: ClassVar[Texts]

    @abstractmethod
    def is_right(self, digits: str) -> bool:
        """Whether these digits are a number of the field."""

    @abstractmethod
    def is_others(self, digits: str) -> bool:
        """Whether these digits are a number of the other field."""

    @abstractmethod
    def is_shaped(self, digits: str) -> bool:
        """Whether there are as many digits as the field's numbers have."""

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every field: one finding for a field, about its first bad number."""
        for entry in project.library.entries:
            field = entry.fields.get(self.kept)
            if (
                field
                and field.value
                and not _DOI.search(field.value)
                and not self.is_right(field.value.replace("-", ""))
            ):
                yield from self._judged(entry, field, project)

    def _judged(self, entry: Entry, field: Field, project: Project) -> Iterator[Finding]:
        found = list(numbers(field.value))
        bad = next((number for number in found if not self.is_right(number.digits)), None)
        if found and not bad:
            return
        if not bad:
            yield self.finding(field.written, number=shown(field.value), message=self.form_message)
            return
        span = inside(field, bad.start, bad.start + len(bad.text), project)
        if self.is_others(bad.digits):
            alone = len(found) == 1 and self.other not in entry.fields
            fix = unsafe(renamed_field(field, self.other)) if alone else None
            severity = Severity.INFO
            yield self.finding(
                span, number=bad.text, message=self.other_message, hint=self.other_hint, severity=severity, fix=fix
            )
            return
        yield self.finding(span, number=bad.text, message=None if self.is_shaped(bad.digits) else self.form_message)
