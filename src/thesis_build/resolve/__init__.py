"""From a project to manuscripts ready to print: everything that has to be looked up is looked up here, once."""

from __future__ import annotations

from dataclasses import replace

from thesis_build.bibliography.cited_works import listed
from thesis_build.languages import data_files, language
from thesis_build.model import Project, ResolvedManuscript
from thesis_build.resolve.citations import apply_citations, cite_request
from thesis_build.resolve.crossrefs import resolve_cross_references
from thesis_build.resolve.locators import translate_locators
from thesis_build.resolve.numbers import number, with_spoken_maths
from thesis_build.resolve.raw import drop_raw
from thesis_build.resolve.values import fill_values
from thesis_build.tools.pandoc import Pandoc


def resolve(project: Project, pandoc: Pandoc) -> dict[str, ResolvedManuscript]:
    """Every manuscript, resolved: raw content → values → numbers → cross-references → locators → citations."""
    data_files.use(project.language_files)
    prepared = {}
    for tag, manuscript in project.manuscripts.items():
        spoken = language(tag)
        clean = drop_raw(manuscript, project.settings.check.raw)
        numbered = number(fill_values(clean, project.data, spoken), project.settings, spoken)
        chapters = translate_locators(resolve_cross_references(numbered, spoken), spoken)
        prepared[tag] = chapters
    requests = [
        cite_request(chapters, listed(project), project.library, project.style, language(tag))
        for tag, chapters in prepared.items()
    ]
    answers = pandoc.run(requests)
    resolved = {}
    for (tag, chapters), answer in zip(prepared.items(), answers, strict=True):
        printed, references, hanging = apply_citations(
            chapters, answer.text, answer.error, project.library, project.style
        )
        references = tuple(replace(entry, blocks=with_spoken_maths(entry.blocks, tag)) for entry in references)
        resolved[tag] = ResolvedManuscript(tag, printed, references, hanging)
    return resolved
