"""The list of abbreviations, from the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from thesis_build.model import Project


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One line of the list of abbreviations; `term` names the glossary's term it comes from."""

    term: str
    short: str
    long: str


def abbreviations(project: Project, tag: str) -> list[Abbreviation]:
    """The list of abbreviations in one language, from the glossary, sorted by abbreviation."""
    entries = [
        Abbreviation(term.identifier, term.abbreviation[tag], term.texts[tag])
        for term in project.glossary.terms
        if term.abbreviation.get(tag)
    ]
    return sorted(entries, key=lambda entry: (entry.short.casefold(), entry.long))
