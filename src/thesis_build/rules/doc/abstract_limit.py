"""DOC012."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import ChapterKind, Finding, Project, Span, Texts
from thesis_build.readers.markdown import positions
from thesis_build.resolve.numbers import kind_of, title_of
from thesis_build.rules.rule import Rule


class AbstractLimit(Rule):
    """The abstract is longer, or the keywords are fewer or more, than the settings allow; off until a limit is set.

    Flagged: an abstract of 260 words where the limit is 250.

    Limits: `check: {abstract-words: {id: 250}, keywords-min: 3, keywords-max: 6}`.
    """

    code = "DOC012"
    name = "abstract-limit"
    message = {
        "en": "the abstract has {count} words; {limit} are allowed",
        "id": "abstrak ini terdiri atas {count} kata; batasnya {limit}",
    }
    hint = {"en": "shorten it by {over} words", "id": "kurangi {over} kata"}
    keywords_message: Texts = {
        "en": "number of keywords: {count}; {least} to {most} are allowed",
        "id": "jumlah kata kunci: {count}; yang diizinkan {least} sampai {most}",
    }
    keywords_hint: Texts = {"en": "change the list of keywords", "id": "ubah daftar kata kunci"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Count the words of each abstract and the keywords."""
        limits = project.settings.check
        for tag, manuscript in project.manuscripts.items():
            for chapter in manuscript.chapters:
                limit = limits.abstract_words.get(tag, 0)
                if kind_of(chapter) is not ChapterKind.ABSTRACT or not limit:
                    continue
                title = title_of(chapter.blocks)
                count = len(pandoc_ast.plain_text([b for b in chapter.blocks if b is not title]).split())
                if count > limit:
                    yield self.finding(positions.line(chapter.source, 1), count=count, limit=limit, over=count - limit)
        for tag, keywords in project.settings.keywords.items():
            least, most = limits.keywords_min, limits.keywords_max or len(keywords)
            if not least <= len(keywords) <= most:
                span = project.settings.spans.get(f"keywords.{tag}", Span("paper/thesis.yaml"))
                yield self.finding(
                    span,
                    count=len(keywords),
                    least=least,
                    most=most,
                    message=self.keywords_message,
                    hint=self.keywords_hint,
                )
