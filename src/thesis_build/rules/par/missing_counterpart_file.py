"""PAR001."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Profile, Project, Severity, Span, Texts
from thesis_build.rules.rule import Rule


class MissingCounterpartFile(Rule):
    """A chapter exists in one language only; a language has no chapters at all; a page that is named is not there.

    In a draft it is a note: chapters are written in one language first.

    Flagged: `paper/id/02-theory.md` without `paper/en/02-theory.md`.
    """

    code = "PAR001"
    name = "missing-counterpart-file"
    profiles = {Profile.DRAFT: Severity.INFO}
    message = {
        "en": "there is no paper/{language}/{name}.md beside this file",
        "id": "tidak ada paper/{language}/{name}.md di samping berkas ini",
    }
    hint = {
        "en": "write it, or give both files the same name",
        "id": "tulis berkas itu, atau samakan nama kedua berkas",
    }
    no_folder: Texts = {
        "en": "there is no chapter in paper/{language}/",
        "id": "tidak ada bab di paper/{language}/",
    }
    no_folder_hint: Texts = {
        "en": "write paper/{language}/01-….md, or take “{language}” out of `languages`",
        "id": "tulis paper/{language}/01-….md, atau hapus “{language}” dari `languages`",
    }
    no_abstract: Texts = {
        "en": "there is no abstract in paper/{language}/",
        "id": "tidak ada abstrak di paper/{language}/",
    }
    no_abstract_hint: Texts = {
        "en": "write paper/{language}/00-abstract.md, or take “{language}” out of `abstracts`",
        "id": "tulis paper/{language}/00-abstract.md, atau hapus “{language}” dari `abstracts`",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the file names of all languages."""
        for tag, manuscript in project.manuscripts.items():
            if not manuscript.chapters:
                yield self._nothing(project, tag)
                continue
            here = {chapter.name for chapter in manuscript.chapters}
            for chapter in project.chapters:
                if chapter.name not in here and tag in project.languages_of(chapter.name):
                    yield self.finding(Span(chapter.source.path), language=tag, name=chapter.name)

    def _nothing(self, project: Project, tag: str) -> Finding:
        """The finding on a language without a file."""
        spans, somewhere = project.settings.spans, Span("paper/thesis.yaml")
        if tag in project.settings.languages:
            place = spans.get("languages", somewhere)
            return self.finding(place, language=tag, message=self.no_folder, hint=self.no_folder_hint)
        place = spans.get("abstracts", somewhere)
        return self.finding(place, language=tag, message=self.no_abstract, hint=self.no_abstract_hint)
