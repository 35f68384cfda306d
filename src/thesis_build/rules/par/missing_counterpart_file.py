"""PAR001."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project, Span, Texts
from thesis_build.rules.rule import Rule


class MissingCounterpartFile(Rule):
    """A chapter exists in one language only; a language has no chapters at all; a page that is named is not there.

    Flagged: `paper/id/02-theory.md` without `paper/en/02-theory.md`.
    """

    code = "PAR001"
    name = "missing-counterpart-file"
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

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the file names of all languages."""
        files = {
            tag: {chapter.name: chapter for chapter in manuscript.chapters}
            for tag, manuscript in project.manuscripts.items()
        }
        for tag, chapters in files.items():
            if not chapters:
                place = project.settings.spans.get("languages", Span("paper/thesis.yaml"))
                yield self.finding(place, language=tag, message=self.no_folder, hint=self.no_folder_hint)
                continue
            for others in files.values():
                for name in others.keys() - chapters.keys():
                    yield self.finding(Span(others[name].source.path), language=tag, name=name)
