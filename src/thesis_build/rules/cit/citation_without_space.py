"""CIT009."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Chapter, Edit, Finding, Fix, Project, Severity, Span, Texts
from thesis_build.rules._citations import Group, groups, offsets
from thesis_build.rules._edits import between
from thesis_build.rules.cit._context import Around, surroundings
from thesis_build.rules.rule import Rule

_SUPERSCRIPT = re.compile(r'class="note"|vertical-align="sup"')
_GLUED = re.compile(r"[\w”’\"').,;:]$")
_STOPPED = re.compile(r"(?P<word>[^\W\d_]{3,}[”\"’]?)(?P<stop>[.])\s+$")
_ABBREVIATIONS = frozenset(
    {"dkk", "dll", "dsb", "dst", "hlm", "hal", "vol", "mis", "lih", "bdk", "tgl", "thn", "etc", "chap", "sec", "fig"}
)
_NEXT = re.compile(r"\s*$|\s+[A-Z“\"]")


class CitationWithoutSpace(Rule):
    """A citation is joined to the word before it, or comes after the full stop of its sentence.

    It is printed where it is: `kata(Sutanto, 2020)`, or `jelas. (Sutanto, 2020)` as if it belonged to no sentence.

    Flagged: `kata[@a]`; `Ini jelas. [@a]` at the end of a paragraph.

    Not flagged: styles that print citations as raised numbers or notes; the end of a block quotation, where the
    citation comes after the full stop; `[@a] menunjukkan …` at the beginning of a sentence.
    """

    code = "CIT009"
    name = "citation-without-space"
    severity = Severity.INFO
    message = {
        "en": "there is no space before the citation of “{key}”",
        "id": "tidak ada spasi sebelum sitasi “{key}”",
    }
    hint = {"en": "put a space before the bracket", "id": "beri spasi sebelum kurung siku"}
    stop_message: Texts = {
        "en": "the citation of “{key}” comes after the full stop of its sentence",
        "id": "sitasi “{key}” berada sesudah titik akhir kalimatnya",
    }
    stop_hint: Texts = {"en": "put the full stop after the citation", "id": "letakkan titiknya sesudah sitasi"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the character before each bracket."""
        if _SUPERSCRIPT.search(project.style.text):
            return
        for chapter in project.chapters:
            for group in groups(chapter):
                around = surroundings(chapter).get(id(group.cite)) if group.bracketed else None
                if around and group.members[0].cited.exact and around.before.strip():
                    yield from self._group(chapter, group, around)

    def _group(self, chapter: Chapter, group: Group, around: Around) -> Iterator[Finding]:
        text, member = chapter.source.text, group.members[0]
        opened = text.rfind("[", 0, offsets(member.cited, text)[0])
        if _GLUED.search(around.before) and text[opened - 1] == around.before[-1]:
            at = between(text, chapter.source.path, opened, opened)
            yield self.finding(member.cited.span, key=member.key, fix=Fix((Edit(at, " "),)))
            return
        stopped = _STOPPED.search(around.before)
        if not stopped or around.quoted or not _NEXT.match(around.after):
            return
        if stopped["word"].strip('”"’').lower() not in _ABBREVIATIONS:
            fix = _moved_stop(text, chapter.source.path, opened)
            yield self.finding(
                member.cited.span, key=member.key, message=self.stop_message, hint=self.stop_hint, fix=fix
            )


def _moved_stop(text: str, path: str, opened: int) -> Fix | None:
    """The fix that moves the full stop before a bracket to after it; None where there is more between the two."""
    before = re.compile(r"[^\W\d_](?P<stop>\.) $").search(text, max(0, opened - 3), opened)
    closed = re.compile(r"[^\[\]]*\]").match(text, opened + 1)
    if not before or not closed:
        return None
    stop: Span = between(text, path, before.start("stop"), before.end("stop"))
    end = between(text, path, closed.end(), closed.end())
    return Fix((Edit(stop, ""), Edit(end, ".")))
