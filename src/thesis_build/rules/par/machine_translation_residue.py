"""PAR408."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.par._passages import said
from thesis_build.rules.rule import Rule

_RESIDUE = re.compile(
    r"&(?:amp|quot|nbsp|lt|gt|apos|#x?\d{2,5});|\[object Object\]|(?::?contentReference\[)?oaicite\b|\bturn\d+search\d+"
    r"|\b(?:as an? (?:ai|artificial intelligence) (?:language )?(?:model|assistant)|sebagai (?:sebuah )?model bahasa"
    r"(?: ai)?|sebagai asisten ai)\b|\b(?:translated (?:by|with) (?:google|deepl)|diterjemahkan (?:oleh|dengan) google"
    r" (?:translate|terjemahan))\b|^(?:(?:certainly|sure)[!,.] )?here is the (?:english|indonesian)? ?(?:translation|"
    r"translated (?:text|version))|^(?:tentu[!,.] )?berikut (?:adalah |ini )?(?:hasil )?terjemahan(?:nya| bahasa"
    r"| dari teks)",
    re.IGNORECASE,
)


class MachineTranslationResidue(Rule):
    """Something that a translation program or a chat assistant has left stands in the text.

    Flagged: `&quot;`, “As an AI language model”, “Berikut terjemahannya”.

    Not flagged: the same in code, and a text that writes about such programs.
    """

    code = "PAR408"
    name = "machine-translation-residue"
    severity = Severity.WARNING
    message = {"en": "left by a program: “{text}”", "id": "sisa dari sebuah program: “{text}”"}
    hint = {"en": "remove it, and read the sentence again", "id": "hapus, lalu baca ulang kalimatnya"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look through every paragraph for what such programs leave."""
        for chapter in project.chapters:
            for one in said(chapter):
                for match in _RESIDUE.finditer(one.text):
                    yield self.finding(one.span(*match.span()), text=match[0])
