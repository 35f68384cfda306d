"""PAR704."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.text.passages import Passage, of_chapter
from thesis_build.alignment.text.segmentation import segmented
from thesis_build.model import Finding, Project, Severity, Span, is_abstract
from thesis_build.rules.rule import Rule


class KeywordNotInText(Rule):
    """A keyword occurs neither in the title nor in the abstract of its language.

    Readers search by keywords; one that the text never uses, or uses in another wording, leads them astray.

    Flagged: the keyword *anggaran* where the abstract speaks of *dana* throughout.

    Not flagged: another form of the word; the words of a keyword in another order; an agreed variant of the term.
    """

    code = "PAR704"
    name = "keyword-not-in-text"
    severity = Severity.INFO
    message = {
        "en": "the keyword “{keyword}” is neither in the title nor in the abstract",
        "id": "kata kunci “{keyword}” tidak ada dalam judul ataupun abstrak",
    }
    hint = {"en": "use the word in the abstract, or choose another", "id": "pakai kata itu dalam abstrak, atau ganti"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for the words of every keyword in the title and the abstract."""
        for tag, manuscript in project.manuscripts.items():
            abstracts = [chapter for chapter in manuscript.chapters if is_abstract(chapter.name)]
            texts = [p for chapter in abstracts for block in of_chapter(chapter) for p in block]
            if not texts:
                continue
            texts.append(Passage(tag, project.settings.title.get(tag, "")))
            texts += [Passage(tag, mark.value) for text in texts for mark in text.marks.values() if mark.kind == "code"]
            keys = {key for text in texts for key in _keys(text)}
            for index, keyword in enumerate(project.settings.keywords.get(tag, ())):
                ways = [keyword, *_variants(project, tag, keyword)]
                if not any(_keys(Passage(tag, way.replace("*", ""))) <= keys for way in ways):
                    places = project.settings.spans
                    whole = places.get(f"keywords.{tag}", Span("paper/thesis.yaml"))
                    yield self.finding(places.get(f"keywords.{tag}.{index}", whole), keyword=keyword)


def _keys(passage: Passage) -> frozenset[str]:
    return frozenset(token.key for sentence in segmented(passage).sentences for token in sentence.content)


def _variants(project: Project, tag: str, keyword: str) -> Iterator[str]:
    """The other wordings that the glossary has for a keyword."""
    for term in project.glossary.terms:
        ways = [term.texts.get(tag, ""), *term.variants.get(tag, ()), term.abbreviation.get(tag, "")]
        if keyword.lower() in (way.lower() for way in ways):
            yield from filter(None, ways)
