"""CIT004."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Edit, Element, Finding, Fix, Project, Severity, Texts
from thesis_build.rules._citations import Group, Member, groups, offsets
from thesis_build.rules._edits import between
from thesis_build.rules.cit._context import surroundings
from thesis_build.rules.rule import Rule

_COMMA = re.compile(r"(?P<comma>,)\s*-?$")

_GROUP = re.compile(r"-?@[^\[\]]*\]")
_NEXT = re.compile(r"\[(?=-?@)")


class MalformedCitation(Rule):
    """Brackets around a citation are not written in a way that Pandoc reads.

    In a group, citations are separated by semicolons. Of `[@a, @b]` and `[@a dan @b]` only the last work is printed
    (Pandoc 3.9); `[@a][@b]` is taken for a link, and printed with its brackets; so are brackets that are not closed or
    end in `;`; `(@a)` gives two pairs of parentheses.

    Flagged: `[@a, @b]`, `[@a dan @b]`, `[@a][@b]`, `[@a; @]`, `[@a;]`, `[@a` without a closing bracket, `(@a)`.

    Not flagged: `[@a, lihat @fig:b]`, since cross-references are printed before citations; `(lihat @a)`, where the
    parentheses contain more than a citation.
    """

    code = "CIT004"
    name = "malformed-citation"
    severity = Severity.WARNING
    message = {
        "en": "“@{key}” is inside the citation of another work, so that only one of them is printed",
        "id": "“@{key}” berada di dalam sitasi karya lain, sehingga hanya salah satunya tercetak",
    }
    hint = {
        "en": "separate the works with a semicolon: [@a; @b]",
        "id": "pisahkan karya-karyanya dengan titik koma: [@a; @b]",
    }
    open_message: Texts = {
        "en": "the bracket before “@{key}” is printed as it is: the group is not closed, or has an empty part",
        "id": "kurung siku sebelum “@{key}” tercetak apa adanya: kelompoknya tidak ditutup, atau ada yang kosong",
    }
    open_hint: Texts = {
        "en": "write [@{key}], or [@a; @b] for several works",
        "id": "tulis [@{key}], atau [@a; @b] untuk beberapa karya",
    }
    joined_message: Texts = {
        "en": "adjacent groups are read as a link, and “[@{key}]” is printed with its brackets",
        "id": "kelompok yang berimpit dibaca sebagai tautan, dan “[@{key}]” tercetak dengan kurung sikunya",
    }
    joined_hint: Texts = {"en": "write one group: [@a; @b]", "id": "tulis satu kelompok: [@a; @b]"}
    round_message: Texts = {
        "en": "(@{key}) prints two pairs of parentheses",
        "id": "(@{key}) mencetak dua pasang tanda kurung",
    }
    round_hint: Texts = {"en": "write [@{key}]", "id": "tulis [@{key}]"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for citations within citations, and for brackets left in the text before one."""
        for chapter in project.chapters:
            found = groups(chapter)
            by_cite = {id(group.cite): group for group in found}
            inner = {id(element) for group in found for element in _within(group)}
            nested = {at: group for at, group in by_cite.items() if at in inner}
            for group in nested.values():
                yield self._nested(chapter, group.members[0])
            for group in found:
                if not group.bracketed and id(group.cite) not in nested:
                    yield from self._bare(project, chapter, group)

    def _nested(self, chapter: Chapter, member: Member) -> Finding:
        fix = None
        if member.cited.exact and member.in_text:
            text = chapter.source.text
            start, _ = offsets(member.cited, text)
            comma = _COMMA.search(text, max(0, start - 80), start)
            if comma:
                at = comma.start("comma")
                fix = Fix((Edit(between(text, chapter.source.path, at, at + 1), ";"),))
        return self.finding(member.cited.span, key=member.key, fix=fix)

    def _bare(self, project: Project, chapter: Chapter, group: Group) -> Iterator[Finding]:
        member = group.members[0]
        around = surroundings(chapter).get(id(group.cite))
        text = chapter.source.text
        if around is None or not member.cited.exact or around.before[-1:] not in ("[", "("):
            return
        start, end = offsets(member.cited, text)
        start -= text[start - 1] == "-"
        before = text[start - 2 : start]
        if before.endswith("[") and before != "\\[":
            joined = _joined(text, chapter.source.path, start)
            message, hint = (self.joined_message, self.joined_hint) if joined else (self.open_message, self.open_hint)
            yield self.finding(member.cited.span, key=member.key, message=message, hint=hint, fix=joined)
        elif before.endswith("(") and text[end : end + 1] == ")" and project.library.entry(member.key):
            span = between(text, chapter.source.path, start - 1, end + 1)
            fix = Fix((Edit(span, f"[{text[start:end]}]"),), safe=False)
            yield self.finding(span, key=member.key, message=self.round_message, hint=self.round_hint, fix=fix)


def _joined(text: str, path: str, start: int) -> Fix | None:
    """The fix that joins adjacent groups into one; None where there is only one."""
    group = _GROUP.match(text, start)
    edits: list[Edit] = []
    while group and (following := _NEXT.match(text, group.end())):
        edits.append(Edit(between(text, path, group.end() - 1, group.end() + 1), "; "))
        group = _GROUP.match(text, following.end())
    return Fix(tuple(edits)) if edits else None


def _within(group: Group) -> Iterator[Element]:
    """The citations in the words before and after those of a group."""
    for citation in pandoc_ast.citations(group.cite):
        words = [pandoc_ast.citation_prefix(citation), pandoc_ast.citation_suffix(citation)]
        for element in pandoc_ast.walk(words):
            if element["t"] == "Cite":
                yield element
