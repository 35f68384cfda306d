"""PAR110."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.alignment.text.passages import OBJECT
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.par._passages import said
from thesis_build.rules.rule import Rule

_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“"}
_NONE = re.compile(r"[\[(]\s*[-−]?[\d.,∞]{1,30}\s*[,;]\s*[-−]?[\d.,∞]{1,30}\s*[\])]|(?<!\()[:;]-?[()](?=\s|$)")
"""Brackets that open or close nothing: a half-open interval, a smiley."""

_ITEM = re.compile(r"(?:^|\s)(?:\w\d?|\d{1,2}|[ivx]{1,4})\.?$")
"""What stands before the bracket of an item of a list that is typed in a sentence: 1), a)."""

_ATTRIBUTES = re.compile(r"\{[#.][A-Za-z]")
"""What begins attributes that are not read as such (DOC023)."""


class UnbalancedBrackets(Rule):
    """A bracket or quotation mark is opened and not closed, or closed and not opened.

    Flagged: “(lihat lampiran” without its “)”.

    Not flagged: “1)” and “a)” of a list; a half-open interval; a quotation that goes on in the next paragraph.
    """

    code = "PAR110"
    name = "unbalanced-brackets"
    severity = Severity.WARNING
    message = {
        "en": "“{sign}” has no counterpart in this paragraph",
        "id": "“{sign}” tidak ada pasangannya dalam paragraf ini",
    }
    hint = {"en": "add the other one, or remove this one", "id": "tambahkan pasangannya, atau hapus tanda ini"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look through every paragraph for signs without a partner."""
        for chapter in project.chapters:
            passages = said(chapter)
            for number, one in enumerate(passages):
                following = passages[number + 1].text if number + 1 < len(passages) else ""
                for at in _alone(one.text):
                    is_continued = one.text[at] == "“" and following.startswith("“")
                    if not is_continued and not _ATTRIBUTES.match(one.text, at):
                        yield self.finding(one.span(at, at + 2), sign=one.text[at])


def _alone(text: str) -> Iterator[int]:
    """The places of the signs without a partner."""
    plain = _NONE.sub(lambda match: " " * len(match[0]), text)
    opened: list[int] = []
    closing, last = 0, -2  # the run of closing signs before this one: its first, and its last
    for match in re.finditer(r"[()\[\]{}“”]", plain):
        sign, at = match[0], match.start()
        before = closing if last == at - 1 else at
        if sign in ")]}":
            closing, last = before, at
        if sign in _PAIRS.values():
            opened.append(at)
        elif opened and plain[opened[-1]] == _PAIRS[sign]:
            opened.pop()
        elif plain.endswith(OBJECT, 0, before):  # it may be opened in the formula
            continue
        elif not (sign == ")" and _ITEM.search(plain[max(0, at - 6) : at])):
            yield at
    yield from opened
