"""CIT008."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Edit, Element, Entry, Finding, Fix, Library, Project, Severity
from thesis_build.readers.markdown.prose import prose, span_between
from thesis_build.rules.rule import Rule

_NAME = r"(?P<name>[A-Z][\w.'’-]*(?:[ \n][A-Z][\w.'’-]*){0,5})"
_JOINED = r"(?:[ \n](?P<others>(?:dkk\.?|et[ \n]al\.?|(?:dan|and|&)[ \n](?P<second>[A-Z][\w'’-]+))),?)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)[a-z]?"
_REST = r"(?P<rest>(?:[,:][ \n]*[^()\n;@]{1,30})?)"
_LEAD = r"(?P<lead>(?:lihat|see|bdk\.|cf\.)[ \n])?"
_IN_TEXT = re.compile(rf"(?<![\w@]){_NAME}{_JOINED}[ \n]\({_YEAR}{_REST}\)")
_IN_BRACKETS = re.compile(rf"\({_LEAD}{_NAME}{_JOINED},?[ \n]{_YEAR}{_REST}\)")
_QUICK = re.compile(r"\((?:[^()\n]*[ \n,])?(?:1[89]|20)\d\d")
_TEX = re.compile(r"[{}\\]")
_AND = re.compile(r"\s+and\s+")


class ManualCitation(Rule):
    """A citation is typed by hand, although the work is in the library.

    Pandoc prints it as it is: the same in every edition, without the style, and without an entry in the reference list.

    Flagged: `(Sutanto, 2020)`, `Sutanto dkk. (2020)`, where one entry of the library is by that author of that year.

    Not flagged: an author and year of several entries or of none; code.
    """

    code = "CIT008"
    name = "manual-citation"
    severity = Severity.WARNING
    message = {
        "en": "“{written}” is typed by hand; the work is “{key}” in the library",
        "id": "“{written}” diketik dengan tangan; di pustaka kuncinya “{key}”",
    }
    hint = {"en": "write {markdown}", "id": "tulis {markdown}"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for names with years in prose, and look those up in the library."""
        works: Mapping[tuple[str, str], list[Entry]] | None = None
        for chapter in project.chapters:
            if not _QUICK.search(chapter.source.text):
                continue
            works = _works(project.library) if works is None else works
            yield from self._chapter(chapter, works)

    def _chapter(self, chapter: Chapter, works: Mapping[tuple[str, str], list[Entry]]) -> Iterator[Finding]:
        shown = ""
        for pattern in (_IN_BRACKETS, _IN_TEXT):
            for match in pattern.finditer(prose(chapter.source)):
                entry, name = _entry(match, works)
                if entry is None:
                    continue
                shown = shown or " ".join(pandoc_ast.plain_text(_without_code(chapter)).split())
                start = match.start() if pattern is _IN_BRACKETS else match.start("name") + match["name"].rindex(name)
                written = " ".join(chapter.source.text[start : match.end()].split())
                if written in shown:
                    span = span_between(chapter.source, start, match.end())
                    markdown = _markdown(match, entry.key, pattern is _IN_BRACKETS)
                    fix = Fix((Edit(span, markdown),), safe=False)
                    yield self.finding(span, written=written, key=entry.key, markdown=markdown, fix=fix)


def _markdown(match: re.Match[str], key: str, brackets: bool) -> str:
    rest = match["rest"].replace(":", ",", 1)
    if brackets:
        return f"[{match['lead'] or ''}@{key}{rest}]"
    return f"@{key} [{rest.lstrip(', ')}]" if rest else f"@{key}"


def _entry(match: re.Match[str], works: Mapping[tuple[str, str], list[Entry]]) -> tuple[Entry | None, str]:
    """The one entry that is by this author, with this second one, of this year, and the name as written."""
    words = match["name"].split()
    for first in range(len(words)):
        found = works.get((" ".join(words[first:]).lower().rstrip("."), match["year"]), [])
        if found:
            name = match["name"][match["name"].rindex(words[first]) :] if first else match["name"]
            authors = _families(found[0])
            second = match["second"]
            fits = not match["others"] or (len(authors) > 1 and (not second or second.lower() == authors[1]))
            return (found[0] if len(found) == 1 and fits else None), name
    return None, ""


def _works(library: Library) -> Mapping[tuple[str, str], list[Entry]]:
    """The entries by the family name of the first author, in lower case, and the year."""
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in library.entries:
        year = (entry.value("date") or entry.value("year"))[:4]
        families = _families(entry)
        if year and families:
            found[families[0], year].append(entry)
    return found


def _families(entry: Entry) -> list[str]:
    """The family names of an entry's authors, or editors, in lower case."""
    names = _AND.split((entry.value("author") or entry.value("editor")).strip())
    return [_family(name) for name in names if name]


def _family(name: str) -> str:
    if name.startswith("{") and name.endswith("}"):
        return _TEX.sub("", name).strip().lower()
    family, comma, _ = name.partition(",")
    return _TEX.sub("", family if comma else name.split()[-1]).strip().lower()


def _without_code(chapter: Chapter) -> list[Element]:
    changes: dict[str, pandoc_ast.Change] = {
        "Code": lambda _: [],
        "CodeBlock": lambda _: [],
        "Note": pandoc_ast.blocks,
    }
    out: list[Element] = pandoc_ast.rewrite(chapter.blocks, changes)
    return out
