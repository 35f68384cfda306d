"""DOC030."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Chapter, Finding, Project, Span, Texts
from thesis_build.readers.markdown import positions
from thesis_build.readers.project import CHAPTER_LIMIT
from thesis_build.rules.rule import Rule

_OPENED = re.compile(r"[\[(*_^~`$'\"]")


_NESTED = re.compile(r"[\[({>*_^~+:-]|  ")


class ChapterTooLarge(Rule):
    """A chapter is too much to be read, so that nothing else is known of it.

    Pandoc takes a time that doubles with every bracket or mark of emphasis that is opened inside another one; the
    finding then stands at the line that has most of them.

    Flagged: a chapter of more than a million characters; one in which two hundred brackets are opened and not closed.
    """

    code = "DOC030"
    name = "chapter-too-large"
    message = {
        "en": "this chapter has more than {limit} characters and is not read",
        "id": "bab ini lebih dari {limit} karakter sehingga tidak dibaca",
    }
    hint = {"en": "split it into several files", "id": "bagi menjadi beberapa berkas"}
    other_messages: dict[str, Texts] = {
        "time": {
            "en": "Pandoc cannot read this chapter in time",
            "id": "Pandoc tidak selesai membaca bab ini pada waktunya",
        },
        "depth": {
            "en": "this chapter has lists, quotations or brackets too deep inside one another and is not read",
            "id": "daftar, kutipan, atau kurung di bab ini bersarang terlalu dalam sehingga tidak dibaca",
        },
        "memory": {
            "en": "Pandoc has not enough memory to read this chapter",
            "id": "Pandoc kehabisan memori saat membaca bab ini",
        },
    }
    other_hints: dict[str, Texts] = {
        "depth": {
            "en": "look near this line, and nest no more than a few levels",
            "id": "periksa di sekitar baris ini, dan batasi sarangnya beberapa tingkat saja",
        },
        "time": {
            "en": "look near this line for brackets, quotation marks or emphasis that are opened again and again",
            "id": "periksa di sekitar baris ini: kurung, tanda kutip, atau tanda penekanan yang dibuka berulang-ulang",
        },
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at what reading each chapter gave."""
        for chapter in project.chapters:
            kind, _, reason = chapter.error.kind.partition(" ") if chapter.error else ("", "", "")
            if kind == "TooLarge":
                message, hint = self.other_messages.get(reason), self.other_hints.get(reason)
                yield self.finding(_span(chapter, reason), limit=f"{CHAPTER_LIMIT:_}", message=message, hint=hint)


def _span(chapter: Chapter, reason: str) -> Span:
    lines = chapter.source.text.split("\n")
    opened = {"time": _OPENED, "depth": _NESTED}.get(reason)
    worst = max(range(len(lines)), key=lambda number: len(opened.findall(lines[number]))) if opened else 0
    return positions.line(chapter.source, worst + 1)
