"""PAR406."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from thesis_build.languages import data_files, known, language
from thesis_build.languages.word_lists import words
from thesis_build.model import Chapter, Finding, Project, Severity, is_abstract
from thesis_build.readers.markdown.prose import span_between, without
from thesis_build.rules.par._passages import own_words, replaced
from thesis_build.rules.rule import Rule

_KINDS = ("chapter", "appendix", "figure", "table", "equation")
_LABEL = re.compile(r"^[*_ ]*(?P<label>[^\W\d_]+(?:[ -][^\W\d_]+){0,2})[\W_]*[:：—]", re.MULTILINE)


class BoilerplateLanguage(Rule):
    """A word that goes with a number, an abbreviation or the label of the keywords is in the other language.

    Such words are left over where a text was translated in a copy of the other one.

    Flagged: “Gambar 1” and “dkk.” in the English text; a line “Keywords:” below the Indonesian abstract.

    Not flagged: quotations, words in italics, and words that both languages have.
    """

    code = "PAR406"
    name = "boilerplate-language"
    severity = Severity.WARNING
    message = {"en": "“{text}” is in another language", "id": "“{text}” berasal dari bahasa lain"}
    hint = {"en": "write “{instead}”", "id": "tulis “{instead}”"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for the other languages' words in the running text, and at the label of the keywords."""
        for chapter in project.chapters:
            if chapter.language not in known():
                continue
            for other in known():
                if other != chapter.language:
                    yield from self._in_text(chapter, other)
                    yield from self._label(chapter, other)

    def _in_text(self, chapter: Chapter, other: str) -> Iterator[Finding]:
        pattern, instead = _boilerplate(chapter.language, other)
        for one in own_words(chapter):
            for match in pattern.finditer(one.text):
                found = match["word"]
                start = match.start("word")
                span = one.span(start, start + len(found.rstrip(".")))
                wanted, put = found.rstrip("."), instead[found].rstrip(".")
                fix = replaced(span, put, wanted, chapter.source.text, safe=not found.endswith("."))
                yield self.finding(span, text=found, instead=instead[found], fix=fix)

    def _label(self, chapter: Chapter, other: str) -> Iterator[Finding]:
        """The label of a line of keywords, in an abstract or a loose text."""
        if not is_abstract(chapter.name):
            return
        theirs, ours = words(other).keyword_labels, words(chapter.language).keyword_labels
        text = without(chapter.source, ("front", "fence"))  # keys are of no language
        for match in _LABEL.finditer(text):
            if match["label"].lower() in theirs and match["label"].lower() not in ours:
                instead = ours[0].capitalize()
                span = span_between(chapter.source, *match.span("label"))
                fix = replaced(span, instead, match["label"], chapter.source.text, safe=True)
                yield self.finding(span, text=match["label"], instead=instead, fix=fix)


@data_files.remembered()
def _boilerplate(tag: str, other: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The words of another language that the text of this one must not have, and what this one writes instead."""
    ours, theirs = language(tag).words["numbered"], language(other).words["numbered"]
    numbered = {str(theirs[kind]["one"]): str(ours[kind]["one"]) for kind in _KINDS if theirs[kind]["one"]}
    numbered = {word: own for word, own in numbered.items() if word != own}
    both = zip(words(other).and_others, words(tag).and_others * 2, strict=False)
    others = {word: own for word, own in both if word not in words(tag).and_others}
    listed = [rf"{re.escape(word)}(?=[ \u00a0](?:\d|[IVX]+\b))" for word in numbered]
    pattern = "|".join([*listed, *map(re.escape, others)]) or "(?!)"
    return re.compile(rf"(?<![\w-])(?P<word>{pattern})"), {**numbered, **others}
