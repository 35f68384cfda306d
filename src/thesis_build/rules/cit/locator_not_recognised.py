"""CIT006."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.languages import data_files, known, language
from thesis_build.model import Chapter, Edit, Finding, Fix, Project, Severity
from thesis_build.resolve.locators import read_locator
from thesis_build.rules._citations import Member, groups, nearest, offsets
from thesis_build.rules._edits import between
from thesis_build.rules.rule import Rule

_LOCATOR = re.compile(
    r"[\s,:]*(?P<word>[^\W\d_]{1,12})\.?[\s\u00a0]*(?P<value>\d+(?:\s*[-–—,]+\s*\d+)*)(?:\s*(?:ff?|dst)\.?)?[\s.]*"
)
_LISTED = """
januari februari maret april mei juni juli agustus september oktober november desember january february
march may june july august october december tahun year edisi edition ed cetakan versi version sekitar about
circa ca c no nomor number ayat butir angka huruf uu pp perpres seri episode menit detik pukul slide
semester kelas pertemuan sesi session item step tahap
"""
_NO_LOCATORS = frozenset(_LISTED.split())
"""Words before a number that are not meant as locators: months, editions, numbers of laws, parts of a recording."""


class LocatorNotRecognised(Rule):
    """The word before a number is not a locator in either language, or is joined to it, and is printed as it is.

    Locators in either language are translated into that of the edition; other words stay as they are in every edition.

    Flagged: `[@a, halman 5]`, `[@a, hml. 5]`, `[@a, hlm5]`.

    Not flagged: `[@a, hlm. 5]`, `[@a, p. 5]`, `[@a, 5]`; `[@a, edisi 2]`, `[@a, 5 Mei 2020]`, which do not point to a
    passage; names, as in `[@alkitab, Yohanes 3]`.
    """

    code = "CIT006"
    name = "locator-not-recognised"
    severity = Severity.WARNING
    message = {
        "en": "“{word}” is not known as a locator, and is printed as it is in every edition",
        "id": "“{word}” tidak dikenal sebagai penunjuk letak, dan tercetak apa adanya dalam setiap edisi",
    }
    hint = {
        "en": "write p. {value}, chap. {value}, sec. {value}, art. {value} …",
        "id": "tulis hlm. {value}, bab {value}, subbab {value}, pasal {value} …",
    }
    near_hint = {"en": "write “{near} {value}”", "id": "tulis “{near} {value}”"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the words after each key that are a word and a number."""
        for chapter in project.chapters:
            for group in groups(chapter):
                for member in group.members:
                    if pandoc_ast.citation_suffix(member.citation):
                        yield from self._suffix(chapter, member)

    def _suffix(self, chapter: Chapter, member: Member) -> Iterator[Finding]:
        match = _LOCATOR.fullmatch(member.suffix)
        if not match or read_locator(pandoc_ast.citation_suffix(member.citation)):
            return
        word = match["word"].lower()
        if word in _NO_LOCATORS or (word not in _words() and len(word) == 1):
            return
        near = word if word in _words() else nearest(word, _words()) or _ALSO.get(word, "")
        if not near and match["word"][0].isupper():  # a name: a book of the Bible, a system, a place
            return
        near = f"{near}." if 0 < len(near) <= 3 and near != "bab" else near
        yield self.finding(
            member.cited.span,
            word=match["word"],
            value=match["value"],
            near=near,
            hint=self.near_hint if near else None,
            fix=_fix(chapter, member, match["word"], near),
        )


_ALSO = {"pag": "p", "hl": "hlm", "hln": "hlm", "hml": "hlm"}
"""Abbreviations that are in use, and what is meant."""


def _fix(chapter: Chapter, member: Member, word: str, near: str) -> Fix | None:
    """The fix that writes the locator in full, where it comes right after the key."""
    if not near or not member.cited.exact:
        return None
    text = chapter.source.text
    _, end = offsets(member.cited, text)
    written = re.compile(rf"[\s,:\[{{]*(?P<word>{re.escape(word)}\.?[ \u00a0\\]*)\d").match(text, end)
    if not written:
        return None
    span = between(text, chapter.source.path, written.start("word"), written.end("word"))
    return Fix((Edit(span, f"{near} "),), safe=False)


@data_files.remembered()
def _words() -> frozenset[str]:
    return frozenset(
        word for tag in known() for forms in language(tag).words["locators"].values() for word in forms["words"]
    )
